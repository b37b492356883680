"""The organization's own wording: made from a draft, it gives the same text; what would break an order is refused."""

import datetime
from dataclasses import fields, replace
from functools import partial

import pytest
from django.utils import translation

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.history.models import Move
from people.models import RegulationVersion
from programs.applications.states import ApplicationKind
from programs.appointments.services import Wanted
from programs.models import Order
from programs.orders.services import update_order
from programs.orders.states import OrderKind
from reports.documents.fields import fields_of
from reports.documents.templating import made_template, problems_of
from reports.models import OrderTemplate
from reports.orders import services
from reports.orders.selectors import waiting_for
from tests.amending import amend
from tests.programs.orders.factories import agreed_pair
from tests.reports.orders.changing import at_work, granted, planned, successor
from tests.reports.orders.changing import drafted as drafted_changes
from tests.reports.orders.factories import draft
from tests.reports.orders.founding import (
    council_of,
    curator,
    drafted,
    submitted_roadmap,
    submitted_version,
    tomorrow,
)
from tests.reports.orders.test_appointments import deputy
from tests.reports.orders.test_signing import refusal_of
from tests.world import build_school

pytestmark = pytest.mark.django_db
NAMES = ("heading", "basis", "points", "control")


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def make_world():
    return partial(build_school, "cdutt")


def texts_of(order):
    return {name: getattr(order, name) for name in NAMES}


def wording_of(order):
    return made_template(order.kind, texts_of(order), order.composed["fields"])


def make(order, name="Наша", **changes):
    by = order.drafted_by
    return services.make_template(order.organization, order.kind, by=by, name=name, **wording_of(order) | changes)


def o1(place):
    approved = {"version": submitted_version(place), "roadmap": submitted_roadmap(place), "everybody": True}
    return drafted(place, OrderKind.ADOPTION, **approved)


def o2(place):
    return drafted(place, OrderKind.CURATOR, appointments=(curator(deputy(place), tomorrow(place)),))


def o3(place):
    return drafted(place, OrderKind.COUNCIL, appointments=council_of(place, tomorrow(place)), label="совет наставников")


def o4(place):
    return draft(place, agreed_pair(place), agreed_pair(place))


def o6(place):
    pair = at_work(place)
    planned(pair)
    successor(place, pair)
    return drafted_changes(place, OrderKind.REPLACEMENT)


def o7(place):
    amend(place.organization, {"program.extension_allowed": True})
    pair = at_work(place)
    last = pair.ends_on + datetime.timedelta(days=30)
    granted(pair, ApplicationKind.EXTENSION, program=planned(pair), new_ends_on=last)
    return drafted_changes(place, OrderKind.CHANGE)


def o8(place):
    pair = at_work(place)
    planned(pair)
    granted(pair, ApplicationKind.RESIGNATION, takes_effect_on=datetime.date(2026, 12, 1))
    return drafted_changes(place, OrderKind.TERMINATION)


def again(order):
    """The draft composed anew from the same data."""
    if order.is_founding:
        content = services.content_of(order)
        rows = content.appointments
        wanted = (Wanted(**{each.name: getattr(row, each.name) for each in fields(Wanted)}) for row in rows)
        return services.recompose_founding(order, replace(content, appointments=tuple(wanted)), by=order.drafted_by)
    if order.changes_pairs:
        keys = [one.key for one in waiting_for(order.kind, order.organization, order) if one.is_held]
        return services.recompose_changes(order, keys, by=order.drafted_by)
    pairs = [line.mentorship for line in order.lines.all()]
    return services.recompose_assignment(order, pairs, by=order.drafted_by)


def edited(order):
    """Somebody's hand in the draft: the heading, an act, a point of their own, a subpoint, the parts in turn."""
    composed = order.composed["fields"]
    own = {"text": f"Отчёт для {composed['организация']} за {composed['учебный_год']} учебный год.", "depth": 1}
    points = [*order.points[-1:], own, *order.points[:-1]] if order.points[-1]["depth"] == 1 else [own, *order.points]
    points.append({"text": "Приложить лист ознакомления.", "depth": 2})
    return {
        "heading": f"{order.heading} в {composed['организация']}",
        "basis": f"{composed['положение'][:1].upper()}{composed['положение'][1:]}, {composed['законы']}",
        "points": points,
        "control": "Контроль поручаю заместителю.",
    }


@pytest.mark.parametrize("make_draft", [o1, o2, o3, o4, o6, o7, o8])
def test_what_was_written_by_hand_stands_in_every_later_order_and_the_data_are_new(school, make_draft):
    order = make_draft(school)
    own = edited(order)
    order = update_order(order, by=order.drafted_by, expected_version=order.version, **own)
    before = texts_of(order)
    make(order)
    assert texts_of(again(order)) == before
    wording = wording_of(order)
    assert "{{организация}}" in wording["heading"] and wording["control"] == "Контроль поручаю заместителю."
    assert {"text": "Отчёт для {{организация}} за {{учебный_год}} учебный год.", "depth": 1} in wording["points"]


def test_a_wording_names_the_people_of_the_next_order(school):
    make(draft(school))
    fresh = draft(school, agreed_pair(school))
    assert fresh.points[0]["text"] == fresh.composed["fields"]["закрепление"][0]["text"]
    assert not any("{{" in point["text"] for point in fresh.points)


def test_a_corrected_case_form_stands_in_the_text_and_in_what_the_fields_give(school):
    order = draft(school)
    work = order.subjects.get(role="mentor").employment
    order = services.correct_case_forms(
        order, work, by=school.curator.user, names={"accusative": "Кара-оглу Тимура"}, posts={}
    )
    assert "Кара-оглу Тимура" in order.points[0]["text"]
    make(order)
    assert texts_of(again(order)) == texts_of(order)


@pytest.mark.parametrize(
    ("kind", "change", "place", "words"),
    [
        (OrderKind.ASSIGNMENT, {"heading": "О {{закрепление}}"}, "heading", "point of its own"),
        (OrderKind.ASSIGNMENT, {"basis": "{{законы}} {{зоконы}}"}, "basis", "no field {{зоконы}}"),
        (OrderKind.ASSIGNMENT, {"control": "{{контроль"}, "control", "Double braces"),
        (OrderKind.ASSIGNMENT, {"points": ["Так: {{закрепление}}"]}, 0, "leave nothing else"),
        (OrderKind.ASSIGNMENT, {"points": ["{{закрепление}}", "{{прекращение}}"]}, 1, "no field {{прекращение}}"),
        (OrderKind.ASSIGNMENT, {"points": ["{{программы}}"]}, None, "Without {{закрепление}}"),
        (OrderKind.ASSIGNMENT, {"points": ["{{закрепление}}"] * 2}, None, "stands twice"),
        (OrderKind.ASSIGNMENT, {"points": ["{{пункты}}", "{{закрепление}}"]}, None, "holds {{закрепление}} already"),
        (OrderKind.ASSIGNMENT, {"points": [" "]}, None, "no points"),
        (OrderKind.CANCELLATION, {"points": ["Отменить всё."]}, None, "Without {{пункты}}"),
    ],
)
def test_a_wording_that_would_break_an_order_is_refused_at_its_place(school, kind, change, place, words):
    texts = {"heading": "О парах", "basis": "{{законы}}", "points": ["{{пункты}}"], "control": "{{контроль}}"} | change
    texts["points"] = [{"text": text, "depth": 1} for text in texts["points"]]
    found = problems_of(kind, texts)
    assert [(where, words in sentence) for where, sentence in found[:1]] == [(place, True)]
    with pytest.raises(MoveRefused):
        services.make_template(school.organization, kind, by=school.curator.user, name="Наша", **texts)
    assert not OrderTemplate.objects.exists()


def test_an_unknown_field_is_refused_with_the_list_of_those_that_exist(school):
    order = draft(school)
    refusal = refusal_of(lambda: make(order, basis="{{закон}}"))
    assert refusal.startswith("There is no field {{закон}} here; the nearest one is {{законы}}.")
    assert all("{{" + name + "}}" in refusal for name in fields_of(OrderKind.ASSIGNMENT))


def test_a_field_without_its_value_refuses_the_order_and_an_optional_one_prints_nothing(school):
    template = make(draft(school), control="Контроль возложить на: {{руководитель}}")
    control = texts_of(template) | {"control": "Сам, {{законы}}, контролирую"}
    school.organization.heads.all().delete()
    assert "{{руководитель}}" in refusal_of(lambda: draft(school, agreed_pair(school)))
    assert Order.objects.count() == 1
    services.update_template(template, by=school.curator.user, expected_version=1, name="Наша", **control)
    version = RegulationVersion.objects.get(organization=school.organization)
    version.settings["legal_bases"] = []
    version.save()
    assert draft(school, agreed_pair(school)).control == "Сам, контролирую"


def test_one_wording_of_a_kind_is_in_use_and_each_step_is_written_down(school):
    order, by = draft(school), school.curator.user
    first, second = make(order, "Первая"), make(order, "Вторая")

    def standing():
        return list(OrderTemplate.objects.order_by("pk").values_list("is_active", flat=True))

    seen = [standing()]
    services.use_template(first, by=by)
    seen.append(standing())
    services.rest_template(first, by=by)
    seen.append(standing())
    assert seen == [[False, True], [True, False], [False, False]]
    assert again(order).composed["template"] is None
    deeds = ["Wording made", "Put out of use", "Put into use", "Put out of use"]
    assert list(Move.objects.of(first).values_list("deed", flat=True)) == deeds
    with pytest.raises(StaleSave):
        services.update_template(second, by=by, expected_version=7, name="Вторая", **texts_of(second))
