"""Whoever holds a copy hears whether it is genuine, and a stranger hears nothing more."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from programs.models import Order
from reports.genuine.forms import code_in
from reports.genuine.selectors import Verdict
from tests.programs.orders.factories import agreed_pair
from tests.reports.orders.factories import attach, give_account, hand_signed, signed
from tests.world import make_organization, populate, world_with

pytestmark = pytest.mark.django_db
CHECK = "/check/"


@pytest.fixture(scope="module")
def make_world():
    return world_with(pair=agreed_pair, order=lambda home: signed(home, home.pair))


def verdict(answer):
    finding = answer.context["finding"]
    return finding and finding.verdict


def bring(content, address=CHECK, client=None):
    return (client or Client()).post(address, {"copy": SimpleUploadedFile("копия.pdf", content)})


def words_of(answer):
    return answer.content.decode()


def test_a_file_is_genuine_to_the_last_byte_or_not_at_all(school):
    order, by_hand = school.order, hand_signed(school)
    signature, paper = attach(order, by=school.curator.user), bytes(order.frozen.pdf)
    kept = [paper, bytes(by_hand.frozen.pdf), b"%PDF-1.7 scan"]
    assert {verdict(bring(content)) for content in kept} == {Verdict.GENUINE}
    assert {verdict(bring(content)) for content in (paper + b" ", paper[:-1], b"x", bytes(signature.content))} == {
        Verdict.UNKNOWN
    }


def test_a_code_leads_to_the_comparison_of_the_file_with_that_very_document(school):
    order, other = school.order, signed(school)
    address = reverse("reports:check_code", args=[order.frozen.code])
    assert Client().post(CHECK, {"code": order.frozen.code[:16]}).url == f"/check/{order.frozen.code[:16]}/"
    assert verdict(Client().get(address)) == Verdict.KNOWN
    assert verdict(bring(bytes(order.frozen.pdf), address)) == Verdict.GENUINE
    assert verdict(bring(bytes(other.frozen.pdf), address)) == Verdict.OTHER
    assert verdict(bring(bytes(order.frozen.pdf), "/check/0123456789abcdef/")) == Verdict.UNKNOWN
    assert verdict(Client().get(f"/check/{order.frozen.sha256}/")) == Verdict.GENUINE
    assert verdict(Client().get(f"/check/{hashlib.sha256(b'x').hexdigest()}/")) == Verdict.UNKNOWN


def test_a_stranger_learns_nothing_of_the_document(school):
    pair, order, organization = school.pair, school.order, school.organization
    secrets = [order.heading, str(order.signed_on.year), organization.short_name, organization.full_name, "Заречная"]
    secrets += [pair.mentor.last_name, order.frozen.code, order.frozen.sha256, f"/orders/{order.pk}/"]
    address = reverse("reports:check_code", args=[order.frozen.code[:16]])
    outsider = Client()
    user = populate(make_organization("lastochka", preset="lastochka")).director.user
    outsider.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    for answer in (Client().get(address), bring(bytes(order.frozen.pdf)), bring(b"x", address)):
        assert [secret for secret in secrets if secret in words_of(answer)] == []
    assert f"/orders/{order.pk}/" not in words_of(outsider.get(address))


def test_whoever_may_read_the_order_finds_the_way_to_it(school):
    pair, order = school.pair, school.order
    address = reverse("reports:check_code", args=[order.frozen.code])
    users = [school.curator.user, give_account(pair.mentor_entry.employment), school.staff.user]
    ways = []
    for user in users:
        client = Client()
        client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
        ways.append(f"/o/school-3/orders/{order.pk}/" in words_of(client.get(address)))
    assert ways == [True, True, False]


def test_a_cancelled_document_is_genuine_and_said_to_be_out_of_force(school):
    order = school.order
    Order.objects.filter(pk=order.pk).update(state="cancelled")
    finding = bring(bytes(order.frozen.pdf)).context["finding"]
    assert (finding.verdict, finding.is_cancelled) == (Verdict.GENUINE, True)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" 0123 4567 89AB cdef ", "0123456789abcdef"),
        ("https://x.example/check/0123456789abcdef/", "0123456789abcdef"),
        ("0123-4567-89ab-cdef", "0123456789abcdef"),
        ("0" * 64, "0" * 64),
        ("0" * 15, ""),
        ("0" * 65, ""),
        ("%" * 20, ""),
        ("0123456789abcdeg", ""),
        ("", ""),
        ("0123456789abcde٣", ""),
    ],
)
def test_a_code_is_read_as_people_type_it(typed, code):
    assert code_in(typed) == code


def test_bad_input_gets_a_sentence_or_nothing(school):
    for data in ({"code": ""}, {"code": "короткий"}, {"code": "a" * 400}, {}, {"copy": "no file"}):
        answer = Client().post(CHECK, data)
        assert answer.status_code == 200 and "error-summary" in words_of(answer)
    for code in ("short", "UPPERCASE0123456789", "0" * 65, "0123456789abcdeg"):
        assert Client().get(f"/check/{code}/").status_code == 404
    assert "error-summary" in words_of(bring(b""))
