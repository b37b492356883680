"""Items a meeting fulfils."""

import pytest

from mentoring.lib.moves import MoveRefused
from programs.council.services import cancel_meeting, mark_held, take_mark_back
from programs.models import Item, ItemEvidence, Meeting
from programs.roadmap import services
from programs.roadmap.states import ItemState
from tests.programs.council.factories import make_held, make_meeting
from tests.programs.roadmap.factories import item_of, make_draft, make_order, make_running
from tests.world import DAY, undrawn, world_with


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, running=make_running)


@pytest.fixture
def world(world, settings, tmp_path):
    settings.MENTORING_TODAY, settings.MEDIA_ROOT = DAY, tmp_path
    return world


@pytest.fixture
def items(home):
    return list(Item.objects.filter(stage__roadmap=home.running).order_by("pk")[:4])


def _hold(home, meeting):
    meeting = Meeting.objects.get(pk=meeting.pk)
    return mark_held(meeting, by=home.curator.user, held_on=DAY, expected_version=meeting.version)


def _states(items):
    rows = Item.objects.in_bulk([item.pk for item in items])
    return [(rows[item.pk].state, rows[item.pk].done_on) for item in items]


def test_items_are_done_when_the_meeting_is_held_and_open_again_when_it_was_not(home, items):
    by, meeting = home.curator.user, make_meeting(home, planned_on=DAY)
    alone, by_hand, ordered, twice = items
    services.tie_meeting(alone, meeting, by=by)
    services.tie_items(meeting, items, by=by)
    services.mark_item(by_hand, ItemState.DONE, by=by, done_on=DAY, result="Сделали сами")
    assert [state for state, _on in _states(items)] == ["planned", "done", "planned", "planned"]
    held = _hold(home, meeting)
    services.tie_meeting(twice, make_held(home), by=by)
    services.add_evidence(ordered, by=by, order=make_order(home))
    assert _states(items) == [("done", DAY)] * 4
    take_mark_back(held, by=by)
    assert _states(items) == [("in_progress", None)] + [("done", DAY)] * 3
    _hold(home, meeting)
    assert _states(items) == [("done", DAY)] * 4
    assert ItemEvidence.objects.filter(meeting=meeting).count() == 4


def test_the_tie_is_carried_into_a_revision_and_works_there(home, items):
    by, meeting = home.curator.user, make_meeting(home, planned_on=DAY)
    item = items[0]
    services.tie_meeting(item, meeting, by=by)
    revision = services.revise_roadmap(item.stage.roadmap, by=by, reason="Новые сроки")
    held = _hold(home, meeting)
    later = item_of(revision, former=item)
    assert _states([item, later]) == [("done", DAY), ("planned", None)]
    services.submit_roadmap(revision, by=by)
    revision.refresh_from_db()
    services.approve_by_order(revision, make_order(home, "O1"), by=home.director.user)
    assert _states([later]) == [("done", DAY)]
    assert set(held.fulfilled_items.in_force().values_list("item", flat=True)) == {later.pk}
    take_mark_back(held, by=by)
    assert _states([item, later]) == [("done", DAY), ("in_progress", None)]


def test_a_closed_year_keeps_its_marks_and_the_mark_of_the_meeting(home, items):
    by, meeting = home.curator.user, make_held(home)
    services.tie_meeting(items[0], meeting, by=by)
    Item.objects.filter(state=ItemState.PLANNED).update(state=ItemState.CANCELLED)
    services.close_roadmap(items[0].stage.roadmap, by=by)
    with pytest.raises(MoveRefused):
        take_mark_back(meeting, by=by)
    assert (_states(items[:1]), Meeting.objects.get(pk=meeting.pk).state) == ([("done", DAY)], "held")


def test_a_meeting_of_another_organization_a_cancelled_one_and_a_draft_are_refused(world, home, items):
    by = home.curator.user
    cancelled = cancel_meeting(make_meeting(home), by=by, reason="Нет")
    draft = item_of(make_draft(home, 2027))
    for item, meeting in ((items[0], make_meeting(world.other)), (items[0], cancelled), (draft, make_meeting(home))):
        with pytest.raises(MoveRefused):
            services.tie_meeting(item, meeting, by=by)
    assert ItemEvidence.objects.count() == 0


@undrawn()
def test_the_curator_chooses_items_from_the_meeting_and_a_meeting_from_the_item(home, items, client):
    meeting, other = make_held(home), make_meeting(home)
    client.force_login(home.curator.user)
    url = f"/o/school-3/meetings/{meeting.pk}/roadmap/"
    assert client.post(url, {"items": [items[0].pk]}).status_code == 302
    assert items[0].pk not in set(client.get(url).context["form"].fields["items"].queryset.values_list("pk", flat=True))
    tied = client.post(f"/o/school-3/roadmaps/items/{items[1].pk}/meeting/", {"meeting-meeting": other.pk})
    assert (tied.status_code, _states(items[:2])) == (302, [("done", DAY), ("planned", None)])
    card = client.get(f"/o/school-3/meetings/{other.pk}/").context["proofs"]
    assert [proof.item for proof in card] == [items[1]]
    assert client.get(f"/o/school-3/roadmaps/items/{items[1].pk}/mark/").status_code == 200
