"""From an HTML page to the bytes of a Word file."""

import cssselect2
import lxml.html
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Pt

from mentoring.lib.docx.archive import packed
from mentoring.lib.docx.blocks import Turn
from mentoring.lib.docx.cascade import rules_of
from mentoring.lib.docx.flow import Flow
from mentoring.lib.docx.writer import LANGS, Writer, header, w

FONT = "Liberation Serif"
HEADER_FROM_EDGE = 28


def render_docx(html, *, title, stylesheets=(), author="", created_on=None, lang="ru"):
    """Return the page as DOCX bytes; the same arguments give the same bytes.

    ``stylesheets`` are names of static files as for ``mentoring.lib.pdf.render_pdf``; Word follows them as far as
    it can. Pictures come as PNG or JPEG in ``data:`` addresses. Raises FileNotFoundError for an unknown stylesheet.
    """
    rules = rules_of(tuple(stylesheets))
    body = body_of(html, rules)
    document = Document()
    _set_up(document, lang)
    sheet = rules.sheets["auto"]
    flow = Flow(rules.sheets, sheet.text_width)
    flow.element(body)
    mark = " ".join(text for kind, text in body.look.texts("string-set") if kind == "string")
    _fill(document, flow.blocks, sheet, mark)
    return packed(document, title=title, author=author, created_on=created_on, lang=lang)


def body_of(html, rules):
    """The body of a page, each element with its look."""
    root = lxml.html.document_fromstring(html)
    for comment in root.xpath("//comment()"):
        comment.drop_tree()
    page = rules.node_of(cssselect2.ElementWrapper.from_html_root(root))
    return next(page.all_of("body"))


def _set_up(document, lang):
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    fonts = style.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    style.element.rPr.append(w("lang", val=LANGS.get(lang, lang)))
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.widow_control = True
    settings = document.settings.element
    settings.insert(0, w("autoHyphenation"))


def _fill(document, blocks, sheet, mark):
    """Put the blocks into the document, a section for every turn of the sheet."""
    writer = Writer(document)
    section = document.sections[0]
    _set_sheet(section, sheet)
    section.different_first_page_header_footer = True
    _put_header(section.first_page_header, header(sheet, mark, numbered=False))
    _put_header(section.header, header(sheet, mark, numbered=True))
    for block in blocks:
        if isinstance(block, Turn):
            section = document.add_section(WD_SECTION.NEW_PAGE)
            _shrink(document)
            section.different_first_page_header_footer = False
            _set_sheet(section, block.sheet)
            section.header.is_linked_to_previous = False
            _put_header(section.header, header(block.sheet, mark, numbered=True))
        else:
            [element] = writer.elements([block])
            document.element.body.insert_element_before(element, "w:sectPr")


def _shrink(document):
    """Make the paragraph that ends a section as low as can be, so that it never needs a page of its own."""
    last = document.element.body.findall(qn("w:p"))[-1]
    last.get_or_add_pPr().insert_element_before(
        w("spacing", before=0, after=0, line=20, lineRule="exact"), "w:ind", "w:jc", "w:sectPr"
    )


def _set_sheet(section, sheet):
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.width > sheet.height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(sheet.width), Pt(sheet.height)
    top, right, bottom, left = map(Pt, sheet.margins)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = top, right, bottom, left
    section.header_distance = Pt(HEADER_FROM_EDGE)
    section.footer_distance = Pt(0)


def _put_header(place, paragraph):
    element = place._element
    for old in list(element):
        element.remove(old)
    element.append(paragraph)
