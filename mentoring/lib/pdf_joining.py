"""Finished PDF/A files into one, each page as it is: nothing is drawn anew, so what was frozen stays what it was."""

import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject

from mentoring.lib.pdf import render_pdf

# An element of the page or of an annotation says by these under which number the tree of tags knows it.
OF_PAGE, OF_ANNOTATION = "/StructParents", "/StructParent"


class PdfJoiner:
    """``add`` finished files of ``render_pdf``, then ``write`` them as one; each has a bookmark.

    The pages are taken as they are; the trees of tags become one, and what the archive format asks of a whole file
    comes from a page of our own that is left out. A file that cannot be read raises and leaves the others as they are.
    """

    def __init__(self, *, title: str, author: str = ""):
        self._writer = PdfWriter(clone_from=io.BytesIO(render_pdf("<p></p>", title=title, author=author)))
        self._writer.remove_page(0)
        self._tags, self._numbers = ArrayObject(), ArrayObject()
        self._next = 0
        self._tree = self._new("/StructTreeRoot")
        self._whole = self._new("/StructElem")

    def add(self, label: str, file: bytes) -> None:
        """Put the pages of ``file`` behind those before, under the bookmark ``label``."""
        reader = PdfReader(io.BytesIO(file))
        tree = reader.root_object["/StructTreeRoot"]
        first = len(self._writer.pages)
        self._writer.append(reader, outline_item=label, import_outline=False)
        self._take_tags(tree.clone(self._writer))
        # pypdf leaves the numbers out, since it takes no tags along.
        for page, taken in zip(reader.pages, self._writer.pages[first:], strict=True):
            self._number(page, taken, OF_PAGE)
            for link, put in zip(page.get("/Annots", ()), taken.get("/Annots", ()), strict=True):
                self._number(link.get_object(), put.get_object(), OF_ANNOTATION)
        self._next = self._numbers[-2] + 1

    def _take_tags(self, tree: DictionaryObject) -> None:
        """The tree of tags of one file under the common one, its numbers behind those before."""
        for element in tree["/K"]:
            element.get_object().update({NameObject("/S"): NameObject("/Part"), NameObject("/P"): self._whole})
            self._tags.append(element)
        for place, what in enumerate(tree["/ParentTree"]["/Nums"]):
            self._numbers.append(what if place % 2 else NumberObject(self._next + what))

    @property
    def is_begun(self) -> bool:
        return bool(self._tags)

    def _number(self, original: DictionaryObject, taken: DictionaryObject, key: str) -> None:
        taken[NameObject(key)] = NumberObject(self._next + original[key])

    def write(self) -> bytes:
        """Return all files as one PDF/A; the same files give the same bytes. Raises ValueError for none."""
        if not self.is_begun:
            raise ValueError("Nothing was added.")
        numbers = self._writer._add_object(DictionaryObject({NameObject("/Nums"): self._numbers}))
        whole = {NameObject("/S"): NameObject("/Document"), NameObject("/P"): self._tree, NameObject("/K"): self._tags}
        self._whole.get_object().update(whole)
        tree = {NameObject("/K"): ArrayObject([self._whole]), NameObject("/ParentTree"): numbers}
        self._tree.get_object().update(tree)
        self._writer.root_object[NameObject("/StructTreeRoot")] = self._tree
        # What every file has alike, the profile of colors above all, is written once.
        self._writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
        content = io.BytesIO()
        self._writer.write(content)
        return content.getvalue()

    def _new(self, kind: str) -> IndirectObject:
        return self._writer._add_object(DictionaryObject({NameObject("/Type"): NameObject(kind)}))
