"""What a file from outside must be, and how one is handed out."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from mentoring.lib.downloads import file_response
from mentoring.lib.uploads import DOCUMENTS, KINDS, SCANS, check_upload, content_type_of, random_name, shown_name


@pytest.mark.parametrize("ending", KINDS)
def test_a_file_of_each_kind_passes_by_its_first_bytes(ending):
    file = SimpleUploadedFile(f"Файл{ending.upper()}", KINDS[ending][0][0] + b"rest")
    assert check_upload(file, DOCUMENTS).read() == KINDS[ending][0][0] + b"rest"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("virus.exe", b"MZ"),
        ("no ending", b"%PDF-"),
        ("page.pdf", b"<html>"),
        ("empty.pdf", b""),
        ("pdf.png", b"%PDF-1.7"),
        ("a.pdf.svg", b"<svg"),
        ("table.xlsx", b"PK\x03\x04"),
    ],
)
def test_another_kind_inside_or_out_is_refused(name, content):
    with pytest.raises(ValidationError):
        check_upload(SimpleUploadedFile(name, content), SCANS)


def test_a_file_over_the_limit_is_refused():
    file = SimpleUploadedFile("big.pdf", b"%PDF-" + b"0" * 100)
    with pytest.raises(ValidationError):
        check_upload(file, SCANS, limit=104)
    assert check_upload(file, SCANS, limit=105)


def test_the_shown_name_has_no_folders_or_invisible_letters_and_keeps_its_ending():
    file = SimpleUploadedFile("x.pdf", b"")
    file._name = "C:\\Скан\u202e fdp.pdf"
    assert shown_name(file) == "Скан fdp.pdf"
    file._name = "я" * 300 + ".pdf"
    assert shown_name(file) == "я" * 146 + ".pdf"


def test_a_stored_name_tells_nothing_but_the_kind():
    first, second = random_name("scans", "Иванова.PDF"), random_name("scans", "Иванова.PDF")
    assert first != second
    assert first.startswith("scans/")
    assert first.endswith(".pdf")
    assert "Иванова" not in first


def test_the_content_type_follows_the_ending_and_an_unknown_one_is_only_bytes():
    assert content_type_of("a/b.JPG") == "image/jpeg"
    assert content_type_of("a/b.html") == "application/octet-stream"


def test_a_file_is_saved_under_its_name_and_nothing_in_it_runs():
    response = file_response(b"%PDF-1.7", "Приказ «1».pdf", "application/pdf")
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert "X-Frame-Options" not in response.headers


def test_a_file_shown_in_the_page_may_be_framed_by_this_site_only():
    response = file_response(b"%PDF-1.7", "a.pdf", "application/pdf", inline=True)
    assert response.headers["Content-Disposition"] == 'inline; filename="a.pdf"'
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'self'"
