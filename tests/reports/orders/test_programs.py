"""Order O5: programs agreed by all run by the signature of the head, and only by it where the regulation says so."""

import datetime
from functools import partial

import pytest

from people.accounts.actor import actor_in
from people.history.models import Move
from programs.council.services import take_mark_back
from programs.models import Order, Program
from programs.orders.selectors import approval_order_of
from programs.orders.states import OrderKind, OrderState
from programs.plans.services import agree_program, approve_program, edit_program
from programs.plans.states import AGREED_DEED, ProgramState
from reports.documents.orders import order_paper
from reports.documents.program import program_paper
from reports.home.duties.curator import programs_to_approve as duties_of
from reports.orders.selectors import approvable_programs
from reports.orders.services import (
    give_back_order,
    give_up_order,
    prepare_programs,
    recompose_programs,
    send_order,
    sign_order,
)
from tests.amending import amend
from tests.programs.council.factories import make_held
from tests.programs.orders.factories import make_mentee, make_mentor
from tests.programs.plans.factories import make_event
from tests.reports.orders.changing import NEW_MENTOR, SECOND_MENTEE, TODAY, at_work, working
from tests.reports.orders.test_founding_pages import client_of
from tests.reports.orders.test_signing import refusal_of
from tests.world import PASSWORD, build_school, make_organization, make_program, populate, world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = TODAY


@pytest.fixture(scope="module")
def make_world():
    return world_with(TODAY, partial(build_school, name_genitive="школы № 3"), agreed=agreed)


def agreed(place, title="Первый год в школе", **fields):
    """A program with a plan that everybody in the pair of the cast has agreed to."""
    pair = fields.pop("pair", None) or at_work(place)
    program = make_program(pair, title=title, state=ProgramState.DRAFT, **fields)
    make_event(program)
    agree_program(program, by=pair.mentor.user)
    for member in pair.current_members:
        agree_program(program, by=member.person.user)
    return Program.objects.get(pk=program.pk)


def second(place):
    """Another agreed program, of another pair."""
    pair = working(place, make_mentor(place.organization, *NEW_MENTOR), make_mentee(place.organization, *SECOND_MENTEE))
    return agreed(place, "Оценивание на уроке", pair=pair)


def drafted(place, *programs, **options):
    return prepare_programs(place.organization, programs, by=place.curator.user, **options)


def ordered(place, *programs, **options):
    order = send_order(drafted(place, *programs, **options), by=place.curator.user)
    return sign_order(order, by=place.director.user, password=PASSWORD)


def said(order):
    return [plain(point["text"]) for point in order.points]


def plain(text):
    """The text with usual blanks."""
    return text.replace("\u00a0", " ")


def test_the_signature_lets_every_program_run(school):
    first, other = school.agreed, second(school)
    order = ordered(school, first, other)
    rows = Program.objects.filter(pk__in=[first.pk, other.pk])
    approved = (ProgramState.RUNNING, TODAY, school.director.user.pk)
    assert list(rows.values_list("state", "approved_on", "approved_by")) == [approved, approved]
    assert [approval_order_of(program) for program in (first, other, school.program)] == [order, order, None]
    last = Move.objects.of(first).last()
    assert (last.deed, order.number_text in last.reason) == ("Approved by an order", True)
    assert dict(order.subjects.values_list("employment__person__last_name", "role")) == {
        "Кара-оглы": "mentor", "Белых": "mentee", "Ковальчук": "mentor", "Черных": "mentee", "Соколова": "curator",
    }  # fmt: skip


def test_one_program_stands_in_the_point_and_several_in_the_annex(school):
    first = school.agreed
    alone = drafted(school, first)
    assert alone.heading == "Об утверждении персонализированной программы наставничества"
    assert said(alone)[:2] == [
        "Утвердить персонализированную программу наставничества «Первый год в школе» (наставник – учитель истории "
        "Кара-оглы Тимур Али оглы, наставляемый – учитель химии Белых Анна Олеговна), согласованную её участниками, со "
        "сроком реализации с 1 сентября 2026 г. по 31 мая 2027 г.",
        "Возложить на наставника реализацию программы с участием наставляемого в утверждённый срок.",
    ]
    assert order_paper(alone).annexes == ()
    several = recompose_programs(alone, [first, second(school)], by=school.curator.user)
    assert said(several)[:2] == [
        "Утвердить персонализированные программы наставничества, согласованные их участниками, согласно приложению к "
        "настоящему приказу.",
        "Возложить на наставников реализацию программ с участием наставляемых в утверждённые сроки.",
    ]
    assert order_paper(several).annexes[0].table.rows == (
        (
            "1", "Кара-оглы Тимур Али оглы, учитель истории", "Белых Анна Олеговна, учитель химии",
            "«Первый год в школе»", "с 01.09.2026\nпо 31.05.2027",
        ),
        (
            "2", "Ковальчук Мария Петровна, учитель математики", "Черных Лев Львович, учитель физики",
            "«Оценивание на уроке»", "с 01.09.2026\nпо 31.05.2027",
        ),
    )  # fmt: skip


def test_the_regulation_may_leave_the_approval_to_an_order_alone(school):
    program = school.agreed
    desk = client_of(school, "curator")
    card = f"/o/school-3/programs/{program.pk}/"
    assert "new/approval/" not in desk.get(card).content.decode()
    amend(school.organization, {"program.needs_order": True})
    assert "Prepare the order on programs" in refusal_of(approve_program, program, by=school.curator.user)
    page = desk.get(card).content.decode()
    assert f"orders/new/approval/?program={program.pk}" in page
    assert f'action="{card}approve/"' not in page
    actor = actor_in(school.curator.user, school.organization)
    assert [(duty.title, duty.detail) for duty in duties_of(actor, TODAY)] == [
        ("1 agreed program waits for the order that approves it", "Первый год в школе")
    ]
    ordered(school, program)
    assert duties_of(actor, TODAY) == []
    assert "Approved by an order" in desk.get(card).content.decode()


def test_the_stamp_of_the_program_cites_the_order(school):
    program = school.agreed
    amend(school.organization, {"program.needs_order": True})
    blank = program_paper(program, day=TODAY).stamps[0]
    assert (blank.word, blank.by) == ("УТВЕРЖДЕНО", "приказом школы № 3\nот «__» _________ 20__ г. № ____")
    order = ordered(school, program)
    paper = program_paper(Program.objects.get(pk=program.pk), day=TODAY)
    assert [(one.word, plain(one.by)) for one in paper.stamps if one.word != "СОГЛАСОВАНО"] == [
        ("УТВЕРЖДЕНО", f"приказом школы № 3\nот 23 ноября 2026 г. № {order.number_text}")
    ]


def test_a_program_stands_in_one_order_until_that_gives_it_back(school):
    program = school.agreed
    order = drafted(school, program)
    assert list(approvable_programs(school.organization)) == []
    assert list(approvable_programs(school.organization, order)) == [program]
    assert "stands in another order" in refusal_of(drafted, school, program)
    send_order(order, by=school.curator.user)
    give_back_order(order, by=school.director.user, remark="Уточните срок")
    other = drafted(school, program)
    assert "stands in another order" in refusal_of(send_order, order, by=school.curator.user)
    give_up_order(other, by=school.curator.user)
    send_order(order, by=school.curator.user)
    assert Order.objects.get(pk=order.pk).state == OrderState.SUBMITTED


def test_what_changed_after_it_was_read_is_not_signed(school):
    program = school.agreed
    order = send_order(drafted(school, program), by=school.curator.user)
    text = {name: getattr(program, name) for name in Program.TEXT_FIELDS} | {"goal": "Другая цель"}
    edit_program(program, by=school.curator.user, expected_version=program.version, values=text)
    assert "is not agreed by all" in refusal_of(sign_order, order, by=school.director.user, password=PASSWORD)
    pair = Program.objects.get(pk=program.pk).mentorship
    agree_program(program, by=pair.mentor.user)
    agree_program(program, by=pair.current_members[0].person.user)
    assert "changed after the order was composed" in refusal_of(
        sign_order, order, by=school.director.user, password=PASSWORD
    )
    assert Program.objects.get(pk=program.pk).state == ProgramState.AGREED


def test_a_term_the_regulation_does_not_allow_is_refused_by_the_name_of_the_program(school):
    program = school.agreed
    amend(school.organization, {"program.min_months": 10})
    assert "“Первый год в школе”: By the regulation a program lasts from" in refusal_of(drafted, school, program)
    assert Order.objects.filter(kind=OrderKind.PROGRAMS).count() == 0


def test_the_council_reviews_first_where_the_regulation_says_so(school):
    program = school.agreed
    Move.objects.of(program).filter(deed=AGREED_DEED).update(
        at=datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
    )
    council = {"presence": "required", "label": "совет наставников", "approves_programs": True}
    amend(school.organization, {f"council.{name}": value for name, value in council.items()})
    early = make_held(school, on=datetime.date(2026, 11, 19))
    late = make_held(school, on=datetime.date(2026, 11, 21), number=4)
    assert "the council reviews programs first" in refusal_of(drafted, school, program)
    assert "was agreed on 20.11.2026, after this session" in refusal_of(drafted, school, program, meeting=early)
    order = ordered(school, program, meeting=late)
    assert "cites these minutes" in refusal_of(take_mark_back, late, by=school.curator.user)
    assert plain(order.basis).endswith("и протокола от 21 ноября 2026 г. № 4 (совет наставников)")


def test_programs_of_another_organization_cannot_be_chosen(school):
    foreign = agreed(populate(make_organization("cdutt", preset="cdutt")), "Чужая программа")
    assert "does not belong to this organization" in refusal_of(drafted, school, foreign)
    answer = client_of(school, "curator").post("/o/school-3/orders/new/approval/", {"programs": [foreign.pk]})
    assert (answer.status_code, Order.objects.filter(kind=OrderKind.PROGRAMS).count()) == (200, 0)
    assert foreign.title not in answer.content.decode()


def test_the_desk_composes_and_edits_the_order(school):
    first, other = school.agreed, second(school)
    desk = client_of(school, "curator")
    page = desk.get(f"/o/school-3/orders/new/approval/?program={first.pk}")
    assert page.context["form"].ticked == {first.pk}
    answer = desk.post("/o/school-3/orders/new/approval/", {"programs": [first.pk, other.pk]})
    order = Order.objects.get(kind=OrderKind.PROGRAMS)
    assert answer.headers["Location"] == f"/o/school-3/orders/{order.pk}/edit/"
    assert desk.get(answer.headers["Location"]).context["contents"].ticked == {first.pk, other.pk}
    desk.post(answer.headers["Location"], {"do": "compose", "programs": [other.pk]})
    assert [line.program_id for line in order.program_lines.all()] == [other.pk]
    assert "Programs it will approve" in desk.get(f"/o/school-3/orders/{order.pk}/").content.decode()
