"""Pages of long lists: what the address may ask and what it may not."""

import django_filters
import pytest
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.test import RequestFactory
from django.utils.translation import override

from mentoring.lib.lists import Chip, Column, ListPage, Quick

COLUMNS = {
    "model": Column("Model", "model"),
    "app": Column("App", ("app_label", "model")),
    "count": Column("Count", numeric=True),
}


class Filters(django_filters.FilterSet):
    app_label = django_filters.MultipleChoiceFilter(label="App", choices=[("one", "First"), ("two", "Second")])
    number = django_filters.NumberFilter(label="Number", field_name="pk")
    named = django_filters.BooleanFilter(
        label="Named", field_name="model", lookup_expr="gt", widget=forms.CheckboxInput, method="filter_named"
    )
    on = django_filters.DateFromToRangeFilter(label="Day", method="filter_on")

    class Meta:
        model = ContentType
        fields = []

    def filter_named(self, queryset, name, value):
        return queryset.exclude(model="") if value else queryset

    def filter_on(self, queryset, name, value):
        return queryset


@pytest.fixture
def kinds(db):
    ContentType.objects.bulk_create(
        ContentType(app_label=("two", "one")[place % 2], model=f"m{place:02d}") for place in range(25)
    )
    return ContentType.objects.filter(app_label__in=["one", "two"])


def asked(query, kinds, **options):
    given = {"columns": COLUMNS, "default_sort": "model", "per_page": 10} | options
    return ListPage(RequestFactory().get(f"/list/?{query}"), kinds, **given)


def names(page):
    return [row.model for row in page.rows]


def test_a_page_costs_two_queries_however_many_rows(kinds, django_assert_num_queries):
    with django_assert_num_queries(2):
        page = asked("", kinds)
        assert (len(page.rows), page.total, page.rows[0].model) == (10, 25, "m00")


@pytest.mark.parametrize(("query", "first"), [("sort=model", "m00"), ("sort=-model", "m24"), ("sort=app", "m01")])
def test_the_address_sorts_by_a_known_column(query, first, kinds):
    assert names(asked(query, kinds))[0] == first


def test_every_field_of_a_column_turns_round(kinds):
    assert names(asked("sort=-app", kinds))[:2] == ["m24", "m22"]


@pytest.mark.parametrize("sort", ["pk", "count", "-count", "app_label", "--model", "model__x", "", "%00", "м"])
def test_an_unknown_order_is_the_default_one(sort, kinds):
    assert asked(f"sort={sort}", kinds).queryset.query.order_by == ("model", "pk")


@pytest.mark.parametrize(("page", "number"), [("2", 2), ("99", 3), ("0", 3), ("-1", 3), ("x", 1), ("", 1)])
def test_a_page_out_of_range_is_the_nearest_sensible_one(page, number, kinds):
    assert asked(f"page={page}", kinds).page.number == number


def test_an_empty_list_has_one_empty_page(kinds):
    page = asked("page=7", kinds.none())
    assert (page.rows, page.total, page.pages) == ([], 0, [(1, "?page=1")])


def test_a_heading_leads_to_the_other_direction_and_to_the_first_page(kinds):
    columns = asked("sort=model&page=2&q=x", kinds).columns
    assert (columns["model"].url, columns["model"].direction) == ("?sort=-model&q=x", "ascending")
    assert (columns["app"].url, columns["app"].direction) == ("?sort=app&q=x", "")
    assert (columns["count"].url, columns["count"].numeric) == ("", True)


def test_filters_narrow_the_rows_and_are_shown_as_removable_chips(kinds):
    page = asked("app_label=one&app_label=two&number=&sort=-model&page=2", kinds, filterset_class=Filters)
    assert page.total == 25
    assert page.chips == [Chip(label="App: First, Second", url="?number=&sort=-model", on=True)]
    assert page.clear_url == "?sort=-model"
    assert asked("app_label=one", kinds, filterset_class=Filters).total == 12


def test_a_span_and_a_tick_read_as_words_and_go_away_whole(kinds):
    with override("en"):
        page = asked("on_after=2026-09-01&named=on", kinds, filterset_class=Filters)
        assert {(chip.label, chip.url) for chip in page.chips} == {
            ("Named: yes", "?on_after=2026-09-01"),
            ("Day: 01.09.2026 – …", "?named=on"),
        }


def test_nonsense_in_a_filter_is_left_out_and_named_by_the_form(kinds):
    page = asked("number=abc&app_label=one", kinds, filterset_class=Filters)
    assert page.total == 12
    assert set(page.form.errors) == {"number"}
    assert [chip.label for chip in page.chips] == ["App: First"]


def test_quick_filters_exclude_each_other_keep_the_rest_and_a_second_click_takes_them_off(kinds):
    quick = (Quick("All"), Quick("First", {"app_label": "one"}, 12), Quick("Seventh", {"number": 7}, 1))
    page = asked("app_label=one&sort=-model", kinds, filterset_class=Filters, quick=quick)
    assert page.quick == [
        Chip("All", "?sort=-model", None, False),
        Chip("First", "?sort=-model", 12, True),
        Chip("Seventh", "?sort=-model&number=7", 1, False),
    ]
    assert page.chips == []
    assert asked("", kinds, quick=quick).quick[0].on


def test_the_query_of_an_export_is_the_list_without_its_page(kinds):
    assert asked("page=2&sort=-model&app_label=one", kinds).query == "sort=-model&app_label=one"


def test_hostile_values_stay_inside_the_address(kinds):
    page = asked('x="><script>&sort=model', kinds)
    assert "<" not in page.columns["app"].url + page.query + page.pages[0][1]


def test_a_new_search_keeps_everything_but_the_search_and_the_page(kinds):
    page = asked("q=word&page=2&sort=model&items=1", kinds)
    assert page.kept_in_search == [("sort", "model"), ("items", "1")]


def test_links_to_pages_leave_out_the_middle(kinds):
    pages = asked("page=12", kinds, per_page=1).pages
    assert [number for number, _url in pages] == [1, "…", 10, 11, 12, 13, 14, "…", 25]
    assert pages[2] == (10, "?page=10")
