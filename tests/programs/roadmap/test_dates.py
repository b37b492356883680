"""Structured dates of items: what they count to, how a year is copied, what is refused."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from mentoring.lib.moves import MoveRefused
from people.organizations.regulations import DatePoint, ItemDate
from programs.models import Item, ItemDuty, Roadmap
from programs.roadmap import selectors, services
from programs.roadmap.dating import moved_date, moved_day, windows_of
from programs.roadmap.services import copy_year, open_year
from tests.programs.roadmap.factories import item_of, make_draft, make_running, set_rules
from tests.world import CANARY, DAY, PASSWORD, make_employment

pytestmark = pytest.mark.django_db
START = (9, 1)
POINTS = st.builds(
    DatePoint,
    month=st.integers(1, 12),
    day=st.one_of(st.none(), st.integers(1, 28)),
    preparatory=st.booleans(),
)


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


def test_what_repeats_comes_in_every_year_of_a_longer_roadmap(home):
    set_rules(home, years=3)
    roadmap = open_year(home.organization, 2026, by=home.curator.user)
    assert (roadmap.years, roadmap.label) == (3, "2026/27 – 2028/29")
    surveys = Item.objects.filter(stage__roadmap=roadmap, code="final_survey")
    assert [item.due_on.year for item in surveys] == [2027, 2028, 2029]
    assert selectors.years_to_open(home.organization, DAY) == []
    with pytest.raises(MoveRefused, match="2026/27"):
        open_year(home.organization, 2028, by=home.curator.user)
    with pytest.raises(MoveRefused, match="2026/27"):
        open_year(home.organization, 2024, by=home.curator.user)


def test_the_roadmap_in_force_is_found_in_each_of_its_years(home):
    set_rules(home, years=2)
    roadmap = make_running(home)
    found = [
        selectors.running_roadmap(home.organization, datetime.date(year, 10, 1)) for year in (2025, 2026, 2027, 2028)
    ]
    assert found == [None, roadmap, roadmap, None]


def test_an_opened_year_has_codes_orders_dates_and_all_who_answer(home):
    set_rules(
        home,
        stages=[
            {
                "code": "one",
                "label": "Начало",
                "items": [
                    {
                        "code": "act",
                        "text": "приказ",
                        "lead": "Принятие актов:",
                        "mark": "–",
                        "activity": "Издание",
                        "result": "Приказ издан",
                        "document": "приказ",
                        "order_kind": "O1",
                        "date": {"shape": "month", "wording": "май 2022", "points": [{"month": 5}]},
                        "responsible": {"role": "director", "post": "директор"},
                        "co_responsible": [{"role": "curator", "post": "куратор"}],
                    }
                ],
            }
        ],
    )
    item = item_of(make_draft(home))
    written = {name: getattr(item, name) for name in ("code", "order_kind", "lead", "mark", "activity", "document")}
    assert written == {
        "code": "act",
        "order_kind": "O1",
        "lead": "Принятие актов:",
        "mark": "–",
        "activity": "Издание",
        "document": "приказ",
    }
    assert (item.planned_result, item.responsible, item.role) == ("Приказ издан", "директор, куратор", "director")
    assert item.date == {"shape": "month", "wording": "май 2026", "points": [{"month": 5}]}
    assert {duty.role for duty in item.duties.all()} == {"director", "curator"}


def test_a_copied_year_moves_dates_and_leaves_marks_behind(home):
    former, by = make_running(home), home.curator.user
    gone = make_employment(home.organization, "Ушедшая", ends_on=datetime.date(2026, 9, 30))
    hand = item_of(former, code="coverage")
    Item.objects.filter(pk=hand.pk).update(
        date={}, when_text="29 февраля 2028", starts_on=datetime.date(2028, 2, 29), due_on=datetime.date(2028, 2, 29)
    )
    ItemDuty.objects.create(item=hand, employment=gone)
    ItemDuty.objects.create(item=hand, employment=home.staff.employment)
    services.mark_item(item_of(former), "done", by=by, done_on=DAY, result="Приказ № 1")
    services.mark_item(item_of(former, code="training_materials"), "cancelled", by=by, result="Не нужно")
    copy = copy_year(former, 2027, by=by)
    items = Item.objects.filter(stage__roadmap=copy)
    assert (copy.state, copy.edition, copy.replaces) == ("draft", 1, None)
    assert {(item.state, item.done_on, item.result) for item in items} == {("planned", None, "")}
    assert "training_materials" not in set(items.values_list("code", flat=True))
    # What was struck out, and the adoption of the regulation, which is in force.
    assert items.count() == Item.objects.filter(stage__roadmap=former).count() - 2
    assert not items.filter(code="regulation_order")
    # The words above the adoption stand above what comes next now.
    lead = item_of(former, code="regulation_order").lead
    assert lead and (items.get(code="pair_orders").lead, items.get(code="programs").lead) == (lead, "")
    requests = [item.starts_on for item in items.filter(code="requests")]
    assert requests == [datetime.date(2027, 9, 1), datetime.date(2028, 1, 1)]
    moved = items.get(code="coverage")
    assert (moved.when_text, moved.due_on) == ("29 февраля 2029", datetime.date(2029, 2, 28))
    assert [duty.employment for duty in moved.duties.filter(role="")] == [home.staff.employment]
    with pytest.raises(MoveRefused):
        copy_year(former, 2026, by=by)


def test_what_has_passed_before_the_year_is_planned_no_more(settings, home):
    settings.MENTORING_TODAY = datetime.date(2027, 8, 24)
    roadmap = open_year(home.organization, 2027, by=home.curator.user)
    found = Item.objects.filter(stage__roadmap=roadmap).order_by("stage__position", "position")
    assert min(item.due_on for item in found if item.due_on) > datetime.date(2027, 8, 24)
    assert item_of(roadmap, code="regulation_order").when_text == "Август 2027"
    assert days(item_of(roadmap, code="regulation_order")) == (datetime.date(2027, 8, 24), datetime.date(2027, 8, 31))
    assert "сентябрь 2027 (далее – в течение года)" in {item.when_text for item in found}


def test_the_year_page_offers_the_copy_of_the_year_before(home, curator):
    address = reverse("programs:roadmap_create", args=[home.organization.slug])
    assert "source" not in curator.get(address).context["form"].fields
    make_running(home)
    assert "source" in curator.get(address).context["form"].fields
    curator.post(address, {"school_year": 2027, "source": "copy"})
    copy = Roadmap.objects.get(school_year=2027)
    assert item_of(copy, code="programs").starts_on == datetime.date(2027, 9, 1)


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
def test_every_shape_counts_to_its_days_and_its_preview_saves_nothing(home, curator, shape, points, extra, windows):
    stage = make_draft(home).stages.first()
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
def test_a_date_that_does_not_fit_is_refused_in_words(home, curator, shape, points, extra, field):
    stage = make_draft(home).stages.first()
    response = curator.post(page("item_add", stage, home), form(shape, *points, **extra))
    assert set(response.context["form"].errors) == {field}
    assert not stage.items.filter(content="Встреча").exists()


def test_all_times_of_an_activity_change_together(home, curator):
    roadmap = make_draft(home)
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
    roadmap = make_draft(home)
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


def test_further_columns_are_asked_for_only_where_the_regulation_has_them(home, curator):
    stage = make_draft(home).stages.first()
    extra = {"activity", "planned_result", "document"}
    assert not extra & set(curator.get(page("item_add", stage, home)).context["form"].fields)
    columns = {"dates": True, "responsible": False, "activity": True, "result": True, "document": True}
    set_rules(home, columns=columns)
    assert extra <= set(curator.get(page("item_add", stage, home)).context["form"].fields)
