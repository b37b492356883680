"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent with ``organization`` after an organization was opened with its regulation; whoever listens equips it.
organization_opened = Signal()

# Sent with ``organization`` before it is closed or merged: a receiver returns sentences on what still runs there.
organization_ending = Signal()
