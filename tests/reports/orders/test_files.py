"""Electronic signatures beside an order: attached once, offered with the document, kept from strangers."""

import io
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mentoring.lib.cms import SIGNED_DATA
from reports.models import OrderFile
from tests.mentoring.lib.test_cms import DETACHED, ENCLOSING
from tests.reports.orders.factories import attach, give_account, signature_file, signed
from tests.world import world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return world_with(signed=signed)


def page(name, *args):
    return reverse(f"reports:order_{name}", args=["school-3", *args])


def client_of(user):
    user.language = "en"
    user.save()
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def test_a_signature_is_attached_and_goes_out_with_the_document(school):
    order = school.signed
    curator = client_of(school.curator.user)
    curator.post(page("signature_add", order.pk), {"file": signature_file()})
    attach(order, by=school.director.user, tail=b"second", name="другая.p7s")
    bundle = ZipFile(io.BytesIO(curator.get(page("bundle_zip", order.pk)).content))
    first, second = order.files.all()
    paper = f"Order No. 1 of {order.signed_on:%d.%m.%Y}.pdf"
    assert {name: bundle.read(name) for name in bundle.namelist()} == {
        paper: bytes(order.frozen.pdf),
        f"{paper}.sig": bytes(first.content),
        f"{paper}.2.sig": bytes(second.content),
    }
    assert (first.name, first.kind, first.by) == ("Приказ.pdf.sig", "signature", school.curator.user)
    assert curator.get(page("file", order.pk, second.pk)).content == bytes(second.content)


def test_what_is_no_signature_is_refused_with_what_to_do(school):
    order = school.signed
    curator = client_of(school.curator.user)
    files = {
        "Choose the file of the signature": None,
        "This is not an electronic signature": SimpleUploadedFile("a.sig", b"%PDF-1.7"),
        "has 1.0\u00a0MB at most": SimpleUploadedFile("a.sig", b"\x30\x80" + SIGNED_DATA + bytes(1024 * 1024)),
        "The submitted file is empty": SimpleUploadedFile("a.sig", b""),
        "The document lies inside this signature": SimpleUploadedFile("a.sig", ENCLOSING),
        "Another file was signed, not the PDF": SimpleUploadedFile("a.sig", DETACHED),
    }
    for words, file in files.items():
        answer = curator.post(page("signature_add", order.pk), {"file": file} if file else {})
        assert words in answer.content.decode()
    attach(order, by=school.curator.user)
    answer = curator.post(page("signature_add", order.pk), {"file": signature_file()})
    assert "lies with the order already" in answer.content.decode()
    assert OrderFile.objects.count() == 1


def test_files_are_read_by_whoever_reads_the_order_and_found_in_no_other(school):
    order, other = school.signed, signed(school)
    file = attach(order, by=school.curator.user)
    mentor = order.subjects.get(role="mentor").employment
    named, stranger = client_of(give_account(mentor)), client_of(school.staff.user)
    assert named.get(page("file", order.pk, file.pk)).status_code == 200
    assert named.get(page("bundle_zip", order.pk)).status_code == 200
    assert stranger.get(page("file", order.pk, file.pk)).status_code == 404
    assert client_of(school.curator.user).get(page("file", other.pk, file.pk)).status_code == 404
    assert named.get(page("signature_add", order.pk)).status_code == 403
