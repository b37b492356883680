"""Drafts and signed orders of a place of the world."""

from html import unescape
from unittest.mock import patch

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import strip_tags

from mentoring.lib.cms import SIGNED_DATA
from programs.orders.services import submit_order
from reports.documents.papers import render, rendering
from reports.orders.services import enter_signed_order, keep_file, make_template, prepare_assignment, sign_order
from reports.orders.states import FileKind
from tests.programs.orders.factories import agreed_pair
from tests.world import PASSWORD, make_user


def draft(place, *pairs):
    return prepare_assignment(place.organization, pairs or [agreed_pair(place)], by=place.curator.user)


def submitted(place, *pairs):
    order = draft(place, *pairs)
    return submit_order(order, by=place.curator.user)


def signed(place, *pairs):
    return sign_order(submitted(place, *pairs), by=place.director.user, password=PASSWORD)


def papers_as_pages():
    """Papers are the pages they would be printed from, on the way and frozen."""
    return patch.object(rendering, "_made", lambda _renderer, paper: render(paper).encode())


def words_of(page):
    """The words of a paper that is a page, one blank between them."""
    return " ".join(unescape(strip_tags(page.decode().replace("</td>", " </td>"))).split())


def is_project(page):
    """Whether a paper that is a page is printed with the mark of a draft on every sheet."""
    return b' draft">' in page


def make_wording(place, **texts):
    """An own wording of O4 with a point of its own, in use."""
    usual = {
        "heading": "{{заголовок}}",
        "basis": "{{основание}}",
        "points": [{"text": "{{закрепление}}", "depth": 1}, {"text": "Отчёт – {{организация}}.", "depth": 1}],
        "control": "{{контроль}}",
    }
    by = place.curator.user
    return make_template(place.organization, "O4", by=by, name="По-нашему", **usual | texts)


def give_account(employment):
    """An account for somebody made by this module."""
    return make_user(f"user-{employment.pk}@example", employment=employment)


def scan_file(content=b"%PDF-1.7 scan", name="Приказ.pdf"):
    return SimpleUploadedFile(name, content)


def signature_file(tail=b"\x00" * 40, name="Приказ.pdf.sig"):
    """A CMS structure with signed data in DER, as far as anybody looks."""
    body = SIGNED_DATA + tail
    return SimpleUploadedFile(name, bytes([0x30, len(body)]) + body)


def hand_signed(place, *pairs, **fields):
    """An order the head signed by hand today, entered by the curator with its scan."""
    values = {"by": place.curator.user, "signed_on": place.organization.today(), "scan": scan_file()} | fields
    return enter_signed_order(submitted(place, *pairs), **values)


def attach(order, *, by, **file):
    """A detached signature kept with ``order``."""
    return keep_file(order, FileKind.SIGNATURE, signature_file(**file), by=by)
