"""Days of an item typed by hand beside a kind of date: nothing is dropped in silence."""

import datetime

import pytest
from pydantic import ValidationError

from people.organizations.regulations import DatePoint, ItemDate
from tests.programs.roadmap.factories import item_of
from tests.programs.roadmap.test_dates import curator, days, form, make_world, page, world

__all__ = ["curator", "make_world", "world"]
pytestmark = pytest.mark.django_db
TYPED = {"starts_on": "2026-12-01", "due_on": "2026-12-24"}


def test_days_beside_a_kind_of_date_are_refused_and_stay_on_the_page(home, curator):
    home.curator.user.language = "en"
    home.curator.user.save()
    stage = home.draft.stages.first()
    response = curator.post(page("item_add", stage, home), form("month", (9, ""), **TYPED))
    assert set(response.context["form"].errors) == {"starts_on"}
    assert not stage.items.filter(content="Встреча").exists()
    html = response.content.decode()
    assert 'value="2026-12-01"' in html and 'value="2026-12-24"' in html
    assert '<details class="by-hand" open>' in html
    assert "A kind of date is chosen" in html


def test_days_counted_from_a_kind_of_date_are_no_days_by_hand(home, curator):
    item = item_of(home.draft, code="requests")
    assert item.due_on
    sent = form("month", (10, ""), starts_on=item.starts_on, due_on=item.due_on, version=item.version)
    assert curator.post(page("item_edit", item, home), sent).status_code == 302
    item.refresh_from_db()
    assert days(item) == (datetime.date(2026, 10, 1), datetime.date(2026, 10, 31))


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ({"shape": "annual"}, "Укажите, что повторяется каждый год"),
        ({"shape": "month", "of": "month"}, "не повторяется каждый год"),
    ],
)
def test_what_repeats_is_asked_for_in_a_sentence(date, words):
    with pytest.raises(ValidationError, match=words):
        ItemDate(wording="апрель", points=(DatePoint(month=4),), **date)
