"""A template filled in from a paper."""

from io import BytesIO

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from mentoring.lib.docx import Excerpts, close_sections, packed, render_docx
from reports.documents.papers import STYLESHEETS, render, tidied
from reports.documents.stationery.fields import SETS, Shape
from reports.documents.stationery.grammar import OnlyNames, Refused

DRAFT = "ПРОЕКТ"


class StationeryFails(Exception):
    """A template of the organization cannot be filled in; the text says which and why."""


def starting_file(kind):
    """The file to start a template from, with every usual field in its place."""
    page = SETS[kind].start
    return render_docx(render_to_string(page), title=str(SETS[kind].label), stylesheets=STYLESHEETS)


def fill(content, fields, paper):
    """Return the DOCX bytes of ``paper`` in the template ``content``. Raises Refused where it cannot be filled in."""
    template = DocxTemplate(BytesIO(content))
    template.init_docx()
    had = len(template.docx.sections)
    plain = tidied(paper)
    excerpts = Excerpts(render(paper), template.docx, stylesheets=STYLESHEETS)
    values = {field.name: _value(field, plain, excerpts) for field in fields.fields}
    try:
        template.render(values, OnlyNames(), autoescape=True)
    except TemplateError as error:
        raise Refused(_("The template cannot be filled in: %(reason)s.") % {"reason": error.message}) from error
    document = template.docx
    _check_places(document)
    close_sections(document, had=had)
    if plain.draft:
        _mark_draft(document)
    return packed(document, title=plain.title, author=plain.letterhead.name, created_on=plain.dated_on)


def _value(field, paper, excerpts):
    if field.shape == Shape.PART:
        return mark_safe(excerpts.xml(field.value))  # noqa: S308 - XML of our own writer, its texts escaped by lxml
    return field.value(paper)


def _check_places(document):
    """A ready part needs a paragraph to itself, words one around them: else the file is broken or loses text."""
    body = document.element.body
    if body.xpath("//w:t/*[not(self::w:br)]"):
        raise Refused(_("A ready part stands inside a line. Give it a paragraph of its own with {{p … }}."))
    if any((text or "").strip() for text in body.xpath("./text() | .//w:tc/text() | .//w:tr/text() | .//w:tbl/text()")):
        raise Refused(_("Words stand where a ready part belongs. Write them with {{ … }}, without the letter p."))


def _mark_draft(document):
    """A draft says so above everything, whatever the template says."""
    first = document.element.body[0]
    mark = document.add_paragraph()
    mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    mark.add_run(DRAFT).bold = True
    first.addprevious(mark._element)
    if document.element.body[-1].tag != qn("w:sectPr"):
        document.element.body.append(document.element.body.find(qn("w:sectPr")))
