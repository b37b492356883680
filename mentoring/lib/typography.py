"""Text as a printer sets it: cleaned of what cannot be printed, joined where a line must not break."""

import re
import unicodedata

NBSP = "\u00a0"
ZERO_WIDTH_SPACE = "\u200b"
# Laying out one endless word in a table cell takes minutes; with places to break it takes no time.
_ENDLESS = re.compile(r"(\S{30})(?=\S{30})")
# Cc control, Cs lone surrogate, Co private use, Cn unassigned: no font draws them.
_UNPRINTABLE = {"Cc", "Cs", "Co", "Cn"}
# Marks that turn the reading direction can make a paper show what it does not say.
_TURNING = {*"\u200e\u200f\u061c", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
# Words of two letters that stay with the next one, but not in a narrow cell.
_SHORT = "на|по|за|от|до|из|об|не|ни|со|ко|во"
_NUMBER = re.compile(r"(?<=№) (?=\S)")
_TIED = (
    _NUMBER,
    re.compile(r"(?<=\b[А-ЯЁӘҒҘҪҠҢҮҺӨ]\.) (?=[А-ЯЁӘҒҘҪҠҢҮҺӨ])"),
    re.compile(r"(?:(?<=\b[гсдп]\.)|(?<=\b(?:ул|ст|кв)\.)|(?<=\bпос\.)) (?=[А-ЯЁ\d])"),
    re.compile(r"(?<=\d) (?=(?:г|гг|руб|ч|мин|мм|см)\.)"),
    re.compile(rf"(?<=\d) (?=(?:{_MONTHS})\b)"),
    re.compile(r" (?=[–—] )"),
    re.compile(r"(?<=\b[АВИКОСУЯавикосуя]) (?=[«(\w])"),
    re.compile(r"(?<=[–—]) (?=\d)"),
    re.compile(r"(?:(?i:(?<=\bприложени[еяию]))|(?<=[А-ЯЁ]{2})) (?=[№\d])"),
    # «от 1 сентября» would be too long a word for lines set to both edges.
    re.compile(rf"(?i:(?<=\b(?:{_SHORT}))) (?=[«(\w№])(?!\d+\u00a0(?:{_MONTHS}))"),
    re.compile(r"(?i:(?<=\bдля)) (?=[«(\w№])"),
)
_LOOSE = re.compile(rf"(?i:(\b(?:{_SHORT}|для|[а-яё]{{3,}}(?=\u00a0(?-i:[А-ЯЁӘҒҘҪҠҢҮҺӨ])\.))))\u00a0")


# A straight or an English quotation mark at the start of a word opens, at the end of one it closes.
_OPENING = re.compile(r"(?:(?<=[\s(\[«/–—-])|^)[\"“„](?=\w)", re.MULTILINE)
_CLOSING = re.compile(r"(?<=[\w.!?…»)%\"”])[\"”“](?=[\s.,;:!?)\]»/–—\"”-]|$)", re.MULTILINE)
_DASH = re.compile(r"((?<=\S) |^)(?:-|--|—) (?=\S)", re.MULTILINE)


def tidy(text: str) -> str:
    """Return the text in composed letters, without unprintable and direction-turning marks, with ties.

    Line feeds stay, tabs become spaces, emoji go (paper fonts have none), a word of sixty letters and more
    gets places to break. A non-breaking space joins № and its number, initials and surname,
    «г. Уфа», «1 сентября», «2026 г.», «приложение 2», a short word and what it belongs to, and what stands before a
    dash.
    Straight quotation marks become «ёлочки», a hyphen between spaces a dash.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " ").replace(ZERO_WIDTH_SPACE, ""))
    clean = "".join(letter for letter in composed if letter == "\n" or _is_printed(letter))
    clean = _DASH.sub(r"\1– ", _quoted(clean))
    for gap in _TIED:
        clean = gap.sub(NBSP, clean)
    return _ENDLESS.sub(rf"\1{ZERO_WIDTH_SPACE}", clean.strip())


def loosened(text: str) -> str:
    """Return a tidied text for a narrow cell: a short word and a surname before initials may end its lines."""
    return _LOOSE.sub(r"\1 ", text)


def tie_numbers(text: str) -> str:
    """Return the text of a page with № joined to its number; nothing else about it changes."""
    return _NUMBER.sub(NBSP, text)


def _quoted(text: str) -> str:
    """Pairs of quotation marks as «ёлочки»; one that has no other half stays, it may be an inch."""
    opened = _OPENING.sub("«", text)
    closed = _CLOSING.sub("»", opened)
    pairs = closed.count("«") - text.count("«") == closed.count("»") - text.count("»")
    return closed if pairs else text


def _is_printed(letter: str) -> bool:
    return letter <= "\uffff" and letter not in _TURNING and unicodedata.category(letter) not in _UNPRINTABLE
