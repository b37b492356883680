"""Finished papers joined into one file: pages as they were, one tree of tags, what an archive asks of the whole."""

import io

import pypdf
import pytest

from mentoring.lib.pdf import render_pdf
from mentoring.lib.pdf_joining import PdfJoiner

LINKED = '<p>Первый <a href="https://example.org">адрес</a></p>'
LONG = '<p>Второй</p><p style="break-before: page">Его конец</p>'
LAST = '<p>Третий <a href="https://example.org/3">адрес</a></p>'


def joined(*pages):
    joiner = PdfJoiner(title="Вместе", author="Школа")
    for number, page in enumerate(pages, start=1):
        joiner.add(f"№ {number}", render_pdf(page, title="Один"))
    return joiner.write()


@pytest.fixture(scope="module")
def book():
    return pypdf.PdfReader(io.BytesIO(joined(LINKED, LONG, LAST)))


def holders(book):
    """Number in the tree of tags → the page or the annotation that bears it."""
    found = {}
    for page in book.pages:
        found[page["/StructParents"]] = page.indirect_reference
        for annotation in page.get("/Annots", ()):
            found[annotation.get_object()["/StructParent"]] = annotation
    return found


def test_pages_and_bookmarks_stand_in_the_order_of_the_files(book):
    assert [page.extract_text().strip() for page in book.pages] == [
        "Первый адрес",
        "Второй",
        "Его конец",
        "Третий адрес",
    ]
    places = [(mark.title, book.get_destination_page_number(mark)) for mark in book.outline]
    assert places == [("№ 1", 0), ("№ 2", 1), ("№ 3", 3)]


def test_each_number_of_the_common_tree_leads_to_its_own_page_or_link(book):
    numbers = book.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    known = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(known) == sorted(known)
    assert set(known) == set(holders(book))
    for number, holder in holders(book).items():
        tags = known[number].get_object()
        if isinstance(tags, list):
            assert {tag.get_object().raw_get("/Pg").idnum for tag in tags} == {holder.idnum}
        else:
            children = [child.get_object() for child in tags["/K"]]
            links = [child for child in children if isinstance(child, dict) and "/Obj" in child]
            assert [link.raw_get("/Obj").idnum for link in links] == [holder.idnum]


def test_the_tree_is_one_document_with_a_part_for_each_file(book):
    [whole] = book.root_object["/StructTreeRoot"]["/K"]
    parts = [part.get_object() for part in whole.get_object()["/K"]]
    assert (whole.get_object()["/S"], [part["/S"] for part in parts]) == ("/Document", ["/Part"] * 3)
    assert {part.raw_get("/P").idnum for part in parts} == {whole.idnum}


def test_the_whole_says_what_the_archive_format_asks(book):
    root = book.root_object
    described = root["/Metadata"].get_data().decode()
    assert 'pdfaid:part="2" pdfaid:conformance="A"' in described and "Вместе" in described and "Один" not in described
    assert (book.metadata.title, book.metadata.author, root["/Lang"]) == ("Вместе", "Школа", "ru")
    assert root["/MarkInfo"]["/Marked"] and root["/OutputIntents"] and len(book.trailer["/ID"]) == 2


def test_the_same_files_give_the_same_bytes_and_none_gives_no_file():
    assert joined(LINKED) == joined(LINKED)
    with pytest.raises(ValueError, match="Nothing was added"):
        joined()


def test_a_broken_file_leaves_the_others_as_they_are():
    joiner = PdfJoiner(title="Вместе")
    joiner.add("№ 1", render_pdf(LINKED, title="Один"))
    with pytest.raises(pypdf.errors.PdfReadError):
        joiner.add("№ 2", b"%PDF-")
    assert len(pypdf.PdfReader(io.BytesIO(joiner.write())).pages) == 1
