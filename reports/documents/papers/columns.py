"""How wide the columns of a table are: as their shares ask, yet no word torn that must stay whole, no cell a well."""

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
# A longer word of a text column is hyphenated, whatever mark stands beside it.
_WHOLE, _MARKS = 8, ".,;:()«»„“"
# Where a cell has more lines, columns that say little give room, in steps of this part of the sheet as long as the
# rows get that much lower; each keeps this part of its own, for it may be empty to be written in.
_DEEP, _STEP, _WORTH, _KEPT = 3, 0.01, 0.997, 0.65
# So many rows tell what a table is like.
_SEEN = 40
# Ties in cells take at most this part of the sheet.
_ROOMY = 0.96
# Words do not fill their lines to the end: these millimeters stay blank.
_BLANK = 3
_GAPS = re.compile(r"[ \n\u200b]+|(?<=\w-)(?=\w)")


def widths_of(columns, rows, room, size, head_size, around):
    """The widths of the columns in per cent.

    ``room`` and ``around`` are in millimeters, the sizes in points. A column is at least as wide as the longest word
    of its title and the longest one that cannot be hyphenated in its cells; what that takes, the others give.
    Where not all of that fits, the words are as narrow as they have to be; where there is room, columns whose cells
    are deep get some of those that say little.
    """
    shares = [room * column.share / sum(column.share for column in columns) for column in columns]
    least = [_least(column, [row[at] for row in rows], size, head_size, around) for at, column in enumerate(columns)]
    if sum(least) >= room:
        shares = least
    else:
        shares = _lifted(shares, least, room)
        lengths = [
            [[_width(line, size) for line in row[at].split("\n")] for row in rows[:_SEEN]] for at in range(len(columns))
        ]
        shares = _evened(shares, least, lengths, room * _STEP, around)
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


def _evened(shares, least, lengths, step, around):
    """Widths that make the rows lower, found by steps: each time the move from column to column that helps most.

    ``lengths`` are the millimeters of every line of every cell of every column. A table without a deep cell keeps its
    shares.
    """
    floors = [max(lowest, share * _KEPT) for lowest, share in zip(least, shares, strict=True)]
    depths = [_depths(cells, share - around) for cells, share in zip(lengths, shares, strict=True)]
    if all(depth <= _DEEP for cells in depths for depth in cells):
        return shares
    while True:
        wider = [_depths(cells, share + step - around) for cells, share in zip(lengths, shares, strict=True)]
        leaner = [_depths(cells, share - step - around) for cells, share in zip(lengths, shares, strict=True)]
        givers = [at for at, share in enumerate(shares) if share - step >= floors[at]]
        moves = {
            (taker, giver): _height(_put(depths, {taker: wider[taker], giver: leaner[giver]}))
            for giver in givers
            for taker in range(len(shares))
            if taker != giver
        }
        best = min(moves, key=moves.get, default=None)
        if best is None or moves[best] > _height(depths) * _WORTH:
            return shares
        taker, giver = best
        shares = _put(shares, {taker: shares[taker] + step, giver: shares[giver] - step})
        depths = _put(depths, {taker: wider[taker], giver: leaner[giver]})


def _put(items, changed):
    return [changed.get(at, item) for at, item in enumerate(items)]


def _height(depths):
    """The lines of all rows: each is as high as its deepest cell."""
    return sum(map(max, zip(*depths, strict=True)))


def _depths(cells, width):
    """About how many lines each cell takes, in parts of a line too: so each step is seen to help."""
    return [sum(1 if line <= width else line / max(1, width - _BLANK) for line in cell) for cell in cells]


def fits(columns, rows, kind):
    """Whether the longest whole words of all columns leave room beside them; ``kind`` is UPRIGHT or LYING."""
    room, *sizes = kind
    least = sum(_least(column, [row[at] for row in rows], *sizes) for at, column in enumerate(columns))
    return least <= room * _ROOMY


def _least(column, cells, size, head_size, around):
    head = max((_width(word, head_size) * _BOLD for word in _GAPS.split(column.title.replace("\u00ad", ""))), default=0)
    words = (word for cell in cells for word in _GAPS.split(cell))
    if column.kind == "text":
        words = (_undivided(word) for word in words)
    return max(head + _AROUND_HEAD, max((_width(word, size) for word in words), default=0) + around)


def _undivided(word):
    """The word, of one that is hyphenated as much as stays together."""
    bare = word.strip(_MARKS)
    return word[:_WHOLE] if bare.isalpha() and not may_be_name(bare) else word[:LONGEST_NAME]


def _width(word, size):
    """A word in millimeters."""
    return sum(_WIDTH_OF.get(letter, _USUAL) for letter in word) * size * _POINT
