"""Every address × every role × own and other organization, anonymous × GET and POST, against the tables.

Each room states its rows in ``tests/<app>/<room>/access.py`` as ``ROWS``: URL name → Row. An address without a
row fails, and so does a row without an address.
"""

from importlib import import_module
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from people.accounts.access import RIGHTS
from people.accounts.states import Role
from tests.world import CANARY, CAST, build_world

HERE = Path(__file__).parent


def _names(resolver, prefix=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from _names(entry, inner)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}"


def _rows():
    rows = {}
    for path in sorted(HERE.glob("*/*/access.py")):
        rows |= import_module("tests." + ".".join(path.relative_to(HERE).with_suffix("").parts)).ROWS
    return rows


NAMES = sorted(_names(get_resolver()))
ROWS = _rows()


def test_every_address_has_a_row_of_rights_and_a_row_of_expectation():
    assert set(NAMES) == set(RIGHTS) == set(ROWS)


def _browser(user):
    client = Client(raise_request_exception=True)
    if user is not None:
        client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def _answer(client, method, url):
    """Status, address redirected to and text; whatever the request wrote is undone."""
    with transaction.atomic():
        response = getattr(client, method)(url)
        body = b"".join(response) if response.streaming else response.content
        transaction.set_rollback(True)
    return response.status_code, response.headers.get("Location", ""), body.decode("utf-8", "replace")


def _verdict(status, location):
    if status in (403, 404):
        return "refused"
    if location.startswith("/sign-in/?next="):
        return "sign in"
    assert status in (200, 302, 405), status
    return "wrong method" if status == 405 else "let in"


@pytest.mark.walk
@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_an_address_admits_exactly_those_of_its_row(name):
    world, row = build_world(), ROWS[name]
    kwargs = row.kwargs(world)
    url = reverse(name, kwargs=kwargs)
    people = {role.value: world.home.people[role].user for role in CAST}
    people |= {"admin": world.admin, "observer": world.observer, "anonymous": None}
    people |= {f"other {role.value}": world.other.people[role].user for role in CAST}
    wrong = []
    for who, user in people.items():
        client = _browser(user)
        for method in ("get", "post"):
            status, location, body = _answer(client, method, url)
            verdict, expected = _verdict(status, location), row.expects(who, method)
            if verdict != expected and (expected, verdict) != ("refused", "wrong method"):
                wrong.append(f"{who} {method}: {verdict} ({status}), expected {expected}")
            if who.startswith("other ") and "slug" in kwargs and status != 404:
                wrong.append(f"{who} {method}: an outsider got {status} instead of 404")
            if verdict == "let in" and who in (*(role.value for role in CAST), "admin") and CANARY in body:
                wrong.append(f"{who} {method}: sees the other organization")
    assert not wrong


def test_the_cast_covers_every_role():
    assert set(CAST) | {Role.OBSERVER} == set(Role)
