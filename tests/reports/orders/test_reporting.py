"""Order O14: a report or a SWOT analysis with its figures, or whoever answers for personal data."""

import datetime
from functools import partial

import pytest

from people.staff.services import end_employment
from programs.appointments.selectors import duties_of
from programs.appointments.services import Wanted
from programs.appointments.states import Duty
from programs.models import Appointment, Order
from programs.orders.states import OrderKind
from reports.documents.orders import order_paper
from reports.orders.services import prepare_report, prepare_responsible, send_order, sign_order
from reports.orders.services.founding import Content
from tests.programs.council.factories import make_held
from tests.reports.orders.changing import TODAY
from tests.reports.orders.test_founding_pages import client_of, text
from tests.reports.orders.test_programs import plain, said
from tests.reports.orders.test_signing import refusal_of
from tests.world import PASSWORD, START, build_school, make_employment, make_organization, populate

pytestmark = pytest.mark.django_db
NEW = "/o/school-3/orders/new/report/"
TITLE = "о реализации системы наставничества"
PERIOD = {"starts_on": START, "ends_on": datetime.date(2026, 11, 20)}
SWOT = {"strengths": "Опытные наставники", "weaknesses": "Мало времени", "opportunities": "Гранты", "threats": "Отток"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = TODAY


@pytest.fixture(scope="module")
def make_world():
    return partial(build_school, name_genitive="школы № 3")


def report(place, meeting=None, **particulars):
    values = {"what": "report", "title": TITLE, "conclusions": "Пары работают.\nОхват растёт.", **PERIOD}
    return prepare_report(place.organization, values | particulars, by=place.curator.user, meeting=meeting)


def answering(employment, starts_on=TODAY):
    return Wanted(employment, Duty.PERSONAL_DATA, "ответственный за персональные данные", starts_on)


def responsible(place, *wanted, releases=()):
    content = Content(appointments=wanted, releases=releases, released_from=TODAY if releases else None)
    return prepare_responsible(place.organization, content, by=place.curator.user)


def signed(place, order):
    send_order(order, by=place.curator.user)
    return sign_order(order, by=place.director.user, password=PASSWORD)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Отчёт о работе наставников", "о работе наставников"),
        ("аналитический отчет о работе", "о работе"),
        ("SWOT-анализ реализации системы", "реализации системы"),
        ("о работе с отчётами", "о работе с отчётами"),
    ],
)
def test_the_name_of_the_document_typed_once_more_is_not_doubled(school, typed, kept):
    days = {name: day.isoformat() for name, day in PERIOD.items()}
    client_of(school, "curator").post(f"{NEW}?about=report", {"title": typed, **days, "conclusions": "Растём."})
    assert Order.objects.get().details["title"] == kept


def test_a_report_is_approved_with_the_figures_of_its_last_day(school):
    meeting = make_held(school, on=datetime.date(2026, 11, 19), number=2)
    order = report(school, meeting)
    assert plain(order.heading) == (
        "Об утверждении аналитического отчёта о реализации системы наставничества за период с 1 сентября 2026 г. по "
        "20 ноября 2026 г."
    )
    assert plain(order.basis).endswith(", и протокола от 19 ноября 2026 г. № 2 (методический совет)")
    assert said(order) == [
        "Утвердить прилагаемый аналитический отчёт о реализации системы наставничества за период с 1 сентября 2026 г. "
        "по 20 ноября 2026 г.",
        "Куратору реализации программ наставничества, заместителю директора по УВР Соколовой Марине Дмитриевне, "
        "учесть выводы отчёта при планировании работы по наставничеству.",
    ]
    (annex,) = order_paper(order).annexes
    assert (annex.approved, annex.paragraphs[:2]) == ("УТВЕРЖДЁН", ("Пары работают.", "Охват растёт."))
    assert plain(annex.paragraphs[2]).startswith("Показатели приведены на 20 ноября 2026 г.,")
    rows = {row[1].splitlines()[0]: row[2:] for row in annex.table.rows}
    assert len(rows) == 11
    assert rows["Наставляемые из банка, у которых есть наставник."] == ("1", "1", "100\u00a0%")
    # Nothing to divide by gives no share.
    assert rows["Выполнено пунктов дорожной карты."] == ("0", "0", "–")
    assert signed(school, order).number


def test_a_swot_analysis_is_a_table_of_four_and_the_figures_stand_beside(school):
    order = report(school, what="swot", title="реализации системы наставничества", **SWOT)
    table, figures = order_paper(order).annexes
    assert table.table.rows == (
        ("Внутренние", "Сильные стороны:\nОпытные наставники", "Слабые стороны:\nМало времени"),
        ("Внешние", "Возможности:\nГранты", "Угрозы:\nОтток"),
    )
    assert (table.approved, figures.approved, len(figures.table.rows)) == ("УТВЕРЖДЁН", "", 11)
    assert order.heading.startswith("Об утверждении SWOT-анализа реализации системы наставничества за период")


def test_a_period_ahead_or_upside_down_and_a_meeting_not_held_are_refused(school):
    tomorrow = TODAY + datetime.timedelta(days=1)
    assert "is not over yet" in refusal_of(report, school, ends_on=tomorrow)
    assert "before the first one" in refusal_of(report, school, ends_on=START - datetime.timedelta(days=1))
    foreign = make_held(populate(make_organization("cdutt", preset="cdutt")))
    assert "is not marked as held" in refusal_of(report, school, foreign)
    assert not Order.objects.filter(kind=OrderKind.REPORT).exists()


def test_the_responsible_for_personal_data_is_appointed_and_replaced(school):
    first, second = make_employment(school.organization, "Ветрова"), make_employment(school.organization, "Зорина")
    order = responsible(school, answering(first))
    assert plain(order.basis) == (
        "В соответствии со статьёй 22.1 Федерального закона от 27 июля 2006 г. № 152-ФЗ «О персональных данных»"
    )
    assert said(order)[0] == (
        "Назначить учителя Ветрову Анну Петровну ответственной за организацию обработки персональных данных с "
        "23 ноября 2026 г. и возложить на неё обязанности:"
    )
    assert len(said(order)) == 5
    signed(school, order)
    held = duties_of(school.organization).get()
    assert (held.employment, held.duty, held.ends_on, held.order) == (first, Duty.PERSONAL_DATA, None, order)
    later = TODAY + datetime.timedelta(days=7)
    assert "answers for personal data by the order" in refusal_of(responsible, school, answering(second, later))
    signed(school, responsible(school, answering(second, later), releases=[held]))
    rows = Appointment.objects.order_by("pk").values_list("employment", "ends_on", "ended_by__kind")
    assert list(rows) == [(first.pk, later - datetime.timedelta(days=1), OrderKind.REPORT), (second.pk, None, None)]


def test_whoever_left_before_the_signature_is_not_appointed(school):
    gone = make_employment(school.organization, "Ветрова")
    order = send_order(responsible(school, answering(gone)), by=school.curator.user)
    end_employment(gone, by=school.director.user, ends_on=TODAY - datetime.timedelta(days=1))
    assert "worked here until" in refusal_of(sign_order, order, by=school.director.user, password=PASSWORD)
    assert not duties_of(school.organization).exists()


def test_the_desk_asks_for_what_the_order_is_on_and_edits_it(school):
    desk = client_of(school, "curator")
    assert [chip.on for chip in desk.get(f"{NEW}?about=swot").context["ways"]] == [False, True, False]
    days = {name: day.isoformat() for name, day in PERIOD.items()}
    answer = desk.post(f"{NEW}?about=swot", {"title": "реализации системы", **days, **SWOT})
    edit = answer.headers["Location"]
    assert desk.get(edit).context["contents"].initial["threats"] == "Отток"
    desk.post(edit, {"do": "compose", "title": "реализации системы", **days, **SWOT, "threats": "Нет"})
    assert Order.objects.get(kind=OrderKind.REPORT).details["threats"] == "Нет"
    chosen = make_employment(school.organization, "Ветрова")
    answer = desk.post(f"{NEW}?about=responsible", {"responsible": chosen.pk})
    assert desk.get(answer.headers["Location"]).context["contents"].initial["responsible"] == chosen.pk
    card = answer.headers["Location"].removesuffix("edit/")
    assert "Ветрова Анна Петровна" in text(desk.get(card))
    assert "What it will put into force" in text(desk.get(card))
