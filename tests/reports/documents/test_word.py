"""The Word file of every paper says what its PDF says, in the same order, and is the same file every time."""

import io
import re
import zipfile
from dataclasses import replace

import docx as word
import lxml.html
import pypdf
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from PIL import Image

from people.accounts.actor import actor_in
from programs.orders.states import OrderKind
from reports.documents.catalog import KINDS, kind_of
from reports.documents.orders import order_paper
from reports.documents.papers import Annex, Signatory, Stamp, docx, pdf, render
from tests.reports.documents.access import ROWS
from tests.reports.documents.examples import LYCEUM, ORDER, PROGRAM, ROADMAP, people, table_of
from tests.reports.orders.factories import signed
from tests.reports.orders.founding import drafted, submitted_roadmap, submitted_version
from tests.world import unprinted

# The letters on paper are the same on either engine.
pytestmark = [pytest.mark.django_db, pytest.mark.printed, pytest.mark.walk]
MARKED = Signatory("Директор", "А. П. Синицына", "приказ от 01.09.2026 № 5", ("Подписано", "01.09.2026 10:00"))
STAMPS = (
    Stamp("СОГЛАСОВАНО", "Председатель совета", "И. И. Иванов", side="left"),
    Stamp("УТВЕРЖДАЮ", "Директор", "А. П. Синицына"),
)
BILINGUAL = replace(ORDER, letterhead=LYCEUM, second_kind="БОЙОРОҠ", second_date="1 сентябрь 2026 йыл")
ANNEXES = (Annex("Список пар", table_of(24, 8), approved="УТВЕРЖДЁН"), Annex("Условия", paragraphs=("Первое.",)))
MADE = {
    "order": replace(ORDER, signatory=MARKED, acquainted=people(3)),
    "bilingual draft with annexes": replace(BILINGUAL, annexes=ANNEXES, acquainted=people(30), draft=True),
    "sheet": replace(ORDER, acquainted=people(9)).sheet,
    "program": replace(PROGRAM, stamps=STAMPS, forms=("педагог – педагог",), clauses=("Участие добровольно.",)),
    "roadmap": replace(ROADMAP, stamp=STAMPS[1]),
}

# Kinds laid out from the same elements as another paper, of the catalog or made above: what Word and the printer make
# of those is asked there.
ALIKE = {
    "consent": "pair_consent",
    "consent_form": "pair_consent",
    "refusal": "encouragement",
    "withdrawal": "encouragement",
    "mentor_application": "encouragement",
    "mentee_application": "encouragement",
    "mentor_extract": "attendance",
    "mentee_extract": "attendance",
    "mentee_bank": "mentor_bank",
    "consent_register": "mentor_bank",
    "visas": "attendance",
    "sheet": "sheet",
    "roadmap": "roadmap",
}


def letters(text):
    """The letters as they follow one another: how lines and words are broken belongs to the sheet."""
    return re.sub(r"[\s\u00a0\u200b\u00ad\u2010-]+", "", text)


def _letters_in(element):
    return letters("".join(node.text or "" for node in element.iter(qn("w:t"))))


def text_of_word(content):
    """The text of the body in its order, and the heads of the tables, which the PDF repeats on every page."""
    file = word.Document(io.BytesIO(content))
    body = file.element.body
    heads = {_letters_in(row) for row in body.xpath(".//w:tr[w:trPr/w:tblHeader]")}
    return _letters_in(body), heads


def text_of_pdf(content, heads):
    """The text of all pages without what stands in the margins and without repeated heads of tables."""
    whole = ""
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(content)).pages, start=1):
        text = letters(page.extract_text())
        margin = (str(number) if number > 1 else "") + ("ПРОЕКТ" if "ПРОЕКТ" in text else "")
        text = text.removeprefix(margin) if text.startswith(margin) else text.removesuffix(margin)
        repeated = next((head for head in heads if head in whole and text.startswith(head)), "")
        whole += text.removeprefix(repeated)
    return whole


def stamps_of(paper):
    annexes = [stamp for annex in getattr(paper, "annexes", ()) for stamp in annex.stamps]
    stamps = [*getattr(paper, "stamps", ()), *filter(None, [getattr(paper, "stamp", None)]), *annexes]
    approved = getattr(paper, "approved", None)
    corner = (
        ["УТВЕРЖДАЮ", approved.post, approved.basis, *approved.mark, approved.name, paper.date_text] if approved else []
    )
    lines = ((one.word, one.by, one.name, one.date_text if one.name or one.dated_on else "") for one in stamps)
    return [letters("".join(each)) for each in (*lines, corner) if each]


def assert_the_same(paper):
    """A PDF draws what stands in a corner before everything else on its page, so stamps are compared apart."""
    in_word, heads = text_of_word(docx(paper))
    printed = text_of_pdf(pdf(paper), heads)
    for stamp in stamps_of(paper):
        assert stamp in in_word and stamp in printed
        in_word, printed = in_word.replace(stamp, "", 1), printed.replace(stamp, "", 1)
    assert in_word == printed != ""


@pytest.mark.parametrize("name", MADE)
def test_a_made_paper_reads_in_word_as_in_print(name):
    assert_the_same(MADE[name])


def paper_of(world, code):
    kind = kind_of(code)
    with unprinted():
        place = ROWS[kind.url_name].things(world)
    actor = actor_in(world.home.curator.user, world.home.organization)
    return kind.make(kind.rows(actor).get(pk=place["pk"]), actor)


def elements_of(paper):
    """Every element of the page by its way from the top, names and classes."""
    tree = lxml.html.document_fromstring(render(paper)).find("body").iter(lxml.etree.Element)
    ways = {}
    for element in tree:
        above = ways.get(element.getparent(), ())
        ways[element] = (*above, element.tag, element.get("class"))
    return set(ways.values())


@pytest.mark.parametrize("code", [kind.code for kind in KINDS if kind.code not in ALIKE])
def test_every_kind_of_the_catalog_reads_in_word_as_in_print(world, code):
    assert_the_same(paper_of(world, code))


@pytest.mark.parametrize("code", ALIKE)
def test_kinds_that_are_alike_are_laid_out_from_the_same_elements(world, code):
    other = MADE.get(ALIKE[code]) or paper_of(world, ALIKE[code])
    assert elements_of(paper_of(world, code)) <= elements_of(other)


def test_an_order_with_a_regulation_and_a_roadmap_reads_in_word_as_in_print(home):
    founding = {"version": submitted_version(home), "roadmap": submitted_roadmap(home)}
    with unprinted():
        order = drafted(home, OrderKind.ADOPTION, **founding)
    assert_the_same(order_paper(order))


def test_a_signed_order_reads_in_word_as_in_print(home):
    with unprinted():
        order = signed(home)
    assert_the_same(order_paper(order))


@pytest.mark.parametrize("name", ["order", "roadmap"])
def test_the_same_paper_gives_the_same_file(name):
    made = docx(MADE[name])
    assert made == docx(MADE[name]) != docx(MADE["sheet"])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_sheets_lie_where_the_table_is_wide_and_pages_are_numbered_from_the_second():
    file = word.Document(io.BytesIO(docx(MADE["bilingual draft with annexes"])))
    assert [section.orientation for section in file.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    first = file.sections[0]
    margins = (first.left_margin, first.right_margin, first.top_margin, first.bottom_margin)
    assert [round(each.mm) for each in margins] == [30, 10, 20, 20]
    heads = [first.first_page_header, *(section.header for section in file.sections)]
    assert [("PAGE" in head._element.xml, "ПРОЕКТ" in head._element.xml) for head in heads] == [
        (False, True),
        *[(True, True)] * 3,
    ]


def test_the_signature_stays_with_the_last_point_and_the_second_language_is_marked():
    body = word.Document(io.BytesIO(docx(BILINGUAL))).element.body
    [last] = body.xpath('./w:p[w:r/w:t[starts-with(., "3. ")]]')
    assert last.xpath("./w:pPr/w:keepNext")
    spoken = {_letters_in(run) for run in body.xpath('.//w:r[w:rPr/w:lang[@w:val="ba-RU"]]')}
    assert {letters("БОЙОРОҠ"), letters("136-СЫ БАШҠОРТ ЛИЦЕЙЫ")} <= spoken


def test_the_logo_stands_in_the_letterhead_and_a_broken_one_leaves_no_trace():
    picture = io.BytesIO()
    Image.new("RGB", (400, 200), "navy").save(picture, "PNG")

    def drawn(logo):
        paper = replace(ORDER, letterhead=replace(ORDER.letterhead, logo=logo))
        return word.Document(io.BytesIO(docx(paper))).inline_shapes

    [shape] = drawn(picture.getvalue())
    assert (round(shape.width.mm), round(shape.height.mm)) == (40, 20)
    assert len(drawn(b"\x89PNG broken")) == 0


def test_a_heading_of_three_hundred_letters_and_a_name_without_end_make_a_file_too():
    heading = "О закреплении " + "наставнических пар " * 15
    owner = replace(ORDER.letterhead, main=replace(ORDER.letterhead.main, full_name="Школа" * 80, short_name=""))
    file = word.Document(io.BytesIO(docx(replace(ORDER, letterhead=owner, heading=heading[:300]))))
    assert len(file.core_properties.title) == len(file.core_properties.author) == 255
