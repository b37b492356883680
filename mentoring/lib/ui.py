"""The tags and filters every page is made of: badges, headings, cards, lists, figures.

The library is a builtin of the template engine, so pages load nothing. Each tag draws one template of
`templates/components/`; pictures are SVG whose sizes are attributes, since the content security policy
forbids inline style.
"""

import io
import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from numbers import Number
from zipfile import ZipFile

from django import template
from django.template.defaultfilters import filesizeformat, stringfilter
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from mentoring.lib import dates
from mentoring.lib.typography import tie_numbers

register = template.Library()
register.filter("file_size", filesizeformat)
register.filter("tie_numbers", stringfilter(tie_numbers), is_safe=True)

NARROW_SPACE = "\u202f"
TONES = {"grey", "amber", "green", "blue", "red"}
# A shape beside the word tells the tone to those who do not see colors: ring, square, disk, dash, triangle.
SHAPES = {
    "grey": '<circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" stroke-width="2.4"/>',
    "amber": '<rect x=".6" y=".6" width="8.8" height="8.8" rx="1.8"/>',
    "green": '<circle cx="5" cy="5" r="4.8"/>',
    "blue": '<rect x="0" y="3.2" width="10" height="3.6" rx="1.8"/>',
    "red": '<path d="M5 .4 10 9.4H0Z"/>',
}


def _tone(name):
    if name not in TONES:
        raise ValueError(f"{name!r} is not a tone: use one of {', '.join(sorted(TONES))}.")
    return name


@cache
def _drawings():
    """The drawings of lucide, unpacked once: its own tag opens the archive for each of them."""
    return ZipFile(io.BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@lru_cache(maxsize=256)
def _icon(name, css_class):
    drawn = _drawings().read(f"{name}.svg").decode()
    return format_html(
        '<svg class="{}" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{}</svg>',
        css_class,
        mark_safe(re.search("<svg[^>]*>(.*)</svg>", drawn, re.DOTALL)[1]),
    )


@register.simple_tag
def icon(name, css_class="icon"):
    """Draw the lucide icon `name`; it is silent for screen readers, so a word always stands beside it."""
    return _icon(str(name), str(css_class))


@register.simple_tag
def shape(tone):
    """Draw the small shape of a tone, silent for screen readers."""
    return format_html(
        '<svg class="shape t-{}" viewBox="0 0 10 10" aria-hidden="true">{}</svg>',
        tone,
        mark_safe(SHAPES[_tone(tone)]),
    )


@register.simple_tag
def badge(tone, label):
    """Say a state in a word, a color and a shape; `tone` is grey, amber, green, blue or red."""
    return format_html('<span class="badge t-{}">{}{}</span>', tone, shape(tone), label)


@register.simple_tag
def state_badge(thing):
    """Draw the badge of anything that has `state_tone` and `get_state_display()`."""
    return badge(thing.state_tone, thing.get_state_display())


@register.simple_tag
def crumb(label, url=""):
    """Draw one step of the way to the page; without an address it is the page itself."""
    if url:
        return format_html('<span><a href="{}">{}</a></span>', url, label)
    return format_html('<span aria-current="page">{}</span>', label)


@register.simple_block_tag
def page_head(content, title, sub="", tone="", state=""):
    """Draw the `h1` with its badge and sentence; the content are the actions, the main one last."""
    values = {"title": title, "sub": sub, "tone": tone, "state": state, "actions": mark_safe(content.strip())}
    return render_to_string("components/page_head.html", values)


@register.simple_block_tag
def card(content, title="", more_url="", more_label=""):
    """Draw a white card around the content, with a heading and a link to everything behind it."""
    values = {"title": title, "more_url": more_url, "more_label": more_label, "content": content}
    return render_to_string("components/card.html", values)


@register.simple_block_tag
def menu(content, label):
    """Draw a button that opens a menu; the content are links and one-button forms. Works without scripts."""
    return render_to_string("components/menu.html", {"label": label, "content": content})


@register.inclusion_tag("components/empty.html")
def empty(title, text="", url="", action="", icon="inbox"):
    """Say that there is nothing here yet and what to do next."""
    return {"title": title, "text": text, "url": url, "action": action, "icon": icon}


@register.inclusion_tag("components/todo.html", takes_context=True)
def todo(context, items, more_url="", more_count=0):
    """Draw what waits for the reader.

    Items have `title`, `action` and `url`, and may have `detail`, `tone`, `method` («post») and `primary`.
    `more_count` tells how many are left out, `more_url` where they are.
    """
    return {
        "items": items,
        "more_url": more_url,
        "more_count": more_count,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("components/timeline.html")
def timeline(items):
    """Draw what happened: items have `title`, and may have `who`, `when`, `why`, `tone`, `url`, `next`."""
    return {"items": items}


@register.inclusion_tag("components/figure.html")
def figure(label, part, whole, url="", note="", segments=None):
    """Draw «14 из 18» with a bar; a zero denominator shows «–».

    `segments` replaces the single bar: triples (count, tone, label) drawn one after another with a legend.
    """
    given = segments or [(part, "", "")]
    return {
        "label": label,
        "part": part,
        "whole": whole,
        "url": url,
        "note": note,
        "segments": _segments(given, whole),
        "legend": bool(segments),
    }


def _segments(given, whole):
    start, drawn = 0, []
    for count, tone, label in given:
        drawn.append(
            {
                "x": percent(start, whole),
                "width": percent(count, whole),
                "tone": tone,
                "label": label,
                "count": count,
            }
        )
        start += count
    return drawn


def percent(part, whole):
    """Return an SVG length such as «77.78%», held between 0 and 100; nothing of nothing is «0%»."""
    share = 100 * part / whole if whole else 0
    return f"{min(max(share, 0), 100):.2f}%"


@register.inclusion_tag("components/progress.html")
def progress(value, total, label=""):
    """Draw how far long work has come, in words and as a bar."""
    return {"value": value, "total": total, "label": label, "width": percent(value, total)}


@register.inclusion_tag("components/capacity.html")
def capacity(used, total):
    """Draw taken and free places as dots, up to twelve of them, with the words «2 из 3»."""
    shown = min(max(used, total), 12)
    dots = [{"cx": 6 + 15 * place, "taken": place < used} for place in range(shown)]
    return {"dots": dots, "used": used, "total": total, "width": 15 * shown}


@register.inclusion_tag("components/stage_strip.html")
def stage_strip(stages):
    """Draw stages as a strip: each has `title`, `done`, `total`, and may have `tone` and `is_current`."""
    return {
        "stages": [
            {
                "title": stage.title,
                "done": stage.done,
                "total": stage.total,
                "tone": getattr(stage, "tone", ""),
                "is_current": getattr(stage, "is_current", False),
                "width": percent(stage.done, stage.total),
            }
            for stage in stages
        ]
    }


@register.inclusion_tag("components/steps.html")
def steps(items, current):
    """Draw the steps of a path: `items` are pairs (label, address or ""), `current` counts from 1."""
    states = [
        {
            "label": label,
            "url": url if number < current else "",
            "done": number < current,
            "now": number == current,
        }
        for number, (label, url) in enumerate(items, start=1)
    ]
    return {"steps": states, "current": current, "total": len(states)}


@register.inclusion_tag("components/chips.html")
def chips(page):
    """Draw the quick filters with their counts and the filters in force, each removable, of a `ListPage`."""
    return {"page": page}


@register.inclusion_tag("components/filters.html")
def filters(page):
    """Draw the filter form of a `ListPage`; it opens on demand and keeps the order of the rows."""
    return {"page": page}


@register.inclusion_tag("components/sort_heading.html")
def sort_heading(page, name, label=""):
    """Draw a `th` that sorts the `ListPage` by the column `name`."""
    return {"heading": page.columns[name], "label": label or page.columns[name].label}


@register.inclusion_tag("components/headings.html")
def headings(page):
    """Draw the heading row of all columns of a `ListPage`."""
    return {"headings": page.columns.values()}


@register.inclusion_tag("components/pagination.html")
def pagination(page):
    """Draw «Показаны 1–50 из 370» and the pages of a `ListPage`."""
    return {"page": page}


@register.filter
def date_words(value):
    """Return «1 сентября 2026 г.» (in English «1 September 2026»); nothing for no date."""
    if not value:
        return ""
    day = _day(value)
    return dates.date_words(day) if get_language() == "ru" else formats.date_format(day, "j F Y")


@register.filter
def date_numeric(value):
    """Return «01.09.2026» for a table; nothing for no date."""
    return dates.date_numeric(_day(value)) if value else ""


@register.filter
def moment_words(value):
    """Return a day in words, a moment with its time as well, and a text as it is."""
    if isinstance(value, datetime):
        return f"{date_words(value)}, {_local(value):%H:%M}"
    return date_words(value) if isinstance(value, date) else value or ""


def _day(value):
    return _local(value).date() if isinstance(value, datetime) else value


def _local(moment):
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


@register.filter
def person_full(value):
    """Return «Иванова Анна Петровна» of a person or of anything that has a `person`; «–» for nobody."""
    person = getattr(value, "person", value)
    return person.full_name if person else "–"


@register.filter
def person_short(value):
    """Return «Иванова А. П.» of a person or of anything that has a `person`; «–» for nobody."""
    person = getattr(value, "person", value)
    return person.short_name if person else "–"


@register.filter
def signed(value, digits=0):
    """Return a change with its sign: «+12», «−3,5», «0»; rounded to ``digits``, so that no zero has a sign."""
    rounded = round(value, digits)
    sign = "−" if rounded < 0 else "+" if rounded > 0 else ""
    return sign + thin(round(abs(rounded), digits) if digits and rounded else abs(int(rounded)))


@register.filter
def thin(value):
    """Return a number with thin spaces between thousands («12 345»), a fraction after a comma in Russian."""
    if value is None or value == "":
        return "–"
    if not isinstance(value, Number | Decimal):
        return value
    whole, point, fraction = f"{value:,}".partition(".")
    separator = "," if get_language() == "ru" else "."
    return whole.replace(",", NARROW_SPACE) + (separator + fraction if point else "")
