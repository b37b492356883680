from datetime import UTC, date, datetime
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from mentoring.lib import dates


@pytest.fixture
def late_evening_utc(settings):
    """The clock stands at 22:30 UTC on 31 August 2026: already 1 September in Moscow."""
    settings.MENTORING_TODAY = None
    moment = datetime(2026, 8, 31, 22, 30, tzinfo=UTC)
    with patch("django.utils.timezone.now", return_value=moment):
        yield moment


def test_today_is_the_day_of_the_zone(late_evening_utc):
    days = {zone: dates.today(zone) for zone in ("UTC", "Europe/Moscow", "Asia/Kamchatka")}
    assert days == {
        "UTC": date(2026, 8, 31),
        "Europe/Moscow": date(2026, 9, 1),
        "Asia/Kamchatka": date(2026, 9, 1),
    }


def test_today_without_a_zone_is_the_day_of_the_active_zone(late_evening_utc):
    with timezone.override("Europe/Moscow"):
        assert dates.today() == date(2026, 9, 1)
    with timezone.override("UTC"):
        assert dates.today() == date(2026, 8, 31)


def test_now_without_a_fixed_day_is_the_real_moment(late_evening_utc):
    assert dates.now() == late_evening_utc
    assert dates.now().tzinfo is UTC


def test_a_fixed_day_wins_in_every_zone(settings, late_evening_utc):
    settings.MENTORING_TODAY = date(2027, 1, 15)
    assert {dates.today(), dates.today("UTC"), dates.today(ZoneInfo("Asia/Kamchatka"))} == {date(2027, 1, 15)}


def test_now_on_a_fixed_day_keeps_the_time_of_day_and_the_local_day(settings, late_evening_utc):
    settings.MENTORING_TODAY = date(2027, 1, 15)
    moment = dates.now("Europe/Moscow")
    assert moment == datetime(2027, 1, 14, 22, 30, tzinfo=UTC)
    assert timezone.localdate(moment, ZoneInfo("Europe/Moscow")) == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("day", "start", "year"),
    [
        (date(2026, 9, 1), (9, 1), 2026),
        (date(2026, 8, 31), (9, 1), 2025),
        (date(2027, 1, 1), (9, 1), 2026),
        (date(2026, 8, 31), (8, 25), 2026),
        (date(2026, 1, 1), (1, 1), 2026),
    ],
)
def test_school_year_begins_on_its_first_day(day, start, year):
    assert dates.school_year(day, start) == year


def test_school_year_label_has_two_digits_after_the_slash():
    assert [dates.school_year_label(year) for year in (2026, 2008, 1999)] == ["2026/27", "2008/09", "1999/00"]


def test_adding_months_stays_within_the_month():
    assert [dates.add_months(date(2026, 11, 30), n) for n in (3, 12, -1)] == [
        date(2027, 2, 28),
        date(2027, 11, 30),
        date(2026, 10, 30),
    ]


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 9, 1), date(2026, 11, 30), 3),
        (date(2026, 9, 1), date(2026, 11, 29), 2),
        (date(2026, 9, 1), date(2027, 8, 31), 12),
        (date(2026, 9, 1), date(2027, 8, 30), 11),
        (date(2026, 9, 1), date(2027, 9, 1), 12),
        (date(2026, 9, 15), date(2026, 12, 14), 3),
        (date(2026, 9, 15), date(2026, 12, 13), 2),
        (date(2026, 11, 30), date(2027, 2, 27), 3),
        (date(2027, 11, 30), date(2028, 2, 28), 3),
        (date(2027, 11, 30), date(2028, 2, 27), 2),
        (date(2026, 9, 1), date(2026, 9, 1), 0),
        (date(2026, 9, 1), date(2026, 8, 1), 0),
    ],
)
def test_months_between_counts_whole_months_with_both_ends(start, end, months):
    assert dates.months_between(start, end) == months


@pytest.mark.parametrize(
    ("end", "permitted"),
    [
        (date(2026, 11, 29), False),
        (date(2026, 11, 30), True),
        (date(2027, 8, 31), True),
        (date(2027, 9, 1), False),
        (date(2026, 8, 1), False),
    ],
)
def test_length_from_three_to_twelve_months_is_checked_to_the_day(end, permitted):
    assert dates.lasts_months(date(2026, 9, 1), end, least=3, most=12) is permitted


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (date(2026, 11, 20), 3, date(2026, 11, 25)),
        (date(2026, 11, 3), 1, date(2026, 11, 5)),
        (date(2026, 12, 30), 1, date(2027, 1, 11)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), -1, date(2026, 11, 20)),
        (date(2026, 5, 8), 1, date(2026, 5, 12)),
    ],
)
def test_working_days_skip_weekends_and_public_holidays(day, n, expected):
    assert dates.add_working_days(day, n) == expected


def test_dates_are_written_with_non_breaking_spaces():
    day = date(2026, 9, 1)
    assert dates.date_words(day) == "1\u00a0сентября\u00a02026\u00a0г."
    assert dates.day_month(day) == "1\u00a0сентября"
    assert dates.date_numeric(day) == "01.09.2026"


def test_every_month_is_written_in_the_genitive_and_read_back():
    days = [date(2026, month, 5) for month in range(1, 13)]
    assert [dates.parse_date_ru(dates.date_words(day)) for day in days] == days
    assert [dates.day_month(day).split("\u00a0")[1] for day in days] == [
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("01.09.2026", "1.9.26", "2026-09-01", " 01.09.2026 г. ", "01.09.2026г."),
        *(
            "1 сентября 2026 г.",
            "1 сентября 2026 года",
            "«01» Сентября 2026",
            "1\u00a0сентября\u00a02026\u00a0г.",
        ),
    ],
)
def test_the_usual_ways_to_write_a_day_are_read(text):
    assert dates.parse_date_ru(text) == date(2026, 9, 1)


def test_two_digit_years_reach_twenty_years_ahead(settings):
    settings.MENTORING_TODAY = date(2026, 11, 21)
    years = [dates.parse_date_ru(f"1.9.{yy}").year for yy in ("46", "47", "65", "00")]
    assert years == [2046, 1947, 1965, 2000]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "сентябрь",
            "1 сентябрь 2026",
            "1 брюмера 2026",
            "01.09",
            "01/09/2026",
            "01.09.20266",
            "01.09.0026",
        ),
        *("2026-9-1", "1.9.26.1", "٠١.٠٩.٢٠٢٦", "завтра"),
    ],
)
def test_unreadable_dates_are_refused_with_an_example(text):
    with (
        translation.override("en"),
        pytest.raises(ValueError, match=r"Could not read the date .* Write it like 01\.09\.2026\."),
    ):
        dates.parse_date_ru(text)


@pytest.mark.parametrize("text", ["31.02.2026", "29.02.2027", "00.09.2026", "1.13.2026", "31 апреля 2026 г."])
def test_impossible_days_are_refused_by_name(text):
    with translation.override("en"), pytest.raises(ValueError, match=f"There is no such day: {text}"):
        dates.parse_date_ru(text)
