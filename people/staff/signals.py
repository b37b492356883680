"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent with ``employment`` and ``by`` in the transaction in which the last day of somebody's work is noted.
employment_ended = Signal()
