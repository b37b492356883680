"""What the head signed by hand: entered with its scan, with all a signature does, and nothing without the scan."""

import datetime
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from mentoring.lib.moves import MoveRefused
from people.history.models import Move
from people.models import Head, Notice
from programs.models import Order, OrderSeries
from reports.models import FrozenDocument, OrderFile
from reports.orders.selectors import hand_pdf, text_key
from reports.orders.services import enter_signed_order, sign_order
from tests.programs.mentorships.test_races import at_once
from tests.reports.orders.factories import is_project, scan_file, submitted, words_of
from tests.world import PASSWORD, make_employment, world_with

DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def make_world():
    return world_with(submitted=submitted)


def page(name, *args):
    return reverse(f"reports:order_{name}", args=["school-3", *args])


def client_of(user):
    user.language = "en"
    user.save()
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def entered(place, **fields):
    values = {"by": place.curator.user, "signed_on": place.organization.today(), "scan": scan_file()} | fields
    return enter_signed_order(place.submitted, **values)


def refusal_of(place, **fields):
    with translation.override("en"), pytest.raises(MoveRefused) as refused, transaction.atomic():
        entered(place, **fields)
    return " ".join(refused.value.messages)


@pytest.mark.django_db
def test_the_entry_does_all_the_signature_does_and_keeps_the_scan(school, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        order = entered(school)
    order.refresh_from_db()
    assert (order.state, order.number, order.signer, order.entered_by) == (
        "registered", 1, school.director.user, school.curator.user,
    )  # fmt: skip
    assert order.mentorships.get().state == "active"
    scan = order.files.get()
    assert (scan.kind, scan.name, bytes(scan.content), scan.by) == (
        "scan", "Приказ.pdf", b"%PDF-1.7 scan", school.curator.user,
    )  # fmt: skip
    told = Notice.objects.filter(user=school.director.user).values_list("sentence", flat=True)
    assert [sentence for sentence in told if "signed by your hand" in sentence]
    deed = Move.objects.get(deed="Signed by hand; entered and registered")
    assert (deed.by, deed.reason) == (school.curator.user, "Заречная\u00a0И.\u00a0Л.")


@pytest.mark.django_db
@pytest.mark.usefixtures("pages")
def test_the_frozen_paper_leaves_room_for_the_pen_and_the_print_has_no_mark_of_a_draft(school):
    order = school.submitted
    sheet = hand_pdf(order)
    before = words_of(sheet)
    assert not is_project(sheet) and "№ ______ «О" in before and "Проверить" not in before
    signed = entered(school)
    after = words_of(bytes(signed.frozen.pdf))
    assert "Подписано простой" not in after
    assert "№ 1 «О" in after and signed.frozen.code[:4] in after


@pytest.mark.django_db
def test_a_head_without_an_account_signs_by_hand(school):
    Head.objects.all().delete()
    boss = make_employment(school.organization, "Бумажная", post="директор")
    Head.objects.create(
        organization=school.organization, employment=boss, post="директор", starts_on=datetime.date(2026, 9, 1)
    )
    order = entered(school)
    assert (order.signer, order.answering) == (None, school.curator.user)
    card = client_of(school.curator.user).get(page("card", order.pk)).content.decode()
    assert "Бумажная Анна Петровна" in card and "by hand, on paper" in card


@pytest.mark.django_db
def test_an_entry_that_cannot_be_leaves_nothing_behind(school):
    order = school.submitted
    today = school.organization.today()
    between = "lies between the draft"
    assert between in refusal_of(school, signed_on=today + DAY)
    assert between in refusal_of(school, signed_on=today - DAY)
    assert "text changed" in refusal_of(school, seen="another text")
    Order.objects.filter(pk=order.pk).update(drafted_by=school.director.user)
    assert "two people answer" in refusal_of(school)
    Order.objects.filter(pk=order.pk).update(drafted_by=school.curator.user)
    Head.objects.all().delete()
    assert "Nobody is entered as the head" in refusal_of(school)
    assert not (OrderSeries.objects.exists() or FrozenDocument.objects.exists() or OrderFile.objects.exists())
    assert order.mentorships.get().state == "in_order"


@pytest.mark.django_db
def test_the_page_takes_a_scan_and_nothing_else(school):
    order = school.submitted
    curator, today = client_of(school.curator.user), school.organization.today().isoformat()
    files = {
        None: "Without a scan",
        SimpleUploadedFile("scan.exe", b"MZ"): "not accepted",
        SimpleUploadedFile("scan.pdf", b"MZ no paper"): "not PDF",
    }
    for file, words in files.items():
        data = {"signed_on": today, "seen": text_key(order)} | ({"scan": file} if file else {})
        assert words in curator.post(page("hand_signed", order.pk), data).content.decode()
    assert Order.objects.get().state == "submitted"
    data = {"signed_on": today, "seen": text_key(order), "scan": scan_file()}
    assert curator.post(page("hand_signed", order.pk), data).url == page("card", order.pk)
    assert Order.objects.get().signed_by_hand
    second = curator.post(page("hand_signed", order.pk), {**data, "scan": scan_file(b"%PDF-2")}, follow=True)
    assert "signed already: № 1" in second.content.decode()
    assert OrderFile.objects.count() == FrozenDocument.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_tabs_and_a_paper_at_once_one_signs(school):
    order = school.submitted
    by_password = partial(sign_order, order, by=school.director.user, password=PASSWORD)
    assert at_once([by_password, partial(entered, school), by_password]) == (1, 2)
    order = Order.objects.get()
    assert (order.number, OrderSeries.objects.get().next_number, FrozenDocument.objects.count()) == (1, 2, 1)
    assert order.files.count() == order.signed_by_hand


@pytest.mark.django_db
def test_the_second_tab_of_the_head_hears_that_it_is_signed(school):
    order = school.submitted
    head, typed = client_of(school.director.user), {"password": PASSWORD, "seen": text_key(order)}
    head.post(page("sign", order.pk), typed)
    answer = head.post(page("sign", order.pk), typed, follow=True)
    assert "signed already: № 1" in answer.content.decode()
    assert FrozenDocument.objects.count() == 1
