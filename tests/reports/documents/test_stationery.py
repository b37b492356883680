"""The organization's own Word templates: what is refused and by which words, what a good one does."""

import io
import zipfile
from dataclasses import replace

import docx as word
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from docx.oxml.ns import qn

from mentoring.lib.moves import MoveRefused
from programs.models import Order
from reports.documents.orders import order_paper
from reports.documents.papers import Annex, docx
from reports.documents.stationery import template_of, word_file
from reports.documents.stationery.checking import fields_of
from reports.documents.stationery.fields import AGREEMENT, ANY_ORDER, SETS, Shape
from reports.documents.stationery.filling import fill, starting_file
from reports.documents.stationery.grammar import Refused
from reports.documents.stationery.services import put_away, use_again, use_template
from reports.models import FrozenDocument, PaperTemplate
from reports.orders.selectors import order_docx
from reports.orders.services import sign_order
from tests.reports.documents.examples import ORDER, table_of
from tests.reports.orders.factories import draft, submitted
from tests.world import PASSWORD

START = starting_file(ANY_ORDER)


def with_lines(*lines, start=START):
    """The starting file with more paragraphs at its end."""
    file = word.Document(io.BytesIO(start))
    for line in lines:
        file.add_paragraph(line)
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


def without(name):
    """The starting file without the paragraphs of one field."""
    file = word.Document(io.BytesIO(START))
    for line in file.element.body.xpath(".//w:p"):
        if name in "".join(node.text for node in line.iter(qn("w:t"))):
            line.getparent().remove(line)
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


def with_part(name, content):
    """The starting file with another part, or with this one changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(START)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            if entry != name:
                target.writestr(entry, source.read(entry))
        target.writestr(name, content)
    return made.getvalue()


def part(name):
    return zipfile.ZipFile(io.BytesIO(START)).read(name).decode()


def tied(kind, target, mode=' TargetMode="External"'):
    """The starting file with one more relationship."""
    address = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    tie = f'<Relationship Id="rId900" Type="{address}" Target="{target}"{mode}/></Relationships>'
    name = "word/_rels/document.xml.rels"
    return with_part(name, part(name).replace("</Relationships>", tie))


def instructed(code):
    field = f'<w:p><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r></w:p><w:sectPr'
    name = "word/document.xml"
    return with_part(name, part(name)[::-1].replace("<w:sectPr"[::-1], field[::-1], 1)[::-1])


def macro_type():
    name = "[Content_Types].xml"
    return with_part(name, part(name).replace("document.main+xml", "document.macroEnabled.main+xml"))


def text_of(content):
    return "\n".join(
        "".join(node.text or "" for node in p.iter(qn("w:t")))
        for p in word.Document(io.BytesIO(content)).element.body.iter(qn("w:p"))
    )


REFUSED = {
    "macros": (lambda: with_part("word/vbaProject.bin", b"MZ"), "holds macros"),
    "type of macros": (macro_type, "holds macros"),
    "no document": (lambda: b"PK\x03\x04 nothing", "damaged"),
    "workbook": (lambda: with_part("[Content_Types].xml", "<Types/>"), "no Word document"),
    "bomb": (lambda: with_part("word/media/image9.png", bytes(8 * 2**20)), "unpacks to more"),
    "template elsewhere": (lambda: tied("attachedTemplate", "file:///C:/x.dotm"), "file:///C:/x.dotm"),
    "picture elsewhere": (lambda: tied("image", "https://spy.example/1.png"), "https://spy.example/1.png"),
    "address of a file": (lambda: tied("hyperlink", "file:///C:/x.exe"), "file:///C:/x.exe"),
    "object": (lambda: tied("oleObject", "embeddings/1.bin", ""), "object of another program"),
    "control": (lambda: with_part("word/activeX/activeX1.bin", b"1"), "object of another program"),
    "another text": (lambda: tied("aFChunk", "1.html", ""), "object of another program"),
    "field that fetches": (lambda: instructed('INCLUDETEXT "C:\\x"'), "fetches text"),
    "field that runs": (lambda: instructed("DDEAUTO cmd"), "fetches text"),
    "entities": (
        lambda: with_part("word/x.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "a way Word does not write",
    ),
    "unknown field": (
        lambda: with_lines("{{ завуч }} и {{ печать }}"),
        "No such field: завуч, печать. Known are: шапка,",
    ),
    "unknown in a loop": (lambda: with_lines("{%p for a in лишние %}", "{{ a }}", "{%p endfor %}"), "лишние"),
    "missing fields": (lambda: without("номер"), "incomplete without these fields: номер"),
    "attribute": (lambda: with_lines("{{ заголовок.__class__ }}"), "Getattr"),
    "item": (lambda: with_lines("{{ заголовок['x'] }}"), "Getitem"),
    "call": (lambda: with_lines("{{ заголовок() }}"), "Call"),
    "arithmetic": (lambda: with_lines("{{ заголовок * 99999999 }}"), "Mul"),
    "filter": (lambda: with_lines("{{ заголовок|attr('x') }}"), "Filter"),
    "include": (lambda: with_lines("{% include 'x' %}"), "Include"),
    "loops in loops": (
        lambda: with_lines(
            "{%p for a in пункты %}", "{%p for b in пункты %}", "{{ b }}", "{%p endfor %}", "{%p endfor %}"
        ),
        "one list",
    ),
    "loop without an end": (lambda: with_lines("{%p for a in пункты %}"), "written wrongly"),
    "list in a line": (lambda: with_lines("{{ пункты }}"), "“пункты” is a list"),
    "loop over words": (lambda: with_lines("{%p for a in заголовок %}", "{{ a }}", "{%p endfor %}"), "no list"),
    "part in a line": (lambda: with_lines("см. {{ приложения }}"), "inside a line"),
    "words without a paragraph": (lambda: with_lines("{{p заголовок }}"), "ready part belongs"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_template_is_refused_with_a_sentence_that_names_what_is_wrong(case):
    make, words = REFUSED[case]
    with translation.override("en"), pytest.raises(Refused) as refusal:
        fields_of(make(), ANY_ORDER)
    assert words in str(refusal.value)


@pytest.mark.parametrize("kind", [ANY_ORDER, AGREEMENT])
def test_the_file_to_start_from_is_accepted(kind):
    assert set(fields_of(starting_file(kind), kind)) >= {f.name for f in SETS[kind].fields if f.is_required}


def test_every_kind_of_order_starts_from_the_file_of_any_order():
    common = SETS[ANY_ORDER]
    for kind in SETS.keys() - {ANY_ORDER, AGREEMENT}:
        assert replace(SETS[kind], label=common.label) == common, kind


def test_an_address_to_click_is_no_tie_to_the_outside():
    assert fields_of(tied("hyperlink", "https://school.example"), ANY_ORDER)


def test_every_field_gives_what_the_paper_says():
    lines = []
    for field in SETS[ANY_ORDER].fields:
        lists = ("{%p for a in " + field.name + " %}", "{{ a }}", "{%p endfor %}")
        lines += lists if field.shape == Shape.LIST else (field.sample,)
    made = text_of(fill(with_lines(*lines), SETS[ANY_ORDER], replace(ORDER, annexes=(Annex("Список", table_of(2)),))))
    for words in ("17-од", "1 сентября 2026", "2.1. разработать программы;", "Директор", "Я01К2", "О закреплении"):
        assert made.replace("\u00a0", " ").count(words) >= 2


def test_text_of_the_paper_is_never_read_as_a_template():
    paper = replace(ORDER, heading="О {{ номер }} <w:p/> & {% for %}")
    assert "О {{ номер }} <w:p/> & {% for %}" in text_of(fill(START, SETS[ANY_ORDER], paper)).replace("\u00a0", " ")


def test_a_wide_annex_lies_and_no_empty_page_ends_the_paper():
    paper = replace(ORDER, annexes=(Annex("Список", table_of(3, 9)),), draft=True)
    made = word.Document(io.BytesIO(fill(START, SETS[ANY_ORDER], paper)))
    assert [section.page_width > section.page_height for section in made.sections] == [False, True]
    assert made.paragraphs[0].text == "ПРОЕКТ"


def test_the_same_paper_in_the_same_template_gives_the_same_file():
    assert fill(START, SETS[ANY_ORDER], ORDER) == fill(START, SETS[ANY_ORDER], ORDER)


def put(home, content, kind=ANY_ORDER, name="наш.docx"):
    by = home.curator.user
    return use_template(home.organization, kind, name=name, content=content, fields=[], by=by)


def test_the_nearest_template_in_use_makes_the_paper_and_versions_stay(home):
    common, own = put(home, START), put(home, with_lines("Свой для пар"), kind="O4")
    newer = put(home, with_lines("Новее"), kind="O4")
    order = draft(home)
    assert (template_of(home.organization, "O4"), template_of(home.organization, "O2")) == (newer, common)
    assert "Новее" in text_of(order_docx(order))
    use_again(own, by=home.curator.user)
    assert "Свой для пар" in text_of(order_docx(order))
    put_away(own, by=home.curator.user)
    put_away(common, by=home.curator.user)
    assert order_docx(order) == docx(order_paper(order))
    assert PaperTemplate.objects.filter(kind="O4").count() == 2
    assert template_of(home.organization, "minutes") is None


def test_the_signature_freezes_the_word_file_in_the_template_of_that_day(home):
    put(home, with_lines("Наш бланк"))
    order = sign_order(submitted(home), by=home.director.user, password=PASSWORD)
    frozen = FrozenDocument.objects.get(order=order)
    assert "Наш бланк" in text_of(bytes(frozen.docx)) and "ПРОЕКТ" not in text_of(bytes(frozen.docx))
    put(home, with_lines("Другой бланк"))
    fresh = Order.objects.get(pk=order.pk)
    assert order_docx(fresh) == bytes(frozen.docx)


def test_an_order_whose_template_fails_is_not_signed_and_the_sentence_names_the_template(home):
    put(home, with_lines("{{ исчезло }}"), name="бланк-2026.docx")
    order = submitted(home)
    with pytest.raises(MoveRefused) as refusal:
        sign_order(order, by=home.director.user, password=PASSWORD)
    assert "бланк-2026.docx" in str(refusal.value) and "исчезло" in str(refusal.value)
    assert not Order.objects.get(pk=order.pk).is_registered and not FrozenDocument.objects.exists()


def test_the_agreement_follows_its_own_template(home):
    put(home, with_lines("Бланк соглашения", start=starting_file(AGREEMENT)), kind=AGREEMENT)
    made = text_of(word_file(SETS[AGREEMENT].sample, home.organization, AGREEMENT))
    assert "Бланк соглашения" in made and "1.1. Работник выполняет" in made.replace("\u00a0", " ")


def test_the_page_takes_a_good_file_and_says_what_is_wrong_with_a_bad_one(home, client):
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    page = reverse("reports:template_card", args=[home.organization.slug])

    def upload(content, name="бланк.docx"):
        return client.post(page, {"file": SimpleUploadedFile(name, content)})

    for bad, name in ((START, "бланк.docm"), (b"%PDF-1.7", "бланк.docx"), (REFUSED["macros"][0](), "бланк.docx")):
        answer = upload(bad, name)
        assert answer.status_code == 200 and answer.context["form"].errors["file"]
    assert not PaperTemplate.objects.exists()
    assert upload(START).status_code == 302
    row = PaperTemplate.objects.get()
    assert (row.name, row.kind, row.made_by, bytes(row.content)) == ("бланк.docx", ANY_ORDER, home.curator.user, START)
    assert "пункты" in row.fields
    assert client.get(page, {"kind": "minutes"}).status_code == 404
