"""The blocks as the XML of Word (ECMA-376, WordprocessingML); the order of its elements is that of the standard."""

from io import BytesIO

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from mentoring.lib.docx.blocks import Grid, Picture

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SOFT_HYPHEN = "\u00ad"
NBSP = "\u00a0"
# The height of a line that Word calls single, as a multiple of the letter size.
SINGLE = 1.15
# A space is a quarter of the letter size in this font.
SPACE_WIDTH = 0.25
ALIGNS = {"center": "center", "right": "right", "justify": "both", "left": "left", "start": "left", "end": "right"}
LANGS = {"ru": "ru-RU", "ba": "ba-RU", "tt": "tt-RU"}
# At the foot of the page, over the width of the text.
SUNK = {
    "w": 9000,
    "hSpace": 0,
    "wrap": "around",
    "vAnchor": "margin",
    "hAnchor": "margin",
    "xAlign": "center",
    "yAlign": "bottom",
}
HEADER_SIZE, MARK_SIZE = 12, 14


def w(tag, *children, **values):
    """An element of WordprocessingML; ``values`` are its attributes."""
    element = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def twips(points):
    """Twentieths of a point, the unit of Word."""
    return round(points * 20)


class Writer:
    """Writes blocks for a document, which keeps the pictures."""

    def __init__(self, document):
        self._document = document

    def elements(self, blocks):
        """The XML of blocks that stand on one kind of sheet."""
        return [self._grid(block) if isinstance(block, Grid) else self.paragraph(block) for block in blocks]

    def paragraph(self, block):
        """A paragraph with its properties."""
        return w("p", _properties(block), *(self._run(run) for run in block.runs))

    def _run(self, run):
        return self._picture(run) if isinstance(run, Picture) else letters(run)

    def _picture(self, picture):
        """A picture in the line, made smaller to fit; one that does not open leaves no trace."""
        try:
            inline = self._document.part.new_pic_inline(BytesIO(picture.content))
        except Exception:  # noqa: BLE001 - whatever is wrong with the picture, the paper is made without it
            return None
        limits = ((picture.most_wide, inline.extent.cx), (picture.most_high, inline.extent.cy))
        scale = min([1, *(Pt(most) / size for most, size in limits if most)])
        for extent in (inline.extent, inline.graphic.graphicData.pic.spPr.xfrm.ext):
            extent.cx, extent.cy = (int(size * scale) for size in (extent.cx, extent.cy))
        inline.docPr.set("descr", picture.alt)
        drawing = w("drawing")
        drawing.append(inline)
        return w("r", drawing)

    def _grid(self, grid):
        properties = w(
            "tblPr",
            w("tblW", w=twips(sum(grid.widths)), type="dxa"),
            w("tblInd", w=twips(grid.left), type="dxa"),
            _borders("tblBorders", grid),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))),
        )
        columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in grid.widths))
        return w("tbl", properties, columns, *(self._row(grid, row) for row in grid.rows))

    def _row(self, grid, row):
        made = w(
            "tr",
            w(
                "trPr",
                None if row.may_break else w("cantSplit"),
                w("trHeight", val=twips(row.height), hRule="atLeast") if row.height else None,
                w("tblHeader") if row.is_head else None,
            ),
        )
        place = 0
        for cell in row.cells:
            made.append(self._cell(grid, cell, sum(grid.widths[place : place + cell.columns])))
            place += cell.columns
        return made

    def _cell(self, grid, cell, width):
        joint = w("vMerge") if cell.carries_on else w("vMerge", val="restart") if cell.rows > 1 else None
        top, right, bottom, left = map(twips, cell.padding)
        sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
        properties = w(
            "tcPr",
            w("tcW", w=twips(width), type="dxa"),
            w("gridSpan", val=cell.columns) if cell.columns > 1 else None,
            joint,
            _borders("tcBorders", grid) if grid.under else None,
            w("tcMar", *(w(side, w=value, type="dxa") for side, value in sides)) if any(cell.padding) else None,
            w("vAlign", val=cell.vertical),
        )
        return w("tc", properties, *self.elements(cell.blocks))


def letters(run):
    """A run of letters, or a line to write on, drawn by underlined spaces."""
    text = NBSP * round(run.line / (run.size * SPACE_WIDTH)) if run.line else run.text
    if not text:
        return None
    size = round(run.size * 2)
    made = w(
        "r",
        w(
            "rPr",
            w("b") if run.bold else None,
            w("bCs") if run.bold else None,
            w("i") if run.italic else None,
            w("sz", val=size),
            w("szCs", val=size),
            w("u", val="single") if run.line else None,
            w("lang", val=LANGS.get(run.lang, run.lang)) if run.lang not in ("", "ru") else None,
        ),
    )
    for place, piece in enumerate(text.split(SOFT_HYPHEN)):
        if place:
            made.append(w("softHyphen"))
        if piece:
            letters_of = w("t")
            letters_of.text = piece
            letters_of.set(XML_SPACE, "preserve")
            made.append(letters_of)
    return made


def _properties(block):
    exact = {"line": twips(block.exact), "lineRule": "exact"} if block.exact else {}
    height = exact or {"line": round(240 * block.spacing / SINGLE), "lineRule": "auto"}
    return w(
        "pPr",
        w("keepNext") if block.keeps_next else None,
        w("keepLines") if block.keeps_whole else None,
        w("pageBreakBefore") if block.on_new_page else None,
        w("framePr", **SUNK) if block.sunk else None,
        _borders("pBdr", block) if block.sides else None,
        None if block.hyphens else w("suppressAutoHyphens"),
        w("spacing", before=twips(block.before), after=0, **height),
        w("ind", left=twips(block.left), right=twips(block.right), firstLine=twips(block.first)),
        w("jc", val=ALIGNS.get(block.align, "left")),
        w("outlineLvl", val=block.level - 1) if block.level else None,
    )


def _borders(tag, block):
    """The lines around a table, under it or around a paragraph, in eighths of a point."""
    if tag == "pBdr":
        sides = [side for side in ("top", "left", "bottom", "right") if side in block.sides]
        return w(tag, *(w(side, val="single", sz=6, space=round(block.gap), color="auto") for side in sides))
    if tag == "tcBorders":
        return w(tag, w("bottom", val="single", sz=8, space=0, color="auto"))
    line = {"val": "single", "sz": round(block.border * 8), "space": 0, "color": "auto"}
    shown = line if block.border else {"val": "nil"}
    return w(tag, *(w(side, **shown) for side in ("top", "left", "bottom", "right", "insideH", "insideV")))


def header(sheet, mark, *, numbered):
    """The lines above the text: the number of the page in the middle, the mark («ПРОЕКТ») at the right."""
    width = sheet.text_width
    tabs = w("tabs", w("tab", val="center", pos=twips(width / 2)), w("tab", val="right", pos=twips(width)))
    made = w("p", w("pPr", tabs, w("spacing", before=0, after=0)), w("r", w("tab")))
    if numbered:
        size = w("rPr", w("sz", val=2 * HEADER_SIZE))
        made.append(w("fldSimple", w("r", size, _text("2")), instr="PAGE"))
    if mark:
        bold = w("rPr", w("b"), w("sz", val=2 * MARK_SIZE))
        made.append(w("r", bold, w("tab"), _text(mark)))
    return made


def _text(text):
    made = w("t")
    made.text = text
    return made
