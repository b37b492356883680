"""Pictures of numbers as SVG: the same text shows in the page and prints in a PDF, with no script.

A chart has no view box: what lies across is a share of the width, what lies down is in em. So it fills any
width from a phone to a sheet of paper, and its letters keep the size of the text around. Every mark carries
its paint as an attribute for paper; the theme overrides it by class for dark and low-vision screens.
Nothing here knows a school: the caller brings words, numbers and tones.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor, log10

from dateutil.relativedelta import relativedelta
from django.template.loader import render_to_string
from django.utils.dateformat import format as format_day
from django.utils.safestring import SafeString

PAINTS = {
    "accent": "#0e5a62",
    "calm": "#5c9790",
    "green": "#1f6638",
    "amber": "#b87412",
    "red": "#9d2428",
    "blue": "#41536b",
    "grey": "#7f8886",
}
MARGIN = 2.0  # per cent of the width kept free on both sides for marks on the edge
# What fits in a line on a phone: beside a number, and alone.
LABEL_LETTERS, STRIP_LETTERS = 26, 34
MARK_GAP = 0.036  # share of the width under which two marks would touch on a phone
GRID_STEPS = 5
# Names of more months than these run into each other.
MOST_MONTHS = 18


@dataclass(frozen=True)
class Bar:
    """One line of a bar chart; `note` stands in place of the bare number («14 из 18»)."""

    label: str
    value: float | None
    tone: str = "accent"
    note: str = ""


@dataclass(frozen=True)
class Segment:
    """One part of a whole."""

    label: str
    value: float
    tone: str = "accent"


@dataclass(frozen=True)
class Event:
    """Something on a day; the tone gives the mark its color and shape."""

    on: date
    label: str
    tone: str = "grey"


@dataclass(frozen=True)
class Span:
    """Something that lasts from a day to a day, both included."""

    label: str
    start: date
    end: date
    tone: str = "accent"


@dataclass(frozen=True)
class Series:
    """A row of numbers over the labels of a line chart; None where there is no number."""

    label: str
    values: Sequence[float | None]
    tone: str = "accent"


def bar_chart(bars: Sequence[Bar], *, title: str, description: str = "", maximum: float | None = None) -> SafeString:
    """Return lying bars, label above each; `maximum` is the full width, by default the largest value.

    A value of None (nothing to count from) shows «–» and no bar.
    """
    full = maximum if maximum is not None else max((bar.value or 0 for bar in bars), default=0)
    rows, y = [], 0.0
    for bar in bars:
        lines = textwrap.wrap(bar.label, LABEL_LETTERS) or [""]
        words = bar.note or ("–" if bar.value is None else _number(bar.value))
        rows.append(
            {
                "lines": [(line, _em(y + 1.1 + 1.3 * place)) for place, line in enumerate(lines)],
                "words": words,
                "words_y": _em(y + 1.1),
                "bar_y": _em(y + 1.3 * len(lines) + 0.35),
                "width": _percent(bar.value or 0, full),
                **_paint(bar.tone),
            }
        )
        y += 1.3 * len(lines) + 1.9
    return _draw("bar_chart", title, description, height=max(y - 0.6, 1), rows=rows)


def stacked_bar(segments: Sequence[Segment], *, title: str, description: str = "") -> SafeString:
    """Return one bar cut into the segments, with a legend that carries the numbers."""
    total = sum(segment.value for segment in segments)
    start, rows = 0.0, []
    for place, segment in enumerate(segments):
        rows.append(
            {
                "x": _percent(start, total),
                "width": _percent(segment.value, total),
                "label": segment.label,
                "words": _number(segment.value),
                "y": _em(2.9 + 1.6 * place),
                "swatch_y": _em(2.2 + 1.6 * place),
                **_paint(segment.tone),
            }
        )
        start += segment.value
    return _draw("stacked_bar", title, description, height=1.7 + 1.6 * len(rows), rows=rows)


def timeline_chart(
    events: Sequence[Event], *, start: date, end: date, today: date, title: str, description: str = ""
) -> SafeString:
    """Return the days from `start` to `end` as a line with months, events as marks and today's mark.

    Events outside the days are left out; those that would touch stand above each other.
    """
    inside = sorted((event for event in events if start <= event.on <= end), key=lambda event: event.on)
    lanes = _lanes([_share(event.on, start, end) for event in inside])
    track = 2.4 + 1.15 * max(lanes, default=0)
    marks = [
        {
            "x": _x(_share(event.on, start, end)),
            "y": _em(track - 1.15 * lane),
            "label": f"{format_day(event.on, 'j E')}: {event.label}",
            **_paint(event.tone),
        }
        for event, lane in zip(inside, lanes, strict=True)
    ]
    return _draw(
        "timeline",
        title,
        description,
        height=track + 2.4,
        marks=marks,
        track_y=_em(track),
        label_y=_em(track + 2.1),
        tick_end=_em(track + 0.6),
        months=_months(start, end),
        today=_today(today, start, end),
        gone=_x(_share(min(max(today, start), end), start, end)),
    )


def year_strip(
    spans: Sequence[Span], *, start: date, end: date, today: date, title: str, description: str = ""
) -> SafeString:
    """Return spans (stages, pairs) as bars one under another along the months from `start` to `end`.

    Today, where it lies among them, has its word above the months.
    """
    mark = _today(today, start, end)
    head = 2.2 if mark else 1.0
    rows, y = [], head + 1
    for span in spans:
        lines = textwrap.wrap(span.label, STRIP_LETTERS) or [""]
        left = _share(max(span.start, start), start, end)
        right = _share(min(span.end, end) + timedelta(days=1), start, end)
        rows.append(
            {
                "lines": [(line, _em(y + 1 + 1.3 * place)) for place, line in enumerate(lines)],
                "bar_y": _em(y + 1.3 * len(lines) + 0.05),
                "x": _x(left),
                "width": f"{max(right - left, 0) * (100 - 2 * MARGIN):.2f}%",
                **_paint(span.tone),
            }
        )
        y += 1.3 * len(lines) + 1.3
    return _draw(
        "year_strip",
        title,
        description,
        height=y,
        rows=rows,
        head=_em(head),
        top=_em(head + 0.5),
        bottom=_em(y),
        months=_months(start, end),
        today=mark,
    )


def line_chart(series: Sequence[Series], labels: Sequence[str], *, title: str, description: str = "") -> SafeString:
    """Return how numbers changed over the labels; a missing number breaks its line."""
    numbers = [value for each in series for value in each.values if value is not None]
    step = _round_step(max(numbers, default=0))
    top = step * max(ceil(max(numbers, default=0) / step), 1)
    drawn = [_line(series, place, len(labels), top) for place in range(len(series))]
    grid = [(_em(_height_of(step * line, top)), _number(step * line)) for line in range(round(top / step) + 1)]
    names = [
        {"x": _point_x(place, len(labels)), "label": label, "every_other": _crowded(place, len(labels))}
        for place, label in enumerate(labels)
    ]
    return _draw("line_chart", title, description, height=12 + 1.5 * len(drawn), series=drawn, grid=grid, names=names)


def _line(series: Sequence[Series], place: int, points: int, top: float) -> dict:
    own = series[place]
    dots = [
        None
        if value is None
        else {
            "x": _point_x(spot, points),
            "y": _em(_height_of(value, top)),
            "words": _number(value),
            "words_y": _words_y(value, [each.values[spot] for each in series], top),
        }
        for spot, value in enumerate(own.values)
    ]
    return {
        "label": own.label,
        "pieces": [
            {"x1": one["x"], "x2": two["x"], "y1": one["y"], "y2": two["y"]}
            for one, two in pairwise(dots)
            if one and two
        ],
        "dots": [dot for dot in dots if dot],
        "dash": ("", "7 4", "2 4")[place % 3],
        "legend_y": _em(13 + 1.5 * place),
        "swatch_y": _em(12.6 + 1.5 * place),
        **_paint(own.tone),
    }


def _words_y(value: float, neighbors: Sequence[float | None], top: float) -> str:
    """Return where the number stands: above the highest mark, below the lowest, nowhere between them."""
    present = [each for each in neighbors if each is not None]
    if value == max(present):
        return _em(_height_of(value, top) - 0.6)
    return _em(_height_of(value, top) + 1.4) if value == min(present) else ""


def _height_of(value: float, top: float) -> float:
    return 10 - 8.4 * value / top


def _point_x(place: int, points: int) -> str:
    return f"{14 + 80 * (place / (points - 1) if points > 1 else 0.5):.2f}%"


def _round_step(value: float) -> float:
    """Return the smallest of 1, 2, 5, 10, 20 … (or 0.1, 0.2, 0.5 …) of which at most five reach the value."""
    size = 10 ** floor(log10(value / GRID_STEPS)) if value > 0 else 1
    return next(size * factor for factor in (1, 2, 5, 10) if size * factor * GRID_STEPS >= value)


def _lanes(shares: Sequence[float]) -> list[int]:
    """Return for each mark, left to right, the lowest lane in which it touches no earlier one."""
    last_in_lane: list[float] = []
    lanes = []
    for share in shares:
        free = (lane for lane, last in enumerate(last_in_lane) if share - last >= MARK_GAP)
        lane = next(free, len(last_in_lane))
        last_in_lane[lane : lane + 1] = [share]
        lanes.append(lane)
    return lanes


def _months(start: date, end: date) -> list[dict]:
    first = start.replace(day=1)
    count = (end.year - first.year) * 12 + end.month - first.month + 1
    months = []
    for place in range(count):
        month = first + relativedelta(months=place)
        left = max(_share(month, start, end), 0)
        right = min(_share(month + relativedelta(months=1), start, end), 1)
        # A sliver of a month has no room for its name.
        name = _month_name(month, count) if right - left > 0.5 / count else ""
        months.append(
            {
                "x": _x(left),
                "middle": _x((left + right) / 2),
                "name": name,
                "every_other": _crowded(place, count) if count <= MOST_MONTHS else month.month != 1,
            }
        )
    return months


def _month_name(month: date, count: int) -> str:
    """Return the short name; over more months than fit only every fourth is named, January by its year."""
    if count <= MOST_MONTHS:
        return format_day(month, "b")
    if month.month == 1:
        return str(month.year)
    return format_day(month, "b") if month.month % 4 == 1 else ""


def _crowded(place: int, count: int) -> bool:
    return count > 6 and place % 2 == 1


def _today(today: date, start: date, end: date) -> dict | None:
    if not start <= today <= end:
        return None
    share = _share(today, start, end)
    anchor = "end" if share > 0.8 else "start"
    return {"x": _x(share), "anchor": anchor, "dx": "-.4em" if anchor == "end" else ".4em"}


def _share(day: date, start: date, end: date) -> float:
    return (day - start).days / max((end - start).days + 1, 1)


def _x(share: float) -> str:
    return f"{MARGIN + share * (100 - 2 * MARGIN):.2f}%"


def _percent(part: float, whole: float) -> str:
    return f"{min(max(100 * part / whole, 0), 100) if whole else 0:.2f}%"


def _em(value: float) -> str:
    return f"{value:.2f}em"


def _number(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0").replace(",", "\u202f").replace(".", ",")


def _paint(tone: str) -> dict:
    if tone not in PAINTS:
        raise ValueError(f"{tone!r} is not a tone: use one of {', '.join(PAINTS)}.")
    return {"tone": tone, "paint": PAINTS[tone]}


def _draw(template: str, title: str, description: str, *, height: float, **values) -> SafeString:
    values |= {"title": title, "description": description, "height": _em(height), "margin": f"{MARGIN:.2f}%"}
    return render_to_string(f"charts/{template}.svg", values)
