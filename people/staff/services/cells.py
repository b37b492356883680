"""Reading one cell of a staff list: what people write becomes a value, or a reason that says what to do."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mentoring.lib.dates import add_months, date_numeric, parse_date_ru
from mentoring.lib.text import clean_text
from people.staff.models import Employment, Person
from people.staff.services.wordings import (
    CATEGORY_WORDS,
    EXTERNAL,
    GENDER_WORDS,
    HYPHENATED,
    INTERNAL,
    PATRONYMIC_PARTICLES,
    TEACHING_POSTS,
)
from people.staff.states import Category

YOUNGEST, OLDEST = 14, 100
MONTHS_AHEAD = 12
# Day 0 of Excel's calendar; a CSV saved from unformatted cells shows the count of days from it.
EXCEL_DAY_ZERO = datetime.date(1899, 12, 30)
EXCEL_DAYS = range(10_000, 60_000)
YEARS = range(1900, 2101)

_NAME = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*\.?")
_INITIAL = re.compile(r"(?:\w\.-?)+")
# The words are measured, so that a giant cell takes no more than its length of time.
_BROKEN_WORD = re.compile(r"(\w{1,40})[-\u2010\u2011][ \t]*\n[ \t]*(\w{1,40})")
_EXTERNAL, _INTERNAL = re.compile(EXTERNAL, re.IGNORECASE), re.compile(INTERNAL, re.IGNORECASE)
_WITH_DATE = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:19|20)\d\d\b|№\s*\S+")
_GIVEN_ON = re.compile(r"(?<!до )\b\d{1,2}[./]\d{1,2}[./]\d{4}\b")
_YEARS_AND_MONTHS = re.compile(r"(\d{1,2})\s*(/|[,.])\s*(\d{1,2})")
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-яЁё]")
_YEARS_MONTHS = re.compile(
    r"(?:(?P<years>\d{1,2})\s*(?:л|г|год|года|лет|л\.|г\.))?\s*,?\s*"
    r"(?:(?P<months>\d{1,2})\s*(?:м|мес|мес\.|месяц|месяца|месяцев))?\s*,?\s*"
    r"(?:\d{1,2}\s*(?:д|дн|дн\.|день|дня|дней))?"
)
_LIMITS = {
    field.name: field.max_length
    for model in (Person, Employment)
    for field in model._meta.fields
    if getattr(field, "max_length", None)
}


class CellError(ValueError):
    """A cell that cannot be read; ``code`` is a key of REASONS, ``params`` fill its sentence."""

    def __init__(self, code, **params):
        super().__init__(code)
        self.code, self.params = code, params


def as_text(cell):
    """A cell as a person sees it: a day as 01.09.2026, a whole number without a point, nothing as ""."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.date):
        return date_numeric(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(_BROKEN_WORD.sub(_mend_word, clean_text(str(cell))).split())


def _mend_word(found):
    """«матема-↵тики» is one word, «педагог-↵психолог» and «Иванова-↵Петрова» keep the hyphen."""
    before, after = found.groups()
    keeps = after[0].isupper() or before.lower().endswith(HYPHENATED)
    return f"{before}-{after}" if keeps else before + after


def read_text(cell, field):
    """Plain text no longer than the column of the database."""
    text = as_text(cell)
    if len(text) > _LIMITS[field]:
        raise CellError("too_long", limit=_LIMITS[field])
    return text


def read_lines(cell, field):
    """Text in which a line of the cell is a part of its own: «высшее↵ВГСПУ↵2012» → «высшее, ВГСПУ, 2012»."""
    if isinstance(cell, str):
        lines = [line.strip() for line in _BROKEN_WORD.sub(_mend_word, clean_text(cell)).split("\n")]
        cell = " ".join(line if line.endswith((",", ";", ".", ":")) else f"{line}," for line in lines if line)
        cell = cell.rstrip(",; ")
    return read_text(cell, field)


def take_marks(text):
    """(the text without marks of a part-timer and footnotes, whether the main work is elsewhere)."""
    plain = _INTERNAL.sub(" ", _EXTERNAL.sub(" ", text)).replace("*", " ")
    return " ".join(plain.split()).strip(" ,;–—-"), _EXTERNAL.search(text) is not None


def read_external(cell):
    """Whether the cell says that the main work is elsewhere."""
    return "внеш" in as_text(cell).lower()


def read_name(cell, field):
    """One part of a name; words all in capitals get ordinary letters."""
    text = read_text(cell, field)
    for word in text.split():
        if _INITIAL.fullmatch(word):
            raise CellError("initials", value=text)
        if not _NAME.fullmatch(word):
            raise CellError("bad_name", value=text)
        if _LATIN.search(word) and _CYRILLIC.search(word):
            raise CellError("mixed_letters", value=text)
    return _ordinary_letters(text)


def _ordinary_letters(text):
    if len(text) < 2 or not text.isupper() or "." in text:
        return text
    lowered = [word.lower() if word.lower() in PATRONYMIC_PARTICLES else word.title() for word in text.split()]
    return " ".join(lowered)


def split_full_name(cell):
    """(last, first, patronymic) of «Иванова Анна Петровна», «Алиев Вагиф Гасан оглы», «Ким Анна»."""
    words = as_text(cell).replace(",", " ").split()
    particle = words.pop() if len(words) > 3 and words[-1].lower() in PATRONYMIC_PARTICLES else ""
    if any(_INITIAL.fullmatch(word) for word in words) and len(words) > 1:
        raise CellError("initials", value=as_text(cell))
    if not 2 <= len(words) <= 3:
        raise CellError("name_parts", value=as_text(cell))
    last, first, patronymic = (*words, "", "")[:3]
    return last, first, " ".join(filter(None, (patronymic, particle)))


def tidy_post(text):
    """A post as it stands inside a sentence: «Учитель математики» → «учитель математики», «ПДО» stays."""
    text = " ".join(text.split())
    if len(text) > 4 and text.isupper():
        return text.lower()
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def is_teaching_post(post):
    """Whether the post is a teaching one by the nomenclature of posts."""
    return post.lower().startswith(TEACHING_POSTS)


def read_post(cell):
    return tidy_post(read_text(cell, "post"))


def read_date(cell):
    """A day: a cell of dates, Excel's count of days, or any writing ``parse_date_ru`` knows."""
    if isinstance(cell, datetime.date):
        return cell
    text = as_text(cell)
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    if number in YEARS:
        raise CellError("only_year", value=text)
    if number in EXCEL_DAYS:
        return EXCEL_DAY_ZERO + datetime.timedelta(days=number)
    try:
        return parse_date_ru(text)
    except ValueError:
        raise CellError("bad_date", value=text) from None


def read_birth_date(cell, today):
    day = read_date(cell)
    if day >= today:
        raise CellError("future_birth", value=date_numeric(day))
    if day < add_months(today, -12 * OLDEST):
        raise CellError("early_birth", value=date_numeric(day))
    return day


def read_hire_date(cell, today):
    day = read_date(cell)
    if day > add_months(today, MONTHS_AHEAD):
        raise CellError("far_hire", value=date_numeric(day))
    return day


def read_experience(cell, day):
    """(the day the experience counts from, how exactly the cell says it), where the list speaks of ``day``.

    Reads «12 лет 5 мес.», 12, «12/5», «12,5» (12 years and 5 months, as tariff lists count) and a date. The
    exactness is "years", "months" or "day": a list that says «12» agrees with anybody in the 13th year.
    """
    if not isinstance(cell, datetime.date):
        length = _read_length(as_text(cell).lower())
        if length:
            months, exactness = length
            return add_months(day, -months), exactness
    try:
        since = read_date(cell)
    except CellError:
        raise CellError("bad_experience", value=as_text(cell)) from None
    if since > day:
        raise CellError("bad_experience", value=as_text(cell))
    return since, "day"


def _read_length(text):
    """(months, exactness) of a length in words or figures; None for anything else."""
    if re.fullmatch(r"\d{1,2}", text):
        return 12 * int(text), "years"
    if found := _YEARS_AND_MONTHS.fullmatch(text):
        years, mark, months = int(found[1]), found[2], int(found[3])
        return (12 * years + months, "months" if mark == "/" else "years") if months < 12 else None
    found = _YEARS_MONTHS.fullmatch(text.replace(". ", " ").rstrip("."))
    if not found or not (found["years"] or found["months"]):
        return None
    months = 12 * int(found["years"] or 0) + int(found["months"] or 0)
    return months, "months" if found["months"] else "years"


def read_category(cell):
    """A qualification category by the words people use, its date or order left aside: «первая, 25.12.2023».

    Raises CellError for «вторая», which is no more.
    """
    written = as_text(cell).lower().replace("ё", "е")
    text = _WITH_DATE.sub(" ", written).strip(" ,;:()")
    spelled = f"{text.replace('/', '').replace('.', '').replace('-', ' ').replace(',', ' ')} "
    if spelled.strip() in {"", "—", "–"}:
        return Category.NONE
    for words, category in CATEGORY_WORDS:
        if any(word in spelled for word in words if len(word) > 2) or spelled.startswith(words):
            return category
    raise CellError("bad_category", value=written, known="высшая, первая, соответствие, без категории")


def read_category_day(cell, today):
    """The day a category was given, where its cell names one: «первая, 25.12.2023», not «до 25.12.2028»; or None."""
    days = [read_date(found) for found in _GIVEN_ON.findall(as_text(cell).lower())]
    return next((day for day in days if day <= today), None)


def read_gender(cell):
    text = as_text(cell).lower().rstrip(".")
    for gender, words in GENDER_WORDS.items():
        if text in words:
            return gender
    raise CellError("bad_gender", value=text)


def read_email(cell):
    text = read_text(cell, "email").lower()
    try:
        validate_email(text)
    except ValidationError:
        raise CellError("bad_email", value=text) from None
    return text


def read_phone(cell):
    """A phone in any writing; at least five digits and nothing that is no part of a phone."""
    text = read_text(cell, "phone")
    if sum(char.isdigit() for char in text) < 5 or not re.fullmatch(r"[\d\s()+\-–,;./]*(?:доб\.?\s*\d+)?", text):
        raise CellError("bad_phone", value=text)
    return text
