"""Parts of a page to stand in somebody else's Word file."""

from copy import deepcopy

from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from mentoring.lib.docx.blocks import Turn
from mentoring.lib.docx.cascade import rules_of
from mentoring.lib.docx.flow import Flow
from mentoring.lib.docx.page import body_of
from mentoring.lib.docx.writer import Writer, twips, w


class Excerpts:
    """Parts of the page ``html`` for ``document``, as wide as its text; pictures go into the document."""

    def __init__(self, html, document, *, stylesheets=()):
        self._rules = rules_of(tuple(stylesheets))
        self._body = body_of(html, self._rules)
        self._writer = Writer(document)
        self._section = document.element.body.sectPr
        last = document.sections[-1]
        self._width = (last.page_width - last.left_margin - last.right_margin) / Pt(1)

    def xml(self, classes):
        """The XML of all elements of these classes, one after another; empty where there is none."""
        flow = Flow(self._rules.sheets, self._width, begins=False)
        for node in self._body.all_of_classes(classes):
            flow.element(node)
        elements, sheet = [], None
        for block in flow.blocks:
            if isinstance(block, Turn):
                elements.append(self._end(sheet))
                sheet = block.sheet if block.sheet != self._rules.sheets["auto"] else None
            else:
                elements += self._writer.elements([block])
        if sheet is not None:
            elements.append(self._end(sheet))
        return "".join(etree.tostring(element, encoding="unicode") for element in elements)

    def _end(self, sheet):
        """The paragraph that ends a section: the sheet of the document, or another one turned."""
        section = deepcopy(self._section)
        if sheet is not None:
            size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
            size.set(qn("w:w"), str(twips(sheet.width)))
            size.set(qn("w:h"), str(twips(sheet.height)))
            size.set(qn("w:orient"), "landscape" if sheet.width > sheet.height else "portrait")
            for side, value in zip(("top", "right", "bottom", "left"), sheet.margins, strict=True):
                margins.set(qn(f"w:{side}"), str(twips(value)))
        low = w("spacing", before=0, after=0, line=20, lineRule="exact")
        return w("p", w("pPr", low, section))


def close_sections(document, *, had):
    """Mend the sections after excerpts were put in; ``had`` is how many there were before.

    Only the very first page has a head of its own, and a section that nothing follows is the last one, so that no
    empty page ends the paper.
    """
    body = document.element.body
    if had == 1:
        for mark in body.xpath(".//w:sectPr/w:titlePg")[1:]:
            mark.getparent().remove(mark)
    if len(document.sections) > had:
        _drop_empty_end(body)


def _drop_empty_end(body):
    last, trailing = body[-1], []
    for element in body.iterchildren(reversed=True):
        if element is last:
            continue
        ended = element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if ended is not None:
            for empty in (*trailing, element, last):
                body.remove(empty)
            body.append(ended)
            return
        if element.tag != qn("w:p") or element.xpath(".//w:t | .//w:drawing"):
            return
        trailing.append(element)
