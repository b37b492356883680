"""Text that means harm, in every field and every parameter: refused in words, or shown as the text it is."""

import re
from urllib.parse import urlencode

import pytest

from tests.attacks.hearing import ALL, asked_of_address
from tests.crawl import (
    CHOICES,
    ROWS,
    TEXTS,
    body_of,
    browser_of,
    forms_of,
    own_forms,
    readers_of,
    refused_fields,
    undone,
    wrong_fields,
)
from tests.known import asked_once

PICTURE = "<img src=x onerror=alert(1)>"
FORMULA = "=cmd|' /C calc'!A0"
BIDI = "\u202eслово\u2066\u200b"
HUGE = "9" * 25
LONG = "Ж" * 70_000
MIXED = f"{FORMULA} \x00 {BIDI} {PICTURE} ' OR 1=1 -- {{{{ 7|add:7 }}}} %s %(x)s ${{x}}"
PARAMETERS = ("page", "sort", "q", "employment", "mentee", "mentor", "mentorship", "step", "show", "part", "next")

# SQLite forgives more.
pytestmark = [pytest.mark.django_db, pytest.mark.strict]


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


def test_nonsense_in_the_address_is_no_error_of_the_server(place):
    """In its parameters, and a key longer than any row has."""
    asked, bare, faults = asked_of_address(place.response), place.address.partition("?")[0], []
    forms = forms_of(place.response, place.address) if asked else []
    names = {*PARAMETERS, *asked, *(each for form in forms if form.method == "get" for each in form.fields)}
    for value in (HUGE, MIXED) if asked else ():
        with undone():
            faults.append(_fault(place.client.get(f"{bare}?{urlencode(dict.fromkeys(names - {ALL}, value))}")))
    address = re.sub(r"/\d+/", f"/{HUGE}/", place.address)
    for ask in (place.client.get, place.client.post) if address != place.address else ():
        status = ask(address).status_code
        faults.append(None if status in (404, 405) else (address, status))
    assert not any(faults), faults


def _names(form, *, texts):
    """Names of the fields for words, or of all others that a visitor fills by the keyboard or a choice."""
    words = form.names(*TEXTS)
    return words if texts else [name for name in form.fields if name not in words and form.fields[name].kind != "file"]


def _post(client, form, names, value):
    """The answer to a form with ``value`` under every one of ``names``, and the page behind it."""
    with undone():
        answers = [client.post(form.action, form.data(dict.fromkeys(names, [value])))]
        if answers[0].status_code == 302:
            # What was written may have changed who looks at it, and where.
            with asked_once({}):
                answers.append(client.get(answers[0]["Location"]))
    return answers


def _mixed(client, form):
    """Answers to text in every field, then without what the page called wrong, at last in the fields for words."""
    texts, answers = {*_names(form, texts=True)}, []
    names = texts | {*_names(form, texts=False)}
    while names:
        found = _post(client, form, names, MIXED)
        answers += found
        if len(found) > 1:
            break
        left = names - wrong_fields(found[0], form.action)
        names = left if left != names else (names & texts if names - texts else set())
    return answers


def _huge(client, form):
    """Answers to huge keys and numbers: all at once, without what the page called wrong, and one after the other."""
    names = _names(form, texts=False)
    answers = _post(client, form, names, HUGE) if names else []
    if not answers:
        return answers
    refused = refused_fields(answers[0], dict.fromkeys(names, [HUGE]))
    left = set(names) - wrong_fields(answers[0], form.action)
    if left and left != set(names):
        answers += _post(client, form, left, HUGE)
    # A form that stops at its first wrong field hides what the next one does, unless that refuses the value by itself.
    hidden = [name for name in form.names(*CHOICES, "number") if name not in refused and len(names) > 1]
    for name in {re.sub(r"\d+", "", name): name for name in hidden}.values():
        answers += _post(client, form, [name], HUGE)
    return answers


def _opened(world, place):
    """Browser and forms of everybody who is asked."""
    for who in _askers(place.name):
        if who == readers_of(ROWS[place.name])[0]:
            yield who, place.client, place.forms
        else:
            client = browser_of(world, who)
            yield who, client, own_forms(client.get(place.address), place.address, place.name)


def test_hostile_text_in_a_form_is_refused_in_words_or_shown_as_text(world, place):
    faults = []
    for who, client, forms in _opened(world, place):
        for form in forms:
            kind = (form.goes_to(), *form.fields)
            if kind in world.attacked:
                continue
            world.attacked.add(kind)
            found = map(_fault, [*_mixed(client, form), *_huge(client, form)])
            faults += [(who, form.action, fault) for fault in found if fault]
    assert faults == []


def test_a_text_as_long_as_a_book_is_refused_at_its_field(place):
    accepted = []
    for form in place.forms:
        changes = {each: [LONG] for each in form.names(*TEXTS)}
        if not changes:
            continue
        with undone():
            response = place.client.post(form.action, form.data(changes))
        if left := set(changes) - wrong_fields(response, form.action):
            accepted.append((form.action, response.status_code, left))
    assert accepted == []
