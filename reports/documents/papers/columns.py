"""How wide the columns of a table are: as their shares ask, yet no word torn that must stay whole."""

import re

from mentoring.lib.hyphens import LONGEST_NAME, may_be_name

# Widths of the letters of Liberation Serif in parts of the size; whatever is not named is as wide as «о».
_WIDTHS = {
    0.3: " .,;:/()«»-\u00a0",
    0.45: "агеёзстэ",
    0.68: "мжыюфБГЕЁЗРТЧ",
    0.74: "АВДИЙКЛНОПСУХЦЭЯ",
    0.8: "шщФ",
    0.9: "ЖМЪЫЬ",
    1.02: "ШЩЮ№",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_USUAL, _BOLD = 0.505, 1.13
# Millimeters in a point.
_POINT = 0.3528
# Across a sheet: the millimeters for the columns, the size of the letters in points, in the cells and in the head,
# and the millimeters a cell keeps around its words.
UPRIGHT, LYING = (170.0, 12, 12, 3.3), (257.0, 10, 9, 2.3)
_AROUND_HEAD = 2.5
# A longer word of a text column is hyphenated.
_WHOLE = 8
_GAPS = re.compile(r"[ \n\u200b]+|(?<=\w-)(?=\w)")


def widths_of(columns, rows, room, size, head_size, around):
    """The widths of the columns in per cent.

    ``room`` and ``around`` are in millimeters, the sizes in points. A column is at least as wide as the longest word
    of its title and the longest one that cannot be hyphenated in its cells; what that takes, the others give.
    Where not all of that fits, the words are as narrow as they have to be.
    """
    shares = [room * column.share / sum(column.share for column in columns) for column in columns]
    least = [_least(column, [row[at] for row in rows], size, head_size, around) for at, column in enumerate(columns)]
    if sum(least) >= room:
        shares = least
    else:
        shares = _lifted(shares, least, room)
    return tuple(100 * share / sum(shares) for share in shares)


def _lifted(shares, least, room):
    """Columns that are too narrow get what they need; the others shrink, none below what it needs."""
    fixed = {at for at, share in enumerate(shares) if share < least[at]}
    while True:
        free = sum(share for at, share in enumerate(shares) if at not in fixed)
        left = room - sum(least[at] for at in fixed)
        shrunk = [least[at] if at in fixed else share * left / free for at, share in enumerate(shares)]
        further = {at for at, share in enumerate(shrunk) if at not in fixed and share < least[at]}
        if not further:
            return shrunk
        fixed |= further


def _least(column, cells, size, head_size, around):
    head = max((_width(word, head_size) * _BOLD for word in _GAPS.split(column.title.replace("\u00ad", ""))), default=0)
    words = (word for cell in cells for word in _GAPS.split(cell))
    if column.kind == "text":
        words = (_undivided(word) for word in words)
    return max(head + _AROUND_HEAD, max((_width(word, size) for word in words), default=0) + around)


def _undivided(word):
    """The word, of one that is hyphenated as much as stays together."""
    return word[:_WHOLE] if word.isalpha() and not may_be_name(word) else word[:LONGEST_NAME]


def _width(word, size):
    """A word in millimeters."""
    return sum(_WIDTH_OF.get(letter, _USUAL) for letter in word) * size * _POINT
