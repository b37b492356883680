"""Structured dates of items: what they count to, how a year is copied, what is refused."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from people.organizations.regulations import DatePoint, ItemDate
from programs.models import Roadmap
from programs.roadmap import selectors, services
from programs.roadmap.dating import moved_date, moved_day, windows_of
from tests.programs.roadmap.factories import item_of, make_draft, set_rules
from tests.world import CANARY, DAY, PASSWORD, undrawn, world_with

pytestmark = pytest.mark.django_db
START = (9, 1)
POINTS = st.builds(
    DatePoint,
    month=st.integers(1, 12),
    day=st.one_of(st.none(), st.integers(1, 28)),
    preparatory=st.booleans(),
)


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


def days(item):
    return item.starts_on, item.due_on


def form(shape, *points, **fields):
    """What a browser sends for a date of this shape and these points (month, day, preparatory)."""
    data = {"content": "Встреча", "when_text": "осень", "shape": shape, "points-TOTAL_FORMS": len(points)}
    data |= {"points-INITIAL_FORMS": 0, "roles": ["curator"]} | fields
    for place, (month, day, *preparatory) in enumerate(points):
        data |= {f"points-{place}-month": month, f"points-{place}-day": day}
        if preparatory:
            data[f"points-{place}-preparatory"] = "on"
    return data


@given(st.lists(POINTS, min_size=2, max_size=4, unique=True), st.integers(2020, 2040), st.integers(1, 5))
def test_a_date_of_a_later_year_has_the_same_days_that_many_years_later(points, year, later):
    date = ItemDate(shape="list", wording="май 2022", points=tuple(points))
    before = windows_of(date, Roadmap(school_year=year), START)
    after = windows_of(moved_date(date, later), Roadmap(school_year=year + later), START)
    # The end of February is the 28th or the 29th: only its day may differ.
    shifted = [tuple(moved_day(day, later) for day in window) for window in before]
    assert [[(day.year, day.month) for day in window] for window in after] == [
        [(day.year, day.month) for day in window] for window in shifted
    ]


@pytest.mark.parametrize(
    ("shape", "points", "extra", "windows"),
    [
        ("month", [(9, "")], {}, [((2026, 9, 1), (2026, 9, 30))]),
        ("day", [(5, 15, True)], {}, [((2026, 5, 15), (2026, 5, 15))]),
        ("range", [(10, ""), (2, "")], {}, [((2026, 10, 1), (2027, 2, 28))]),
        ("list", [(1, ""), (9, "")], {}, [((2026, 9, 1), (2026, 9, 30)), ((2027, 1, 1), (2027, 1, 31))]),
        ("annual", [(4, "")], {"repeats": "month"}, [((2027, 4, 1), (2027, 4, 30))]),
        ("open", [], {}, [(None, None)]),
        ("", [], {"starts_on": "2026-12-01", "due_on": "2026-12-24"}, [((2026, 12, 1), (2026, 12, 24))]),
    ],
)
@undrawn()
def test_every_shape_counts_to_its_days_and_its_preview_saves_nothing(home, curator, shape, points, extra, windows):
    stage = home.draft.stages.first()
    before = stage.items.count()
    expected = [tuple(each and datetime.date(*each) for each in window) for window in windows]
    shown = curator.post(page("item_add", stage, home), form(shape, *points, **extra, preview="1"))
    assert (list(shown.context["form"].windows), stage.items.count()) == (expected, before)
    assert curator.post(page("item_add", stage, home), form(shape, *points, **extra)).status_code == 302
    added = list(stage.items.filter(content="Встреча"))
    assert [days(item) for item in added] == expected
    assert [item.position for item in stage.items.all()] == list(range(1, before + len(added) + 1))


@pytest.mark.parametrize(
    ("shape", "points", "extra", "field"),
    [
        ("month", [], {}, "shape"),
        ("month", [(9, 1)], {}, "shape"),
        ("day", [(2, 31)], {}, "shape"),
        ("day", [(2, 45)], {}, "shape"),
        ("day", [("", 5)], {}, "shape"),
        ("month", [(13, "")], {}, "shape"),
        ("range", [(9, "")], {}, "shape"),
        ("list", [(9, ""), (9, "")], {}, "shape"),
        ("open", [(9, "")], {}, "shape"),
        ("annual", [(9, "")], {}, "repeats"),
        ("month", [(9, "")], {"when_text": " "}, "when_text"),
        ("month", [(9, "")], {"continues": "forever"}, "continues"),
        ("nonsense", [(9, "")], {}, "shape"),
        ("month", [(9, "")], {"roles": ["king"]}, "roles"),
        ("month", [(9, "")], {"points-TOTAL_FORMS": "x"}, "shape"),
    ],
)
@undrawn()
def test_a_date_that_does_not_fit_is_refused_in_words(home, curator, shape, points, extra, field):
    stage = home.draft.stages.first()
    response = curator.post(page("item_add", stage, home), form(shape, *points, **extra))
    assert set(response.context["form"].errors) == {field}
    assert not stage.items.filter(content="Встреча").exists()


def test_all_times_of_an_activity_change_together(home, curator):
    roadmap = home.draft
    item = item_of(roadmap, code="requests")
    address, version = page("item_edit", item, home), {"version": item.version}
    curator.post(address, form("list", (9, ""), (1, ""), (5, ""), content="Опрос", **version))
    times = selectors.times_of(item)
    assert [(time.content, time.due_on.month) for time in times] == [("Опрос", 9), ("Опрос", 1), ("Опрос", 5)]
    assert {tuple(time.duties.values_list("role", flat=True)) for time in times} == {("curator",)}
    curator.post(address, form("month", (10, ""), content="Опрос", version=2))
    assert [days(time) for time in selectors.times_of(item)] == [
        (datetime.date(2026, 10, 1), datetime.date(2026, 10, 31))
    ]


def test_named_persons_answer_and_find_the_item_among_theirs(home, world, curator, client):
    roadmap = home.draft
    item = item_of(roadmap, code="coverage")
    data = form("open", roles=["psychologist"], people=[home.staff.employment.pk], version=item.version)
    assert curator.post(page("item_edit", item, home), data).status_code == 302
    assert {(duty.role, duty.employment) for duty in item.duties.all()} == {
        ("psychologist", None),
        ("", home.staff.employment),
    }
    foreign = form("open", people=[world.other.staff.employment.pk], version=2)
    response = curator.post(page("item_edit", item, home), foreign)
    assert set(response.context["form"].errors) == {"people"}
    assert CANARY not in response.text
    roadmap = services.submit_roadmap(roadmap, by=home.curator.user)
    services.approve_roadmap(roadmap, by=home.director.user, password=PASSWORD)
    client.force_login(home.staff.user, backend="people.accounts.backends.LoginNameBackend")
    shown = client.get(page("roadmap_card", roadmap, home), {"mine": "true"}).context["groups"]
    assert [row.pk for _stage, rows in shown for row, _standing in rows] == [item.pk]


@undrawn()
def test_further_columns_are_asked_for_only_where_the_regulation_has_them(home, curator):
    stage = home.draft.stages.first()
    extra = {"activity", "planned_result", "document"}
    assert not extra & set(curator.get(page("item_add", stage, home)).context["form"].fields)
    columns = {"dates": True, "responsible": False, "activity": True, "result": True, "document": True}
    set_rules(home, columns=columns)
    assert extra <= set(curator.get(page("item_add", stage, home)).context["form"].fields)
