"""The schema of regulation settings: dates onto school years, round trip, errors by key."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from people.organizations.regulations import (
    DatePoint,
    ItemDate,
    RegulationError,
    RegulationSettings,
    check_regulation,
    load_regulation,
    setting_paths,
)


@pytest.fixture(autouse=True)
def _in_english():
    """The sentences compared here are the message ids."""
    with translation.override("en"):
        yield


YEAR_STARTS = st.tuples(st.integers(1, 12), st.integers(1, 28))
SCHOOL_YEARS = st.integers(2000, 2090)


def item_date(shape, *points, **more):
    return ItemDate(shape=shape, wording="срок", points=[{"month": month, **rest} for month, rest in points], **more)


@pytest.mark.parametrize(
    ("written", "window"),
    [
        (item_date("month", (9, {})), (date(2026, 9, 1), date(2026, 9, 30))),
        (item_date("month", (8, {})), (date(2027, 8, 1), date(2027, 8, 31))),
        (item_date("month", (5, {"preparatory": True})), (date(2026, 5, 1), date(2026, 5, 31))),
        (item_date("month", (8, {"preparatory": True})), (date(2026, 8, 1), date(2026, 8, 31))),
        (item_date("month", (2, {})), (date(2027, 2, 1), date(2027, 2, 28))),
        (item_date("day", (9, {"day": 1})), (date(2026, 9, 1), date(2026, 9, 1))),
        (item_date("day", (8, {"day": 31})), (date(2027, 8, 31), date(2027, 8, 31))),
        (item_date("day", (2, {"day": 29})), (date(2027, 2, 28), date(2027, 2, 28))),
        (item_date("range", (9, {}), (10, {})), (date(2026, 9, 1), date(2026, 10, 31))),
        (item_date("range", (12, {}), (1, {"day": 15})), (date(2026, 12, 1), date(2027, 1, 15))),
        (item_date("range", (8, {}), (9, {})), (date(2027, 8, 1), date(2027, 9, 30))),
        (item_date("range", (8, {"preparatory": True}), (9, {})), (date(2026, 8, 1), date(2026, 9, 30))),
        (item_date("list", (5, {"preparatory": True}), (9, {})), (date(2026, 5, 1), date(2026, 9, 30))),
        (item_date("annual", (4, {}), of="month"), (date(2027, 4, 1), date(2027, 4, 30))),
        (item_date("annual", (9, {}), (1, {}), of="list"), (date(2026, 9, 1), date(2027, 1, 31))),
        (item_date("open", continues="through_year"), (None, None)),
    ],
)
def test_a_date_of_every_shape_falls_into_the_school_year_2026(written, window):
    assert written.window(2026) == window


def test_a_list_has_one_window_for_each_of_its_dates():
    twice = item_date("annual", (1, {}), (9, {}), of="list")
    assert twice.windows(2026) == (
        (date(2026, 9, 1), date(2026, 9, 30)),
        (date(2027, 1, 1), date(2027, 1, 31)),
    )
    assert twice.recurs
    assert item_date("open").windows(2026) == ()


def test_a_school_year_that_begins_in_january_keeps_its_months_in_one_calendar_year():
    assert item_date("month", (5, {})).window(2026, (1, 1)) == (date(2026, 5, 1), date(2026, 5, 31))
    assert item_date("month", (12, {"preparatory": True})).window(2026, (1, 1))[0] == date(2025, 12, 1)


@given(month=st.integers(1, 12), day=st.integers(1, 28), year=SCHOOL_YEARS, start=YEAR_STARTS)
def test_a_day_lies_within_its_school_year_and_a_preparatory_day_within_the_year_before(month, day, year, start):
    first, next_first = date(year, *start), date(year + 1, *start)
    within = DatePoint(month=month, day=day).window(year, start)[0]
    before = DatePoint(month=month, day=day, preparatory=True).window(year, start)[0]
    assert first <= within < next_first
    assert first - timedelta(days=366) <= before < first


@given(
    months=st.lists(st.integers(1, 12), min_size=2, max_size=2, unique=True),
    year=SCHOOL_YEARS,
    start=YEAR_STARTS,
)
def test_a_range_never_ends_before_it_begins_and_lasts_under_a_year(months, year, start):
    begins, ends = item_date("range", *((month, {}) for month in months)).window(year, start)
    assert begins <= ends < begins + timedelta(days=366)


@given(months=st.sets(st.integers(1, 12), min_size=2), year=SCHOOL_YEARS)
def test_the_window_of_a_list_spans_its_windows_in_order_of_time(months, year):
    listed = item_date("list", *((month, {}) for month in months))
    windows = listed.windows(year)
    assert list(windows) == sorted(windows)
    assert listed.window(year) == (windows[0][0], windows[-1][1])


@pytest.mark.parametrize(
    "document",
    [
        {"shape": "month", "points": []},
        {"shape": "month", "points": [{"month": 9, "day": 1}]},
        {"shape": "day", "points": [{"month": 9}]},
        {"shape": "day", "points": [{"month": 4, "day": 31}]},
        {"shape": "range", "points": [{"month": 9}]},
        {"shape": "list", "points": [{"month": 9}]},
        {"shape": "list", "points": [{"month": 9}, {"month": 9}]},
        {"shape": "annual", "points": [{"month": 9}]},
        {"shape": "month", "of": "month", "points": [{"month": 9}]},
        {"shape": "open", "points": [{"month": 9}]},
        {"shape": "month", "points": [{"month": 13}]},
        {"shape": "someday", "points": []},
        {"shape": "open", "wording": ""},
    ],
)
def test_a_date_whose_points_do_not_fit_its_shape_is_refused(document):
    with pytest.raises(ValidationError):
        ItemDate.model_validate({"wording": "срок", **document})


def test_the_wording_moves_with_the_school_year():
    written = ItemDate(shape="list", wording="май, сентябрь 2022 – апрель 2023", points=[{"month": 5}, {"month": 9}])
    assert written.wording_in(2026, 2022) == "май, сентябрь 2026 – апрель 2027"
    assert written.wording_in(2022, 2022) == written.wording
    assert written.wording_in(2026, None) == written.wording


def test_an_empty_document_is_the_recommendation_and_survives_json():
    settings = load_regulation("")
    assert settings == RegulationSettings.recommended()
    assert RegulationSettings.model_validate(settings.model_dump(mode="json")) == settings
    assert RegulationSettings.model_validate_json(settings.model_dump_json()) == settings


def test_tables_are_laid_over_the_recommendation_and_lists_replace_it():
    settings = load_regulation('[bank]\nrefresh_months = [1, 9]\n[clauses]\n"bank.refresh_months" = "3.4"')
    assert settings.bank.refresh_months == (1, 9)
    assert settings.bank.co_keeper_role == "sysadmin"
    assert settings.clause_of("bank.refresh_months") == "3.4"
    assert settings.clause_of("bank.keeper") == "рекомендация"
    assert RegulationSettings.recommended().bank.refresh_months == (9,)


def test_every_setting_of_the_recommendation_has_a_source():
    settings = RegulationSettings.recommended()
    assert {path for path in setting_paths() if not settings.clause_of(path)} == set()


def test_settings_cannot_be_changed_in_place():
    with pytest.raises(ValidationError):
        RegulationSettings.recommended().bank.keeper = "organization"


def problems_of(text):
    with pytest.raises(RegulationError) as refusal:
        load_regulation(text)
    return {problem.key: problem.message for problem in refusal.value.problems}


def test_errors_name_every_wrong_key_in_plain_words():
    assert problems_of(
        """
        colour = "red"
        release_clause = "perhaps"
        principles = [{ code = "one", label = "" }, { code = "Два", label = "второй" }]
        [curator]
        must_be_a_deputy = true
        [bank]
        refresh_interval = "month"
        refresh_months = [9, 13]
        [program]
        min_months = 0
        max_months = "year"
        [regulation]
        order_on = "yesterday"
        edition = 8
        [psychologist]
        mode = 1
        [forms]
        items = "all"
        """
    ) == {
        "colour": "There is no such setting. Check its name or remove it.",
        "release_clause": "Write yes or no here: true or false.",
        "principles.1.label": "This must not be empty.",
        "principles.2.code": "A code begins with a small Latin letter and holds only such letters, digits and “_”.",
        "curator.must_be_a_deputy": "There is no such setting. Check its name or remove it.",
        "bank.refresh_interval": "Choose one of: year, half_year.",
        "bank.refresh_months.2": "The number must be 12 or less.",
        "program.min_months": "The number must be 1 or more.",
        "program.max_months": "Write a whole number here.",
        "regulation.order_on": "Write a date here, such as 2026-09-01.",
        "regulation.edition": "Write text here, in quotation marks.",
        "psychologist.mode": "Choose one of: off, on_demand, staffed.",
        "forms.items": "A list is needed here.",
    }


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        ("curator = 5", "curator", "A table of keys and values is needed here."),
        (
            "[program]\nmin_months = 8\nmax_months = 4",
            "program",
            "The shortest program is longer than the longest. Check both lengths.",
        ),
        (
            '[completion]\nreasons = [{code="a", label="А", outcome="completed"}]',
            "completion.reasons.1.initiator",
            "This is required. Fill it in.",
        ),
        (
            '[final_event]\ntypes = [{code="a", label="А"}, {code="a", label="Б"}]',
            "final_event.types",
            "The code “a” stands twice. Give every entry a code of its own.",
        ),
        ("[forms]\nitems = []", "forms.items", "At least one entry is needed here."),
        (
            '[clauses]\n"curator.must_be" = "4.4"',
            "clauses",
            "There is no setting “curator.must_be”. Check its name.",
        ),
        (
            '[orders]\nnumber_format = "{n}"',
            "orders.number_format",
            "Write {number} where the number stands; after it only {suffix} and {year} may stand in braces.",
        ),
        (
            "[agreement]\nemployer_notice_days = 2",
            "agreement.employer_notice_days",
            "The number must be 3 or more.",
        ),
        (
            '[publication]\nsection_url = "javascript:alert(1)"',
            "publication.section_url",
            "An address begins with https:// and has no spaces. Correct it or leave it empty.",
        ),
        (
            """
            [[roadmap.stages]]
            code = "one"
            label = "Этап"
            [[roadmap.stages.items]]
            code = "a"
            text = "Дело"
            responsible = { role = "curator", post = "куратор" }
            date = { shape = "day", wording = "31 апреля", points = [{ month = 4, day = 31 }] }
            """,
            "roadmap.stages.1.items.1.date.points.1",
            "This month has no such day. Check the month and the day.",
        ),
    ],
)
def test_a_wrong_setting_is_named_by_its_key(text, key, message):
    assert problems_of(text) == {key: message}


def test_an_item_code_may_stand_only_once_in_the_whole_roadmap():
    item = (
        'items = [{ code = "a", text = "Дело", date = { shape = "open", wording = "в течение года" },'
        ' responsible = { role = "curator", post = "куратор" } }]'
    )
    stages = ", ".join(f'{{ code = "{code}", label = "Этап", {item} }}' for code in ("one", "two"))
    assert set(problems_of(f"[roadmap]\nstages = [{stages}]")) == {"roadmap"}


def test_text_that_is_not_toml_is_refused_with_the_place():
    problems = problems_of("[curator\nrequired = true")
    assert set(problems) == {""}
    assert "line 1" in problems[""]


@pytest.mark.parametrize("document", [None, [], "text", 5])
def test_a_document_that_is_no_table_is_refused(document):
    with pytest.raises(RegulationError):
        check_regulation(document)


@pytest.mark.parametrize(
    ("number_format", "suffix", "printed"),
    [("{number}{suffix}", "", "20"), ("{number}{suffix}", "/1", "348/1"), ("{number}-{year}", "", "20-2026")],
)
def test_an_order_number_is_printed_as_the_organization_writes_it(number_format, suffix, printed):
    text = f'[orders]\nnumber_format = "{number_format}"\nsuffix = "{suffix}"'
    number = int(printed.split("/")[0].split("-")[0])
    assert load_regulation(text).orders.number_text(number, 2026) == printed


def test_an_order_cites_only_the_acts_of_its_kind():
    settings = RegulationSettings.recommended()
    assert [basis.title for basis in settings.legal_bases_for("O4")] == [
        "Статья 351.8 Трудового кодекса Российской Федерации"
    ]


def test_the_school_year_begins_on_the_day_of_the_settings():
    settings = load_regulation("school_year_start = { month = 8, day = 25 }")
    assert settings.school_year_of(date(2026, 8, 24)) == 2025
    assert settings.school_year_of(date(2026, 8, 25)) == 2026
