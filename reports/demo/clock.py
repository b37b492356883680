"""The moving clock of the demonstration."""

from contextlib import contextmanager

from django.conf import settings
from django.db import transaction

from people.organizations.selectors import rules_kept


@contextmanager
def as_of(day):
    """Let the product believe it is ``day`` while the block runs; notices of the block come on that day too.

    Must stand inside a transaction: what services put off until its commit runs at the end of the block and is
    rolled back with everything else.
    """
    before = settings.MENTORING_TODAY
    waiting = transaction.get_connection().run_on_commit
    known = len(waiting)
    settings.MENTORING_TODAY = day
    try:
        # The rules of the day are asked once, or until the block writes them.
        with rules_kept.stretch():
            yield
            due, waiting[known:] = waiting[known:], []
            for _savepoints, deed, _robust in due:
                deed()
    finally:
        settings.MENTORING_TODAY = before
