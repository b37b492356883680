"""Who visits is found out once: afterwards everybody is a fresh copy of whom the product found."""

import pickle
from contextlib import contextmanager
from unittest.mock import patch

from django.contrib.sessions.backends.db import SessionStore
from django.http import Http404
from django.urls import reverse

from people.accounts.access import resolve_actor
from people.accounts.backends import LoginNameBackend


@contextmanager
def asked_once(known):
    """Sessions, users and actors come from ``known``; who is not there yet is asked for and noted."""

    def copy_of(mark, ask, *args):
        if mark not in known:
            known[mark] = _pickled(ask, *args)
        found, refusal = pickle.loads(known[mark])
        if refusal:
            raise refusal
        return found

    def actor(user, kwargs):
        where = kwargs.get("slug"), kwargs.get("authority")
        return copy_of((user.pk, *where), resolve_actor, user, kwargs)

    def user_of(backend, pk, get_user=LoginNameBackend.get_user):
        return copy_of(pk, get_user, backend, pk)

    def session_of(store, load=SessionStore.load):
        key = store.session_key
        if key in known:
            return pickle.loads(known[key])
        found = load(store)
        # One that is gone takes its key along.
        if found:
            known[key] = pickle.dumps(found)
        return found

    with (
        patch("people.accounts.access.resolve_actor", actor),
        patch.object(LoginNameBackend, "get_user", user_of),
        patch.object(SessionStore, "load", session_of),
    ):
        yield


def everybody_known(world, asks):
    """Who each of ``asks`` is, found out on a page of the first organization: what `asked_once` is told."""
    with asked_once(known := {}):
        for ask in asks:
            ask(reverse("people:notice_list", args=[world.home.organization.slug]))
    return known


def _pickled(ask, *args):
    try:
        return pickle.dumps((ask(*args), None))
    except Http404 as refusal:
        return pickle.dumps((None, refusal))
