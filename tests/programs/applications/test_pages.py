"""The forms of the room as a browser sends them."""

import pytest
from django.test import Client
from django.urls import reverse

from programs.applications.models import Application, KeptApplication
from programs.applications.states import ApplicationKind, ApplicationState
from tests.amending import amend
from tests.programs.applications.factories import LATER, make_application
from tests.programs.plans.factories import make_event
from tests.world import PASSWORD, undrawn

K, S = ApplicationKind, ApplicationState


def browser(user):
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def address(place, name, *args):
    return reverse(f"programs:application_{name}", args=[place.organization.slug, *args])


def test_a_correction_is_what_differs_in_the_copy(home):
    amend(home.organization, {"program.correction_allowed": True})
    moved, dropped = make_event(home.program), make_event(home.program, content="Лишнее")
    url = address(home, "file", home.mentorship.pk, "correction")
    client = browser(home.mentee.user)
    page = client.get(url)
    form = page.context["form"]
    data = {name: field.initial for name, field in form.fields.items() if field.initial is not None}
    data |= {
        "reason": "новый класс",
        "note_goal": "Вести класс",
        f"event_{moved.pk}_planned_on": "2026-11-30",
        f"event_{dropped.pk}_drop": "on",
        "new_0_content": "Конкурс",
        "new_0_planned_on": "2026-12-15",
    }
    client.post(f"{url}keep/", {"reason": "нов"})
    assert KeptApplication.objects.get().values == {"reason": "нов"}
    assert client.post(url, data | {"new_1_content": "Без дня"}).context["form"].errors.keys() == {"new_1_planned_on"}
    answer = client.post(url, data)
    asked = Application.objects.get()
    assert answer.url == address(home, "card", asked.pk)
    assert asked.changes == {
        "note": {"goal": "Вести класс"},
        "events": {str(moved.pk): {"planned_on": "2026-11-30"}},
        "cancelled": [dropped.pk],
        "added": [{"content": "Конкурс", "planned_on": "2026-12-15", "form": "meeting", "responsible": ""}],
    }
    assert not KeptApplication.objects.exists()
    assert "Вести класс" in browser(home.mentor.user).get(address(home, "answer", asked.pk)).content.decode()


@pytest.mark.parametrize(("button", "state"), [({}, S.FILED), ({"disagree": "1", "word": "нет"}, S.WITHDRAWN)])
def test_the_button_says_whether_the_other_side_agrees(home, button, state):
    asked = make_application(home, K.EXTENSION, new_ends_on=LATER)
    answer = browser(home.mentee.user).post(address(home, "answer", asked.pk), button)
    asked.refresh_from_db()
    assert (answer.status_code, asked.state, asked.consents.get().agrees) == (302, state, not button)


@undrawn()
def test_a_refusal_stands_beside_its_field_and_keeps_what_was_typed(home):
    asked = make_application(home, state=S.VISAED)
    client = browser(home.director.user)
    sent = {"decision": "refuse", "resolution": "", "password": PASSWORD}
    page = client.post(address(home, "decide", asked.pk), sent)
    assert page.context["form"].errors.keys() == {"resolution"}
    client.post(address(home, "decide", asked.pk), sent | {"resolution": "До конца четверти"})
    asked.refresh_from_db()
    assert (asked.state, asked.resolution) == (S.REFUSED, "До конца четверти")


@undrawn()
def test_the_list_says_whose_turn_it_is(home):
    make_application(home, state=S.VISAED)
    make_application(home, K.RESIGNATION)
    rows = browser(home.director.user).get(address(home, "list")).context["rows"]
    assert {(row["application"].kind, row["turn"]) for row in rows} == {
        ("replacement", "decision"),
        ("resignation", ""),
    }
