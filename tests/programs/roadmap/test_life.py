"""From the draft to the end of the year: the text, the approval, the work."""

import datetime
from hashlib import sha256
from itertools import pairwise

import pytest

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.accounts.models import Membership
from people.accounts.states import Role
from people.history.models import Move
from people.models import Notice
from programs.models import Item
from programs.roadmap import selectors, services
from programs.roadmap.states import ItemState, RoadmapState
from tests.programs.roadmap.factories import item_of, make_draft, make_running, make_submitted
from tests.world import DAY, PASSWORD, world_with

pytestmark = pytest.mark.django_db
TEXT = {
    "content": "Встреча наставников",
    "when_text": "ноябрь",
    "starts_on": datetime.date(2026, 11, 1),
    "due_on": datetime.date(2026, 11, 30),
    "responsible": "куратор",
    "role": "curator",
}


@pytest.fixture(scope="module")
def make_world():
    return world_with(
        DAY,
        running=make_running,
        draft=lambda place: make_draft(place, 2025),
        submitted=lambda place: make_submitted(place, 2027),
    )


@pytest.fixture
def home(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def told(user):
    return list(Notice.objects.filter(user=user).values_list("sentence", flat=True))


def test_the_way_of_a_roadmap_is_draft_head_curator_head_in_force_closed(home, django_capture_on_commit_callbacks):
    curator, director = home.curator.user, home.director.user
    with django_capture_on_commit_callbacks(execute=True):
        roadmap = make_submitted(home, 2028)
        services.return_roadmap(roadmap, by=director, remark="Нет сроков у этапа 7")
        services.submit_roadmap(roadmap, by=curator)
        roadmap = services.approve_roadmap(roadmap, by=director, password=PASSWORD)
    Item.objects.filter(stage__roadmap=roadmap).update(state=ItemState.CANCELLED)
    roadmap = services.close_roadmap(roadmap, by=curator)
    moves = [(move.from_state, move.to_state) for move in Move.objects.of(roadmap)][1:]
    assert [start for start, _end in moves] == ["draft", "submitted", "returned", "submitted", "running"]
    assert all(one[1] == two[0] for one, two in pairwise(moves))
    assert (roadmap.state, roadmap.approved_by, roadmap.approved_on) == (RoadmapState.CLOSED, director, DAY)
    assert told(director) == ["The roadmap for %(year)s waits for your approval."]
    assert set(told(curator)) == {
        "The head returned the roadmap for %(year)s with a remark.",
        "The roadmap for %(year)s is approved and in force.",
    }


def test_the_hash_stands_for_the_text_and_for_nothing_else(home):
    roadmap = home.running
    roadmap.refresh_from_db()
    assert len(roadmap.approved_hash) == len(sha256().hexdigest())
    assert roadmap.approved_hash == selectors.text_hash(roadmap)
    services.mark_item(item_of(roadmap), ItemState.DONE, by=home.curator.user, done_on=DAY, result="Приказ № 1")
    services.mark_item(item_of(roadmap, state="planned"), ItemState.CANCELLED, by=home.curator.user, result="Не нужно")
    assert roadmap.approved_hash == selectors.text_hash(roadmap)
    Item.objects.filter(pk=item_of(roadmap).pk).update(due_on=DAY)
    assert roadmap.approved_hash != selectors.text_hash(roadmap)


def test_what_the_draft_struck_out_is_not_approved(home):
    draft = home.draft
    struck = item_of(draft)
    services.mark_item(struck, ItemState.CANCELLED, by=home.curator.user, result="Уже есть")
    before = selectors.text_hash(draft)
    roadmap = services.submit_roadmap(draft, by=home.curator.user)
    roadmap = services.approve_roadmap(roadmap, by=home.director.user, password=PASSWORD)
    assert not Item.objects.filter(pk=struck.pk).exists()
    assert roadmap.approved_hash == before


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD + " "])
def test_a_wrong_password_approves_nothing(home, password):
    roadmap = home.submitted
    with pytest.raises(MoveRefused):
        services.approve_roadmap(roadmap, by=home.director.user, password=password)
    roadmap.refresh_from_db()
    assert (roadmap.state, roadmap.approved_hash, roadmap.approved_on) == (RoadmapState.SUBMITTED, "", None)


def test_nobody_approves_what_they_sent(home):
    Membership.objects.create(user=home.curator.user, organization=home.organization, role=Role.DIRECTOR, starts_on=DAY)
    roadmap = home.submitted
    with pytest.raises(MoveRefused, match="yourself|сами"):
        services.approve_roadmap(roadmap, by=home.curator.user, password=PASSWORD)
    services.approve_roadmap(roadmap, by=home.director.user, password=PASSWORD)


def test_a_text_read_before_its_change_is_not_approved(home):
    roadmap = home.submitted
    seen = selectors.text_hash(roadmap)
    services.return_roadmap(roadmap, by=home.director.user, remark="Добавьте встречу")
    services.add_item(roadmap.stages.first(), by=home.curator.user, **TEXT)
    services.submit_roadmap(roadmap, by=home.curator.user)
    with pytest.raises(MoveRefused):
        services.approve_roadmap(roadmap, by=home.director.user, password=PASSWORD, seen=seen)


@pytest.mark.parametrize("state", ["submitted", "running"])
def test_the_text_is_written_only_before_it_is_sent(home, state):
    roadmap = getattr(home, state)
    item = item_of(roadmap)
    with pytest.raises(MoveRefused):
        services.edit_item(item, by=home.curator.user, expected=item.version, **TEXT)
    with pytest.raises(MoveRefused):
        services.add_item(item.stage, by=home.curator.user, **TEXT)
    item.refresh_from_db()
    assert item.content != TEXT["content"]


def test_two_curators_do_not_overwrite_each_other(home):
    item = item_of(home.draft)
    services.edit_item(item, by=home.curator.user, expected=1, **TEXT)
    with pytest.raises(StaleSave) as stale:
        services.edit_item(item, by=home.curator.user, expected=1, **TEXT | {"content": "Другое"})
    assert stale.value.current.content == TEXT["content"]


def test_the_former_text_stays_in_the_history(home):
    item = item_of(home.draft)
    services.edit_item(item, by=home.curator.user, expected=1, **TEXT)
    assert "Май 2025; 01.05.2025; 31.05.2025; директор" in Move.objects.of(item).last().reason


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"content": " \u200b "}, "content"),
        ({"due_on": None}, "due_on"),
        ({"due_on": datetime.date(2026, 10, 1)}, "due_on"),
    ],
)
def test_a_bad_item_is_refused_beside_its_field(home, change, field):
    stage = home.draft.stages.first()
    with pytest.raises(MoveRefused) as refusal:
        services.add_item(stage, by=home.curator.user, **TEXT | change)
    assert set(refusal.value.error_dict) == {field}


def test_an_item_goes_all_ways_of_its_table_and_leaves_its_marks(home):
    item, by = item_of(home.running), home.curator.user
    services.mark_item(item, ItemState.IN_PROGRESS, by=by)
    done = services.mark_item(item, ItemState.DONE, by=by, done_on=DAY, result="Приказ № 1 от 15.10.2026")
    assert (done.done_on, done.result) == (DAY, "Приказ № 1 от 15.10.2026")
    back = services.mark_item(item, ItemState.IN_PROGRESS, by=by)
    assert (back.done_on, back.result) == (None, "")
    services.mark_item(item, ItemState.CANCELLED, by=by, result="Перенесли на год")
    services.mark_item(item, ItemState.PLANNED, by=by)
    assert [(move.deed, move.to_state, move.reason) for move in Move.objects.of(item)] == [
        ("Item begun", "in_progress", ""),
        ("Item done", "done", "Приказ № 1 от 15.10.2026"),
        ("Mark of the item taken back", "in_progress", ""),
        ("Item cancelled", "cancelled", "Перенесли на год"),
        ("Item back in the plan", "planned", ""),
    ]


@pytest.mark.parametrize(
    ("state", "done_on", "result", "field"),
    [
        (ItemState.DONE, None, "Сделано", "done_on"),
        (ItemState.DONE, DAY + datetime.timedelta(1), "Сделано", "done_on"),
        (ItemState.DONE, datetime.date(2025, 12, 31), "Сделано", "done_on"),
        (ItemState.DONE, DAY, "  ", "result"),
        (ItemState.CANCELLED, None, "", "result"),
    ],
)
def test_a_mark_without_its_facts_is_refused_beside_its_field(home, state, done_on, result, field):
    item = item_of(home.running)
    with pytest.raises(MoveRefused) as refusal:
        services.mark_item(item, state, by=home.curator.user, done_on=done_on, result=result)
    assert set(refusal.value.error_dict) == {field}
    item.refresh_from_db()
    assert item.state == ItemState.PLANNED


@pytest.mark.parametrize("state", [ItemState.DONE, ItemState.IN_PROGRESS])
def test_work_is_not_marked_before_approval(home, state):
    for item in (item_of(home.draft), item_of(home.submitted)):
        with pytest.raises(MoveRefused):
            services.mark_item(item, state, by=home.curator.user, done_on=DAY, result="Сделано")


def test_a_year_with_open_items_is_not_closed(home):
    roadmap = home.running
    with pytest.raises(MoveRefused, match="20"):
        services.close_roadmap(roadmap, by=home.curator.user)


def test_overdue_begins_the_day_after_the_last_day_and_ends_with_the_mark(home):
    roadmap = home.running
    item = item_of(roadmap, when_text__startswith="1 сентября")
    assert [item.is_overdue(datetime.date(2026, 9, day)) for day in (1, 2)] == [False, True]
    done = services.mark_item(item, ItemState.DONE, by=home.curator.user, done_on=DAY, result="Приказ № 2")
    assert not done.is_overdue(DAY)


def test_progress_counts_stage_by_stage(home):
    roadmap = home.running
    services.mark_item(item_of(roadmap), ItemState.DONE, by=home.curator.user, done_on=DAY, result="Приказ № 1")
    second = item_of(roadmap, stage__position=1, state="planned")
    services.mark_item(second, ItemState.CANCELLED, by=home.curator.user, result="Не нужно")
    found = [(each.done, each.total, each.overdue, each.is_current) for each in selectors.stage_progress(roadmap, DAY)]
    # On 15 October what was due by the end of September is late; October's ranges, spring and open dates are not.
    assert found == [
        (1, 2, 1, True),
        (0, 3, 2, False),
        (0, 4, 4, False),
        (0, 4, 2, False),
        (0, 2, 0, False),
        (0, 3, 0, False),
        (0, 1, 0, False),
    ]


def test_a_draft_has_nothing_overdue(home):
    roadmap = home.draft
    assert {each.overdue for each in selectors.stage_progress(roadmap, DAY)} == {0}
    assert not Item.objects.filter(stage__roadmap=roadmap).overdue(DAY).exists()
