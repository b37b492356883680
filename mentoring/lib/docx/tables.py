"""Tables with lines, and boxes that stand side by side without any."""

from mentoring.lib.docx.blocks import Cell, Grid, Row
from mentoring.lib.docx.lengths import of

HAIRLINE = 0.5


VERTICAL = {"bottom": "bottom", "middle": "center"}


def cells_of(flow, nodes, left, right):
    """Boxes side by side as a table of one row without lines."""
    room = flow.width - left - right
    widths = _filled([of(node.look.number("width", None), room) for node in nodes], room)
    cells = [_cell(flow, node, width) for node, width in zip(nodes, widths, strict=True)]
    return Grid(widths, [Row(cells)], left=left)


def grid_of(flow, node, left, right):
    """A table with lines: its columns, its repeated head, cells that stretch over others."""
    room = flow.width - left - right
    lines = [(line, part.tag == "thead") for part in node.children for line in _lines_in(part)]
    columns = max(sum(_span(cell, "colspan") for cell in line.children) for line, _ in lines)
    shares = [float((column.get("width") or "1").rstrip("%")) for column in node.all_of("col")] or [1] * columns
    widths = [room * share / sum(shares) for share in shares]
    border = HAIRLINE if any(cell.look.border for line, _ in lines for cell in line.children) else 0
    below = {}
    return Grid(widths, [_row(flow, line, is_head, widths, below) for line, is_head in lines], left=left, border=border)


def _row(flow, line, is_head, widths, below):
    """A row; ``below`` tells for each column how many rows the cell above still stretches over."""
    row = Row([], is_head=is_head, may_break=line.look.word("break-inside") != "avoid")
    cells, place = list(line.children), 0
    while place < len(widths) and (cells or below.get(place)):
        if below.get(place):
            below[place] -= 1
            row.cells.append(Cell(flow.inside(widths[place]).closed(), carries_on=True))
            place += 1
            continue
        node = cells.pop(0)
        columns = _span(node, "colspan")
        cell = _cell(flow, node, sum(widths[place : place + columns]))
        cell.columns, cell.rows = columns, _span(node, "rowspan")
        below[place] = cell.rows - 1
        if node.look.number("height"):
            row.height = max(row.height, of(node.look.number("height"), 0) + cell.padding[0] + cell.padding[2])
        row.cells.append(cell)
        place += columns
    if is_head or line.look.word("break-after") == "avoid":
        for cell in row.cells:
            for block in cell.blocks:
                block.keep_next()
    return row


def _lines_in(part):
    if part.tag == "tr":
        return [part]
    return [line for line in part.children if line.tag == "tr"]


def _cell(flow, node, width):
    look = node.look
    padding = tuple(of(look.number(f"padding-{side}"), width) for side in ("top", "right", "bottom", "left"))
    column = flow.inside(width - padding[1] - padding[3])
    column.element(node)
    return Cell(column.closed(), vertical=VERTICAL.get(look.word("vertical-align"), "top"), padding=padding)


def _span(node, name):
    return int(node.get(name) or 1)


def _filled(widths, room):
    """Columns without a width of their own share what is left."""
    free = [width for width in widths if not width]
    rest = max(room - sum(widths), 0) / max(len(free), 1)
    return [width or rest for width in widths]
