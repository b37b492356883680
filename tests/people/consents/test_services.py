"""Asking, giving, entering from paper, refusing, withdrawing, running out."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from mentoring.lib.dates import add_months
from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.consents.models import Consent, ConsentText
from people.consents.selectors import consents_of, missing_purposes
from people.consents.services import (
    ensure_texts,
    expire_consents,
    give_consent,
    record_paper_consent,
    refuse_consent,
    request_consent,
    withdraw_consent,
)
from people.consents.states import ConsentState, Disclosed, Method, Purpose
from people.history.models import Move
from people.models import Notice
from people.organizations.regulations import effective, load_preset, preset_codes
from tests.world import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(home):
    """A consent the teacher without a bank entry is asked for."""
    return request_consent(home.staff.employment, Purpose.PROCESSING, by=home.curator.user)


def _sentences(user):
    return [notice.sentence for notice in Notice.objects.filter(user=user)]


def test_every_organization_starts_with_one_text_for_each_purpose(home):
    ensure_texts(home.organization)
    ensure_texts(home.organization)
    texts = ConsentText.objects.filter(organization=home.organization)
    assert sorted(texts.values_list("purpose", "number")) == sorted((p.value, 1) for p in Purpose)


def test_asking_tells_the_person_once_and_asking_again_only_reminds(home, asked):
    again = request_consent(home.staff.employment, Purpose.PROCESSING, by=home.curator.user)
    assert again == asked
    assert _sentences(home.staff.user) == ["Your consent to the processing of personal data is asked for"]


def test_whoever_asks_themselves_needs_no_notice(home):
    request_consent(home.staff.employment, Purpose.MENTOR, by=home.staff.user)
    assert _sentences(home.staff.user) == []


def test_a_consent_in_force_is_not_asked_for_again(home):
    with pytest.raises(MoveRefused, match="in force already|действует"):
        request_consent(home.mentor.employment, Purpose.PROCESSING, by=home.curator.user)


def test_giving_stores_the_exact_words_with_names_and_day(home, asked):
    give_consent(asked, by=home.staff.user, password=PASSWORD)
    asked.refresh_from_db()
    today = home.organization.today()
    assert (asked.state, asked.method, asked.given_on) == (ConsentState.GIVEN, Method.ELECTRONIC, today)
    assert "Шевченко Олег Игоревич (учитель химии)" in asked.wording
    assert home.organization.full_name in asked.wording
    assert "простой электронной подписью: Шевченко Олег Игоревич" in asked.wording
    assert "$" not in asked.wording
    assert _sentences(home.curator.user) == ["%(person)s gave a consent: %(purpose)s"]


def test_a_notice_names_the_purpose_in_the_language_of_its_reader(home, asked):
    with translation.override("ru"):
        give_consent(asked, by=home.staff.user, password=PASSWORD)
    told = Notice.objects.get(user=home.curator.user)
    with translation.override("en"):
        assert told.text.endswith(f"gave a consent: {Purpose(asked.purpose).label}")
    with translation.override("ru"):
        assert told.text.replace("\xa0", " ") == "Шевченко О. И.: дано согласие – обработка персональных данных"


def test_a_later_change_of_the_text_leaves_the_given_words_alone(home, asked):
    give_consent(asked, by=home.staff.user, password=PASSWORD)
    before = asked.wording
    ConsentText.objects.filter(pk=asked.text_id).update(body="Другое")
    asked.refresh_from_db()
    assert asked.wording == before


@pytest.mark.parametrize("purpose", Purpose)
def test_every_text_fills_in_completely_for_a_woman_too(home, purpose):
    consent = request_consent(home.council.employment, purpose, by=home.curator.user)
    ticked = {"fields": [Disclosed.NAME]} if purpose == Purpose.DISCLOSURE else {}
    give_consent(consent, by=home.council.user, password=PASSWORD, **ticked)
    other = request_consent(home.psychologist.employment, purpose, by=home.curator.user)
    give_consent(other, by=home.psychologist.user, password=PASSWORD, **ticked)
    assert "$" not in consent.wording + other.wording
    if purpose in (Purpose.MENTOR, Purpose.MENTEE):
        assert "Директору school-3\nЗаречной Ирине Львовне" in consent.wording
        assert "от учителя истории\nДюма Сергея Андреевича" in consent.wording
        assert "согласен" in consent.wording
        assert "согласна" in other.wording


def test_a_wrong_password_gives_nothing(home, asked):
    with pytest.raises(MoveRefused):
        give_consent(asked, by=home.staff.user, password="nope")
    asked.refresh_from_db()
    assert (asked.state, asked.wording) == (ConsentState.REQUESTED, "")


def test_nobody_answers_for_somebody_else(home, asked):
    for deed in (
        lambda: give_consent(asked, by=home.curator.user, password=PASSWORD),
        lambda: refuse_consent(asked, by=home.curator.user),
    ):
        with pytest.raises(MoveRefused):
            deed()
    asked.refresh_from_db()
    assert asked.state == ConsentState.REQUESTED


def test_a_second_tab_cannot_give_or_refuse_what_is_answered(home, asked):
    second_tab = Consent.objects.get(pk=asked.pk)
    give_consent(asked, by=home.staff.user, password=PASSWORD)
    for deed in (
        lambda: give_consent(second_tab, by=home.staff.user, password=PASSWORD),
        lambda: refuse_consent(second_tab, by=home.staff.user),
    ):
        with pytest.raises(MoveRefused):
            deed()
    assert Move.objects.of(asked).count() == 2


def test_only_what_is_given_can_be_withdrawn(home, asked):
    with pytest.raises(MoveRefused):
        withdraw_consent(asked, by=home.staff.user)
    give_consent(asked, by=home.staff.user, password=PASSWORD)
    withdraw_consent(asked, by=home.staff.user)
    assert asked.withdrawn_on == home.organization.today()
    assert _sentences(home.curator.user) == [
        "%(person)s withdrew a consent: %(purpose)s",
        "%(person)s gave a consent: %(purpose)s",
    ]
    with pytest.raises(MoveRefused):
        withdraw_consent(asked, by=home.staff.user)


def test_a_withdrawal_entered_by_the_curator_is_told_to_the_person(home):
    withdraw_consent(home.mentor_consent, by=home.curator.user)
    assert _sentences(home.mentor.user) == ["The withdrawal of your consent is entered"]
    assert _sentences(home.curator.user) == []


def test_after_a_refusal_one_may_be_asked_anew_and_the_refusal_stays_in_the_register(home, asked):
    refuse_consent(asked, by=home.staff.user)
    again = request_consent(home.staff.employment, Purpose.PROCESSING, by=home.curator.user)
    asked.refresh_from_db()
    assert again != asked
    assert (asked.state, again.state) == (ConsentState.SUPERSEDED, ConsentState.REQUESTED)


def test_paper_needs_a_day_that_has_come(home):
    tomorrow = home.organization.today() + datetime.timedelta(days=1)
    with pytest.raises(MoveRefused):
        record_paper_consent(home.staff.employment, Purpose.MENTOR, by=home.curator.user, given_on=tomorrow)
    assert not Consent.objects.filter(person=home.staff.person).exists()


def test_paper_answers_the_request_that_waits_and_keeps_the_scan_under_another_name(home, asked):
    scan = SimpleUploadedFile("согласие Шевченко.pdf", b"%PDF-1.7 text", content_type="application/pdf")
    day = home.organization.today()
    consent = record_paper_consent(
        home.staff.employment, Purpose.PROCESSING, by=home.curator.user, given_on=day, scan=scan
    )
    assert consent == asked
    assert (consent.method, consent.registrar, consent.scan_name) == (
        Method.PAPER,
        home.curator.user,
        "согласие Шевченко.pdf",
    )
    assert "Шевченко" not in consent.scan.name
    assert consent.scan.read() == b"%PDF-1.7 text"


def test_paper_signed_too_long_ago_is_out_of_term(home):
    long_ago = add_months(home.organization.today(), -40)
    with pytest.raises(MoveRefused):
        record_paper_consent(home.staff.employment, Purpose.TRANSFER, by=home.curator.user, given_on=long_ago)


def test_a_consent_ends_with_its_term(home):
    day = home.organization.today()
    consent = record_paper_consent(
        home.staff.employment, Purpose.TRANSFER, by=home.curator.user, given_on=add_months(day, -35)
    )
    assert expire_consents(home.organization) == 0
    Consent.objects.filter(pk=consent.pk).update(valid_until=day - datetime.timedelta(days=1))
    assert Purpose.TRANSFER not in consents_of(home.staff.person, home.organization, day)
    assert expire_consents(home.organization) == 1
    consent.refresh_from_db()
    assert consent.state == ConsentState.EXPIRED


def test_a_consent_counts_from_its_day_on(home):
    person, day = home.mentor.person, home.mentor_consent.given_on
    before = consents_of(person, home.organization, day - datetime.timedelta(days=1))
    assert (set(before), set(consents_of(person, home.organization, day))) == (
        set(),
        {Purpose.PROCESSING, Purpose.MENTOR},
    )


# What each of the five regulations asks of a mentor and of a mentee; the law asks the mentor everywhere.
ASKED = {
    "cdutt": ({Purpose.PROCESSING, Purpose.MENTOR}, {Purpose.PROCESSING}),
    "lastochka": ({Purpose.PROCESSING, Purpose.MENTOR}, {Purpose.PROCESSING, Purpose.MENTEE}),
    "lyceum-136": ({Purpose.PROCESSING, Purpose.MENTOR}, {Purpose.PROCESSING, Purpose.MENTEE}),
    "malinovskaya": ({Purpose.PROCESSING, Purpose.MENTOR}, {Purpose.PROCESSING, Purpose.MENTEE}),
    "school-3": ({Purpose.PROCESSING, Purpose.MENTOR}, {Purpose.PROCESSING, Purpose.MENTEE}),
}


@pytest.mark.parametrize("preset", preset_codes())
def test_what_is_missing_follows_the_regulation_and_the_law(home, preset):
    day = home.organization.today()
    regulation = effective(load_preset(preset), day)
    missing = tuple(
        set(missing_purposes(home.staff.employment, role, regulation, day)) for role in (Role.MENTOR, Role.MENTEE)
    )
    assert missing == ASKED[preset]
    assert missing_purposes(home.mentor.employment, Role.MENTOR, regulation, day) == []


def test_before_the_law_a_regulation_could_do_without_the_mentors_consent(home):
    before = datetime.date(2025, 2, 28)
    missing = missing_purposes(home.staff.employment, Role.MENTOR, effective(load_preset("cdutt"), before), before)
    assert missing == [Purpose.PROCESSING]


def test_a_consent_given_to_another_organization_does_not_count(home):
    world_other = Consent.objects.exclude(organization=home.organization).first()
    day = home.organization.today()
    assert consents_of(world_other.person, home.organization, day) == {}
