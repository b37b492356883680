"""Every address × every role × own and other organization, anonymous × GET and POST, against the tables.

Each room states its rows in ``tests/<app>/<room>/access.py`` as ``ROWS``: URL name → Row. An address without a
row fails, and so does a row without an address.
"""

from contextlib import contextmanager, nullcontext
from functools import cache, partial
from html import escape
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import transaction
from django.test import Client, RequestFactory, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from people.accounts.access import RIGHTS
from people.accounts.states import Role
from reports.documents.papers import rendering
from tests.bare import plain_refusals, unframed, unwritten
from tests.headers import faults_of
from tests.known import asked_once, everybody_known
from tests.spoiling import PICTURE, formulas, spoil, text_of_workbook
from tests.world import CANARY, CAST, build_world, lasting

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


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One world for all addresses, its free texts hostile: each of them leaves it as it was."""
    with lasting(django_db_blocker), plain_refusals(), override_settings(DEBUG_PROPAGATE_EXCEPTIONS=True):
        world = build_world()
        spoil()
        world.visitors = {who: _visitor(user) for who, user in _people(world).items()}
        world.known = everybody_known(world, [partial(_answer, each, "get") for each in world.visitors.values()])
        yield world


@pytest.fixture(autouse=True)
def _files_apart():
    """The files of things stand for all addresses that name these."""


def _papers_told():
    """Behind its blank page stands every text of a paper, and the page it would be printed from.

    Who may read what is seen without laying it out.
    """
    # Not for the whole module: around every test the papers are made blank anew.
    blank, pages = rendering._made, {}

    def made(renderer, paper):
        texts = repr(paper)
        if texts not in pages:
            pages[texts] = rendering.render(paper)
        return blank(renderer, paper) + (escape(texts) + pages[texts]).encode()

    return patch.object(rendering, "_made", made)


@pytest.fixture(scope="module")
def kwargs(world, request):
    """The arguments of addresses that name the same things, which are made once for all of them."""
    with _undone():
        with _papers_told():
            made = ROWS[request.param].kwargs(world)
        yield made


def _people(world):
    people = {role.value: world.home.people[role].user for role in CAST}
    people |= {"admin": world.admin, "observer": world.observer, "anonymous": None}
    return people | {f"other {role.value}": world.other.people[role].user for role in CAST}


def _visitor(user):
    """What makes the requests of ``user`` signed in, or of a stranger: no answer changes its cookies."""
    client, visitor = Client(), RequestFactory()
    if user is not None:
        client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    visitor.cookies = client.cookies
    return visitor


# What an answer to somebody let in is dressed in; it refuses nobody.
DRESSING = ("Security", "WhiteNoise", "CSP", "Common", "XFrameOptions")


@cache
def _site(is_dressed=True):
    """The way of a request through the middleware to the views, as a server lays it once."""
    site = BaseHandler()
    ways = [way for way in settings.MIDDLEWARE if is_dressed or not way.rpartition(".")[2].startswith(DRESSING)]
    with override_settings(MIDDLEWARE=ways):
        site.load_middleware()
    return site


def _request(visitor, method, url):
    """A form is sent empty."""
    if method == "get":
        return visitor.get(url)
    request = visitor.post(url, b"", content_type="application/x-www-form-urlencoded")
    request._dont_enforce_csrf_checks = True
    return request


def _answer(visitor, method, url, is_dressed=True):
    """The answer with its text as ``body``."""
    response = _site(is_dressed).get_response(_request(visitor, method, url))
    content = b"".join(response) if response.streaming else response.content
    is_workbook = response.get("Content-Type", "").endswith("sheet")
    response.body = text_of_workbook(content) if is_workbook else content.decode("utf-8", "replace")
    return response


@contextmanager
def _undone():
    """What a request writes is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _verdict(response):
    status, location = response.status_code, response.get("Location", "")
    if status in (403, 404):
        return "refused"
    if location.startswith("/sign-in/?next="):
        return "sign in"
    assert status in (200, 302, 405), status
    return "wrong method" if status == 405 else "let in"


def _by_things():
    """Every address with the first that names the same things; such stand together, and the things are made once."""
    first = {}
    for name in NAMES:
        first.setdefault((ROWS[name].things, ROWS[name].in_organization), name)
    return sorted((first[ROWS[name].things, ROWS[name].in_organization], name) for name in NAMES)


ADDRESSES = _by_things()


@pytest.mark.walk
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kwargs", "name"), ADDRESSES, indirect=["kwargs"], scope="module", ids=[name for _first, name in ADDRESSES]
)
def test_an_address_admits_exactly_those_of_its_row(world, kwargs, name):
    asked = nullcontext() if ROWS[name].changes_visitors else asked_once({**world.known})
    with _undone(), asked, unframed(name), _papers_told():
        wrong = _wrong(world, name, reverse(name, kwargs=kwargs))
    assert not wrong


def _wrong(world, name, url):
    """Whoever is let in or refused against the row of ``name``, in words."""
    row, wrong, seen = ROWS[name], [], set()
    for who, visitor in world.visitors.items():
        for method in ("get", "post"):
            expected = row.expects(who, method)
            # Whoever is refused writes nothing; who is let in against the row makes the test fail.
            undone = _undone() if expected == "let in" else nullcontext()
            # A form that comes back is the page of the address once more: whoever may read that has been asked.
            written = unwritten() if method == "post" and "post" in seen else nullcontext()
            with undone, written:
                response = _answer(visitor, method, url, is_dressed=expected not in ("refused", "sign in"))
            verdict = _verdict(response)
            faults = []
            if verdict != expected and (expected, verdict) != ("refused", "wrong method"):
                faults.append(f"{verdict} ({response.status_code}), expected {expected}")
            if who.startswith("other ") and row.in_organization and response.status_code != 404:
                faults.append(f"an outsider got {response.status_code} instead of 404")
            if verdict == expected == "let in" and who != "anonymous":
                faults += _wrong_inside(response, who)
                if "file" not in seen and response.has_header("Content-Disposition"):
                    faults += faults_of(_answer(visitor, "get", f"{url}?inline=1"))
                    seen.add("file")
                seen.add(method)
            wrong += [f"{who} {method}: {fault}" for fault in faults]
    return wrong


def _wrong_inside(response, who):
    """What somebody let in should not see or get: texts of the other organization, hostile ones, wrong headers."""
    if CANARY in response.body and not who.startswith(("other ", "observer")):
        yield "sees the other organization"
    if PICTURE in response.body or formulas(response.body):
        yield "hostile text is no text"
    yield from faults_of(response)


def test_the_cast_covers_every_role():
    assert set(CAST) | {Role.OBSERVER} == set(Role)
