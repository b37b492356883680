"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent with ``organization`` after an organization was opened with its regulation; whoever listens equips it.
organization_opened = Signal()
