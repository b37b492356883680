"""Orders O2 and O3: who may be appointed, what the signature gives and takes, what a refusal leaves."""

import datetime
from functools import partial

import pytest
from django.db import transaction
from django.utils import translation

from mentoring.lib.moves import MoveRefused
from people.accounts.services import invite, join
from people.models import Membership, RegulationVersion
from programs.appointments.selectors import council_on, curators_on
from programs.appointments.states import CouncilFunction, Duty
from programs.models import Appointment, Order, OrderSeries
from programs.orders.states import OrderKind, OrderState
from reports.models import FrozenDocument
from reports.orders.services import send_order, sign_order
from tests.reports.orders.factories import words_of
from tests.reports.orders.founding import (
    council_of,
    curator,
    curator_signed,
    drafted,
    founding_signed,
    member,
    submitted_version,
    tomorrow,
)
from tests.reports.orders.test_signing import refusal_of
from tests.world import PASSWORD, build_school, make_employment, make_organization, make_user, populate

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return partial(build_school, "cdutt")


@pytest.fixture
def strict():
    return populate(make_organization("school-3", preset="school-3"))


def change(place, section, **values):
    version = RegulationVersion.objects.get(organization=place.organization)
    version.settings[section] |= values
    version.save()


def roles_of(user):
    return set(user.memberships.values_list("role", "starts_on", "ends_on", "basis", "scope"))


def deputy(place, last="Ветрова", **fields):
    return make_employment(place.organization, last, post="заместитель директора", **fields)


def test_the_signature_makes_the_curator_from_the_day_of_the_duty(school):
    employment, day = deputy(school), tomorrow(school)
    user = make_user("new@curator.example", employment=employment)
    order = curator_signed(school, curator(employment, day))
    basis = f"приказ от {order.signed_on:%d.%m.%Y} № {order.number_text}"
    assert roles_of(user) == {("curator", day, None, basis, "")}
    assert [row.employment for row in curators_on(school.organization, day)] == [employment]
    assert list(curators_on(school.organization, order.signed_on)) == []
    assert set(order.subjects.values_list("employment", "role")) == {(employment.pk, "curator")}


def test_an_order_replaces_the_role_given_by_an_invitation(school):
    employment, day = school.curator.employment, school.organization.today()
    before = Membership.objects.get(user=school.curator.user)
    order = curator_signed(school, curator(employment, day))
    before.refresh_from_db()
    assert before.ends_on == day - datetime.timedelta(days=1)
    assert [row.basis.split()[-1] for row in school.curator.user.memberships.filter(ends_on=None)] == [
        order.number_text
    ]


def test_a_new_curator_ends_the_duty_and_the_role_of_the_former(school):
    first, second = deputy(school), deputy(school, "Зорина")
    former, new = make_user("a@example", employment=first), make_user("b@example", employment=second)
    start = school.organization.today() - datetime.timedelta(days=30)
    old = curator_signed(school, curator(first, start))
    order = curator_signed(school, curator(second, tomorrow(school, 3)), releases=tuple(old.appointments.all()))
    last = tomorrow(school, 2)
    assert set(Appointment.objects.values_list("employment", "starts_on", "ends_on", "ended_by")) == {
        (first.pk, start, last, order.pk),
        (second.pk, tomorrow(school, 3), None, None),
    }
    assert {row[:3] for row in roles_of(former)} == {("curator", old.signed_on, last)}
    assert {row[:3] for row in roles_of(new)} == {("curator", tomorrow(school, 3), None)}
    assert "Освободить" in order.points[0]["text"] and "Назначить" in order.points[1]["text"]


def test_whoever_makes_the_account_later_gets_the_role_then(school):
    employment = deputy(school)
    order = curator_signed(school, curator(employment, school.organization.today()))
    assert not Membership.objects.filter(user__person=employment.person).exists()
    invitation = invite(employment, by=school.sysadmin.user, login="late@example")
    user = join(invitation.code, password="очень-длинный-пароль-1")
    assert {row[:3] for row in roles_of(user)} == {("curator", order.signed_on, None)}


def test_a_duty_that_ended_gives_no_role_to_a_late_account(school):
    employment = deputy(school)
    today = school.organization.today()
    curator_signed(school, curator(employment, today, ends_on=today))
    Appointment.objects.update(starts_on=today - datetime.timedelta(5), ends_on=today - datetime.timedelta(1))
    user = join(invite(employment, by=school.sysadmin.user, login="late@example").code, password="очень-длинный-1")
    assert roles_of(user) == set()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda place: place.mentor.employment, "one of the deputies"),
        (lambda place: place.director.employment, "the head is not the curator"),
        (lambda place: deputy(place, is_external=True), "one of the own staff"),
        (lambda place: deputy(place, ends_on=place.organization.today()), "works here only until"),
    ],
)
def test_who_may_not_be_the_curator_is_refused_with_the_reason(strict, make, words):
    refusal = refusal_of(drafted, strict, OrderKind.CURATOR, appointments=(curator(make(strict), tomorrow(strict)),))
    assert words in refusal
    assert (Order.objects.count(), Appointment.objects.count()) == (0, 0)


def test_the_head_and_an_external_are_the_curator_where_the_regulation_lets_them(strict):
    change(strict, "curator", may_be_head=True, allow_external=True, most=2)
    chosen = (strict.director.employment, deputy(strict, is_external=True))
    order = drafted(strict, OrderKind.CURATOR, appointments=tuple(curator(one, tomorrow(strict)) for one in chosen))
    assert {row.employment for row in order.appointments.all()} == set(chosen)


def test_more_curators_than_the_regulation_has_are_refused_and_shares_are_kept(school):
    scopes = [{"code": "young", "label": "молодые педагоги"}, {"code": "subject", "label": "предметники"}]
    change(school, "curator", most=2, scopes=scopes)
    day = tomorrow(school)
    people = [deputy(school, last) for last in ("Ветрова", "Зорина", "Ильина")]
    wanted = [curator(one, day, scope=scope) for one, scope in zip(people, ("young", "subject", ""), strict=True)]
    assert "at most 2 curators" in refusal_of(drafted, school, OrderKind.CURATOR, appointments=tuple(wanted))
    user = make_user("scope@example", employment=people[0])
    order = curator_signed(school, *wanted[:2])
    assert {row[4] for row in roles_of(user)} == {"young"}
    assert "направление «молодые педагоги»" in order.points[0]["text"]
    assert "already" not in refusal_of(drafted, school, OrderKind.CURATOR, appointments=(wanted[2],))


def test_another_duty_goes_to_the_posts_of_the_regulation_and_gives_no_role(school):
    change(school, "curator", helpers=[{"code": "team", "label": "координатор", "posts": ["методист"]}])
    teacher, methodist = school.mentor.employment, make_employment(school.organization, "Орлова", post="методист")
    day = tomorrow(school)

    def helper(employment):
        one = curator(employment, day, "координатор", code="team")
        return type(one)(**{**vars(one), "duty": Duty.HELPER})

    assert "given to: методист" in refusal_of(drafted, school, OrderKind.CURATOR, appointments=(helper(teacher),))
    user = make_user("helper@example", employment=methodist)
    curator_signed(school, helper(methodist))
    assert roles_of(user) == set()


def test_a_curator_dismissed_meanwhile_signs_nothing(school):
    employment = deputy(school)
    order = send_order(
        drafted(school, OrderKind.CURATOR, appointments=(curator(employment, tomorrow(school)),)),
        by=school.sysadmin.user,
    )
    employment.ends_on = school.organization.today()
    employment.save()
    assert "works here only until" in refusal_of(sign_order, order, by=school.director.user, password=PASSWORD)
    row = Order.objects.get(pk=order.pk)
    assert (row.state, row.number, OrderSeries.objects.count(), FrozenDocument.objects.count()) == (
        OrderState.SUBMITTED,
        None,
        0,
        0,
    )


def test_two_orders_do_not_end_one_duty_twice(school):
    old = curator_signed(school, curator(deputy(school), school.organization.today() - datetime.timedelta(days=9)))
    held = tuple(old.appointments.all())
    orders = [
        drafted(
            school, OrderKind.CURATOR, appointments=(curator(deputy(school, last), tomorrow(school)),), releases=held
        )
        for last in ("Зорина", "Ильина")
    ]
    for order in orders:
        send_order(order, by=school.sysadmin.user)
    sign_order(orders[0], by=school.director.user, password=PASSWORD)
    assert "has ended already" in refusal_of(sign_order, orders[1], by=school.director.user, password=PASSWORD)
    assert curators_on(school.organization, tomorrow(school)).count() == 1


def test_the_council_works_from_its_first_day_and_a_new_one_replaces_it(school):
    start = school.organization.today() - datetime.timedelta(days=9)
    old = founding_signed(school, OrderKind.COUNCIL, appointments=council_of(school, start), label="совет наставников")
    assert [row.function for row in council_on(school.organization, old.signed_on)] == ["chair", "member", "member"]
    assert Membership.objects.filter(user=school.council.user, role="council", ends_on=None).get().starts_on == (
        old.signed_on
    )
    again = (member(school.mentor.employment, tomorrow(school), CouncilFunction.CHAIR),)
    content = {"appointments": again, "label": "совет наставников"}
    assert "council works already" in refusal_of(drafted, school, OrderKind.COUNCIL, **content)
    founding_signed(school, OrderKind.COUNCIL, releases=tuple(old.appointments.all()), **content)
    assert [row.employment for row in council_on(school.organization, tomorrow(school))] == [school.mentor.employment]
    assert not Membership.objects.filter(user=school.council.user, role="council", ends_on=None).exists()


def test_a_council_needs_one_chair_and_a_regulation_that_knows_it(school, strict):
    day = tomorrow(school)
    no_chair = (member(school.council.employment, day),)
    assert "one chair" in refusal_of(drafted, school, OrderKind.COUNCIL, appointments=no_chair, label="совет")
    wanted = council_of(strict, day)
    assert "knows no council" in refusal_of(drafted, strict, OrderKind.COUNCIL, appointments=wanted, label="совет")
    twice = (*council_of(school, day), member(school.council.employment, day))
    assert "chosen twice" in refusal_of(drafted, school, OrderKind.COUNCIL, appointments=twice, label="совет")


def test_what_the_basis_ends_with_is_closed_by_a_comma(strict):
    order = curator_signed(strict, curator(deputy(strict), strict.organization.today()))
    assert " ".join(order.basis.split()).endswith("утверждённого приказом от 6 мая 2022 г. № 147,")


@pytest.mark.usefixtures("pages")
def test_the_paper_of_the_council_names_everybody_with_the_function(school):
    wanted = council_of(school, tomorrow(school))
    order = founding_signed(school, OrderKind.COUNCIL, appointments=wanted, label="совет наставников")
    text = words_of(bytes(order.frozen.pdf))
    assert "О создании совета наставников" in text
    for part in ("председатель – Дюма Сергей Андреевич, учитель истории", "члены: "):
        assert part in text
    assert "Дорофеева Анна Петровна, учитель" in text.partition("члены: ")[2]


def test_nobody_signs_the_order_they_prepared_and_the_sysadmin_never_does(school):
    with translation.override("en"), transaction.atomic(), pytest.raises(MoveRefused) as refused:
        order = drafted(school, OrderKind.CURATOR, appointments=(curator(deputy(school), tomorrow(school)),))
        send_order(order, by=school.sysadmin.user)
        sign_order(order, by=school.sysadmin.user, password=PASSWORD)
    assert "only the head signs" in " ".join(refused.value.messages)


def test_a_curator_who_has_left_stands_in_nobodys_way(school):
    gone = deputy(school)
    curator_signed(school, curator(gone, school.organization.today()))
    gone.ends_on = school.organization.today()
    gone.save()
    assert list(curators_on(school.organization, tomorrow(school))) == []
    order = curator_signed(school, curator(deputy(school, "Зорина"), tomorrow(school)))
    assert [row.order for row in curators_on(school.organization, tomorrow(school))] == [order]


def test_the_council_plans_by_a_day_and_those_named_read_the_order(school):
    day = school.organization.today()
    chair = member(school.curator.employment, day, CouncilFunction.CHAIR)
    alone = drafted(school, OrderKind.COUNCIL, appointments=(chair,), label="методическое объединение")
    plan, reading = (one["text"].replace("\u00a0", " ") for one in alone.points[-2:])
    assert "председателю, представить план работы руководителю в срок до" in plan
    assert "ознакомиться с настоящим приказом под подпись в течение трёх рабочих дней" in reading
    others = (member(school.mentor.employment, day, CouncilFunction.CHAIR), member(school.mentee.employment, day))
    several = drafted(school, OrderKind.COUNCIL, appointments=others, label="методическое объединение")
    plan, reading = (one["text"].replace("\u00a0", " ") for one in several.points[-2:])
    assert "представить план работы куратору реализации программ наставничества в срок до" in plan
    assert reading.startswith("Куратору") and "названных в нём лиц" in reading


def test_whom_the_order_charges_reads_it_too(school):
    acting = curator_signed(school, curator(school.curator.employment, school.organization.today()))
    appointments = council_of(school, tomorrow(school))
    order = drafted(school, OrderKind.COUNCIL, appointments=appointments, label="совет наставников")
    named = dict(order.subjects.values_list("employment", "role"))
    assert named == {one.employment.pk: "council" for one in appointments} | {school.curator.employment.pk: "curator"}
    released = drafted(
        school, OrderKind.CURATOR, releases=tuple(acting.appointments.all()), released_from=tomorrow(school)
    )
    (point, *_others) = released.points
    assert point["text"].endswith(
        f"от обязанностей куратора реализации программ наставничества, возложенных приказом от "
        f"{acting.signed_on:%d.%m.%Y} № {acting.number_text}."
    )


def test_duties_that_begin_with_a_new_regulation_rest_on_it(school):
    start = tomorrow(school)
    version = submitted_version(school, valid_from=start)
    adoption = founding_signed(school, OrderKind.ADOPTION, version=version)
    wanted = {"appointments": council_of(school, start), "label": "совет наставников"}
    basis = drafted(school, OrderKind.COUNCIL, **wanted).basis.replace("\u00a0", " ")
    assert basis.endswith(f"приказом от {adoption.signed_on:%d.%m.%Y} № {adoption.number_text},")
