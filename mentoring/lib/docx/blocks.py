"""What a Word file is put together from. Lengths are points."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Run:
    """Letters that look alike; ``line`` is a line to write on, of this length, in the place of letters."""

    text: str = ""
    size: float = 14
    bold: bool = False
    italic: bool = False
    lang: str = ""
    line: float = 0


@dataclass(frozen=True)
class Picture:
    """A PNG or JPEG in the line; it is made smaller to fit, never bigger."""

    content: bytes
    alt: str = ""
    most_wide: float = 0
    most_high: float = 0


@dataclass
class Paragraph:
    """``left`` and ``right`` are the distances from the edges of the text; ``level`` that of a heading, from 1.

    ``sides`` are the sides with a border («top», «bottom», «left», «right»), ``gap`` its distance from the text.
    ``sunk`` stands at the foot of its page whatever is above.
    """

    runs: list = field(default_factory=list)
    align: str = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    spacing: float = 1.15
    exact: float = 0
    level: int = 0
    hyphens: bool = False
    keeps_next: bool = False
    keeps_whole: bool = False
    on_new_page: bool = False
    sides: frozenset = frozenset()
    gap: float = 0
    sunk: bool = False

    def keep_next(self):
        """Let no page end after it."""
        self.keeps_next = True


@dataclass
class Cell:
    """A cell over ``columns`` columns and ``rows`` rows; ``carries_on`` continues the cell above and is empty."""

    blocks: list
    columns: int = 1
    rows: int = 1
    vertical: str = "top"
    padding: tuple = (0, 0, 0, 0)
    carries_on: bool = False


@dataclass
class Row:
    cells: list
    is_head: bool = False
    may_break: bool = False
    height: float = 0


@dataclass
class Grid:
    """A table with its columns' widths, with borders of ``border`` points or none; ``under`` is a line below it."""

    widths: list
    rows: list
    left: float = 0
    border: float = 0
    under: bool = False

    def keep_next(self):
        """Let no page end after it; the rows stay together."""
        for row in self.rows:
            for cell in row.cells:
                for block in cell.blocks:
                    block.keep_next()


@dataclass(frozen=True)
class Sheet:
    """A page of paper: its sides and its margins (top, right, bottom, left)."""

    width: float
    height: float
    margins: tuple

    @property
    def text_width(self):
        return self.width - self.margins[1] - self.margins[3]


@dataclass(frozen=True)
class Turn:
    """From here on sheets of another kind."""

    sheet: Sheet
