"""What every page owes to the browser: its headers, by kind of answer."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.crawl import PAGES, ROWS, VISITORS, reader_of, signed_in, undone
from tests.world import build_world

pytestmark = [pytest.mark.django_db, pytest.mark.walk]
FRAMING = {"attachment": ("DENY", "'none'"), "inline": ("SAMEORIGIN", "'self'")}
# What a browser may show by itself: a paper, the emblem of the letterhead.
SHOWN = ("application/pdf", "image/png", "image/jpeg")


def _policy(response):
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {name: " ".join(values) for name, *values in parts}


def _wrong_page(response):
    policy = _policy(response)
    yield from [name for name, value in policy.items() if "unsafe" in value or "*" in value or "http" in value]
    if (policy["default-src"], policy["frame-ancestors"], response["X-Frame-Options"]) != ("'none'", "'none'", "DENY"):
        yield f"loads or is framed: {policy}"


def _wrong_file(response):
    way = response["Content-Disposition"].partition(";")[0]
    framing, ancestors = FRAMING[way]
    if _policy(response) != {"default-src": "'none'", "frame-ancestors": ancestors}:
        yield f"policy of a file: {response['Content-Security-Policy']}"
    if response["X-Frame-Options"] != framing:
        yield f"framing of a file: {response['X-Frame-Options']}"
    if way == "inline" and response["Content-Type"] not in SHOWN:
        yield f"shown in the page: {response['Content-Type']}"


def faults_of(response):
    is_page = response["Content-Type"].startswith("text/html") or response.status_code == 302
    yield from (_wrong_page if is_page else _wrong_file)(response)
    for name, value in {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}.items():
        if response.get(name) != value:
            yield f"{name}: {response.get(name)}"
    if "no-store" not in response.get("Cache-Control", ""):
        yield "kept by the browser"
    for cookie in response.cookies.values():
        if not (cookie["httponly"] and cookie["samesite"] in ("Lax", "Strict")):
            yield f"cookie {cookie.key}"


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    """One world for all pages that are only looked at."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_carries_its_headers(standing, name):
    with undone():
        url = reverse(name, kwargs=ROWS[name].kwargs(standing))
        client = signed_in(VISITORS[reader_of(ROWS[name])](standing))
        response = client.get(url)
        faults = list(faults_of(response))
        if not response["Content-Type"].startswith("text/html"):
            faults += faults_of(client.get(f"{url}?inline=1"))
    assert faults == []


@pytest.mark.parametrize("address", ["/sign-in/", "/join/", "/nowhere/", "/o/school-3/"])
def test_a_visitor_gets_the_headers_too(standing, address):
    response = Client().get(address)
    assert [fault for fault in faults_of(response) if fault != "kept by the browser"] == []
