"""Order O11: programs that have ended are summed up, and their pairs end with the signature."""

import datetime
from functools import partial

import pytest

from people.accounts.actor import actor_in
from people.consents.states import NoticeSide
from people.models import MenteeEntry, MentorEntry
from programs.mentorships.states import MentorshipState
from programs.models import Application, Event, Member, Order, Program
from programs.orders.states import OrderKind
from programs.plans.states import EventState, ProgramState
from reports.documents.orders import order_paper
from reports.home.duties.changes import done_by_program
from reports.orders.selectors import ended_programs
from reports.orders.services import give_up_order, prepare_results, recompose_results, send_order, sign_order
from tests.amending import amend
from tests.programs.orders.factories import make_mentee, make_mentor
from tests.reports.orders.changing import (
    LAST,
    NEW_MENTOR,
    SECOND_MENTEE,
    TODAY,
    agreement_of,
    granted,
    standing,
    working,
)
from tests.reports.orders.test_founding_pages import client_of
from tests.reports.orders.test_programs import plain, said
from tests.reports.orders.test_signing import refusal_of
from tests.world import PASSWORD, build_school, make_program, world_with

pytestmark = pytest.mark.django_db
ENDED_ON = datetime.date(2026, 11, 20)
DONE = {"state": ProgramState.COMPLETED, "ended_on": ENDED_ON, "end_reason": "plan_done"}
RESULT = "Молодой учитель уверенно планирует урок"


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = TODAY


@pytest.fixture(scope="module")
def make_world():
    return world_with(TODAY, partial(build_school, name_genitive="школы № 3"), pair=working)


def done(pair, title="Первый год в школе", **fields):
    return make_program(pair, title=title, **({"result": RESULT, **DONE} | fields))


def broken_off(place):
    """The program of another pair at work, ended early."""
    pair = working(place, make_mentor(place.organization, *NEW_MENTOR), make_mentee(place.organization, *SECOND_MENTEE))
    return done(pair, "Оценивание", state=ProgramState.TERMINATED, end_reason="mutual", result="План выполнен в части.")


def drafted(place, *programs, **options):
    return prepare_results(place.organization, programs, by=place.curator.user, **options)


def ordered(place, *programs, **options):
    order = send_order(drafted(place, *programs, **options), by=place.curator.user)
    return sign_order(order, by=place.director.user, password=PASSWORD)


def test_the_signature_completes_the_pair_with_everything_that_hangs_on_it(school):
    pair = school.pair
    program, agreement = done(pair), agreement_of(pair)
    unwritten = make_program(pair, title="Второй год", state=ProgramState.DRAFT)
    application = granted(pair, "extension", program=program, new_ends_on=LAST)
    early = broken_off(school)
    order = ordered(school, program, early)
    assert standing(pair, early.mentorship) == [
        (MentorshipState.COMPLETED, ENDED_ON),
        (MentorshipState.TERMINATED, ENDED_ON),
    ]
    entries = [pair.mentor_entry, *(member.mentee_entry for member in pair.current_members)]
    assert [type(entry).objects.get(pk=entry.pk).state for entry in entries] == ["active", "active"]
    assert {type(entry) for entry in entries} == {MentorEntry, MenteeEntry}
    assert not Member.objects.filter(mentorship=pair, is_active=True).exists()
    agreement.refresh_from_db()
    # Three working days after the notice of the 23rd: Labor Code art. 351.8.
    assert (agreement.notice_side, agreement.notice_on, agreement.last_on) == (
        NoticeSide.EMPLOYER, TODAY, datetime.date(2026, 11, 26),
    )  # fmt: skip
    unwritten.refresh_from_db()
    assert unwritten.state == ProgramState.TERMINATED
    assert Application.objects.get(pk=application.pk).state not in Application.objects.open().values_list("state")
    assert school.mentorship.state == MentorshipState.ACTIVE
    assert dict(order.subjects.values_list("employment__person__last_name", "role")) == {
        "Кара-оглы": "mentor", "Белых": "mentee", "Ковальчук": "mentor", "Черных": "mentee", "Соколова": "curator",
    }  # fmt: skip


def test_the_text_of_one_program(school):
    amend(school.organization, {"payment": {"kind": "sum", "amount": 3000, "per_mentee": False}})
    order = drafted(school, done(school.pair), publish_by=datetime.date(2026, 12, 7))
    assert order.heading == "Об итогах реализации персонализированной программы наставничества"
    assert said(order) == [
        "Признать завершённой персонализированную программу наставничества «Первый год в школе» (наставник – учитель "
        "истории Кара-оглы Тимур Али оглы, наставляемый – учитель химии Белых Анна Олеговна), реализованную с "
        "1 сентября 2026 г. по 20 ноября 2026 г.",
        "Считать завершённым 20 ноября 2026 г. закрепление за учителем химии Белых Анной Олеговной наставника – "
        "учителя истории Кара-оглы Тимура Али оглы.",
        "Прекратить действие дополнительного соглашения к трудовому договору с учителем истории Кара-оглы Тимуром Али "
        "оглы о работе по наставничеству с 27 ноября 2026 г., предупредив работника не менее чем за 3 рабочих дня.",
        "Прекратить выплату за наставничество с окончанием действия дополнительного соглашения: учителю истории "
        "Кара-оглы Тимуру Али оглы.",
        "Куратору реализации программ наставничества, заместителю директора по УВР Соколовой Марине Дмитриевне:",
        "ознакомить с настоящим приказом названных в нём лиц;",
        "внести итоги в банк наставников и банк наставляемых;",
        "разместить по мере готовности, не позднее 7 декабря 2026 г., материалы об итогах программы (лучшие кейсы) на "
        "сайте школы и в официальной группе школы в VK;",
        "сведения о работниках публиковать только с их согласия на распространение персональных данных (статья 10.1 "
        "Федерального закона от 27 июля 2006 г. № 152-ФЗ).",
    ]


def test_several_programs_stand_in_the_annex_and_the_note_keeps_its_figures(school):
    first, early = done(school.pair), broken_off(school)
    for program, state in ((first, "held"), (first, "missed"), (first, "cancelled"), (early, "held")):
        held_on = ENDED_ON if state == "held" else None
        Event.objects.create(program=program, content="Урок", planned_on=ENDED_ON, state=state, held_on=held_on)
    Event.objects.create(program=early, content="Урок после конца", planned_on=LAST)
    order = drafted(school, first, early, note=True)
    assert said(order)[:4] == [
        "Признать завершёнными и прекращёнными досрочно персонализированные программы наставничества согласно "
        "отметкам в приложении к настоящему приказу.",
        "Считать работу названных в приложении наставнических пар завершённой в день окончания программы.",
        "Прекратить действие дополнительных соглашений к трудовым договорам названных в приложении наставников о "
        "работе по наставничеству, срок которых не истёк, не ранее чем через 3 рабочих дня после предупреждения "
        "работника.",
        "Утвердить прилагаемую аналитическую справку об итогах реализации персонализированных программ наставничества.",
    ]
    listed, note = order_paper(order).annexes
    assert [row[1:] for row in listed.table.rows] == [
        (
            "Кара-оглы Тимур Али оглы, учитель истории", "Белых Анна Олеговна, учитель химии",
            "«Первый год в школе»,\nс 01.09.2026 по 20.11.2026", f"{RESULT}.", "завершена",
        ),
        (
            "Ковальчук Мария Петровна, учитель математики", "Черных Лев Львович, учитель физики",
            "«Оценивание»,\nс 01.09.2026 по 20.11.2026", "План выполнен в части.", "прекращена досрочно",
        ),
    ]  # fmt: skip
    assert [plain(text) for text in note.paragraphs] == [
        "Подведены итоги персонализированных программ: всего – 2, завершено – 1, прекращено досрочно – 1. В программах "
        "участвовали: наставники – 2, наставляемые – 2. Результат каждой программы приведён в приложении № 1.",
        "Проведено запланированных мероприятий программ: 66,7 % (2 из 3).",
    ]
    send_order(order, by=school.curator.user)
    signed = sign_order(order, by=school.director.user, password=PASSWORD)
    Event.objects.update(state=EventState.CANCELLED, held_on=None)
    # The paper says what was counted when it was composed.
    assert order_paper(Order.objects.get(pk=signed.pk)).annexes[1].paragraphs == note.paragraphs


def test_the_note_of_one_program_tells_of_this_program_only(school):
    broken_off(school)
    (note,) = order_paper(drafted(school, done(school.pair), note=True)).annexes
    assert note.table is None
    assert [plain(text) for text in note.paragraphs] == [
        "Персонализированная программа наставничества «Первый год в школе» (наставник – учитель истории Кара-оглы "
        "Тимур Али оглы, наставляемый – учитель химии Белых Анна Олеговна), рассчитанная на срок с 1 сентября 2026 г. "
        "по 31 мая 2027 г., завершена 20 ноября 2026 г.",
        "Результат программы: молодой учитель уверенно планирует урок.",
    ]


def test_a_pair_that_goes_on_by_another_program_is_refused_by_its_name(school):
    pair = school.pair
    program = done(pair)
    running = make_program(pair, title="Второй год")
    assert "Кара-оглы Т. А. → Белых А. О. still works by the program “Второй год”" in plain(
        refusal_of(drafted, school, program)
    )
    Program.objects.filter(pk=running.pk).update(**DONE)
    order = send_order(drafted(school, program), by=school.curator.user)
    Program.objects.filter(pk=running.pk).update(state=ProgramState.RUNNING, ended_on=None)
    assert "still works" in refusal_of(sign_order, order, by=school.director.user, password=PASSWORD)
    assert standing(pair) == [(MentorshipState.ACTIVE, None)]


def test_a_resting_pair_goes_on_before_it_is_completed(school):
    program = done(working(school, state=MentorshipState.SUSPENDED))
    assert "rests" in refusal_of(drafted, school, program)


def test_a_program_is_summed_up_once(school):
    program = done(school.pair)
    order = drafted(school, program)
    assert "stands in another order" in refusal_of(drafted, school, program)
    give_up_order(order, by=school.curator.user)
    ordered(school, program)
    assert program not in ended_programs(school.organization)
    assert "is summed up by the order" in refusal_of(drafted, school, program)
    assert "has not ended" in refusal_of(drafted, school, school.program)


def test_a_pair_that_ended_before_is_only_mentioned(school):
    pair = working(school, state=MentorshipState.TERMINATED, ended_on=ENDED_ON)
    program = done(pair)
    order = drafted(school, program)
    assert said(order)[1].startswith("Куратору")
    recompose_results(order, [program], by=school.curator.user)
    send_order(order, by=school.curator.user)
    sign_order(order, by=school.director.user, password=PASSWORD)
    assert standing(pair) == [(MentorshipState.TERMINATED, ENDED_ON)]


def test_today_asks_for_the_order_and_the_desk_ticks_what_is_done(school):
    pair = school.pair
    program, other = done(pair), done(working(school, state=MentorshipState.COMPLETED, ended_on=ENDED_ON))
    actor = actor_in(school.curator.user, school.organization)
    assert [duty.detail for duty in done_by_program(actor, TODAY)] == [str(pair)]
    desk = client_of(school, "curator")
    form = desk.get("/o/school-3/orders/new/results/").context["form"]
    assert ({row.pk for row in form.waiting}, form.ticked) == ({program.pk, other.pk}, {program.pk})
    answer = desk.post("/o/school-3/orders/new/results/", {"programs": [program.pk], "note": "on"})
    order = Order.objects.get(kind=OrderKind.RESULTS)
    page = desk.get(answer.headers["Location"])
    assert (page.context["contents"].ticked, page.context["contents"]["note"].value()) == ({program.pk}, True)
    desk.post(answer.headers["Location"], {"do": "compose", "programs": [other.pk]})
    order.refresh_from_db()
    assert (order.details["note"], [line.program_id for line in order.program_lines.all()]) == (False, [other.pk])
    assert done_by_program(actor, TODAY) != []
