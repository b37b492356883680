"""From a page to the blocks of a Word file: what stands under, beside and above what."""

from mentoring.lib.docx.blocks import Cell, Grid, Paragraph, Row, Turn
from mentoring.lib.docx.inline import Line
from mentoring.lib.docx.lengths import of
from mentoring.lib.docx.tables import cells_of, grid_of

# Between two tables that would grow together, and after a table that ends a cell.
HAIR = 1


class Flow:
    """Blocks put one under another in a column of ``width`` points, on the kinds of ``sheets`` by their names."""

    def __init__(self, sheets, width, *, counters=None, sheet="auto", begins=True):
        self.sheets = sheets
        self.width = width
        self.counters = counters if counters is not None else {}
        self.blocks = []
        self._gap = 0.0
        self._new_page = False
        self._wanted = self._sheet = sheet
        self._floats = []
        # Whether nothing stands above: then no page has to end before the first block.
        self._begins = begins

    def inside(self, width):
        """A column within this one, for a cell; it stands on the sheet of the block that is about to be put."""
        return Flow(self.sheets, width, counters=self.counters, sheet=self._wanted)

    def element(self, node, left=0.0, right=0.0):
        """Add what an element shows; ``left`` and ``right`` are the distances of its parent from the edges."""
        look = node.look
        if look.display == "none":
            return
        self._count(look)
        if look.word("float") in ("left", "right"):
            self._floats.append(node)
            return
        self._flush(left, right)
        self._turn(look)
        start = len(self.blocks)
        self._space(look.number("margin-top"))
        box_left, box_right = self._box(look, left, right)
        self._content(node, box_left, box_right)
        self._finish(look, start)
        self._space(look.number("margin-bottom"))
        if look.above is not None:
            self._turn(look.above, leaving=True)
        if look.word("break-after") == "page":
            self._new_page = True

    def _content(self, node, left, right):
        if node.tag == "table":
            self._put(grid_of(self, node, left, right))
            return
        cells = [child for child in node.children if child.look.display == "table-cell"]
        if node.look.display == "table" and len(cells) > 1:
            self._put(cells_of(self, cells, left, right))
            return
        self._children(node, left, right)
        self._flush(left, right)
        if not node.children and not (node.text or "").strip():
            self._gap += of(node.look.number("height"), 0)

    def _children(self, node, left, right):
        """Blocks one under another; letters between them get a paragraph of their own."""
        line = Line(node.look, self.counters)
        line.before(node)
        line.text(node.text)
        for child in node.children:
            if child.is_inline:
                line.element(child)
            else:
                self._paragraphs(line, node.look, left, right)
                line = Line(node.look, self.counters)
                self.element(child, left, right)
            line.text(child.tail)
        self._paragraphs(line, node.look, left, right)

    def _paragraphs(self, line, look, left, right):
        """Add the lines gathered; each line feed begins a paragraph that belongs to the one before it."""
        for place, runs in enumerate(line.lines()):
            first = look.number("text-indent") or 0
            self._put(
                Paragraph(
                    runs=runs,
                    align=look.word("text-align", "left"),
                    left=left,
                    right=right,
                    first=0 if place or isinstance(first, str) else first,
                    spacing=look.spacing,
                    level=int(look.tag[1]) if look.tag in ("h1", "h2", "h3") else 0,
                    hyphens=look.word("hyphens") == "auto",
                    sunk=look.word("position") == "absolute",
                )
            )

    def _put(self, block):
        """Add a block with the space that stands above it; a table cannot carry any itself."""
        self._apply_turn()
        if isinstance(block, Paragraph) and block.sunk:
            self.blocks += [block, Paragraph(exact=HAIR)]
            return
        if isinstance(block, Paragraph):
            block.before, self._gap = self._gap, 0.0
            block.on_new_page, self._new_page = self._new_page, False
        elif self._gap or self._new_page or (self.blocks and isinstance(self.blocks[-1], Grid)):
            self.blocks.append(Paragraph(exact=max(self._gap, HAIR), on_new_page=self._new_page, keeps_next=True))
            self._gap, self._new_page = 0.0, False
        self.blocks.append(block)

    def _space(self, height):
        """Neighboring margins fall together, as on the page."""
        if isinstance(height, float) and height > 0:
            self._gap = max(self._gap, height)

    def _box(self, look, left, right):
        """The distances of the content of an element from the edges: margins, paddings, its own width."""
        room = self.width - left - right
        before, after = (look.number(f"margin-{side}") for side in ("left", "right"))
        wide = of(look.number("width", None), room)
        if wide and wide < room and look.display not in ("table-cell", "table"):
            rest = room - wide
            if before is None:
                before = rest / 2 if after is None else rest - of(after, room)
            after = rest - of(before, room)
        inner = [of(look.number(f"padding-{side}"), room) for side in ("left", "right")]
        if look.display == "table-cell" or look.tag in ("td", "th"):
            inner = [0, 0]
        return left + of(before, room) + inner[0], right + of(after, room) + inner[1]

    def _count(self, look):
        name = look.word("counter-increment")
        if name:
            self.counters[name] = self.counters.get(name, 0) + 1

    def _turn(self, look, leaving=False):
        """Remember on which kind of sheet the next block stands, and whether a page begins with it."""
        page = look.word("page", "auto")
        if page != self._wanted:
            self._wanted = page
            self._new_page = True
            self.width = self._sheet_named(page).text_width
        if not leaving and look.word("break-before") == "page":
            self._new_page = True

    def _apply_turn(self):
        """Change the sheet before the next block; the first page begins by itself."""
        wanted = self._sheet_named(self._wanted)
        if self._begins and not self.blocks:
            self._new_page = False
        if self._sheet_named(self._sheet) != wanted:
            self.blocks.append(Turn(wanted))
            self._new_page, self._gap = False, 0.0
        self._sheet = self._wanted

    def _sheet_named(self, name):
        return self.sheets.get(name, self.sheets["auto"])

    def _finish(self, look, start):
        """What concerns all blocks of an element together: what keeps them on one page, the lines around them."""
        made = [block for block in self.blocks[start:] if not isinstance(block, Turn)]
        if not made:
            return
        if look.word("break-inside") == "avoid":
            for block in made[:-1]:
                block.keep_next()
            for block in made:
                if isinstance(block, Paragraph):
                    block.keeps_whole = True
        if look.word("break-after") == "avoid":
            made[-1].keep_next()
        if look.word("break-before") == "avoid" and start and not isinstance(self.blocks[start - 1], Turn):
            self.blocks[start - 1].keep_next()
        if look.tag not in ("table", "td", "th"):
            _draw_border(made, look)

    def _flush(self, left, right):
        """Set out the boxes that stand in the corners, two of them side by side."""
        boxes, self._floats = self._floats, []
        while boxes:
            first = boxes.pop(0)
            if boxes and _side(boxes[0]) != _side(first):
                self._pair(*sorted((first, boxes.pop(0)), key=_side), left, right)
            else:
                self._corner(first, left, right)

    def _corner(self, box, left, right):
        room = self.width - left - right
        rest = room - min(of(box.look.number("width", None), room) or room, room)
        at_left, at_right = (left, right + rest) if _side(box) == "left" else (left + rest, right)
        self._children(box, at_left, at_right)

    def _pair(self, first, second, left, right):
        room = self.width - left - right
        widths = [min(of(box.look.number("width", None), room) or room / 2, room / 2) for box in (first, second)]
        columns = [self.inside(width) for width in (widths[0], room - sum(widths), widths[1])]
        columns[0]._children(first, 0, 0)
        columns[2]._children(second, 0, 0)
        cells = [Cell(column.closed()) for column in columns]
        self._put(Grid([column.width for column in columns], [Row(cells)], left=left))

    def closed(self):
        """The blocks of a cell, which has to end with a paragraph."""
        self._flush(0, 0)
        if not self.blocks or not isinstance(self.blocks[-1], Paragraph):
            self.blocks.append(Paragraph(exact=HAIR))
        return self.blocks


def _side(box):
    return box.look.word("float")


def _draw_border(made, look):
    sides = look.border
    if not sides:
        return
    paragraphs = [block for block in made if isinstance(block, Paragraph)]
    if {"left", "right"} & sides:
        for block in paragraphs:
            block.sides, block.gap = sides, of(look.number("padding-top"), 0)
    elif "top" in sides and isinstance(made[0], Paragraph):
        made[0].sides, made[0].gap = frozenset(("top",)), of(look.number("padding-top"), 0)
    if "bottom" in sides and not {"left", "right"} & sides:
        last = made[-1]
        if isinstance(last, Grid):
            last.under = True
        else:
            last.sides, last.gap = last.sides | {"bottom"}, of(look.number("padding-bottom"), 0)
