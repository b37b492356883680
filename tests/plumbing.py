"""What every test stands on: compiled messages, files apart, one Chromium for the browser tests of a process.

`page` is a fresh visitor; `new_page()` makes another one with cookies of its own. Addresses are relative to
the live server. A page that asks another server, breaks the content policy or throws fails its test.
"""

import gc
import os
import shutil
import uuid
from contextlib import nullcontext
from copy import copy

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.forms import BaseForm, BaseFormSet
from django.template import RequestContext
from django.test import client
from django.test.utils import ContextList
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed
from hypothesis import HealthCheck
from hypothesis import settings as profile
from playwright.sync_api import expect, sync_playwright

from deploy import messages
from deploy.run_tests import BROWSERS
from tests.world import unprinted

CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
SWITCHES = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A process less to talk to.
    "--enable-features=NetworkServiceInProcess2",
    # Whoever asks another server finds none.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
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
        # This process may have looked for words before there were any.
        translation_file_changed(None, messages.CATALOG.with_suffix(".mo"))


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


FORMS = (BaseForm, BaseFormSet)


def _keep_its_own(store, signal, sender, template, context, **kwargs):
    """What a page was made of and its forms, without its hundred parts: to copy each takes a tenth of the page."""
    store.setdefault("templates", []).append(template)
    known = store.setdefault("forms", [])
    # By its type: a lazy value would be made to say what it is.
    values = (each for words in context.dicts for each in words.values() if issubclass(type(each), FORMS))
    forms = [form for form in values if form not in known]
    if forms or isinstance(context, RequestContext) and context.template is template:
        store.setdefault("context", ContextList()).append(copy(context))
        known += forms


client.store_rendered_templates = _keep_its_own


def _sign_in(visitor, user, backend="people.accounts.backends.LoginNameBackend"):
    """A session of `user` and its cookie; what a typed password does besides is asked where one is typed."""
    store = SessionStore()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(user.pk), backend
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    data, until = store.encode(dict(store.items())), store.get_expiry_date()
    session = Session.objects.create(session_key=uuid.uuid4().hex, session_data=data, expire_date=until)
    visitor.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


client.Client.force_login = _sign_in


def pytest_collection_finish():
    """Leave what the whole run needs out of every search for garbage: a fifth of the processor's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Papers are laid out only for tests that look at one: that takes longer than all the rest of a signature."""
    # Fixtures of a module too, so around the whole test and not as a fixture.
    with nullcontext() if item.get_closest_marker("printed") else unprinted():
        return (yield)


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
    """`new_page(**context options)`: a page of a new visitor at the live server, see `Visits`."""
    visits = Visits(browser, live_server)
    yield visits
    visits.close()
    assert not visits.faults


@pytest.fixture
def page(new_page):
    """A page of one new visitor, 1280 by 800."""
    return new_page()


# The browser's own: pages of its PDF viewer ask nobody outside.
WITHIN = ("data:", "blob:", "about:", "chrome:", "chrome-extension:")


class Visits:
    """Pages of new visitors at the live server, and in `faults` whatever broke on the way.

    A page in a page is left empty unless `shows_papers`: to lay out a paper takes a second of the machine.
    """

    shows_papers = False

    def __init__(self, browser, server):
        self.browser, self.home = browser, server.url
        self.contexts, self.faults = [], []
        self.httpd = server.thread.httpd
        self.site = self.httpd.get_app()
        self.httpd.set_app(self._answer)

    def __call__(self, **options):
        defaults = {
            "base_url": self.home,
            "locale": "ru-RU",
            "timezone_id": "Europe/Moscow",
            "viewport": {"width": 1280, "height": 800},
        }
        context = self.browser.new_context(**defaults | options)
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", self._note_breach)
        # To hear of every request would cost more than the pages; one to another server always fails.
        page.on("requestfailed", self._note_stranger)
        page.on("pageerror", lambda error: self.faults.append(f"error in a script: {error}"))
        return page

    def close(self):
        for context in self.contexts:
            context.close()
        self.httpd.set_app(self.site)

    def _answer(self, environ, start_response):
        """Answer as the site does; an answer of a broken server is a fault."""
        if environ.get("HTTP_SEC_FETCH_DEST") == "iframe" and not self.shows_papers:
            start_response("204 No Content", [])
            return [b""]

        def start(status, *rest):
            if status.startswith("5"):
                self.faults.append(f"{status} at {environ['PATH_INFO']}")
            return start_response(status, *rest)

        return self.site(environ, start)

    def _note_breach(self, message):
        if "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def _note_stranger(self, request):
        if not request.url.startswith((self.home, *WITHIN)):
            self.faults.append(f"asked another server: {request.url}")
