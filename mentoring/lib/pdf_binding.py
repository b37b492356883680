"""Many papers in one PDF/A: laid out one by one, written at once, so that tags and fonts hold for the whole.

Joining finished files would lose the tree of tags and with it the archive format.
"""

from collections.abc import Sequence

from mentoring.lib.pdf import ARCHIVE_FORMAT, lay_out


class PdfBinder:
    """``add`` papers, then ``write`` them; each begins on a page of its own, numbers its own pages and has a bookmark.

    A paper that cannot be laid out raises and leaves those before it as they are.
    """

    def __init__(self, *, title: str, author: str = "", lang: str = "ru"):
        self.title, self.author, self.lang = title, author, lang
        self._first = None
        self._pages = []

    def add(self, html: str, label: str, stylesheets: Sequence[str]) -> None:
        """Lay out one paper under the bookmark ``label``; raises like ``render_pdf``."""
        document = lay_out(html, stylesheets)
        document.pages[0].bookmarks[:] = [(1, label, (0, 0), "open")]
        self._first = self._first or document
        self._pages += document.pages

    def write(self) -> bytes:
        """Return all papers as one PDF/A; the same papers give the same bytes. Raises ValueError for none."""
        if self._first is None:
            raise ValueError("Nothing was added.")
        whole = self._first.copy(self._pages)
        whole.metadata.title = self.title
        whole.metadata.authors = [self.author] if self.author else []
        whole.metadata.lang = self.lang
        return whole.write_pdf(pdf_variant=ARCHIVE_FORMAT, pdf_identifier=True)
