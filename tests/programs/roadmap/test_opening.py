"""Opening a year: from the regulation, from the year before, and the pages that lead there."""

import datetime

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from programs.models import Item, ItemDuty, Roadmap
from programs.roadmap import selectors, services
from programs.roadmap.services import copy_year, open_year
from programs.roadmap.states import RoadmapState
from tests.programs.roadmap.factories import item_of, make_draft, make_running, set_rules
from tests.programs.roadmap.test_dates import days
from tests.programs.roadmap.test_pages import address, enter
from tests.world import DAY, make_employment, undrawn

__all__ = ["enter"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


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


@undrawn()
def test_the_year_page_offers_the_copy_of_the_year_before(home, enter):
    curator = enter(home.curator)
    address = reverse("programs:roadmap_create", args=[home.organization.slug])
    assert "source" not in curator.get(address).context["form"].fields
    make_running(home)
    assert "source" in curator.get(address).context["form"].fields
    curator.post(address, {"school_year": 2027, "source": "copy"})
    copy = Roadmap.objects.get(school_year=2027)
    assert item_of(copy, code="programs").starts_on == datetime.date(2027, 9, 1)


def test_the_curator_opens_corrects_and_sends_a_year(home, enter):
    client = enter(home.curator)
    response = client.post(address("roadmap_create", place=home), {"school_year": 2026})
    roadmap = Roadmap.objects.get(organization=home.organization)
    assert response.url == address("roadmap_card", roadmap)
    item = item_of(roadmap)
    values = {
        "content": "Приказ об утверждении Положения", "when_text": "сентябрь", "starts_on": "2026-09-01",
        "due_on": "2026-09-30", "responsible": "директор", "role": "director", "version": item.version,
    }  # fmt: skip
    assert client.post(address("item_edit", item), values).status_code == 302
    item.refresh_from_db()
    assert (item.content, item.due_on, item.version) == (values["content"], datetime.date(2026, 9, 30), 2)
    values["content"] = "Встреча наставников"
    assert client.post(address("item_add", item.stage), values).status_code == 302
    assert item.stage.items.last().content == "Встреча наставников"
    assert client.post(address("item_mark", item), {"state": "cancelled", "result": "Уже издан"}).status_code == 302
    client.post(address("roadmap_submit", roadmap))
    roadmap.refresh_from_db()
    assert roadmap.state == RoadmapState.SUBMITTED


@undrawn()
def test_years_that_are_open_are_not_offered_again(home, enter):
    client, page = enter(home.curator), address("roadmap_create", place=home)
    assert client.get(page).context["years"] == [(2026, "2026/27"), (2027, "2027/28")]
    make_draft(home)
    assert client.get(page).context["years"] == [(2027, "2027/28")]
    assert set(client.post(page, {"school_year": 2026}).context["form"].errors) == {"school_year"}


@pytest.mark.parametrize(("who", "links"), [("curator", 2), ("director", 0)])
def test_an_empty_list_leads_the_curator_to_opening_the_year(home, enter, who, links):
    page = enter(getattr(home, who)).get(address("roadmap_list", place=home)).content.decode()
    assert page.count(f'href="{address("roadmap_create", place=home)}"') == links
