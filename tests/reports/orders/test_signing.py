"""One signature: number, frozen paper, the start of the work, notices; all or nothing."""

import datetime
import hashlib
import io

import pypdf
import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import translation

from mentoring.lib.moves import MoveRefused
from mentoring.lib.pdf import PdfUnavailable
from people.consents.states import ConsentState
from people.models import Consent, Notice, Person
from programs.mentorships.states import MentorshipState
from programs.models import Mentorship, Order, OrderSeries
from programs.orders.states import OrderState
from reports.models import FrozenDocument
from reports.orders.selectors import order_pdf, text_key
from reports.orders.services import correct_case_forms, prepare_assignment, recompose_assignment, sign_order
from tests.programs.orders.factories import agreed_pair
from tests.reports.orders.factories import draft, give_account, is_project, submitted
from tests.world import PASSWORD, world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return world_with(submitted=submitted)


def sign(place, order, password=PASSWORD, **options):
    return sign_order(order, by=place.director.user, password=password, **options)


def refusal_of(call, *args, **kwargs):
    with translation.override("en"), pytest.raises(MoveRefused) as refused, transaction.atomic():
        call(*args, **kwargs)
    return " ".join(refused.value.messages)


def nothing_was_signed(order, pair):
    row = Order.objects.get(pk=order.pk)
    return (
        (row.state, row.number, row.signed_on) == (OrderState.SUBMITTED, None, None)
        and not OrderSeries.objects.exists()
        and not FrozenDocument.objects.exists()
        and Mentorship.objects.get(pk=pair.pk).state == MentorshipState.IN_ORDER
    )


def text_of(pdf):
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u00a0", " ").split())


@pytest.mark.printed
def test_the_signature_freezes_the_paper_and_starts_the_pair(school):
    pair = school.submitted.mentorships.get()
    order = sign(school, school.submitted)
    frozen = FrozenDocument.objects.get(order=order)
    paper = bytes(frozen.pdf)
    assert frozen.sha256 == hashlib.sha256(paper).hexdigest()
    assert "№ 1" in text_of(paper) and "ПРОЕКТ" not in text_of(paper)
    pair = Mentorship.objects.get(pk=pair.pk)
    assert (pair.state, pair.ordered_on) == (MentorshipState.ACTIVE, order.signed_on)
    assert pair.members.get().is_active


def test_a_frozen_paper_never_changes_whatever_happens_to_the_data(school):
    order = sign(school, school.submitted)
    before = order_pdf(order)
    Person.objects.update(last_name="Другая")
    school.organization.full_name = "Другая организация"
    school.organization.save()
    order = Order.objects.get(pk=order.pk)
    order.heading = "О другом"
    order.save()
    assert order_pdf(Order.objects.get(pk=order.pk)) == before


@pytest.mark.usefixtures("pages")
def test_a_draft_is_marked_as_a_project(school):
    assert is_project(order_pdf(school.submitted))


def test_a_pair_of_the_future_waits_for_its_day(school, settings):
    today = school.organization.today()
    pair = agreed_pair(school, starts_on=today + datetime.timedelta(days=5), ends_on=today + datetime.timedelta(200))
    sign(school, submitted(school, pair))
    states = []
    for days in (4, 5, 5):
        settings.MENTORING_TODAY = today + datetime.timedelta(days=days)
        call_command("tick", stdout=io.StringIO())
        states.append(Mentorship.objects.get(pk=pair.pk).state)
    assert states == ["in_order", "active", "active"]
    assert Mentorship.objects.get(pk=pair.pk).ordered_on == today


def test_a_wrong_password_signs_nothing(school):
    order, pair = school.submitted, school.submitted.mentorships.get()
    assert "password is not right" in refusal_of(sign, school, order, password="not it")
    assert nothing_was_signed(order, pair)


@pytest.mark.printed
def test_a_machine_without_the_libraries_of_papers_signs_nothing(school, monkeypatch):
    def missing():
        raise PdfUnavailable("Install the libraries.")

    monkeypatch.setattr("mentoring.lib.pdf._weasyprint", missing)
    order, pair = school.submitted, school.submitted.mentorships.get()
    assert refusal_of(sign, school, order) == "Install the libraries."
    assert nothing_was_signed(order, pair)


def test_a_consent_withdrawn_meanwhile_signs_nothing(school):
    order, pair = school.submitted, school.submitted.mentorships.get()
    given = Consent.objects.filter(person=pair.members.get().person)
    given.update(state=ConsentState.WITHDRAWN, withdrawn_on=school.organization.today())
    assert "took a consent back" in refusal_of(sign, school, order)
    assert nothing_was_signed(order, pair)


def test_nobody_signs_another_text_than_the_one_they_read(school):
    order, pair = school.submitted, school.submitted.mentorships.get()
    read = text_key(order)
    Person.objects.filter(pk=pair.mentor.pk).update(last_name="Другой")
    again = Order.objects.get(pk=order.pk)
    Order.objects.filter(pk=order.pk).update(control="Контроль возложить на другого.")
    assert "text changed while you were reading" in refusal_of(sign, school, again, seen=read)
    assert nothing_was_signed(order, pair)
    assert sign(school, order, seen=text_key(Order.objects.get(pk=order.pk))).number == 1


def test_an_order_signed_in_two_tabs_gets_one_number(school):
    order = school.submitted
    seen = text_key(order)
    sign(school, order, seen=seen)
    assert "signed already: № 1 of" in refusal_of(sign, school, order, seen=seen)
    assert OrderSeries.objects.get().next_number == 2


def test_everybody_named_is_told_after_the_commit(school, django_capture_on_commit_callbacks):
    pair = agreed_pair(school)
    accounts = [give_account(pair.mentor_entry.employment), give_account(pair.members.get().mentee_entry.employment)]
    with django_capture_on_commit_callbacks(execute=True):
        order = submitted(school, pair)
    assert list(Notice.objects.filter(url__endswith="/sign/").values_list("user", flat=True)) == [
        school.director.user.pk
    ]
    Notice.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        sign(school, order)
    told = set(Notice.objects.filter(url__endswith="/acknowledge/").values_list("user", flat=True))
    assert told == {*(user.pk for user in accounts), school.curator.user.pk}


def test_a_corrected_form_is_remembered_and_stands_in_the_text(school):
    pair = agreed_pair(school)
    order = draft(school, pair)
    employment = pair.mentor_entry.employment
    right = {"accusative": "Кара-оглу Тимура Али оглу", "dative": "Кара-оглы Тимуру Али оглы"}
    names, posts = right, {"accusative": "учителя-историка"}
    correct_case_forms(order, employment, by=school.curator.user, names=names, posts=posts)
    person = Person.objects.get(pk=pair.mentor.pk)
    assert person.case_forms == {"accusative": "Кара-оглу Тимура Али оглу"}
    assert type(employment).objects.get(pk=employment.pk).post_case_forms == {"accusative": "учителя-историка"}
    order = Order.objects.get(pk=order.pk)
    assert "учителя-историка Кара-оглу Тимура Али оглу на период" in order.points[0]["text"]
    assert order.version == 2
    correct_case_forms(order, employment, by=school.curator.user, names={"accusative": ""}, posts={})
    assert Person.objects.get(pk=person.pk).case_forms == {}
    assert "учителя истории Кара-оглы Тимура Али оглы" in Order.objects.get(pk=order.pk).points[0]["text"]


def test_composing_anew_takes_a_pair_out_and_another_in(school):
    first, second = agreed_pair(school), agreed_pair(school)
    order = draft(school, first)
    recompose_assignment(order, [second], by=school.curator.user)
    assert [line.mentorship for line in order.lines.all()] == [second]
    assert Mentorship.objects.get(pk=first.pk).state == MentorshipState.AGREED


def test_an_order_of_no_pair_is_refused(school):
    assert "Choose at least one" in refusal_of(prepare_assignment, school.organization, [], by=school.curator.user)
