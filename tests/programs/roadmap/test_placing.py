"""Stages and items of a draft: added, named, moved, deleted."""

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.history.models import Move
from programs.models import Item, Roadmap, Stage
from programs.roadmap import services
from programs.roadmap.states import ItemState
from tests.programs.roadmap.factories import item_of, make_draft, make_running, make_submitted, set_rules
from tests.world import DAY, undrawn, world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, draft=make_draft)


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


@pytest.fixture
def curator(home, client):
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    return client


def page(name, thing, home):
    return reverse(f"programs:{name}", args=[home.organization.slug, thing.pk])


def names(roadmap):
    return [(stage.position, stage.name.split()[0]) for stage in roadmap.stages.all()]


def codes(stage):
    return list(stage.items.values_list("code", flat=True))


def test_stages_are_added_named_moved_and_deleted_on_their_pages(home, curator):
    roadmap = home.draft
    curator.post(page("stage_add", roadmap, home), {"name": "Итоги года"})
    last = roadmap.stages.last()
    curator.post(page("stage_move", last, home), {"way": "up"})
    curator.post(page("stage_edit", last, home), {"name": "Итоги"})
    first = roadmap.stages.first()
    curator.post(page("stage_move", first, home), {"way": "up"})
    curator.post(page("stage_move", first, home), {"way": "down"})
    curator.post(page("stage_delete", first, home))
    asked = ["Формирование", "Формирование", "Отбор", "Организация", "Завершение", "Итоги", "Информационная"]
    assert names(roadmap) == list(enumerate(asked, start=1))
    assert {"Stage added", "Stage moved", "Stage renamed", "Stage deleted"} <= set(
        Move.objects.of(roadmap).values_list("deed", flat=True)
    )


def test_an_activity_moves_with_all_its_times(home, curator):
    roadmap = home.draft
    stage, other = roadmap.stages.get(position=2), roadmap.stages.get(position=1)
    item = item_of(roadmap, code="requests")
    curator.post(page("item_move", item, home), {"way": "down"})
    assert codes(stage) == ["mentee_bank_entry", "requests", "requests"]
    curator.post(page("item_move", item, home), {"stage": other.pk})
    assert (codes(stage), codes(other)[-2:]) == (["mentee_bank_entry"], ["requests", "requests"])
    assert [each.position for each in other.items.all()] == [1, 2, 3, 4, 5]
    curator.post(page("item_delete", item, home))
    assert "requests" not in codes(other)


@pytest.mark.parametrize("target", ["", "x", "0", "9" * 30, "foreign"])
def test_a_place_that_does_not_exist_is_refused(world, curator, target):
    item = item_of(world.home.draft)
    foreign = make_draft(world.other).stages.last()
    before = codes(item.stage)
    curator.post(page("item_move", item, world.home), {"stage": foreign.pk if target == "foreign" else target or "-1"})
    assert codes(item.stage) == before and not foreign.items.filter(pk=item.pk).exists()
    with pytest.raises(MoveRefused):
        services.place_item(item, foreign, by=world.home.curator.user)


@pytest.mark.parametrize("name", ["", " \u200b ", "я" * 501])
@undrawn()
def test_a_stage_without_a_fitting_name_is_refused(home, curator, name):
    roadmap = home.draft
    assert set(curator.post(page("stage_add", roadmap, home), {"name": name}).context["form"].errors) == {"name"}
    with pytest.raises(MoveRefused):
        services.add_stage(roadmap, by=home.curator.user, name=name)
    assert roadmap.stages.count() == 7


def test_a_stage_without_items_is_not_sent(home):
    roadmap = home.draft
    empty = services.add_stage(roadmap, by=home.curator.user, name="Пустой этап")
    with pytest.raises(MoveRefused, match="Пустой этап"):
        services.submit_roadmap(roadmap, by=home.curator.user)
    services.delete_stage(empty, by=home.curator.user)
    services.submit_roadmap(roadmap, by=home.curator.user)


@pytest.mark.parametrize("make", [make_submitted, make_running])
def test_only_a_draft_is_rearranged(home, make):
    roadmap, by = make(home, 2027), home.curator.user
    stage, item = roadmap.stages.last(), item_of(roadmap)
    deeds = [
        lambda: services.add_stage(roadmap, by=by, name="Этап"),
        lambda: services.rename_stage(stage, by=by, name="Этап"),
        lambda: services.move_stage(stage, by=by, up=True),
        lambda: services.delete_stage(stage, by=by),
        lambda: services.move_item(item, by=by, up=False),
        lambda: services.place_item(item, stage, by=by),
        lambda: services.delete_item(item, by=by),
        lambda: services.drop_roadmap(roadmap, by=by),
    ]
    before = list(Item.objects.values_list("pk", "stage", "position"))
    for deed in deeds:
        with pytest.raises(MoveRefused):
            deed()
    assert list(Item.objects.values_list("pk", "stage", "position")) == before


def test_what_is_done_is_not_deleted_from_a_revision(home):
    running, by = make_running(home, 2025), home.curator.user
    services.mark_item(item_of(running), ItemState.DONE, by=by, done_on=DAY, result="Приказ № 1")
    draft = services.revise_roadmap(running, by=by, reason="Новая встреча")
    item = item_of(draft, state=ItemState.DONE)
    for deed in (lambda: services.delete_item(item, by=by), lambda: services.delete_stage(item.stage, by=by)):
        with pytest.raises(MoveRefused):
            deed()
    assert Stage.objects.filter(roadmap=draft).count() == 7


def test_a_dropped_draft_frees_its_year(home, curator):
    draft = home.draft
    curator.post(page("roadmap_drop", draft, home))
    assert not Roadmap.objects.filter(organization=home.organization).exists()
    make_draft(home)


def test_parts_are_called_sections_where_the_regulation_calls_them_so(home, curator):
    set_rules(home, division="sections")
    roadmap = make_draft(home, 2027)
    text = curator.get(page("roadmap_card", roadmap, home)).text
    assert ("Add a section" in text or "Добавить раздел" in text) and "Add a stage" not in text
    assert curator.get(page("stage_add", roadmap, home)).context["words"]["one"] in ("Section", "Раздел")
