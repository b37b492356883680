"""Text that means harm, in every field and every parameter: refused in words, or shown as the text it is."""

import re
from urllib.parse import urlencode

import pytest

from tests.attacks.hearing import ALL, asked_of_address
from tests.bare import framed
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


def _faults_of_address(place):
    """What is wrong with the answers to nonsense in its parameters, and to a key longer than any row has."""
    asked, bare, faults = asked_of_address(place.response), place.address.partition("?")[0], []
    names = {*PARAMETERS, *asked, *(each for form in place.all_forms if form.method == "get" for each in form.fields)}
    for value in (HUGE, MIXED) if asked else ():
        with undone():
            faults.append(_fault(place.client.get(f"{bare}?{urlencode(dict.fromkeys(names - {ALL}, value))}")))
    address = re.sub(r"/\d+/", f"/{HUGE}/", place.address)
    for ask in (place.client.get, place.client.post) if address != place.address else ():
        status = ask(address).status_code
        faults.append(None if status in (404, 405) else f"{status} at {address}")
    return [fault for fault in faults if fault]


def _names(form, *, texts):
    """Names of the fields for words, or of all others that a visitor fills by the keyboard or a choice."""
    words = form.names(*TEXTS)
    return words if texts else [name for name in form.fields if name not in words and form.fields[name].kind != "file"]


def _post(client, form, changes):
    """The answer to a form with ``changes``, and the page behind it."""
    with undone():
        answers = [client.post(form.action, form.data({name: [value] for name, value in changes.items()}))]
        if answers[0].status_code == 302:
            # What was written may have changed who looks at it, and where, and what stands around the page.
            with asked_once({}), framed():
                answers.append(client.get(answers[0]["Location"]))
    return answers


def _mixed(client, form):
    """Answers to text in every field, then without what the page called wrong, at last in the fields for words."""
    texts, answers = {*_names(form, texts=True)}, []
    names = texts | {*_names(form, texts=False)}
    while names:
        found = _post(client, form, dict.fromkeys(names, MIXED))
        answers += found
        if len(found) > 1:
            break
        left = names - wrong_fields(found[0], form.action)
        names = left if left != names else (names & texts if names - texts else set())
    return answers


def _huge(client, form):
    """Answers to huge keys and numbers, at first beside texts as long as a book, and which texts were not refused."""
    names, texts = _names(form, texts=False), _names(form, texts=True)
    if not form.fields:
        return [], set()
    answers = _post(client, form, dict.fromkeys(names, HUGE) | dict.fromkeys(texts, LONG))
    refused = refused_fields(answers[0], dict.fromkeys(names, [HUGE]))
    wrong = wrong_fields(answers[0], form.action)
    accepted = {*texts} - wrong
    if accepted and names:
        answers += _post(client, form, dict.fromkeys(texts, LONG))
        accepted -= wrong_fields(answers[-1], form.action)
    left = {*names} - wrong
    if left and (texts or left != {*names}):
        answers += _post(client, form, dict.fromkeys(left, HUGE))
    # A form that stops at its first wrong field hides what the next one does, unless that refuses the value by itself.
    hidden = [name for name in form.names(*CHOICES, "number") if name not in refused and len(names) > 1]
    for name in {re.sub(r"\d+", "", name): name for name in hidden}.values():
        answers += _post(client, form, {name: HUGE})
    return answers, accepted


def _opened(world, place):
    """Browser and forms of everybody who is asked."""
    for who in _askers(place.name):
        if who == readers_of(ROWS[place.name])[0]:
            yield who, place.client, place.forms
        else:
            client = browser_of(world, who)
            forms = forms_of(client.get(place.address), place.address)
            yield who, client, own_forms(forms, place.name)


def _faults_of_form(client, form):
    """What is wrong with the answers to hostile text in the fields of a form."""
    huge, accepted = _huge(client, form)
    faults = [fault for fault in map(_fault, [*_mixed(client, form), *huge]) if fault]
    return faults + [f"a text as long as a book in {name}" for name in sorted(accepted)]


def test_hostile_text_is_refused_in_words_or_shown_as_text(world, place):
    """In the address of a page and in every field of its forms."""
    faults = _faults_of_address(place)
    for who, client, forms in _opened(world, place):
        for form in forms:
            kind = (form.goes_to(), *form.fields)
            if kind not in world.attacked:
                world.attacked.add(kind)
                faults += [(who, form.action, fault) for fault in _faults_of_form(client, form)]
    assert faults == []
