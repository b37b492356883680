"""Text that means harm, in every field and every parameter: refused in words, or shown as the text it is."""

import re
from urllib.parse import urlencode

import pytest

from tests.crawl import (
    CHOICES,
    PAGES,
    ROWS,
    TEXTS,
    VISITORS,
    body_of,
    forms_of,
    open_page,
    own_forms,
    readers_of,
    signed_in,
    undone,
)
from tests.world import build_world, lasting, unprinted

PICTURE = "<img src=x onerror=alert(1)>"
FORMULA = "=cmd|' /C calc'!A0"
BIDI = "\u202eслово\u2066\u200b"
HUGE = "9" * 25
LONG = "Ж" * 70_000
MIXED = f"{FORMULA} \x00 {BIDI} {PICTURE} ' OR 1=1 -- {{{{ 7|add:7 }}}} %s %(x)s ${{x}}"
PARAMETERS = ("page", "sort", "q", "employment", "mentee", "mentor", "mentorship", "step", "show", "part", "next")

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with lasting(django_db_blocker), unprinted():
        yield build_world()


def _askers(name):
    """The curator where the curator may, and the participants, who see forms of their own."""
    readers = readers_of(ROWS[name])
    return dict.fromkeys([readers[0], *(who for who in readers if who in ("mentor", "mentee"))])


def _fault(response):
    """What is wrong with an answer to a hostile request, or None."""
    if response.status_code >= 500:
        return f"{response.status_code} {_cause(response)}"
    if response.get("Content-Type", "").startswith("text/html"):
        body = body_of(response).decode()
        if "<img src=x" in body:
            return "the picture is drawn"
        if found := re.search("[\x00\u202e\u2066\u200b]", body):
            return f"shows {found[0]!r}"
    return None


def _cause(response):
    kind, error, _trace = getattr(response, "exc_info", None) or (None, None, None)
    return f"{kind.__name__}: {str(error)[:150]}" if kind else ""


@pytest.fixture(scope="module", params=PAGES)
def place(world, request):
    """One page after the other, opened once for all tests."""
    with open_page(world, request.param) as place:
        yield place


@pytest.mark.walk
def test_nonsense_in_the_address_is_no_error_of_the_server(place):
    forms = forms_of(place.response, place.address)
    names = {*PARAMETERS, *(each for form in forms if form.method == "get" for each in form.fields)}
    faults = []
    for value in (HUGE, MIXED):
        query = urlencode(dict.fromkeys(names, value))
        with undone():
            faults.append(_fault(place.client.get(f"{place.address.partition('?')[0]}?{query}")))
    assert faults == [None] * 2


@pytest.mark.strict
def test_a_key_longer_than_any_row_has_is_nobody(place):
    address = re.sub(r"/\d+/", f"/{HUGE}/", place.address)
    answers = {place.client.get(address).status_code, place.client.post(address).status_code}
    assert address == place.address or answers <= {404, 405}


def _attacks(form):
    """Hostile values for the fields of a form: each a change to what an honest visitor would send."""
    texts = form.names(*TEXTS)
    rest = [name for name in form.fields if name not in texts and form.fields[name].kind != "file"]
    changes = [{name: [MIXED] for name in texts}, {name: [MIXED] for name in rest}, {name: [HUGE] for name in rest}]
    # One after the other too: a form that stops at its first wrong field hides what the next one does.
    alike = {re.sub(r"\d+", "", name): name for name in form.names(*CHOICES, "number")}
    if len(rest) > 1:
        changes += [{name: [HUGE]} for name in alike.values()]
    return [each for each in changes if each]


def _send(client, form, changes):
    """Post once, and once more without the changes the page called wrong; the answers, the page behind included."""
    answers = []
    for _round in range(2):
        with undone():
            response = client.post(form.action, form.data(changes))
            answers.append(response)
            if response.status_code == 302:
                answers.append(client.get(response["Location"]))
        wrong = _wrong_fields(response, form)
        if not wrong & set(changes):
            break
        changes = {name: value for name, value in changes.items() if name not in wrong}
    return answers


def _wrong_fields(response, form):
    pages = forms_of(response, form.action) if response.status_code == 200 else []
    return {name for page in pages for name, each in page.fields.items() if each.is_wrong}


@pytest.mark.strict
def test_hostile_text_in_a_form_is_refused_in_words_or_shown_as_text(world, place):
    faults, known = [], set()
    for who in _askers(place.name):
        client = signed_in(VISITORS[who](world))
        for form in own_forms(client.get(place.address), place.address, place.name):
            attacks = [] if (form.action, *form.fields) in known else _attacks(form)
            known.add((form.action, *form.fields))
            for changes in attacks:
                found = [_fault(response) for response in _send(client, form, changes)]
                faults += [(who, form.action, [*changes][:3], fault) for fault in found if fault]
    assert faults == []


@pytest.mark.walk
def test_a_text_as_long_as_a_book_is_refused_at_its_field(place):
    accepted = []
    for form in place.forms:
        changes = {each: [LONG] for each in form.names(*TEXTS)}
        if not changes:
            continue
        with undone():
            response = place.client.post(form.action, form.data(changes))
        if left := set(changes) - _wrong_fields(response, form):
            accepted.append((form.action, response.status_code, left))
    assert accepted == []
