"""Orders O9, O10, O12, O13, O15: what they say, whom they refuse, what their signature does, who reads pay."""

import datetime
import re

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.accounts.actor import actor_in
from people.consents.services import give_notice
from people.consents.states import NoticeSide
from people.history.models import Move
from people.staff.models import Employment
from programs.models import Item, Order, OrderedPerson
from programs.orders.states import OrderKind
from programs.roadmap.states import ItemState
from reports.documents.lines import particulars_of
from reports.orders.selectors import first_unpaid_day, lines_of, order_pdf, reads_whole
from reports.orders.services import recompose_lines, send_order, sign_order
from tests.amending import amend
from tests.people.consents.factories import make_draft
from tests.programs.roadmap.factories import make_running
from tests.reports.orders import lines
from tests.reports.orders.factories import words_of
from tests.reports.orders.lines import line, lines_draft, lines_signed
from tests.reports.orders.test_signing import refusal_of
from tests.world import PASSWORD, make_employment, make_user

pytestmark = pytest.mark.django_db


def said(order):
    return [one["text"].replace("\u00a0", " ") for one in order.points]


def leaves_yesterday(school, employment):
    yesterday = school.organization.today() - datetime.timedelta(days=1)
    Employment.objects.filter(pk=employment.pk).update(ends_on=yesterday)
    employment.refresh_from_db()


# ---------- what they say ----------
def test_monitoring_has_the_stages_of_the_regulation_and_the_surveys_by_name(school):
    amend(school.organization, {"monitoring.two_stage": True})
    survey = lines.survey(school, is_anonymous=True, title="Как прошла четверть")
    order = lines_draft(school, OrderKind.MONITORING, lines.monitoring(school, survey, stages=(1, 2)))
    points = said(order)
    assert points[0].startswith("Провести с 1 декабря 2026 г. по 11 декабря 2026 г. двухэтапный мониторинг")
    assert points[1].startswith("первый этап – оценка качества")
    assert points[2].startswith("второй этап – оценка влияния")
    assert points[3].endswith(
        "анкетирование «Как прошла четверть» (работники по списку анкетирования, без указания имён)."
    )
    assert points[4] == "Использовать при проведении мониторинга листы посещения занятий."
    assert "Назначить ответственным за проведение мониторинга заместителя директора по УВР Соколову" in points[5]
    assert [campaign.title for campaign in order.campaigns.all()] == ["Как прошла четверть"]
    amend(school.organization, {"monitoring.two_stage": False})
    plain_order = lines_draft(school, OrderKind.MONITORING, lines.monitoring(school))
    assert "реализации персонализированных программ наставничества" in said(plain_order)[0]


@pytest.mark.usefixtures("pages")
def test_the_final_event_has_its_program_and_its_people_in_annexes(school):
    seats = [line(school.mentor.employment, code="jury_chair"), line(school.staff.employment, code="jury", position=1)]
    order = lines_draft(school, OrderKind.FINAL_EVENT, lines.final_event(school, *seats))
    assert said(order)[:3] == [
        "Провести 11 декабря 2026 г. в 14:00 круглый стол «Год вместе». Место проведения: актовый зал.",
        "Утвердить программу мероприятия (приложение № 1).",
        "Утвердить состав жюри (приложение № 2).",
    ]
    paper = words_of(order_pdf(order))
    assert "УТВЕРЖДЕНА" in paper
    assert "Состав жюри" in paper
    assert "Шевченко Олег Игоревич учитель химии член жюри" in paper
    alone = lines_draft(school, OrderKind.FINAL_EVENT, lines.final_event(school, program=()))
    assert not any("приложение" in text for text in said(alone))


@pytest.mark.usefixtures("pages")
def test_encouragements_are_grouped_each_in_its_own_case(school):
    chosen = (
        line(school.mentor.employment, code="thanks", words="Благодарность"),
        line(school.mentee.employment, code="diploma", words="Почётная грамота", position=1),
        line(school.staff.employment, code="diploma", words="Почётная грамота", position=2, note="за открытый урок"),
        line(school.council.employment, code="regulation:forums", words="Участие в форумах", position=3),
    )
    order = lines_draft(school, OrderKind.ENCOURAGEMENT, lines.encouragement(*chosen))
    assert "по итогам первого полугодия" in order.basis
    assert said(order)[:5] == [
        "Объявить благодарность учителю математики Ковальчук Марии Петровне за помощь молодым учителям.",
        "Наградить почётной грамотой за помощь молодым учителям:",
        "учителя физики Черных Льва Львовича;",
        "учителя химии Шевченко Олега Игоревича – за открытый урок.",
        "Применить меру поощрения «Участие в форумах» в отношении учителя истории Дюма Сергея Андреевича "
        "за помощь молодым учителям.",
    ]
    many = [line(make_employment(school.organization, f"Иванова{n}"), code="gift", position=n) for n in range(7)]
    longer = lines_draft(school, OrderKind.ENCOURAGEMENT, lines.encouragement(*many))
    assert said(longer)[0] == "Поощрить работников за помощь молодым учителям согласно приложению к настоящему приказу."
    assert "Список поощряемых работников" in words_of(order_pdf(longer))


def test_a_release_says_hours_pay_and_who_does_the_work_and_asks_the_regulation(school):
    one = line(school.mentor.employment, substitute=school.staff.employment)
    hours = {"begins_at": datetime.time(10), "ends_at": datetime.time(14)}
    content = lines.release(one, **hours)
    assert "does not know the release" in refusal_of(lines_draft, school, OrderKind.RELEASE, content)
    lines.lets_go(school)
    order = lines_draft(school, OrderKind.RELEASE, content)
    assert said(order)[:2] == [
        "Освободить 11 декабря 2026 г. с 10:00 до 14:00 учителя математики Ковальчук Марию Петровну от исполнения "
        "трудовых обязанностей для участия в мероприятии «Форум наставников» с сохранением заработной платы.",
        "Поручить учителю химии Шевченко Олегу Игоревичу с его письменного согласия замещение на время отсутствия "
        "учителя математики Ковальчук Марии Петровны и установить доплату за дополнительную работу в размере, "
        "определяемом соглашением сторон трудового договора (статьи 60.2, 151 Трудового кодекса Российской Федерации).",
    ]
    assert set(order.subjects.values_list("employment", flat=True)) == {
        each.employment.pk for each in (school.mentor, school.staff, school.curator)
    }
    both = (one, line(school.staff.employment, position=1))
    assert "is released too" in refusal_of(lines_draft, school, OrderKind.RELEASE, lines.release(*both))


# ---------- whom they refuse ----------
def test_somebody_who_left_yesterday_is_refused_by_name_when_drafted_and_when_signed(school):
    one = line(school.staff.employment, code="thanks", words="Благодарность")
    order = lines_draft(school, OrderKind.ENCOURAGEMENT, lines.encouragement(one))
    send_order(order, by=school.curator.user)
    leaves_yesterday(school, school.staff.employment)
    sentence = "Шевченко О. И. worked here until"
    refused = refusal_of(sign_order, order, by=school.director.user, password=PASSWORD).replace("\u00a0", " ")
    assert sentence in refused
    again = line(school.staff.employment, code="thanks")
    refused = refusal_of(lines_draft, school, OrderKind.ENCOURAGEMENT, lines.encouragement(again))
    assert sentence in refused.replace("\u00a0", " ")
    assert Order.objects.get().number is None


EARLY, EVE = datetime.date(2026, 11, 1), datetime.date(2026, 12, 10)


@pytest.mark.parametrize(
    ("kind", "make", "field"),
    [
        (OrderKind.ENCOURAGEMENT, lambda school: lines.encouragement(), "people-0-employment"),
        (OrderKind.PAYMENT, lambda school: lines.payment(), "people-0-employment"),
        (OrderKind.MONITORING, lambda school: lines.monitoring(school, instrument=""), "instrument"),
        (OrderKind.MONITORING, lambda school: lines.monitoring(school, ends_on=EARLY), "ends_on"),
        (
            OrderKind.MONITORING,
            lambda school: lines.monitoring(school, report_on=datetime.date(2026, 12, 10)),
            "report_on",
        ),
    ],
)
def test_what_is_empty_or_in_the_wrong_sequence_is_refused_beside_its_field(school, kind, make, field):
    with pytest.raises(MoveRefused) as refused:
        lines_draft(school, kind, make(school))
    assert set(refused.value.error_dict) == {field}
    assert not Order.objects.exists()


def test_nobody_of_another_organization_gets_in(world):
    stranger = line(world.other.mentor.employment, code="thanks")
    content = lines.encouragement(stranger)
    assert "does not belong" in refusal_of(lines_draft, world.home, OrderKind.ENCOURAGEMENT, content)
    survey = lines.survey(world.other)
    content = lines.monitoring(world.home, survey)
    assert "does not belong" in refusal_of(lines_draft, world.home, OrderKind.MONITORING, content)


def test_pay_needs_a_signed_agreement_lies_within_it_and_comes_once(school):
    mentor = school.mentor.employment
    make_draft(mentor)
    refused = refusal_of(lines_draft, school, OrderKind.PAYMENT, lines.payment(line(mentor)))
    assert "Ковальчук М. П. has no signed supplementary agreement" in refused.replace("\u00a0", " ")
    agreement = lines.paid_agreement(school, mentor)
    late = line(mentor, starts_on=datetime.date(2027, 5, 1), ends_on=datetime.date(2027, 6, 30))
    assert "from 01.09.2026 to 31.05.2027" in refusal_of(lines_draft, school, OrderKind.PAYMENT, lines.payment(late))
    order = lines_signed(school, OrderKind.PAYMENT, lines.payment(line(mentor)))
    one = order.people.get()
    kept = (one.agreement, one.amount, one.unit, one.starts_on, one.ends_on)
    assert kept == (agreement, 3000, "sum", agreement.starts_on, datetime.date(2027, 5, 31))
    again = lines.payment(line(mentor, starts_on=datetime.date(2027, 2, 1)))
    assert "is paid for these days already by order № 1" in refusal_of(lines_draft, school, OrderKind.PAYMENT, again)


def test_pay_by_a_new_agreement_follows_the_one_that_ended(school):
    mentor, today = school.mentor.employment, school.organization.today()
    ended = lines.paid_agreement(school, mentor)
    lines_signed(school, OrderKind.PAYMENT, lines.payment(line(mentor)))
    give_notice(ended, by=school.curator.user, side=NoticeSide.MENTOR, given_on=today, last_on=today)
    after = today + datetime.timedelta(days=1)
    fresh = lines.paid_agreement(school, mentor, starts_on=after)
    assert first_unpaid_day(fresh) == after
    again = lines_draft(school, OrderKind.PAYMENT, lines.payment(line(mentor, starts_on=after)))
    assert again.people.get().agreement == fresh


def test_pay_whose_agreement_ends_before_the_signature_is_not_signed(school):
    agreement = lines.paid_agreement(school, school.mentor.employment)
    order = send_order(
        lines_draft(school, OrderKind.PAYMENT, lines.payment(line(school.mentor.employment))), by=school.curator.user
    )
    agreement.last_on = school.organization.today() + datetime.timedelta(days=30)
    agreement.notice_side, agreement.notice_on = "mentor", school.organization.today()
    agreement.save()
    assert "Choose days within it" in refusal_of(sign_order, order, by=school.director.user, password=PASSWORD)


# ---------- what the signature does ----------
def test_an_encouragement_stays_on_the_card_once_it_is_signed(school, client):
    mentor = school.mentor.employment
    one = line(mentor, code="thanks", words="Благодарность")
    drafted = lines_draft(school, OrderKind.ENCOURAGEMENT, lines.encouragement(one))
    assert list(mentor.ordered_lines.encouragements()) == []
    sign_order(send_order(drafted, by=school.curator.user), by=school.director.user, password=PASSWORD)
    assert [row.words for row in mentor.ordered_lines.encouragements()] == ["Благодарность"]
    assert Move.objects.of(mentor).filter(deed="Encouraged by an order", reason__contains="Благодарность").exists()
    client.force_login(school.council.user, backend="people.accounts.backends.LoginNameBackend")
    for address in ("people:staff_card", "people:mentor_card"):
        thing = mentor.pk if address == "people:staff_card" else school.mentor_entry.pk
        page = client.get(reverse(address, args=["school-3", thing])).content.decode()
        assert "Благодарность" in page


def test_the_order_on_the_final_event_fulfils_its_item_of_the_roadmap(school):
    roadmap = make_running(school)
    item = Item.objects.filter(stage__roadmap=roadmap).first()
    Item.objects.filter(pk=item.pk).update(order_kind=OrderKind.FINAL_EVENT, state=ItemState.PLANNED)
    lines_signed(school, OrderKind.FINAL_EVENT, lines.final_event(school))
    item.refresh_from_db()
    assert item.state == ItemState.DONE


def test_recomposing_replaces_the_people_and_the_particulars(school):
    first = lines.encouragement(line(school.mentor.employment, code="thanks", words="Благодарность"))
    order = lines_draft(school, OrderKind.ENCOURAGEMENT, first)
    second = lines.encouragement(line(school.staff.employment, code="gift", words="Ценный подарок"))
    order = recompose_lines(order, second, by=school.curator.user)
    assert [one.employment for one in order.people.all()] == [school.staff.employment]
    assert said(order)[0].startswith("Наградить ценным подарком учителя химии Шевченко Олега Игоревича")
    assert particulars_of(order) == second.particulars
    assert school.mentor.employment.pk not in order.subjects.values_list("employment", flat=True)


# ---------- who reads pay ----------
@pytest.mark.usefixtures("pages")
def test_whoever_is_paid_reads_an_extract_without_the_pay_of_others(school, client):
    mentor, other = school.mentor.employment, school.council.employment
    order = lines.payment_signed(school, mentor, other)
    OrderedPerson.objects.filter(order=order, employment=other).update(amount=98765)
    Order.objects.filter(pk=order.pk).update(
        points=[*order.points, {"text": "Доплатить Дюма Сергею Андреевичу 98765 рублей.", "depth": 1}]
    )
    order.refresh_from_db()
    client.force_login(school.mentor.user, backend="people.accounts.backends.LoginNameBackend")
    answer = client.get(reverse("reports:order_pdf", args=["school-3", order.pk]))
    paper = words_of(b"".join(answer))
    assert "ВЫПИСКА ИЗ ПРИКАЗА" in paper
    assert "Ковальчук" in paper
    assert not any(word in paper for word in ("Дюма", "98", "Соколова Марина Дмитриевна, заместитель"))
    card = client.get(reverse("reports:order_card", args=["school-3", order.pk]))
    assert [row.employment for row in card.context["lines"]] == [mentor]
    assert "Дюма" not in card.content.decode()
    sheet = client.get(reverse("reports:order_acknowledge", args=["school-3", order.pk]))
    assert "Дюма" not in sheet.content.decode()


def test_pay_is_read_whole_by_the_head_the_curator_and_whoever_stands_alone(school):
    make_user("second@example", employment=make_employment(school.organization, "Вторая"))
    order = lines.payment_signed(school, school.mentor.employment, school.staff.employment)
    whole, seen = {}, {}
    for role, person in school.people.items():
        actor = actor_in(person.user, school.organization)
        seen[role] = Order.objects.visible_to(actor).filter(pk=order.pk).exists()
        whole[role] = seen[role] and reads_whole(order, actor)
    assert {role for role, sees in seen.items() if sees} == {"director", "curator", "mentor", "staff"}
    assert {role for role, reads in whole.items() if reads} == {"director", "curator"}
    alone = lines.payment_signed(school, school.council.employment)
    reader = actor_in(school.council.user, school.organization)
    assert reads_whole(alone, reader)
    assert lines_of(alone, reader).count() == 1
    assert bytes(order_pdf(alone, reader)) == bytes(alone.frozen.pdf)


def test_the_labor_code_is_cited_where_the_order_gives_additional_work_or_encourages(school):
    def articles(kind, content):
        return re.findall(r"статьёй ([\d.]+)", lines_draft(school, kind, content).basis)

    mentor, mentee = school.mentor.employment, school.mentee.employment
    assert articles(OrderKind.ENCOURAGEMENT, lines.encouragement(line(mentor, code="thanks"))) == ["191"]
    lines.lets_go(school)
    assert articles(OrderKind.RELEASE, lines.release(line(mentor))) == []
    assert articles(OrderKind.RELEASE, lines.release(line(mentor, substitute=mentee))) == ["60.2"]
    lines.paid_agreement(school, mentor)
    assert articles(OrderKind.PAYMENT, lines.payment(line(mentor))) == ["351.8"]
    amend(school.organization, {"payment": {"kind": "sum", "amount": 3000, "per_mentee": False}})
    assert articles(OrderKind.PAYMENT, lines.payment(line(mentor))) == ["351.8", "60.2"]
