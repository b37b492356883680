"""Word files (DOCX) of pages: the same HTML and the same style sheet that WeasyPrint makes the PDF of."""

from mentoring.lib.docx.archive import packed
from mentoring.lib.docx.excerpts import Excerpts, close_sections
from mentoring.lib.docx.page import render_docx

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

__all__ = ["CONTENT_TYPE", "Excerpts", "close_sections", "packed", "render_docx"]
