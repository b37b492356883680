"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent with ``mentorship`` and ``by`` in the transaction in which a pair or a group is proposed.
mentorship_proposed = Signal()
