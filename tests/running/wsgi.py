"""The product as the server runs it, with two additions for tests.

Every locked row is held for a moment, so that people who come together do meet. A request with the header
``X-Without-Lock`` takes no lock: the proof that a test sees the lock.
"""

import os
import time
from contextvars import ContextVar

from django.conf import settings
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.models import QuerySet

from mentoring.wsgi import application as product
from programs.mentorships.services import guards

HELD = 0.05  # seconds
without_lock = ContextVar("without_lock", default=False)
# Whoever the test signed in is signed in here.
settings.SECRET_KEY = os.environ["KEY_OF_TEST"]
_select_for_update, _lock = QuerySet.select_for_update, guards.lock
_begin = DatabaseWrapper._start_transaction_under_autocommit


def select_for_update(rows, *args, **options):
    return rows if without_lock.get() else _select_for_update(rows, *args, **options)


def lock(mentorship):
    row = _lock(mentorship)
    time.sleep(HELD)
    return row


def begin(connection):
    """On SQLite the lock on the whole file, taken at once, is what keeps two writers apart."""
    connection.cursor().execute("BEGIN") if without_lock.get() else _begin(connection)


QuerySet.select_for_update, guards.lock = select_for_update, lock
DatabaseWrapper._start_transaction_under_autocommit = begin


def application(environ, start_response):
    token = without_lock.set("HTTP_X_WITHOUT_LOCK" in environ)
    try:
        return product(environ, start_response)
    finally:
        without_lock.reset(token)
