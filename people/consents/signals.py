"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent with ``consent`` and ``by`` in the transaction in which a consent is given, refused, withdrawn or expires.
consent_changed = Signal()
