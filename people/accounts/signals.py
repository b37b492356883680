"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent with ``user`` and ``organization`` once somebody invited there has made the account.
account_made = Signal()
