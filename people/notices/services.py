"""Telling people, after the deed is safely written."""

from functools import partial

from django.db import transaction

from mentoring.lib.dates import now
from people.notices.models import Notice


def notify(users, sentence, *, organization, url, **values):
    """Give each of ``users`` (None is skipped) a notice; ``sentence`` is an English message id with %(name)s.

    Returns the notices written. A user who still has the same unread notice does not get it twice.
    """
    users = [user for user in users if user is not None]
    if not users:
        return []
    known = set(
        Notice.objects.unread()
        .filter(organization=organization, sentence=sentence, url=url, values=values)
        .values_list("user_id", flat=True)
    )
    fresh = {user.pk: user for user in users if user.pk not in known}
    return Notice.objects.bulk_create(
        Notice(organization=organization, user=user, sentence=sentence, values=values, url=url, at=now())
        for user in fresh.values()
    )


def notify_on_commit(users, sentence, *, organization, url, **values):
    """`notify` once the deed is safely written; who is told is decided now."""
    transaction.on_commit(partial(notify, list(users), sentence, organization=organization, url=url, **values))
