"""Plain text from outside: cleaned, made searchable, kept together on a line."""

import re
import unicodedata

NBSP = "\u00a0"

# Unicode categories that never belong in stored text: controls, invisible format marks (bidi overrides,
# zero-width and soft-hyphen characters among them) and lone surrogates, which a database refuses.
_UNWANTED_CATEGORIES = {"Cc", "Cf", "Cs"}
_KEPT_CONTROLS = {"\n", "\t"}
_LINE_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_GAPS = re.compile(r"[\s\-\u2010-\u2015\u2212]+")

_INITIALS = re.compile(r"(?<!\w)(?:[А-ЯЁ]\.[ \u00a0]?){2,}")
_AFTER_SURNAME = re.compile(r"(?<=[а-яё])[ ](?=[А-ЯЁ]\.)")
_BEFORE_SURNAME = re.compile(r"(?<!\w)([А-ЯЁ]\.)[ ]?(?=[А-ЯЁ][а-яё])")


def clean_text(value: str) -> str:
    """Return the text without NUL, control, bidi and other invisible characters.

    Line breaks of every kind become «\\n» and stay, as tabs do; spaces are not touched.
    """
    lines = _LINE_BREAKS.sub("\n", value)
    if all(line.isprintable() for line in lines.split("\n")):
        return lines
    return "".join(char for char in lines if char in _KEPT_CONTROLS or not _is_unwanted(char))


def _is_unwanted(char: str) -> bool:
    return unicodedata.category(char) in _UNWANTED_CATEGORIES


def search_key(*parts: object) -> str:
    """Return the form in which texts are stored for search and searched, the same on every database.

    Case, «ё», hyphens, dashes and repeated spaces make no difference: «Римский-Корсаков» and
    «римский  корсаков» have one key. Empty parts and None are left out; parts are joined by one space.
    """
    text = " ".join(str(part) for part in parts if part is not None)
    composed = unicodedata.normalize("NFC", clean_text(text))
    return _GAPS.sub(" ", composed.casefold().replace("ё", "е")).strip()


def nbsp_initials(text: str) -> str:
    """Keep initials and surname on one line: «Иванова А.П.» → «Иванова А. П.» with non-breaking spaces."""
    spaced = _INITIALS.sub(_space_initials, text)
    return _BEFORE_SURNAME.sub(rf"\1{NBSP}", _AFTER_SURNAME.sub(NBSP, spaced))


def _space_initials(found: re.Match) -> str:
    written = found[0]
    tail = written[len(written.rstrip(" \u00a0")) :]
    return NBSP.join(re.findall(r"[А-ЯЁ]\.", written)) + tail
