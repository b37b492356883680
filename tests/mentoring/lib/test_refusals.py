import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage

from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import refusals_in, refusals_told


class DayForm(forms.Form):
    day = forms.DateField()


@pytest.fixture
def form():
    return DayForm({"day": "2026-11-21"})


@pytest.fixture
def asked(rf):
    request = rf.post("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    return request


@pytest.mark.parametrize(
    ("refusal", "errors"),
    [
        ("Signed already.", {"__all__": ["Signed already."]}),
        (["Signed already.", "Look at it."], {"__all__": ["Signed already.", "Look at it."]}),
        ({"day": "Too early."}, {"day": ["Too early."]}),
        ({"number": "Taken."}, {"__all__": ["Taken."]}),
        ({"day": "Too early.", "number": "Taken."}, {"day": ["Too early."], "__all__": ["Taken."]}),
    ],
)
def test_a_refusal_stands_beside_the_field_it_names_or_above_the_form(form, refusal, errors):
    with refusals_in(form):
        raise MoveRefused(refusal)
    assert form.errors == errors


@pytest.mark.parametrize(
    ("refusal", "errors"),
    [
        ("Too early.", {"day": ["Too early."]}),
        ({"number": "Taken."}, {"__all__": ["Taken."]}),
    ],
)
def test_a_refusal_that_names_nothing_stands_beside_the_field_the_page_knows(form, refusal, errors):
    with refusals_in(form, beside="day"):
        raise MoveRefused(refusal)
    assert form.errors == errors


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        ("Signed already.", "Signed already."),
        (["Signed already.", "Look at it."], "Signed already. Look at it."),
        ({"day": "Too early."}, "Too early."),
    ],
)
def test_a_refusal_is_told_on_the_next_page_as_an_error(asked, refusal, told):
    with refusals_told(asked):
        raise MoveRefused(refusal)
    assert [(message.level_tag, message.message) for message in get_messages(asked)] == [("error", told)]


def _answer(manager, deed):
    with manager:
        deed()
        return "the deed is done"
    return "the page again"


def _refused():
    raise MoveRefused("No.")


def test_the_block_answers_for_a_deed_done_and_what_follows_it_for_a_refused_one(form, asked):
    answers = [
        _answer(manager, deed) for deed in (list, _refused) for manager in (refusals_in(form), refusals_told(asked))
    ]
    assert answers == ["the deed is done"] * 2 + ["the page again"] * 2


def test_nothing_but_a_refusal_is_kept_from_going_further(form, asked):
    for manager in (refusals_in(form), refusals_told(asked)):
        with pytest.raises(forms.ValidationError), manager:
            raise forms.ValidationError("Not a refusal.")
    assert form.errors == {}
    assert not list(get_messages(asked))
