"""The list of acquaintance: who has read the order, who joins it later, who is reminded by the calendar."""

import datetime
from functools import partial

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from mentoring.lib.dates import add_working_days
from mentoring.lib.moves import MoveRefused
from people.models import Notice
from programs.models import Acquaintance, OrderSubject
from programs.orders.services import acknowledge, add_readers, remind_of_acquaintance, remind_unread
from reports.documents.acquaintance import acquaintance_sheet
from reports.documents.papers import render
from tests.amending import amend
from tests.programs.mentorships.test_races import at_once
from tests.reports.orders.factories import draft, give_account, papers_as_pages, signed
from tests.world import PASSWORD, make_employment, make_organization, world_with


def frozen_as_text(place):
    """A signed order whose paper is what a browser would show."""
    with papers_as_pages():
        return signed(place)


@pytest.fixture(scope="module")
def make_world():
    return world_with(signed=frozen_as_text)


def page(name, *args):
    return reverse(f"reports:order_{name}", args=["school-3", *args])


def client_of(user):
    user.language = "en"
    user.save()
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def names(page):
    return [one.employment.person.last_name for one in page.context["page"].rows]


@pytest.mark.django_db
def test_the_list_shows_who_has_not_read_and_enters_several_from_paper_at_once(school):
    order = school.signed
    curator = client_of(school.curator.user)
    acknowledge(order, school.curator.employment, by=school.curator.user, method="electronic")
    answer = {read: names(curator.get(page("acquaintance", order.pk), {"read": read})) for read in ("", "no", "yes")}
    assert answer == {
        "": ["Белых", "Кара-оглы", "Соколова"], "no": ["Белых", "Кара-оглы"], "yes": ["Соколова"],
    }  # fmt: skip
    left = [one.pk for one in order.subjects.filter(acquaintance=None)]
    ticked = curator.get(page("paper_acknowledge", order.pk), {"subjects": left}).content.decode()
    assert ticked.count(" checked") == 2
    data = {"subjects": left, "on": order.signed_on.isoformat()}
    assert curator.post(page("paper_acknowledge", order.pk), data).url == page("acquaintance", order.pk)
    assert sorted(Acquaintance.objects.values_list("method", flat=True)) == ["electronic", "paper", "paper"]


@pytest.mark.django_db
def test_the_sheet_says_how_each_has_read_it_and_leaves_room_for_the_others(school):
    order = school.signed
    acknowledge(order, school.curator.employment, by=school.curator.user, method="electronic")
    pair = order.subjects.get(role="mentor").employment
    acknowledge(order, pair, by=school.curator.user, method="paper")
    day = f"{order.signed_on:%d.%m.%Y}"
    assert [row[3:] for row in acquaintance_sheet(order).table.rows] == [
        ("", ""), ("на бумаге", day), ("электронно", day),
    ]  # fmt: skip


@pytest.mark.django_db
def test_who_is_added_later_is_asked_and_the_frozen_paper_stays(school, django_capture_on_commit_callbacks):
    order = school.signed
    frozen = bytes(order.frozen.pdf)
    late = make_employment(school.organization, "Поздняя")
    user = give_account(late)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_of(school.curator.user).post(page("reader_add", order.pk), {"people": [late.pk]})
    assert answer.url == page("acquaintance", order.pk)
    assert [notice.url for notice in Notice.objects.filter(user=user)] == [page("acknowledge", order.pk)]
    assert order.subjects.get(employment=late).added_on == order.organization.today()
    order.refresh_from_db()
    assert bytes(order.frozen.pdf) == frozen and "Поздняя" not in frozen.decode()
    assert "Поздняя" in render(acquaintance_sheet(order))
    client_of(user).post(page("acknowledge", order.pk), {"password": PASSWORD})
    assert Acquaintance.objects.get().subject.employment == late


@pytest.mark.django_db
def test_nobody_is_added_twice_or_to_a_draft_or_from_elsewhere(school):
    order, late = school.signed, make_employment(school.organization, "Поздняя")
    other = make_employment(make_organization("other", preset="school-3"), "Чужая")
    gone = make_employment(school.organization, "Ушедшая", ends_on=datetime.date(2026, 1, 1))
    add_readers(order, [late], by=school.curator.user)
    before = set(OrderSubject.objects.values_list("pk", flat=True))
    refused = {
        "on the list already": (order, [late]),
        "does not work here": (order, [other]),
        "any more": (order, [gone]),
        "not signed yet": (draft(school), [make_employment(school.organization, "Новая")]),
    }
    before = set(OrderSubject.objects.values_list("pk", flat=True))
    for words, (thing, people) in refused.items():
        with translation.override("en"), pytest.raises(MoveRefused, match=words), transaction.atomic():
            add_readers(thing, people, by=school.curator.user)
    assert set(OrderSubject.objects.values_list("pk", flat=True)) == before


@pytest.mark.django_db
def test_the_calendar_reminds_once_after_the_days_of_the_regulation(
    school, settings, django_capture_on_commit_callbacks
):
    amend(school.organization, {"orders.acquaint_within": 2})
    order = school.signed
    mentor, mentee = (order.subjects.get(role=role).employment for role in ("mentor", "mentee"))
    give_account(mentor), give_account(mentee)
    acknowledge(order, school.curator.employment, by=school.curator.user, method="electronic")
    asked = []
    for days in (1, 2, 3, 4):
        settings.MENTORING_TODAY = add_working_days(order.signed_on, days)
        with django_capture_on_commit_callbacks(execute=True):
            asked.append(remind_unread(school.organization))
        if days == 1:
            type(mentee).objects.filter(pk=mentee.pk).update(ends_on=order.signed_on)
    assert asked == [0, 0, 1, 0]
    assert list(Notice.objects.values_list("user__person", flat=True)) == [mentor.person_id]


@pytest.mark.django_db
def test_who_was_reminded_by_hand_is_not_reminded_by_the_calendar(school, settings):
    order = school.signed
    give_account(order.subjects.get(role="mentor").employment)
    remind_of_acquaintance(order, by=school.curator.user)
    settings.MENTORING_TODAY = order.signed_on + datetime.timedelta(days=30)
    assert remind_unread(school.organization) == 0
    amend(school.organization, {"orders.acquaint_within": None})
    OrderSubject.objects.update(reminded_on=None)
    assert remind_unread(school.organization) == 0


@pytest.mark.django_db(transaction=True)
def test_reading_confirmed_in_two_tabs_and_from_paper_is_written_once(school):
    order = school.signed
    mine = partial(acknowledge, order, school.curator.employment, by=school.curator.user)
    assert at_once([partial(mine, method=how) for how in ("electronic", "electronic", "paper")]) == (1, 2)
    assert Acquaintance.objects.count() == 1
