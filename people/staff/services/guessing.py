"""What a column holds, told by its cells: for lists without headings."""

import datetime
import re
from collections import Counter

from mentoring.lib.dates import today
from people.staff.services import cells as read
from people.staff.services.cells import CellError
from people.staff.services.splitting import looks_like_post
from people.staff.services.wordings import SUBJECTS

LOOKED_AT = 200
ENOUGH = 0.6
# Nobody on a staff is younger, so a column of such days holds birth dates.
YEARS_OF_A_CHILD = 17

_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|вна|ьич|мич|тич|кич|нич|ична|инишна)"
_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
_FULL_NAME = re.compile(rf"{_WORD}\s+{_WORD}\s+{_PATRONYMIC}(?:\W.*)?|{_WORD}\s+{_WORD}\s+{_WORD}\s+(?:оглы|кызы)")
_SHORT_NAME = re.compile(rf"{_WORD}\s+[А-ЯЁ]\.\s*(?:[А-ЯЁ]\.)?")
_TWO_WORDS = re.compile(rf"{_WORD}\s+{_WORD}")
_ONLY_PATRONYMIC = re.compile(_PATRONYMIC)
_ONE_WORD = re.compile(_WORD)
_PHONE = re.compile(r"[+()\d][\d\s()\-]{9,}")
_LENGTH = re.compile(r"\d{1,2}\s*(?:л|г|лет|год|года)\b.*|\d{1,2}[/,.]\d{1,2}")
_EDUCATION = re.compile(r"(?:высшее|среднее|бакалавр|магистр|специалитет|СПО|ВПО)\b.*", re.IGNORECASE)
_CATEGORY = re.compile(r"(?:высш|перв|соответств|сзд|без кат|б/к|нет|[1i]\s*к)", re.IGNORECASE)
_TAUGHT = {name.casefold() for name in SUBJECTS}


def _plain(text):
    return text.title() if text.isupper() else text


def holds_a_person(row):
    """Whether a row is about somebody: it holds a day or a name with a patronymic, so it is no heading."""
    for cell in row.cells:
        if isinstance(cell, datetime.date):
            return True
        if isinstance(cell, str) and len(cell) < 120:
            text = _plain(" ".join(cell.split()))
            if _FULL_NAME.fullmatch(text) or _SHORT_NAME.fullmatch(text) or _ONLY_PATRONYMIC.fullmatch(text):
                return True
    return False


def may_be_name(text):
    """Whether somebody may be called so: two to four words, each with a capital letter."""
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words)


def _kind(cell):
    """The field a single cell looks like, or ""."""
    text = read.as_text(cell)
    plain = _plain(text)
    if isinstance(cell, datetime.date) or re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", text):
        return _kind_of_day(cell)
    if _FULL_NAME.fullmatch(plain) or _SHORT_NAME.fullmatch(plain):
        return "full_name"
    if _ONLY_PATRONYMIC.fullmatch(plain):
        return "patronymic"
    if "@" in text:
        return "email"
    if _PHONE.fullmatch(text):
        return "phone"
    return _kind_of_words(text)


def _kind_of_words(text):
    if looks_like_post(text):
        return "post"
    if text.casefold() in _TAUGHT:
        return "subject"
    if _LENGTH.fullmatch(text.lower()):
        return "experience_since"
    if _EDUCATION.fullmatch(text):
        return "education"
    if _CATEGORY.match(text):
        return "category"
    return "full_name" if _TWO_WORDS.fullmatch(_plain(text)) else ""


def _kind_of_day(cell):
    try:
        day = read.read_date(cell)
    except CellError:
        return ""
    return "birth_date" if day.year < today().year - YEARS_OF_A_CHILD else "starts_on"


def guess_fields(rows):
    """{field: column index} by what most cells of each column look like; separate names by their patronymic."""
    rows = rows[:LOOKED_AT]
    ranked = sorted(
        (
            (share, index, kind)
            for index in range(max((len(row.cells) for row in rows), default=0))
            for share, kind in [_likeliest([row.get(index) for row in rows])]
            if kind
        ),
        key=lambda each: (-each[0], each[1]),
    )
    fields = {}
    for _share, index, kind in ranked:
        fields.setdefault(kind, index)
    return _with_separate_names(fields, rows)


def _likeliest(column):
    """(share, field) of one column, or (0, "")."""
    filled = [cell for cell in column if read.as_text(cell)]
    kinds = Counter(_kind(cell) for cell in filled)
    del kinds[""]
    if not kinds:
        return 0, ""
    kind, count = kinds.most_common(1)[0]
    return (count / len(filled), kind) if count >= ENOUGH * len(filled) else (0, "")


def _with_separate_names(fields, rows):
    """A column of patronymics with two columns of single words before it is a name in three columns."""
    index = fields.pop("patronymic", None)
    if "full_name" in fields or index is None or index < 2:
        return fields
    for place in (index - 2, index - 1):
        texts = list(filter(None, (_plain(read.as_text(row.get(place))) for row in rows)))
        if sum(map(bool, map(_ONE_WORD.fullmatch, texts))) < ENOUGH * len(texts):
            return fields
    return fields | {"last_name": index - 2, "first_name": index - 1, "patronymic": index}
