"""The roadmap as a Word file: the same words and the same table as in the PDF."""

from mentoring.lib.docx import Grid, Paragraph, make_docx
from mentoring.lib.typography import tidy

# The corner of the approval stamp begins here: 170 mm of text less 80 mm of the corner.
CORNER = 90


def roadmap_docx(paper):
    """Return the DOCX bytes of a `RoadmapPaper`."""
    stamp = paper.stamp
    blocks = [
        Paragraph(tidy(paper.letterhead.main.full_name), place="center"),
        Paragraph(""),
        *(Paragraph(tidy(line), indent=CORNER) for line in _stamp_lines(stamp)),
        Paragraph(""),
        Paragraph(tidy(paper.title), place="center", bold=True),
        Paragraph(tidy(paper.subtitle), place="center"),
        Paragraph(""),
        _grid(paper.table),
        *([Paragraph(tidy(paper.table.note))] if paper.table.note else []),
    ]
    mark = "ПРОЕКТ" if paper.draft else ""
    return make_docx(blocks, title=paper.title, mark=mark, lying=paper.table.is_wide)


def _stamp_lines(stamp):
    if stamp is None:
        return []
    lines = [stamp.word, stamp.by]
    if stamp.name:
        lines.append(f"______________ {stamp.name.strip()}")
    if stamp.name or stamp.dated_on:
        lines.append(stamp.date_text)
    return lines


def _grid(table):
    rows = [[tidy(text) for text in row] for row in table.rows]
    lines = [cells for _heading, group in table.lines for cells in group]
    spans = {
        (down, table.columns.index(cell.column)): cell.span
        for down, cells in enumerate(lines)
        for cell in cells
        if cell.span > 1
    }
    return Grid(
        headings=[tidy(column.title) for column in table.columns],
        shares=[column.share for column in table.columns],
        rows=rows,
        spans=spans,
        centered=frozenset(place for place, column in enumerate(table.columns) if column.kind == "short"),
    )
