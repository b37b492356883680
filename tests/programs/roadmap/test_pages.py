"""The pages: what each reader sees, filters, forms, queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.history.models import Move
from programs.models import Item, Roadmap
from programs.roadmap import services
from programs.roadmap.states import ItemState, RoadmapState
from tests.programs.roadmap.factories import item_of, make_draft, make_running, make_submitted
from tests.world import CANARY, DAY, PASSWORD, make_user, undrawn, world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, running=make_running, submitted=lambda home: make_submitted(home, 2027))


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


def address(name, thing=None, place=None):
    organization = place.organization if place else thing_organization(thing)
    return reverse(f"programs:{name}", args=[organization.slug, *([thing.pk] if thing else [])])


def thing_organization(thing):
    roadmap = thing if isinstance(thing, Roadmap) else getattr(thing, "roadmap", None) or thing.stage.roadmap
    return roadmap.organization


@pytest.fixture
def enter(client):
    def as_(person):
        client.force_login(person.user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return as_


def shown(response):
    """The pks of the items on the card."""
    return {item.pk for _stage, items in response.context["groups"] for item, _standing in items}


def test_the_staff_read_a_roadmap_only_once_it_is_approved(home, enter):
    roadmap = home.submitted
    client = enter(home.staff)
    assert client.get(address("roadmap_card", roadmap)).status_code == 404
    assert list(client.get(address("roadmap_list", place=home)).context["page"].rows) == [home.running]
    services.approve_roadmap(roadmap, by=home.director.user, password=PASSWORD)
    response = client.get(address("roadmap_card", roadmap))
    assert shown(response) == set(Item.objects.filter(stage__roadmap=roadmap).values_list("pk", flat=True))
    # Who returned it and why is between the curator and the head.
    assert not response.context["history"]


def test_another_organization_is_not_seen_in_any_way(world, enter):
    foreign = make_running(world.other)
    Item.objects.filter(stage__roadmap=foreign).update(content=CANARY)
    client = enter(world.home.curator)
    slug = world.home.organization.slug
    item = item_of(foreign)
    for name, thing in (
        ("roadmap_card", foreign),
        ("item_edit", item),
        ("item_mark", item),
        ("item_add", item.stage),
    ):
        assert client.get(reverse(f"programs:{name}", args=[slug, thing.pk])).status_code == 404
    assert client.get(reverse("reports:paper_roadmap", args=[slug, foreign.pk])).status_code == 404
    response = client.get(address("roadmap_card", world.home.running))
    assert CANARY not in response.text
    stage = foreign.stages.first().pk
    filtered = client.get(response.request["PATH_INFO"], {"stage": stage})
    assert "stage" in filtered.context["page"].form.errors


@undrawn()
def test_filters_leave_exactly_their_items(home, enter):
    roadmap = home.running
    card = address("roadmap_card", roadmap)
    items = Item.objects.filter(stage__roadmap=roadmap)
    services.mark_item(item_of(roadmap), ItemState.DONE, by=home.curator.user, done_on=DAY, result="Приказ № 1")
    client = enter(home.curator)
    late = {item.pk for item in items if item.state == "planned" and item.due_on and item.due_on < DAY}
    assert shown(client.get(card, {"overdue": "true"})) == late
    mine = {item.pk for item in items if item.role == "curator"}
    assert shown(client.get(card, {"mine": "true"})) == mine
    stage = roadmap.stages.get(position=4)
    assert shown(client.get(card, {"stage": stage.pk})) == set(stage.items.values_list("pk", flat=True))
    assert shown(client.get(card, {"overdue": "true", "mine": "true"})) == late & mine
    assert shown(client.get(card, {"state": "done"})) == {item_of(roadmap).pk}


@undrawn()
def test_mine_is_what_the_own_roles_answer_for(home, enter):
    card = address("roadmap_card", home.running)
    contents = {
        item.content[:12]
        for _stage, items in enter(home.psychologist).get(card, {"mine": "true"}).context["groups"]
        for item, _standing in items
    }
    assert contents == {"Организация "}


def test_the_card_asks_the_same_number_of_queries_for_few_and_for_many_items(home, enter):
    roadmap = home.running
    client, card = enter(home.curator), address("roadmap_card", roadmap)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(card).status_code == 200
        return len(captured)

    queries()
    few = queries()
    stage = roadmap.stages.first()
    Item.objects.bulk_create(
        Item(stage=stage, position=place, content=f"Дело {place}", due_on=DAY) for place in range(100, 200)
    )
    assert queries() == few <= 25


def test_the_second_of_two_saves_shows_both_texts(home, enter):
    item = item_of(make_draft(home, 2028))
    values = {"content": "Текст первого", "version": 1}
    client = enter(home.curator)
    client.post(address("item_edit", item), values)
    response = client.post(address("item_edit", item), values | {"content": "Текст второго"})
    assert "Текст первого" in response.text
    assert "Текст второго" in response.text
    assert response.context["form"]["version"].value() == "2"
    assert client.post(address("item_edit", item), values | {"content": "Вместе", "version": 2}).status_code == 302


def test_days_in_the_wrong_order_are_refused_and_nothing_typed_is_lost(home, enter):
    item = item_of(make_draft(home, 2028))
    values = {"content": "Мой текст", "starts_on": "2026-10-10", "due_on": "2026-10-01", "version": 1}
    response = enter(home.curator).post(address("item_edit", item), values)
    assert set(response.context["form"].errors) == {"due_on"}
    assert "Мой текст" in response.text


@undrawn()
def test_the_head_approves_with_the_password_and_not_without(home, enter):
    roadmap = home.submitted
    client, page = enter(home.director), address("roadmap_approve", roadmap)
    seen = client.get(page).context["form"]["seen"].value()
    assert set(client.post(page, {"password": "wrong", "seen": seen}).context["form"].errors) == {"password"}
    assert client.post(page, {"password": PASSWORD, "seen": seen}).status_code == 302
    roadmap.refresh_from_db()
    assert (roadmap.state, roadmap.approved_hash) == (RoadmapState.RUNNING, seen)
    # A second approval finds nothing to approve.
    assert client.post(page, {"password": PASSWORD, "seen": seen}).status_code == 302
    assert Move.objects.of(roadmap).filter(deed="Approved").count() == 1


@undrawn()
def test_a_return_needs_a_remark(home, enter):
    roadmap = home.submitted
    client, page = enter(home.director), address("roadmap_return", roadmap)
    assert set(client.post(page, {"remark": " "}).context["form"].errors) == {"remark"}
    client.post(page, {"remark": "Уточните сроки"})
    roadmap.refresh_from_db()
    assert (roadmap.state, roadmap.return_remark) == (RoadmapState.RETURNED, "Уточните сроки")


def test_a_mark_ahead_of_today_is_refused_beside_the_day(home, enter):
    item = item_of(home.running)
    values = {"state": "done", "done_on": "2026-10-16", "result": "Сделано"}
    response = enter(home.curator).post(address("item_mark", item), values)
    assert set(response.context["form"].errors) == {"done_on"}
    assert "Сделано" in response.text


@undrawn()
def test_a_step_the_table_does_not_have_is_refused(home, enter):
    item = item_of(home.running)
    for state in ("planned", "nonsense", ""):
        response = enter(home.curator).post(address("item_mark", item), {"state": state})
        assert set(response.context["form"].errors) == {"state"}


def test_a_reader_without_a_person_does_not_break_the_card(home, enter):
    roadmap = home.running
    nobody = make_user("nobody@school.example", display_name="Без карточки")
    Roadmap.objects.filter(pk=roadmap.pk).update(approved_by=nobody)
    assert "Без карточки" in enter(home.staff).get(address("roadmap_card", roadmap)).text
