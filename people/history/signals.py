"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent by the class of the thing with ``thing``, ``start``, ``to`` and ``by`` in the transaction of every move; a
# receiver may refuse it.
moved = Signal()
