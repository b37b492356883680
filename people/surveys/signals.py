"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent with ``campaign`` and ``by`` (None when the calendar did it) in the transaction in which a survey closes.
campaign_closed = Signal()
