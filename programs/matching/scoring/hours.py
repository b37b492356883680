"""Reading «вторник и четверг после пятого урока»: days of the week and parts of the day in Russian words."""

import re
from itertools import product

from mentoring.lib.text import clean_text

MORNING, DAY, EVENING = 0, 1, 2
PARTS = (MORNING, DAY, EVENING)
WEEKDAYS = range(5)
_DAYS = ("понедельник", "вторник", "сред[аеуы]", "четверг", "пятниц", "суббот", "воскресен")
_SHORT = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
_DAY = re.compile("|".join(rf"(\b{long}|\b{short}\b)" for long, short in zip(_DAYS, _SHORT, strict=True)))
_RANGE = re.compile(rf"({_DAY.pattern})\w*\.?\s*(?:[-–—]|по)\s*({_DAY.pattern})")
_WORKING = re.compile(r"будн|ежедневн|кажд\w+ день|рабоч\w+ дн|люб\w+ день|всегда")
_RESTING = re.compile(r"выходн")
_WORDS = (
    (MORNING, re.compile(r"\bутр|до обеда|до уроков|до занятий|перв\w+ половин")),
    (DAY, re.compile(r"\bдн[её]м\b|после обеда|после\s(?:\S+\s)?(?:урок|заняти)|втор\w+ половин|тихий час|\bперемен")),
    (EVENING, re.compile(r"вечер")),
)
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})\b|\b(?:с|до|после|к|в)\s(\d{1,2})(?:\s*час\w*)?\b(?!\s*раз)")
_NOT = re.compile(r"(?:,\s*)?\bкроме\b(.*)$|\bне могу\b(.*)$")
_CLAUSES = re.compile(r"[;,.\n]\s+|[;,\n]|\sа\s")
_NOON, _FIVE = 12, 17


def read_hours(text):
    """The times named in ``text`` as a set of pairs (day of the week from 0, part of the day); empty where none is.

    A day without a part is the whole day, a part without a day every working day. What cannot be read («по
    договорённости», «раз в неделю») names no time. «Кроме среды» takes the day away.
    """
    said = clean_text(text).casefold().replace("ё", "е")
    refused = set()
    if found := _NOT.search(said):
        refused = _days(found[0])
        said = said[: found.start()]
        if refused and not _days(said):
            said += " будни"
    slots = _slots(said)
    return frozenset(slot for slot in slots if slot[0] not in refused)


def _slots(said):
    """Each clause for itself; what names only days is joined with what names only parts."""
    slots, days_alone, parts_alone = set(), set(), set()
    for clause in _CLAUSES.split(said):
        days, parts = _days(clause), _parts(clause)
        if days and parts:
            slots |= set(product(days, parts))
        else:
            days_alone |= days
            parts_alone |= parts
    if days_alone:
        slots |= set(product(days_alone, parts_alone or PARTS))
    elif parts_alone and not slots:
        slots |= set(product(WEEKDAYS, parts_alone))
    return slots


def _days(said):
    days = {_number(found) for found in _DAY.finditer(said)}
    for found in _RANGE.finditer(said):
        first, last = (_number(_DAY.search(found[group])) for group in (1, len(_DAYS) + 2))
        days |= set(range(first, last + 1)) if first <= last else {*range(first, len(_DAYS)), *range(last + 1)}
    if _WORKING.search(said):
        days |= set(WEEKDAYS)
    if _RESTING.search(said):
        days |= {5, 6}
    return days


def _number(found):
    return next(number for number, group in enumerate(found.groups()) if group)


def _parts(said):
    parts = {part for part, words in _WORDS if words.search(said)}
    hours = [int(found[1] or found[3]) for found in _CLOCK.finditer(said)]
    hours = [hour for hour in hours if hour < 24]
    if not hours:
        return parts
    first, last = (_part_of(hour) for hour in (min(hours), max(min(hours), max(hours) - 1)))
    return parts | set(range(first, last + 1))


def _part_of(hour):
    return MORNING if hour < _NOON else DAY if hour < _FIVE else EVENING
