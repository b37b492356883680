"""Charts as SVG: right geometry, safe text, nothing a strict browser or a printer refuses."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from mentoring.lib import charts
from mentoring.lib.charts import Bar, Event, Segment, Series, Span

START, END, TODAY = date(2026, 9, 1), date(2027, 8, 31), date(2026, 10, 15)
HOSTILE = "</title><script>alert(1)</script>&\"'"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def russian():
    with override("ru"):
        yield


def every_chart(text="Охват", numbers=(3, 5)):
    year = {"start": START, "end": END, "today": TODAY, "title": text, "description": text}
    return [
        charts.bar_chart([Bar(text, number) for number in numbers], title=text, description=text),
        charts.stacked_bar([Segment(text, number) for number in numbers], title=text, description=text),
        charts.timeline_chart([Event(TODAY, text) for _ in numbers], **year),
        charts.year_strip([Span(text, START, TODAY) for _ in numbers], **year),
        charts.line_chart([Series(text, numbers)], [text] * len(numbers), title=text, description=text),
    ]


def found(svg, tag, css_class):
    return [each for each in ElementTree.fromstring(svg).iter(SVG + tag) if css_class in each.get("class", "").split()]


def test_every_chart_has_a_name_a_description_and_only_safe_markup():
    for svg in every_chart(text=HOSTILE):
        root = ElementTree.fromstring(svg)
        assert isinstance(svg, SafeString)
        assert (root.get("role"), root.find(SVG + "title").text, root.find(SVG + "desc").text) == (
            "img",
            HOSTILE,
            HOSTILE,
        )
        assert {each.tag for each in root.iter()} & {SVG + "script", SVG + "style", SVG + "image"} == set()
        assert [each.attrib for each in root.iter() if "style" in each.attrib] == []


def test_geometry_is_written_with_points_in_every_language():
    for svg in every_chart(numbers=(1, 3)):
        for each in ElementTree.fromstring(svg).iter():
            placed = [each.get(name, "0") for name in ("x", "y", "width", "height", "x1", "x2", "y1", "y2", "cx", "cy")]
            assert [value for value in placed if not re.fullmatch(r"-?\d*\.?\d+(em|%)?", value)] == []


def test_charts_of_nothing_are_still_charts():
    for svg in every_chart(numbers=()):
        assert ElementTree.fromstring(svg).find(SVG + "title").text == "Охват"
    assert ElementTree.fromstring(charts.stacked_bar([Segment("x", 0)], title="t")) is not None
    assert ElementTree.fromstring(charts.line_chart([Series("x", [0, None])], ["a", "b"], title="t")) is not None


def test_an_unknown_tone_is_refused():
    with pytest.raises(ValueError, match="'pink' is not a tone"):
        charts.bar_chart([Bar("x", 1, "pink")], title="t")


def test_bars_are_shares_of_the_maximum_and_a_missing_value_is_a_dash():
    svg = charts.bar_chart([Bar("a", 9), Bar("b", 27), Bar("c", None)], title="t", maximum=18)
    assert [bar.get("width") for bar in found(svg, "rect", "c-accent")] == ["50.00%", "100.00%", "0.00%"]
    assert "–" in svg


def test_a_long_label_is_broken_and_keeps_every_word():
    label = "Доля молодых педагогов, охваченных наставничеством в организации"
    root = ElementTree.fromstring(charts.bar_chart([Bar(label, 1)], title="t"))
    lines = [text.text for text in root.iter(SVG + "text") if not text.get("text-anchor")]
    assert " ".join(lines) == label
    assert max(map(len, lines)) <= charts.LABEL_LETTERS


def test_segments_follow_one_another_and_fill_the_bar():
    svg = charts.stacked_bar([Segment("a", 1, "green"), Segment("b", 3, "red")], title="t")
    drawn = [*found(svg, "rect", "c-green"), *found(svg, "rect", "c-red")]
    assert [(bar.get("x"), bar.get("width")) for bar in drawn if bar.get("x")] == [
        ("0.00%", "25.00%"),
        ("25.00%", "75.00%"),
    ]


def test_a_timeline_leaves_out_other_years_and_stacks_what_would_touch():
    days = [date(2026, 9, 10), date(2026, 9, 12), date(2027, 3, 1), date(2028, 1, 1), date(2026, 8, 31)]
    svg = charts.timeline_chart([Event(day, "x") for day in days], start=START, end=END, today=TODAY, title="t")
    marks = ElementTree.fromstring(svg).findall(f"{SVG}svg[@overflow='visible']")
    assert len(marks) == 3
    heights = [float(mark.get("y").removesuffix("em")) for mark in marks]
    assert heights[0] == heights[2] > heights[1]


def test_a_timeline_names_its_months_and_today():
    svg = charts.timeline_chart([], start=START, end=END, today=TODAY, title="t")
    months = [text.text for text in found(svg, "text", "c-muted")]
    assert months == ["сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг"]
    assert len(found(svg, "line", "c-today")) == 1


@pytest.mark.parametrize("today", [date(2026, 8, 31), date(2027, 9, 1)])
def test_today_outside_the_days_is_not_marked(today):
    svg = charts.timeline_chart([], start=START, end=END, today=today, title="t")
    assert found(svg, "line", "c-today") == []


def test_a_span_is_cut_to_the_year_and_one_outside_has_no_width():
    spans = [Span("all", date(2025, 1, 1), date(2030, 1, 1)), Span("gone", date(2024, 1, 1), date(2024, 2, 1))]
    svg = charts.year_strip(spans, start=START, end=END, today=TODAY, title="t")
    assert [bar.get("width") for bar in found(svg, "rect", "c-accent")] == ["96.00%", "0.00%"]


@pytest.mark.parametrize(("today", "words"), [(TODAY, ["today"]), (date(2030, 1, 1), [])])
def test_a_strip_names_today_above_the_months_where_it_lies_among_them(today, words):
    with override("en"):
        svg = charts.year_strip([], start=START, end=END, today=today, title="t")
    texts = {
        text.text: float(text.get("y").removesuffix("em")) for text in ElementTree.fromstring(svg).iter(SVG + "text")
    }
    assert [text for text in texts if text == "today"] == words
    assert all(y > texts.get("today", 0) for text, y in texts.items() if text != "today")


def test_a_missing_number_breaks_the_line():
    svg = charts.line_chart([Series("a", [1, 2, None, 3, 4])], list("abcde"), title="t")
    assert len(found(svg, "circle", "c-accent")) == 4
    assert len(found(svg, "line", "l-accent")) == 3  # two pieces and the sample in the legend


@pytest.mark.parametrize(
    ("value", "step"), [(0, 1), (0.9, 0.2), (4.6, 1), (5, 1), (7, 2), (18, 5), (100, 20), (101, 50)]
)
def test_the_grid_goes_in_round_steps(value, step):
    assert charts._round_step(value) == pytest.approx(step)


def test_marks_that_touch_go_to_the_lowest_free_lane():
    assert charts._lanes([0.0, 0.01, 0.02, 0.05, 0.06, 0.5]) == [0, 1, 2, 0, 1, 0]


def test_a_strip_of_several_years_names_every_fourth_month_and_the_years():
    with override("en"):
        svg = charts.year_strip([], start=date(2026, 9, 1), end=date(2028, 6, 30), today=date(2027, 1, 1), title="t")
    named = [text.text for text in found(svg, "text", "c-muted")]
    assert [name.rstrip(".") for name in named] == ["sep", "2027", "may", "sep", "2028", "may"]


@pytest.mark.parametrize(
    ("today", "gone"), [(date(2026, 1, 1), "2.00%"), (date(2026, 9, 1), "2.00%"), (date(2030, 1, 1), "97.74%")]
)
def test_the_line_of_gone_days_stays_inside_the_chart(today, gone):
    svg = charts.timeline_chart([], start=START, end=END, today=today, title="t")
    assert [line.get("x2") for line in found(svg, "line", "l-calm")] == [gone]
