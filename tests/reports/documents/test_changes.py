"""The texts of O6, O7, O8 in the right cases, by the words of two regulations."""

import datetime
from functools import partial

import pytest

from mentoring.lib.moves import MoveRefused
from programs.applications.states import ApplicationKind
from programs.models import Order
from programs.orders.states import OrderKind
from programs.plans.models import Program
from reports.documents.changes import change_paper, compose_changes
from reports.orders.selectors import waiting_for
from reports.orders.services import prepare_changes
from tests.amending import amend
from tests.programs.orders.factories import make_mentee, make_mentor
from tests.reports.orders.changing import (
    NEW_MENTOR,
    SECOND_MENTEE,
    TODAY,
    agreement_of,
    drafted,
    granted,
    planned,
    successor,
    working,
)
from tests.world import build_schools

pytestmark = pytest.mark.django_db
PRESETS = ("school-3", "lastochka", "lyceum-136")


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = TODAY


@pytest.fixture(scope="module")
def make_world():
    return partial(build_schools, PRESETS)


@pytest.fixture
def place_of(world):
    return world.__getitem__


def text_of(place, kind):
    changes = [change for one in waiting_for(kind, place.organization) for change in one.changes]
    day = place.organization.today()
    text = compose_changes(kind, place.organization, changes, day=day, curator=place.curator.employment)
    return text.heading, plain(text.basis), [plain(point["text"]) for point in text.points]


def plain(text):
    return text.replace("\u00a0", " ")


LAW = "в соответствии со статьёй 351.8 Трудового кодекса Российской Федерации, на основании "
PURPOSE = f"В целях реализации системы наставничества педагогических работников, {LAW}"
SCHOOL = (
    "Положения о наставничестве для педагогических работников муниципального общеобразовательного учреждения "
    "«Средняя школа № 3 Тракторозаводского района Волгограда», утверждённого приказом от 6 мая 2022 г. № 147, "
)
CURATOR = "Куратору реализации программ наставничества, заместителю директора по УВР Соколовой Марине Дмитриевне:"
READ = "ознакомить с настоящим приказом названных в нём лиц"


def test_the_replacement_of_school_3_as_a_whole(place_of):
    place = place_of("school-3")
    pair = working(place)
    planned(pair)
    granted(pair, ApplicationKind.REPLACEMENT, takes_effect_on=TODAY)
    successor(place, pair)
    assert text_of(place, OrderKind.REPLACEMENT) == (
        "О замене наставника",
        f"{PURPOSE}{SCHOOL}заявления учителя химии Белых Анны Олеговны от 20 ноября 2026 г. и письменных согласий "
        "наставника и наставляемого",
        [
            "Прекратить с 23 ноября 2026 г. закрепление за учителем химии Белых Анной Олеговной наставника – учителя "
            "истории Кара-оглы Тимура Али оглы.",
            "Закрепить за учителем химии Белых Анной Олеговной наставника – учителя математики Ковальчук Марию "
            "Петровну на период с 23 ноября 2026 г. по 31 мая 2027 г. Форма наставничества: «педагог – педагог»; "
            "вид (форма): традиционная форма наставничества.",
            "Признать утратившим силу с 23 ноября 2026 г. пункт 1 приказа от 1 сентября 2026 г. № 1 «О закреплении "
            "наставнической пары».",
            "Передать учителю математики Ковальчук Марии Петровне для продолжения работы незавершённые мероприятия "
            "персонализированной программы наставничества «Первый год в школе» (2 мероприятия).",
            "Прекратить действие дополнительного соглашения к трудовому договору с учителем истории Кара-оглы Тимуром "
            "Али оглы о работе по наставничеству с 23 ноября 2026 г., предупредив работника не менее чем за 3 рабочих "
            "дня.",
            "Поручить куратору реализации программ наставничества оформить не позднее дня начала работы (23 ноября "
            "2026 г.) дополнительное соглашение к трудовому договору с учителем математики Ковальчук Марией Петровной "
            "о работе по наставничеству.",
            CURATOR,
            f"{READ};",
            "обеспечить передачу дел и сопровождение новой наставнической пары.",
        ],
    )


def test_the_end_in_a_kindergarten_that_pays(place_of):
    place = place_of("lastochka")
    amend(place.organization, {"payment": {"kind": "sum", "amount": "3000", "per_mentee": False}})
    mentor = make_mentor(place.organization, "Заяц", "Пётр", "Ильич", "male", "воспитатель")
    pair = working(place, mentor, make_mentee(place.organization, *SECOND_MENTEE))
    planned(pair)
    granted(pair, ApplicationKind.RESIGNATION, takes_effect_on=TODAY)
    heading, basis, points = text_of(place, OrderKind.TERMINATION)
    assert heading == "О прекращении наставничества"
    assert basis.startswith("В соответствии со статьёй 351.8")
    assert basis.endswith("«Детский сад «Ласточка» и заявления воспитателя Зайца Петра Ильича от 20.11.2026")
    assert points == [
        "Освободить с 23.11.2026 воспитателя Зайца Петра Ильича от обязанностей наставника учителя физики Черных "
        "Льва Львовича.",
        "Признать утратившим силу с 23.11.2026 пункт 1 приказа от 01.09.2026 № 1 «О закреплении наставнической пары».",
        "Считать персонализированную программу наставничества «Первый год в школе» прекращённой с 23.11.2026 "
        "(основание по Положению – по инициативе наставника).",
        "Прекратить действие дополнительного соглашения к трудовому договору с воспитателем Зайцем Петром Ильичом о "
        "работе по наставничеству с 23.11.2026.",
        "Прекратить с 23.11.2026 выплату за наставничество: воспитателю Зайцу Петру Ильичу.",
        CURATOR,
        f"{READ};",
        "подобрать в срок до 07.12.2026 наставника для учителя физики Черных Льва Львовича.",
    ]


def test_an_extension_changes_the_period_in_the_order_on_the_pair(place_of):
    place = place_of("school-3")
    pair = working(place)
    program = planned(pair)
    granted(pair, ApplicationKind.EXTENSION, program=program, new_ends_on=datetime.date(2027, 6, 30))
    heading, basis, points = text_of(place, OrderKind.CHANGE)
    assert heading == "О продлении срока реализации персонализированной программы наставничества"
    assert basis == (
        f"{PURPOSE}{SCHOOL}и совместного заявления учителя истории Кара-оглы Тимура Али оглы и учителя химии "
        "Белых Анны Олеговны от 20 ноября 2026 г."
    )
    assert points[:3] == [
        "Продлить по 30 июня 2027 г. срок реализации персонализированной программы наставничества «Первый год в школе» "
        "(учитель истории Кара-оглы Тимур Али оглы – учитель химии Белых Анна Олеговна), установленный ранее по "
        "31 мая 2027 г.",
        "Внести изменения в приказ от 1 сентября 2026 г. № 1 «О закреплении наставнической пары»: в пункте 1 слова "
        "«по 31 мая 2027 г.» заменить словами «по 30 июня 2027 г.».",
        "Внести изменения о сроке работы по наставничеству в дополнительное соглашение к трудовому договору с "
        "учителем истории Кара-оглы Тимуром Али оглы.",
    ]


def test_an_extension_within_the_period_of_the_pair_leaves_its_agreement_alone(place_of):
    place = place_of("school-3")
    pair = working(place)
    program = planned(pair)
    Program.objects.filter(pk=program.pk).update(ends_on=datetime.date(2027, 3, 31))
    program.refresh_from_db()
    granted(pair, ApplicationKind.EXTENSION, program=program, new_ends_on=datetime.date(2027, 4, 30))
    _heading, _basis, points = text_of(place, OrderKind.CHANGE)
    assert [text.split(" ")[0] for text in points] == ["Продлить", "Куратору", "ознакомить", "контролировать"]


def test_many_changes_stand_in_an_annex(place_of):
    place = place_of("school-3")
    pairs = [working(place, None, make_mentee(place.organization, f"Юрьев-{name}")) for name in "АБВГ"]
    for pair in pairs:
        granted(pair, ApplicationKind.TERMINATION, takes_effect_on=TODAY)
    order = drafted(place, OrderKind.TERMINATION)
    table = change_paper(order).annexes[0].table
    assert [column.title for column in table.columns] == [
        "№", "Наставник", "Наставляемый", "С даты", "Приказ\nо закреплении", "Основание",
    ]  # fmt: skip
    assert [row[0] for row in table.rows] == ["1", "2", "3", "4"]
    assert {row[3:] for row in table.rows} == {
        ("23.11.2026", f"от 01.09.2026 № {number}", "представление от 20.11.2026") for number in range(1, 5)
    }
    assert (
        plain(order.points[0]["text"]) == "Прекратить закрепление наставников согласно приложению к настоящему приказу."
    )


def test_two_changes_of_one_program_are_one_program_and_two_applications(place_of):
    place = place_of("lyceum-136")
    pair = working(place)
    program = planned(pair)
    last = program.ends_on + datetime.timedelta(days=30)
    granted(pair, ApplicationKind.EXTENSION, program=program, new_ends_on=last)
    granted(pair, ApplicationKind.CORRECTION, program=program)
    heading, basis, points = text_of(place, OrderKind.CHANGE)
    assert heading == "О внесении изменений в персонализированную программу наставничества"
    assert basis.endswith(
        "и совместных заявлений учителя истории Кара-оглы Тимура Али оглы и учителя химии Белых Анны Олеговны "
        "от 20 ноября 2026 г."
    )
    assert points[-1] == "контролировать выполнение персонализированной программы наставничества с учётом изменений."


def test_a_correction_says_in_its_point_what_changes(place_of):
    place = place_of("lyceum-136")
    pair = working(place)
    changes = {"note": {"conditions": "Встречи раз в неделю"}}
    granted(pair, ApplicationKind.CORRECTION, program=planned(pair), changes=changes)
    _heading, _basis, points = text_of(place, OrderKind.CHANGE)
    assert points[0].startswith("Внести изменение в персонализированную программу наставничества «Первый год в школе»")
    assert points[0].endswith("изложив раздел «Условия работы» в следующей редакции: «Встречи раз в неделю».")


def test_several_corrections_are_subpoints(place_of):
    place = place_of("lyceum-136")
    pair = working(place)
    program = planned(pair)
    first, second = program.events.filter(state="planned")
    changes = {
        "note": {"conditions": "Встречи раз в неделю"},
        "events": {str(first.pk): {"planned_on": "2026-12-10"}},
        "cancelled": [second.pk],
    }
    granted(pair, ApplicationKind.CORRECTION, program=program, changes=changes)
    _heading, _basis, points = text_of(place, OrderKind.CHANGE)
    assert points[0].endswith("согласно заявлению её участников следующие изменения:")
    assert points[1:4] == [
        "изложить раздел «Условия работы» в следующей редакции: «Встречи раз в неделю»;",
        "изложить позицию «Запланировано на» мероприятия «Впереди 2026-10-20» в следующей редакции: «10.12.2026»;",
        "исключить из плана мероприятие «10.02.2027: Впереди 2027-02-10».",
    ]


def test_an_extension_the_regulation_does_not_know_stands_in_no_order(place_of):
    place = place_of("school-3")
    pair = working(place)
    program = planned(pair)
    last = program.ends_on + datetime.timedelta(days=30)
    granted(pair, ApplicationKind.EXTENSION, program=program, new_ends_on=last)
    keys = [one.key for one in waiting_for(OrderKind.CHANGE, place.organization)]
    with pytest.raises(MoveRefused):
        prepare_changes(OrderKind.CHANGE, place.organization, keys, by=place.curator.user)


def test_only_a_mentor_whom_the_employer_releases_is_given_a_notice(place_of):
    place = place_of("school-3")
    leaving = working(place)
    released = working(
        place, make_mentor(place.organization, *NEW_MENTOR), make_mentee(place.organization, *SECOND_MENTEE)
    )
    granted(leaving, ApplicationKind.RESIGNATION, takes_effect_on=TODAY)
    granted(released, ApplicationKind.TERMINATION, takes_effect_on=TODAY)
    _heading, _basis, points = text_of(place, OrderKind.TERMINATION)
    assert [point for point in points if point.startswith("Прекратить действие")] == [
        "Прекратить действие дополнительного соглашения к трудовому договору с учителем истории Кара-оглы Тимуром "
        "Али оглы о работе по наставничеству с 23 ноября 2026 г.",
        "Прекратить действие дополнительного соглашения к трудовому договору с учителем математики Ковальчук Марией "
        "Петровной о работе по наставничеству с 23 ноября 2026 г., предупредив работника не менее чем за 3 рабочих "
        "дня.",
    ]


def test_mentors_released_together_are_given_their_notice_in_one_sentence(place_of):
    place = place_of("school-3")
    pairs = [
        working(place),
        working(place, make_mentor(place.organization, *NEW_MENTOR), make_mentee(place.organization, *SECOND_MENTEE)),
    ]
    for pair in pairs:
        granted(pair, ApplicationKind.TERMINATION, takes_effect_on=TODAY)
    _heading, _basis, points = text_of(place, OrderKind.TERMINATION)
    (said,) = [point for point in points if point.startswith("Прекратить действие дополнительных соглашений")]
    assert said.endswith("с 23 ноября 2026 г., предупредив работников не менее чем за 3 рабочих дня.")


def test_the_pay_set_by_an_order_or_the_agreement_ends_with_the_pair(place_of):
    place = place_of("school-3")
    by_order = working(place)
    by_agreement = working(
        place, make_mentor(place.organization, *NEW_MENTOR), make_mentee(place.organization, *SECOND_MENTEE)
    )
    paid = {"payment_kind": "sum", "payment_amount": 3000}
    agreement = agreement_of(by_order, **paid)
    agreement_of(by_agreement, **paid)
    order = by_order.orders.get()
    Order.objects.filter(pk=order.pk).update(kind=OrderKind.PAYMENT, heading="О выплате за наставничество")
    order.people.create(
        employment=by_order.mentor_entry.employment, agreement=agreement, amount=3000, unit="sum",
        starts_on=agreement.starts_on, ends_on=agreement.ends_on,
    )  # fmt: skip
    for pair in (by_order, by_agreement):
        granted(pair, ApplicationKind.RESIGNATION, takes_effect_on=TODAY)
    _heading, _basis, points = text_of(place, OrderKind.TERMINATION)
    assert [point for point in points if "выплату" in point] == [
        "Прекратить с 23 ноября 2026 г. выплату за наставничество, установленную приказом от 1 сентября 2026 г. № 1 "
        "«О выплате за наставничество»: учителю истории Кара-оглы Тимуру Али оглы.",
        "Прекратить с 23 ноября 2026 г. выплату за наставничество, установленную дополнительным соглашением к "
        "трудовому договору: учителю математики Ковальчук Марии Петровне.",
    ]


def test_the_pay_of_several_mentors_is_set_by_their_agreements(place_of):
    place = place_of("school-3")
    mentor, mentee = make_mentor(place.organization, *NEW_MENTOR), make_mentee(place.organization, *SECOND_MENTEE)
    for pair in (working(place), working(place, mentor, mentee)):
        agreement_of(pair, payment_kind="sum", payment_amount=3000)
        granted(pair, ApplicationKind.RESIGNATION, takes_effect_on=TODAY)
    _heading, _basis, points = text_of(place, OrderKind.TERMINATION)
    [said] = [point for point in points if "выплату" in point]
    assert "установленную дополнительными соглашениями к трудовым договорам: " in said
