"""A page becomes an archival PDF that shows its text and reaches nothing outside."""

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial

import cffi
import pypdf
import pytest
from django.core.exceptions import SuspiciousFileOperation

from mentoring.lib import pdf
from mentoring.lib.pdf import PdfUnavailable, pdf_ready, render_pdf

BASHKIR = "Әә Ғғ Ҙҙ Ҫҫ Ҡҡ Ңң Үү Һһ Өө"


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def page_of(body: str) -> str:
    return f'<html lang="ru"><body style="font-family: Liberation Serif">{body}</body></html>'


def test_the_machine_of_the_tests_can_print_papers():
    assert pdf_ready() == []


def test_text_title_author_language_and_day_are_in_the_file():
    content = render_pdf(
        page_of("<p>Приказ № 17</p>"),
        title="Приказ № 17",
        author="МОУ СШ № 3",
        subject="О закреплении",
        created_on=date(2026, 9, 1),
    )
    file = read(content)
    assert file.pages[0].extract_text() == "Приказ № 17"
    assert (file.metadata.title, file.metadata.author, file.metadata.subject) == (
        "Приказ № 17",
        "МОУ СШ № 3",
        "О закреплении",
    )
    assert file.metadata["/CreationDate"].startswith("D:20260901")
    assert file.root_object["/Lang"] == "ru"


def test_the_file_is_tagged_and_declares_itself_archival():
    file = read(render_pdf(page_of("<h1>Приказ</h1>"), title="Приказ"))
    xmp = file.root_object["/Metadata"].get_data().decode()
    assert 'pdfaid:part="2"' in xmp and 'pdfaid:conformance="A"' in xmp
    assert file.root_object["/MarkInfo"]["/Marked"]
    assert file.root_object["/OutputIntents"]


def test_every_font_is_embedded_and_shows_bashkir_letters():
    file = read(render_pdf(page_of(f"<p>{BASHKIR}</p><b>{BASHKIR}</b>"), title="x"))
    fonts = [font.get_object() for font in file.pages[0]["/Resources"]["/Font"].values()]
    assert sorted(font["/BaseFont"].partition("+")[2] for font in fonts) == [
        "Liberation-Serif",
        "Liberation-Serif-Bold",
    ]
    descriptors = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert all({"/FontFile2", "/FontFile3"} & descriptor.keys() for descriptor in descriptors)
    assert file.pages[0].extract_text().split() == BASHKIR.split() * 2


def test_threads_that_print_at_once_give_the_bytes_each_gives_alone():
    pages = [f"<h1>Приказ {number}</h1>" + "<p>Наставник и <b>наставляемый</b></p>" * 20 for number in range(4)]
    told = {"title": "x", "stylesheets": (), "author": "", "subject": "", "created_on": None, "lang": "ru"}
    draw = partial(pdf._rendered.__wrapped__, **told)
    alone = [draw(page) for page in pages]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(draw, pages * 2)) == alone * 2


def test_a_process_lets_its_fonts_go_before_it_ends():
    """Else it ends with a fault of memory, and whoever started it takes a load that is done for one that failed."""
    script = """
import atexit, gc, sys
from weasyprint.text import fonts
atexit.register(lambda: sys.stdout.write(str(sum(type(o) is fonts.FontConfiguration for o in gc.get_objects()))))
from mentoring.lib import pdf
pdf._fonts()
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "0"


def test_the_same_page_gives_the_same_bytes_and_another_page_others():
    def make(text: str) -> bytes:
        pdf._rendered.cache_clear()
        return render_pdf(page_of(text), title="x", created_on=date(2026, 9, 1))

    assert make("один") == make("один")
    assert make("один") != make("два")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:9/x.png",
        "https://127.0.0.1:9/x.png",
        "ftp://127.0.0.1/x.png",
        "FILE:///etc/hostname",
        "/etc/hostname",
        "static:../../pyproject.toml",
        "static:/etc/hostname",
        "static:css/absent.css",
    ],
)
def test_an_address_that_is_not_ours_is_refused(address):
    with pytest.raises((ValueError, FileNotFoundError, SuspiciousFileOperation)):
        pdf._own_files_only().fetch(address)


def test_own_static_files_and_inline_data_are_served():
    fetcher = pdf._own_files_only()
    sheet = fetcher.fetch("static:css/paper.css")
    assert (sheet.content_type, b"@page" in sheet.read()) == ("text/css", True)
    assert fetcher.fetch("data:text/plain,abc").read() == b"abc"


def test_pages_asking_for_files_get_an_empty_place(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    address = secret.as_uri()
    body = f"""<link rel="attachment" href="{address}"><link rel="stylesheet" href="{address}">
        <style>@import url("{address}"); body {{ background: url("{address}") }}</style>
        <object data="{address}"></object><img src="{address}"><p>видно</p>"""
    file = read(render_pdf(page_of(body), title="x"))
    assert file.pages[0].extract_text().strip() == "видно"
    assert file.attachments == {}


def test_an_unknown_stylesheet_is_named():
    with pytest.raises(FileNotFoundError, match="css/absent.css"):
        render_pdf(page_of("x"), title="x", stylesheets=["css/absent.css"])


def test_without_system_libraries_the_refusal_says_what_to_install(monkeypatch, capsys):
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)

    def no_library(*args, **kwargs):
        raise OSError("cannot load library")

    monkeypatch.setattr(cffi.FFI, "dlopen", no_library)
    with pytest.raises(PdfUnavailable, match="apt-get install libpango-1.0-0 libpangoft2-1.0-0"):
        render_pdf(page_of("x"), title="x")
    assert [pdf.LIBRARIES_COMMAND in problem for problem in pdf_ready()] == [True]
    assert capsys.readouterr().out == ""


def test_a_machine_without_the_font_is_told_which_package_brings_it(monkeypatch):
    monkeypatch.setattr(pdf, "FONT_FAMILY", "No Such Serif")
    assert [pdf.FONTS_COMMAND in problem for problem in pdf_ready()] == [True]


def test_no_paper_is_made_with_boxes_for_letters(monkeypatch):
    monkeypatch.setattr(pdf, "FONT_FAMILY", "No Such Serif")
    with pytest.raises(PdfUnavailable, match="apt-get install fonts-liberation2"):
        render_pdf(page_of("x"), title="x")


def test_a_font_without_the_bashkir_letters_is_not_enough(monkeypatch):
    monkeypatch.setattr(pdf, "LETTERS", pdf.LETTERS + "ᚠ")
    assert [pdf.FONTS_COMMAND in problem for problem in pdf_ready()] == [True]
