"""The own wording of every kind of order over every preset: the same text again, its parts, its fields."""

import datetime
from functools import partial

import pytest
from django.db import transaction
from django.utils import translation

from mentoring.lib.fieldtext import field, names_in
from mentoring.lib.moves import MoveRefused
from people.organizations.selectors import regulation_on
from programs.orders.services import with_texts
from programs.orders.states import OrderKind
from programs.plans.states import ProgramState
from reports.documents.fields import ALL_POINTS, OF_KIND, fields_of, parts_of
from reports.documents.lines.particulars import COMMITTEE, JURY_CHAIR
from reports.documents.templating import AROUND, filled, made_template, problems_of
from reports.orders import services
from reports.orders.services.founding import Content
from tests.programs.council.factories import make_held
from tests.programs.orders.factories import make_mentee, make_mentor
from tests.reports.orders import lines
from tests.reports.orders.changing import NEW_MENTOR, SECOND_MENTEE, TODAY, at_work, working
from tests.reports.orders.test_programs import agreed
from tests.reports.orders.test_reporting import PERIOD, SWOT, TITLE, answering
from tests.reports.orders.test_results import done
from tests.reports.orders.test_wordings import make, o1, o2, o3, o4, o6, o7, o8, texts_of, wording_of
from tests.world import build_school, make_organization, populate, world_with

# Words become fields and fields words on either engine alike.
pytestmark = [pytest.mark.django_db, pytest.mark.walk]
# The orders of cdutt, where the rest of these tests and of `test_wordings` is asked, become wordings there.
PRESETS = ("school-3", "lastochka", "malinovskaya", "lyceum-136")


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = TODAY
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def make_world():
    return world_with(TODAY, partial(build_school, "cdutt"), pair=working)


def another_pair(place):
    return working(place, make_mentor(place.organization, *NEW_MENTOR), make_mentee(place.organization, *SECOND_MENTEE))


# Each gives the draft, and what composes it anew from the same data.
def programs(place, *more):
    chosen = (agreed(place), *(agreed(place, "Оценивание", pair=pair) for pair in more))
    options = {"by": place.curator.user, "meeting": make_held(place, on=datetime.date(2026, 11, 19), number=2)}
    order = services.prepare_programs(place.organization, chosen, **options)
    return order, lambda: services.recompose_programs(order, chosen, **options)


def results(place, *more):
    early = {"state": ProgramState.TERMINATED, "end_reason": "mutual"}
    chosen = (done(at_work(place)), *(done(pair, "Оценивание", **early) for pair in more))
    options = {"by": place.curator.user, "note": True, "publish_by": datetime.date(2026, 12, 25)}
    order = services.prepare_results(place.organization, chosen, **options)
    return order, lambda: services.recompose_results(order, chosen, **options)


def by_lines(kind, make_content):
    def drafted(place):
        lines.lets_go(place)
        content = make_content(place)
        order = services.prepare_lines(kind, place.organization, content, by=place.curator.user)
        return order, lambda: services.recompose_lines(order, content, by=place.curator.user)

    return drafted


def surveyed(place):
    return lines.monitoring(place, lines.survey(place), stages=(1, 2))


def event(place):
    people = (lines.line(place.mentor.employment, code=COMMITTEE), lines.line(place.mentee.employment, code=JURY_CHAIR))
    return lines.final_event(place, *people)


def encouraged(place):
    one, another = place.mentor.employment, place.mentee.employment
    return lines.encouragement(lines.line(one, code="thanks"), lines.line(another, code="diploma", position=1))


def paid(place):
    lines.paid_agreement(place, place.mentor.employment)
    return lines.payment(lines.line(place.mentor.employment))


def released(place):
    return lines.release(lines.line(place.mentor.employment, substitute=place.director.employment), place="Дом учителя")


def released_alone(place):
    return lines.release(lines.line(place.mentor.employment))


def report(place, **particulars):
    values = {"what": "report", "title": TITLE, "conclusions": "Пары работают.", **PERIOD} | particulars
    options = {"by": place.curator.user, "meeting": make_held(place, on=datetime.date(2026, 11, 19), number=2)}
    order = services.prepare_report(place.organization, values, **options)
    return order, lambda: services.recompose_report(order, values, **options)


def swot(place):
    return report(place, what="swot", **SWOT)


def responsible(place):
    content = Content(appointments=(answering(place.mentor.employment),))
    order = services.prepare_responsible(place.organization, content, by=place.curator.user)
    return order, lambda: services.recompose_responsible(order, content, by=place.curator.user)


ONE_OF_EACH = {
    "programs": programs,
    "monitoring": by_lines(OrderKind.MONITORING, surveyed),
    "final event": by_lines(OrderKind.FINAL_EVENT, event),
    "results": results,
    "encouragement": by_lines(OrderKind.ENCOURAGEMENT, encouraged),
    "payment": by_lines(OrderKind.PAYMENT, paid),
    "report": report,
    "responsible": responsible,
    "release": by_lines(OrderKind.RELEASE, released),
}
NEWER = ONE_OF_EACH | {
    "programs in an annex": lambda place: programs(place, another_pair(place)),
    "results in an annex": lambda place: results(place, another_pair(place)),
    "monitoring without a survey": by_lines(OrderKind.MONITORING, lines.monitoring),
    "final event alone": by_lines(OrderKind.FINAL_EVENT, lambda place: lines.final_event(place, program=())),
    "swot": swot,
    "release alone": by_lines(OrderKind.RELEASE, released_alone),
}


OLDER = {make_draft.__name__: make_draft for make_draft in (o1, o2, o3, o4, o6, o7, o8)}


def each_in(place, wanted):
    """(name, what `wanted` gives for it) one after the other, each in the place as it was before."""
    for name, drafted in wanted.items():
        with transaction.atomic():
            yield name, drafted(place)
            transaction.set_rollback(True)


def by_hand(order):
    """Every word the kind has a field for, written by hand, between the parts the composer gave."""
    values = order.composed["fields"]
    words = [name for name, one in fields_of(order.kind).items() if not one.is_part and name not in AROUND.values()]
    own = [{"text": f"Сведения – {values[name]} – приложить.", "depth": 1} for name in words if values.get(name)]
    return [*order.points, *own]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_wording_of_a_draft_gives_the_same_text_again(preset):
    place = populate(make_organization(f"{preset}-x", preset=preset))
    place.pair = working(place)
    council = regulation_on(place.organization, TODAY).council.enabled
    # Where the regulation knows no council, there is no order on it.
    drafts = {name: drafted for name, drafted in OLDER.items() if council or name != "o3"}
    newer = {name: lambda place, drafted=drafted: drafted(place)[0] for name, drafted in ONE_OF_EACH.items()}
    seen = []
    for name, order in each_in(place, drafts | newer):
        wording = wording_of(order)
        parts = [field(one.name) for one in parts_of(order.kind)]
        assert [point["text"] for point in wording["points"]] == parts, name
        assert {around: wording[around] for around in AROUND} == {around: field(AROUND[around]) for around in AROUND}
        assert problems_of(order.kind, wording) == []
        again = with_texts(order, **filled(order.kind, wording, order.composed["fields"]))
        assert texts_of(again) == texts_of(order), name
        seen.append(OrderKind(order.kind))
    assert set(OF_KIND) == set(OrderKind) - {OrderKind.CANCELLATION, OrderKind.AMENDMENT}
    assert set(seen) == (set(OF_KIND) if council else set(OF_KIND) - {OrderKind.COUNCIL})


def test_what_is_written_by_hand_becomes_the_fields_and_no_field_is_without_words(school):
    said = {}
    for name, (order, again) in each_in(school, NEWER):
        texts, values = texts_of(order) | {"points": by_hand(order)}, order.composed["fields"]
        wording = made_template(order.kind, texts, values)
        assert filled(order.kind, wording, values) == texts, name
        used = {found for point in wording["points"] for found in names_in(point["text"])}
        assert len(used) > len(parts_of(order.kind)), name
        template, before, composed = make(order), texts_of(order), order.composed
        renewed = again()
        assert (texts_of(renewed), renewed.composed) == (before, composed | {"template": template.pk}), name
        said.setdefault(OrderKind(order.kind), set()).update(found for found, value in values.items() if value)
    silent = {kind: {one.name for one in OF_KIND[kind]} - said[kind] for kind in said}
    # Nobody is released from a duty here, and the regulation pays nothing.
    rare = {OrderKind.REPORT: {"освобождение"}, OrderKind.RESULTS: {"выплата"}}
    assert silent == dict.fromkeys(said, set()) | rare


@pytest.mark.parametrize("kind", [OrderKind(code) for code in ("O5", "O9", "O10", "O11", "O12", "O13", "O14", "O15")])
def test_a_wording_without_a_needed_part_is_refused_and_the_whole_stands_for_all(kind):
    needed = [one.name for one in parts_of(kind) if one.is_needed]

    def problems(*names):
        points = [{"text": field(name), "depth": 1} for name in names]
        return problems_of(kind, {"heading": "О", "basis": "", "control": "", "points": points})

    assert needed and problems(*needed) == problems(ALL_POINTS) == []
    for name in needed:
        ((place, sentence),) = problems(*(one.name for one in parts_of(kind) if one.name != name))
        assert (place, f"Without {field(name)} the order would lose" in sentence) == (None, True)


def test_a_draft_composed_before_its_kind_had_parts_keeps_its_points_whole(school):
    order, _again = NEWER["release"](school)
    values = {
        name: value
        for name, value in order.composed["fields"].items()
        if name not in ("освобождение", "замещение", "куратор")
    }
    wording = made_template(order.kind, texts_of(order), values)
    assert wording["points"] == [{"text": field(ALL_POINTS), "depth": 1}]
    assert filled(order.kind, wording, values) == texts_of(order)


def test_an_order_of_the_other_sort_is_refused_where_the_wording_needs_its_words(school):
    order, _again = report(school)
    make(order, heading="Об утверждении {{название}}")
    with pytest.raises(MoveRefused) as refusal:
        responsible(school)
    assert "{{название}}" in refusal.value.messages[0]


def test_an_order_on_the_pay_of_several_words_no_sum_outside_the_annex(school):
    works = (school.mentor.employment, make_mentor(school.organization, *NEW_MENTOR).employment)
    for work in works:
        lines.paid_agreement(school, work)
    content = lines.payment(*(lines.line(work, position=at) for at, work in enumerate(works)))
    values = lines.lines_draft(school, OrderKind.PAYMENT, content).composed["fields"]
    annex = "согласно приложению к настоящему приказу"
    assert [values[name] for name in ("размер", "период", "основание_выплаты")] == [annex] * 3
