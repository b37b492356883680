"""What every test stands on: compiled messages, files apart, one Chromium for the browser tests of a process.

`page` is a fresh visitor; `new_page()` makes another one with cookies of its own. Addresses are relative to
the live server. A page that asks another server, breaks the content policy or throws fails its test.
"""

import gc
import os
import shutil
import uuid

import pytest
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as profile
from playwright.sync_api import expect, sync_playwright

from deploy import messages
from deploy.run_tests import BROWSERS

CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
SWITCHES = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# Milliseconds: a machine with other work to do is slow, not broken.
PATIENCE = 30_000


def is_worker(config):
    """Whether this process is one of several that xdist started."""
    return hasattr(config, "workerinput")


def pytest_configure(config):
    # As with PATIENCE: how long one example takes says nothing about the code. Every run asks about other examples.
    few = {"max_examples": 40, "deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
    profile.register_profile("patient", parent=profile(), **few)
    profile.load_profile("patient")
    if not is_worker(config):
        messages.compile_catalogs()


# What reaches the database; a test without any of these says the same on either engine.
DATABASE = {"db", "transactional_db", "live_server", "django_db_serialized_rollback"}


def _is_asked(item, beside):
    """Whether this run asks `item` where another one, on the engine `beside`, asks the rest."""
    if beside == "postgres":
        return item.get_closest_marker("strict") is None
    if item.get_closest_marker("walk"):
        return False
    return item.get_closest_marker("django_db") is not None or DATABASE & set(getattr(item, "fixturenames", ()))


def pytest_collection_modifyitems(config, items):
    if beside := os.environ.get("TEST_BESIDE"):
        config.hook.pytest_deselected(items=[item for item in items if not _is_asked(item, beside)])
        items[:] = [item for item in items if _is_asked(item, beside)]
    for item in items:
        if "browser" not in getattr(item, "fixturenames", ()):
            continue
        item.add_marker(pytest.mark.browser)
        if not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="no Chromium"))
    items[:] = _long_first(items, getattr(config, "workerinput", {}).get("workercount", 1))


def _long_first(items, workers):
    """The same tests with those of the browser, the longest, at the head of each process's part of the list.

    Else the last of them runs alone while the other processes have nothing left to do.
    """
    long = [item for item in items if item.get_closest_marker("browser")]
    short = [item for item in items if not item.get_closest_marker("browser")]
    ordered = []
    for number in range(workers):
        part = -(-(len(items) - len(ordered)) // (workers - number))
        mine = long[number::workers]
        rest = part - len(mine)
        ordered += mine + short[:rest]
        short = short[rest:]
    return ordered


def pytest_collection_finish():
    """Leave what the whole run needs out of every search for garbage: a fifth of the processor's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(autouse=True)
def _files_apart(settings):
    """Files written by one test are not seen by another."""
    settings.MEDIA_ROOT = settings.TEST_FOLDER / "files" / uuid.uuid4().hex


@pytest.fixture(autouse=True)
def _language_apart():
    """The language a visitor of one test chose is not heard in another."""
    with translation.override(translation.get_language()):
        yield


@pytest.fixture(scope="session")
def browser():
    """Chromium of this process; tests ask for `page` or `new_page` instead."""
    # Playwright's loop runs in this thread, and Django would take it for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    switches = [*SWITCHES, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=switches)
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser, live_server):
    """`new_page(**context options)`: a page of a new visitor at the live server."""
    contexts, faults = [], []

    def visit(**options):
        defaults = {
            "base_url": live_server.url,
            "locale": "ru-RU",
            "timezone_id": "Europe/Moscow",
            "viewport": {"width": 1280, "height": 800},
        }
        context = browser.new_context(**defaults | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        _watch(page, live_server.url, faults)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def page(new_page):
    """A page of one new visitor, 1280 by 800."""
    return new_page()


# The browser's own: pages of its PDF viewer ask nobody outside.
WITHIN = ("data:", "blob:", "about:", "chrome:", "chrome-extension:")


def _watch(page, home, faults):
    """Note in `faults` every thrown error, every breach of the content policy, every request elsewhere."""

    def on_console(message):
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    def on_request(request):
        if not request.url.startswith((home, *WITHIN)):
            faults.append(f"asked another server: {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: faults.append(f"error in a script: {error}"))
