"""Text as a printer sets it: cleaned of what cannot be printed, joined where a line must not break."""

import re
import unicodedata
from functools import lru_cache

NBSP = "\u00a0"
ZERO_WIDTH_SPACE = "\u200b"
# A paper is written for its code, for PDF and for Word, each time of the same texts.
LATEST_TEXTS = 2048
# Laying out one endless word in a table cell takes minutes; with places to break it takes no time.
_ENDLESS = re.compile(r"(\S{30})(?=\S{30})")
# Cc control, Cs lone surrogate, Co private use, Cn unassigned: no font draws them.
_UNPRINTABLE = {"Cc", "Cs", "Co", "Cn"}
# Marks that turn the reading direction can make a paper show what it does not say.
_TURNING = {*"\u200e\u200f\u061c", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
# Words that stay with the next one, but not in a narrow cell.
_SHORT = "на|по|за|от|до|из|об|не|ни|со|ко|во|для|На|По|За|От|До|Из|Об|Не|Ни|Со|Ко|Во|Для"
_UNITS = (
    "лет|год|года|годов|месяц|месяца|месяцев|недел[юияь]|день|дня|дней|час|часа|часов|минут[аыу]?|пар[аыу]?"
    "|рабочи[йех]|рабочего|календарны[йх]|календарного|учебны[йх]|учебного"
)
_NUMBER = re.compile(r"(?<=№) (?=\S)")


def _after(words: str) -> str:
    """A look back at one of the words: each is as long as it is."""
    return "(?:" + "|".join(rf"(?<=\b{word})" for word in words.split("|")) + ")"


# «ГБУ», «ДО», «ЦДЮТТ»: what kind of organization.
_ABBREVIATION = _after("|".join(f"[А-ЯЁ]{{{length}}}" for length in range(2, 7)))
_TIED = (
    _NUMBER,
    re.compile(r"(?<=\b[А-ЯЁӘҒҘҪҠҢҮҺӨ]\.) (?=[А-ЯЁӘҒҘҪҠҢҮҺӨ])"),
    # «Фамилия И. О.», but not «учителю И. О. Фамилии».
    re.compile(rf"(?<=[а-яё]{{2}}) (?=[А-ЯЁӘҒҘҪҠҢҮҺӨ]\.{NBSP}[А-ЯЁӘҒҘҪҠҢҮҺӨ]\.(?!{NBSP}))"),
    re.compile(r"(?:(?<=\b[гсдп]\.)|(?<=\b(?:ул|ст|кв)\.)|(?<=\bпос\.)) (?=[А-ЯЁ\d])"),
    re.compile(rf"(?<=\d) (?=(?:г|гг|руб|ч|мин|мм|см)\.|(?:{_MONTHS}|{_UNITS})\b)"),
    re.compile(rf"{_after(_MONTHS)} (?=\d{{4}}\b)"),
    re.compile(r" (?=[–—] )"),
    re.compile(r"(?<=\b[АВИКОСУЯавикосуя]) (?=[«(\w])"),
    re.compile(r"(?<=[–—]) (?=\d)"),
    re.compile(r"(?:(?i:(?<=\bприложени[еяию]))|(?<=[А-ЯЁ]{2})) (?=[№\d])"),
    re.compile(rf"{_after(_SHORT)} (?=[«(\w№])"),
    re.compile(rf"{_after('стать[еяию]|статьёй')} (?=\d)"),
    re.compile(rf"{_ABBREVIATION} (?=[А-ЯЁ]{{2,6}}\b|«\w{{1,14}}\b)"),
)
# «Малиновская ООШ», «Детский сад «Ласточка»: what is before the gap is of any length.
_TIED_AFTER = (
    re.compile(r"(\b\w{1,14}) (?=[А-ЯЁ]{2,6}»)"),
    re.compile(r"(«[^«»„“]{0,40}\b\w{1,12}) (?=[«„]\w{1,12}[»“])"),
)
# Where a line that would be torn may end all the same.
SOFT_TIES = re.compile(
    rf"(?:{_after(_SHORT)}|(?<=\b[АВИКОСУЯавикосуя])|(?<=\w)(?=.[«„])|{_after(_MONTHS)})"
    rf"{NBSP}(?![–—])"
)
# A narrow cell breaks after a short word unless a date follows, and between a month and its year.
_LOOSE = re.compile(
    rf"(?:{_after(_SHORT)}{NBSP}(?![–—]|\d+\.\d)|{_after(_MONTHS)}{NBSP}|{_ABBREVIATION}{NBSP}(?=[«„]))"
)
_BEFORE_INITIALS = re.compile(rf"(?<=[а-яё]{{2}}){NBSP}(?=[А-ЯЁӘҒҘҪҠҢҮҺӨ]\.)")


# A straight or an English quotation mark at the start of a word opens, at the end of one it closes.
_OPENING = re.compile(r"(?:(?<=[\s(\[«/–—-])|^)[\"“„](?=\w)", re.MULTILINE)
_CLOSING = re.compile(r"(?<=[\w.!?…»)%\"”])[\"”“](?=[\s.,;:!?)\]»/–—\"”-]|$)", re.MULTILINE)
_INNER = {"«": "„", "»": "“"}
_DASH = re.compile(r"((?<=\S) |^)(?:-|--|—) (?=\S)", re.MULTILINE)


@lru_cache(maxsize=LATEST_TEXTS)
def tidy(text: str) -> str:
    """Return the text in composed letters, without unprintable and direction-turning marks, with ties.

    Line feeds stay, tabs become spaces, emoji go (paper fonts have none), a word of sixty letters and more
    gets places to break. A non-breaking space joins № and its number, initials and surname,
    «г. Уфа», «1 сентября 2026 г.», «3 года», «приложение 2», «МОУ СШ», a short word and what it belongs to, and what
    stands before a dash.
    Straight quotation marks become «ёлочки», those inside others „лапки“, a hyphen between spaces a dash.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " ").replace(ZERO_WIDTH_SPACE, ""))
    unprintable = {letter for letter in set(composed) - {"\n"} if not _is_printed(letter)}
    clean = composed.translate(dict.fromkeys(map(ord, unprintable))) if unprintable else composed
    clean = _DASH.sub(r"\1– ", _quoted(clean))
    for gap in _TIED:
        clean = gap.sub(NBSP, clean)
    for gap in _TIED_AFTER:
        clean = gap.sub(rf"\1{NBSP}", clean)
    return _ENDLESS.sub(rf"\1{ZERO_WIDTH_SPACE}", clean.strip())


def loosened(text: str) -> str:
    """Return a tidied text for a narrow cell: a short word may end its lines, a month and what an organization is."""
    return _LOOSE.sub(lambda tie: tie[0].replace(NBSP, " "), text)


def without_surnames_tied(text: str) -> str:
    """Return a tidied text for a cell too narrow for «Фамилия И. О.»: the surname may end its lines."""
    return _BEFORE_INITIALS.sub(" ", text)


def tie_numbers(text: str) -> str:
    """Return the text of a page with № joined to its number; nothing else about it changes."""
    return _NUMBER.sub(NBSP, text)


def _quoted(text: str) -> str:
    """Pairs of quotation marks as «ёлочки»; one that has no other half stays, it may be an inch."""
    opened = _OPENING.sub("«", text)
    closed = _CLOSING.sub("»", opened)
    pairs = closed.count("«") - text.count("«") == closed.count("»") - text.count("»")
    return _nested(closed if pairs else text)


def _nested(text: str) -> str:
    """«Ёлочки» inside «ёлочки» as „“; where one closes both («Детский сад «Рост»), they stay as they are written."""
    depth, printed = 0, []
    for letter in text:
        depth -= letter == "»"
        if depth < 0:
            return text
        printed.append(_INNER.get(letter, letter) if depth else letter)
        depth += letter == "«"
    return text if depth else "".join(printed)


def _is_printed(letter: str) -> bool:
    return letter <= "\uffff" and letter not in _TURNING and unicodedata.category(letter) not in _UNPRINTABLE
