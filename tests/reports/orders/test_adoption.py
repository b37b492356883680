"""Order O1: the regulation and the roadmap come into force by one signature, or nothing does."""

import datetime
from functools import partial

import pytest
from django.urls import reverse

from people.models import Authority, AuthorityAct, RegulationVersion
from people.organizations.selectors import regulation_on
from people.organizations.services import draft_regulation, submit_regulation
from people.organizations.states import RegulationState
from programs.models import Appointment, Item, Order, OrderSeries, Roadmap
from programs.orders.states import OrderKind, OrderState
from programs.roadmap.states import RoadmapState
from reports.documents.orders import order_paper
from reports.documents.regulation import release_number
from reports.models import FrozenDocument
from reports.orders.services import send_order, sign_order
from tests.reports.orders.factories import is_project, words_of
from tests.reports.orders.founding import (
    curator,
    drafted,
    founding_signed,
    submitted_roadmap,
    submitted_version,
    tomorrow,
)
from tests.reports.orders.test_signing import refusal_of
from tests.world import PASSWORD, build_school, make_employment, make_organization, make_user, populate, world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return world_with(None, partial(build_school, "lyceum-136"), version=submitted_version, roadmap=submitted_roadmap)


def plain(text):
    return text.replace("\u00a0", " ")


def page_of(order):
    """The words of the frozen page, which nobody laid out."""
    return words_of(bytes(order.frozen.pdf))


def changed(version, *, valid_from=None, **regulation):
    """The version that waits for approval with other particulars."""
    version.valid_from = valid_from or version.valid_from
    version.settings["regulation"] |= regulation
    version.save(update_fields=["valid_from", "settings"])
    return version


def adoption_signed(place, **content):
    return founding_signed(place, OrderKind.ADOPTION, **content)


def test_one_signature_brings_the_regulation_the_roadmap_and_the_curator_into_force(school):
    start = tomorrow(school)
    version, roadmap = changed(school.version, valid_from=start), school.roadmap
    deputy = make_employment(school.organization, "Ветрова", post="заместитель директора")
    user = make_user("deputy@example", employment=deputy)
    order = adoption_signed(school, version=version, roadmap=roadmap, appointments=(curator(deputy, start),))
    version.refresh_from_db()
    roadmap.refresh_from_db()
    before = RegulationVersion.objects.exclude(pk=version.pk).get(organization=school.organization)
    assert (version.state, version.valid_from, version.approved_by) == (
        RegulationState.IN_FORCE, start, school.director.user,
    )  # fmt: skip
    assert before.valid_until == start - datetime.timedelta(days=1)
    assert (roadmap.state, roadmap.approved_on, roadmap.approved_by) == (
        RoadmapState.RUNNING, order.signed_on, school.director.user,
    )  # fmt: skip
    adopted = regulation_on(school.organization, start).regulation
    assert (adopted.order_number, adopted.order_on) == ("348/1", datetime.date(2022, 11, 16))
    amended = (adopted.amended_number, adopted.amended_on, adopted.in_force_on)
    assert amended == (order.number_text, order.signed_on, start)
    assert set(user.memberships.values_list("role", "starts_on")) == {("curator", start)}
    assert set(Item.objects.filter(evidence__order=order).values_list("code", "state")) == {
        ("regulation_order", "done")
    }


@pytest.mark.usefixtures("pages")
def test_the_frozen_paper_has_both_annexes_and_the_number_in_their_heads(school):
    order = adoption_signed(school, version=school.version, roadmap=school.roadmap)
    text = page_of(order)
    for part in (
        "Приложение № 1 УТВЕРЖДЕНО",
        "Приложение № 2 УТВЕРЖДЕНА",
        f"№ {order.number_text}",
        "1. Общие положения",
        "дефицит",
        "ДОРОЖНАЯ КАРТА",
    ):
        assert part.casefold() in text.casefold(), part
    assert not is_project(bytes(order.frozen.pdf))


def test_a_first_regulation_is_adopted_and_a_later_one_amended(school):
    later = drafted(school, OrderKind.ADOPTION, version=school.version)
    assert later.heading == "О внесении изменений в Положение о системе наставничества педагогических кадров"
    assert "утверждённое приказом от 16 ноября 2022 г. № 348/1" in plain(later.points[0]["text"])
    other = populate(make_organization("cdutt", preset="cdutt"))
    first = drafted(other, OrderKind.ADOPTION, version=submitted_version(other))
    assert first.heading.startswith("Об утверждении положения о системе (целевой модели)")
    assert first.points[0]["text"].startswith("Утвердить прилагаемое Положение о системе (целевой модели)")


def test_with_the_roadmap_the_heading_names_it_and_somebody_puts_both_on_the_site_in_time(school):
    order = drafted(school, OrderKind.ADOPTION, version=school.version, roadmap=school.roadmap)
    assert order.heading.endswith(" педагогических кадров и об утверждении дорожной карты")
    [published] = [plain(row["text"]) for row in order.points if "на официальном сайте" in row["text"]]
    assert "Соколовой Марине Дмитриевне разместить Положение и дорожную карту" in published
    assert published.endswith("в течение десяти рабочих дней со дня подписания настоящего приказа.")


def test_an_order_that_appoints_the_curator_too_says_so_at_the_end_of_its_heading(school):
    appointed = (curator(school.curator.employment, tomorrow(school)),)
    order = drafted(school, OrderKind.ADOPTION, roadmap=school.roadmap, appointments=appointed)
    whom = "куратора реализации программ наставничества"
    assert order.heading == f"Об утверждении дорожной карты на 2026/27 учебный год и о назначении {whom}"
    order.delete()
    version = school.version
    both = drafted(school, OrderKind.ADOPTION, version=version, roadmap=order.roadmap, appointments=appointed)
    assert both.heading.endswith(" кадров, об утверждении дорожной карты и о назначении куратора")


def test_a_document_of_one_year_is_adopted_anew_in_its_own_gender(school):
    about = "наставничества на год"
    version = changed(school.version, kind="program", about=about, school_year=2026, order_heading="О программе")
    order = drafted(school, OrderKind.ADOPTION, version=version)
    assert order.heading == "О программе"
    assert order.points[0]["text"] == f"Утвердить прилагаемую Программу {about} (приложение)."


@pytest.mark.usefixtures("pages")
def test_the_roadmap_alone_is_approved_for_its_year(school):
    order = adoption_signed(school, roadmap=school.roadmap)
    assert order.heading == "Об утверждении дорожной карты на 2026/27 учебный год"
    assert Roadmap.objects.get(orders=order).state == RoadmapState.RUNNING
    assert "Приложение УТВЕРЖДЕНА" in page_of(order)


STAMP = {"word": "ПРИНЯТО", "body": "педагогическим советом", "source": "minutes", "when": "before_order"}


@pytest.mark.parametrize("known", [{"number": "8"}, {"on": "2026-08-28"}])
def test_an_order_waits_for_the_minutes_that_may_not_stay_blank(school, known):
    version = changed(school.version, stamps=[STAMP | known | {"blank_allowed": False}])
    assert "lacks the number or the day" in refusal_of(drafted, school, OrderKind.ADOPTION, version=version)
    assert Order.objects.count() == 0


def test_minutes_stand_in_the_basis(school):
    version = changed(school.version, stamps=[STAMP | {"number": "8", "on": "2026-08-28", "blank_allowed": False}])
    order = drafted(school, OrderKind.ADOPTION, version=version)
    assert "на основании решения педагогического совета (протокол от 28 августа 2026 г. № 8)" in plain(order.basis)


def test_a_regulation_returned_meanwhile_signs_nothing(school):
    version, roadmap = school.version, school.roadmap
    order = drafted(school, OrderKind.ADOPTION, version=version, roadmap=roadmap)
    send_order(order, by=school.sysadmin.user)
    RegulationVersion.objects.filter(pk=version.pk).update(state=RegulationState.RETURNED)
    assert "does not wait for approval" in refusal_of(sign_order, order, by=school.director.user, password=PASSWORD)
    assert nothing_came_into_force(order, roadmap)


def test_an_overlapping_regulation_leaves_the_roadmap_and_the_register_untouched(school):
    version, roadmap = changed(school.version, valid_from=tomorrow(school)), school.roadmap
    order = drafted(school, OrderKind.ADOPTION, version=version, roadmap=roadmap)
    send_order(order, by=school.sysadmin.user)
    later = RegulationVersion.objects.filter(organization=school.organization, state=RegulationState.IN_FORCE)
    later.update(valid_from=tomorrow(school, 9), approved_at="2026-01-01T00:00Z")
    assert refusal_of(sign_order, order, by=school.director.user, password=PASSWORD)
    assert nothing_came_into_force(order, roadmap)


def nothing_came_into_force(order, roadmap):
    row = Order.objects.get(pk=order.pk)
    return (
        (row.state, row.number) == (OrderState.SUBMITTED, None)
        and Roadmap.objects.get(pk=roadmap.pk).state == RoadmapState.SUBMITTED
        and not OrderSeries.objects.exists()
        and not FrozenDocument.objects.exists()
        and not Appointment.objects.given().exists()
    )


def test_one_version_stands_in_one_order(school):
    version = school.version
    drafted(school, OrderKind.ADOPTION, version=version)
    assert "approves the same already" in refusal_of(drafted, school, OrderKind.ADOPTION, version=version)


def test_all_the_teaching_staff_may_be_asked_to_read(school):
    order = drafted(school, OrderKind.ADOPTION, version=school.version, everybody=True)
    teachers = school.organization.employments.filter(is_teacher=True)
    assert set(order.subjects.values_list("employment", flat=True)) == set(teachers.values_list("pk", flat=True))
    assert "педагогических работников под подпись" in " ".join(point["text"] for point in order.points)


def test_an_order_on_nothing_is_refused(school):
    assert "Choose the regulation" in refusal_of(drafted, school, OrderKind.ADOPTION)


def test_acts_of_the_authorities_above_are_cited_where_the_regulation_inherits_them(school):
    city = Authority.objects.create(kind="municipality", name="Город")
    AuthorityAct.objects.create(authority=city, title="Приказ", phrase="на основании приказа города", orders=["O1"])
    school.organization.authority = city
    school.organization.save()
    order = drafted(school, OrderKind.ADOPTION, version=school.version)
    assert "на основании приказа города" in order.basis
    assert order.basis.index("3273-р") < order.basis.index("приказа города")


def text_of_points(order):
    return plain(" ".join(point["text"] for point in order.points))


def test_an_order_that_names_nobody_lets_the_curator_tell_the_staff(school):
    order = drafted(school, OrderKind.ADOPTION, roadmap=school.roadmap)
    assert "названных" not in text_of_points(order)
    assert order.points[-1]["text"].endswith("ознакомить педагогических работников с дорожной картой.")
    assert set(order.subjects.values_list("employment", "role")) == {(school.curator.employment.pk, "curator")}


def test_an_order_with_nobody_to_read_it_asks_for_no_acquaintance(school, client):
    roadmap = school.roadmap
    school.curator.user.memberships.all().delete()
    order = adoption_signed(school, roadmap=roadmap)
    assert "знакомить" not in text_of_points(order)
    assert not order.subjects.exists()
    client.force_login(school.director.user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get(reverse("reports:order_list", args=[school.organization.slug])).content.decode()
    assert "0 of 0" not in page and "0 из 0" not in page


@pytest.mark.usefixtures("pages")
def test_a_regulation_adopted_as_it_stands_goes_on_under_its_old_number(school):
    school.version.delete()
    version = draft_regulation(school.organization, by=school.sysadmin.user)
    version.reason = "На новый учебный год"
    version.save(update_fields=["reason"])
    version = submit_regulation(version, by=school.sysadmin.user)
    order = adoption_signed(school, version=version)
    text = text_of_points(order)
    assert order.heading.startswith("О продолжении применения Положения о системе наставничества")
    assert "применение Положения" in text and "утверждённого приказом от 16 ноября 2022 г. № 348/1, в 20" in text
    assert "Внести изменения" not in text and "Ввести" not in text
    adopted = regulation_on(school.organization, version.valid_from).regulation
    assert (adopted.order_number, adopted.order_on) == ("348/1", datetime.date(2022, 11, 16))
    assert "№ 348/1" in page_of(order)


def test_the_release_is_cited_by_the_number_of_the_text_adopted_here():
    place = populate(make_organization("lastochka", preset="lastochka"))
    organization = place.organization
    assert release_number(organization, organization.today()) == "1.4"
    order = founding_signed(place, OrderKind.ADOPTION, version=submitted_version(place))
    (annex,) = order_paper(order).annexes
    clauses = [clause.text for clause in annex.chapters[0].clauses]
    (place_in_text,) = [at for at, text in enumerate(clauses, start=1) if text.startswith("В исключительных случаях")]
    assert release_number(organization, organization.today()) == f"1.{place_in_text}" != "1.4"
