"""What other rooms may wait for; sent within the transaction of the deed, a receiver may refuse it."""

from django.dispatch import Signal

# Arguments: meeting, by.
meeting_held = Signal()
# Arguments: meeting (as it was held), by. Sent before the mark is taken back.
meeting_unmarked = Signal()
