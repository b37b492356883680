"""Texts with versions: placeholders checked, a day of use, what was given keeps its words and is replaced."""

import datetime

import pytest

from mentoring.lib.moves import MoveRefused
from people.consents.models import Consent, ConsentText
from people.consents.selectors import consents_of, text_in_use
from people.consents.services import (
    ensure_texts,
    give_consent,
    present_text,
    refuse_consent,
    request_consent,
    save_text,
)
from people.consents.states import ConsentState, Purpose
from people.consents.wording import BLANK, default_texts, mistakes_of, render_wording
from tests.amending import amend
from tests.world import PASSWORD

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
BODY = "Я, $person, согласен.\n$signature"


def write(home, *, seen=1, purpose=Purpose.MENTOR, **fields):
    values = {"title": "Согласие", "body": BODY, "months": None, "valid_from": home.organization.today()} | fields
    return save_text(home.organization, purpose, by=home.curator.user, seen=seen, **values)


def refusal_of(deed, *args, **values):
    with pytest.raises(MoveRefused) as caught:
        deed(*args, **values)
    return caught.value


@pytest.mark.parametrize("purpose", Purpose)
def test_the_texts_an_organization_starts_from_are_without_mistakes(purpose):
    text = default_texts()[purpose]
    assert mistakes_of(purpose, text["body"], text.get("months")) == []


@pytest.mark.parametrize(
    ("purpose", "body", "months", "named"),
    [
        (Purpose.MENTOR, "$person $persn $signature", None, ["$persn"]),
        (Purpose.MENTOR, "$person", None, ["$signature"]),
        (Purpose.MENTOR, "$person $ $signature", None, ["$$"]),
        (Purpose.MENTOR, "$person $signature", 12, ["$until"]),
        (Purpose.MENTOR, "$person $signature $until", None, ["$until"]),
        (Purpose.TRANSFER, "$person $operator $signature", None, ["$recipient"]),
        (Purpose.DISCLOSURE, "$person $operator $contact $website $signature", None, ["$fields", "$conditions"]),
        (Purpose.MENTOR, "$person $signature, цена 5 $$", None, []),
    ],
)
def test_a_text_is_refused_with_the_name_of_the_placeholder(purpose, body, months, named):
    found = mistakes_of(purpose, body, months)
    assert len(found) == len(named)
    assert all(name in sentence for name, sentence in zip(named, found, strict=True))


def test_a_new_version_is_used_from_its_day_on_and_until_then_may_be_written_over(home):
    today = home.organization.today()
    ahead = write(home, valid_from=today + 5 * DAY)
    assert (ahead.number, text_in_use(home.organization, Purpose.MENTOR, today).number) == (2, 1)
    again = write(home, seen=2, title="Иначе", valid_from=today + 6 * DAY)
    assert (again.pk, again.title, again.valid_from) == (ahead.pk, "Иначе", today + 6 * DAY)
    assert text_in_use(home.organization, Purpose.MENTOR, today + 6 * DAY) == ahead
    assert ConsentText.objects.filter(organization=home.organization, purpose=Purpose.MENTOR).count() == 2


def test_a_text_cannot_reach_back_or_be_written_over_a_version_nobody_saw(home):
    today = home.organization.today()
    assert set(refusal_of(write, home, valid_from=today - DAY).error_dict) == {"valid_from"}
    write(home)
    assert "2" in refusal_of(write, home, seen=1).messages[0]
    assert set(refusal_of(write, home, seen=2).error_dict) == {"valid_from"}
    assert set(refusal_of(write, home, seen=2, body="$nobody", valid_from=today + DAY).error_dict) == {"body"}


def test_a_newer_text_replaces_a_given_consent_only_when_the_new_one_is_given(home):
    old, today = home.mentor_consent, home.organization.today()
    write(home)
    assert list(Consent.objects.of_older_text(today).filter(organization=home.organization)) == [old]
    request_consent(home.mentor.employment, Purpose.MENTOR, by=home.curator.user)
    new = Consent.objects.get(person=home.mentor.person, state=ConsentState.REQUESTED)

    def in_force():
        return consents_of(home.mentor.person, home.organization, today)[Purpose.MENTOR]

    assert in_force() == old
    give_consent(new, by=home.mentor.user, password=PASSWORD)
    old.refresh_from_db()
    assert (old.state, old.wording, in_force()) == (ConsentState.SUPERSEDED, "Согласен.", new)
    assert new.wording.startswith("Я, Ковальчук Мария Петровна, согласен.")


def test_to_refuse_the_newer_text_leaves_the_earlier_consent_in_force(home):
    write(home)
    new = request_consent(home.mentor.employment, Purpose.MENTOR, by=home.curator.user)
    refuse_consent(new, by=home.mentor.user)
    assert consents_of(home.mentor.person, home.organization, home.organization.today())[Purpose.MENTOR] == (
        home.mentor_consent
    )


def test_a_request_that_waits_follows_the_text_in_use_and_what_was_read_is_what_is_signed(home):
    asked = request_consent(home.staff.employment, Purpose.MENTOR, by=home.curator.user)
    read = asked.text_id
    newer = write(home)
    refusal_of(give_consent, asked, by=home.staff.user, password=PASSWORD, text_seen=read)
    give_consent(asked, by=home.staff.user, password=PASSWORD, text_seen=newer.pk)
    asked.refresh_from_db()
    assert (asked.text, asked.state) == (newer, ConsentState.GIVEN)


def test_the_transfer_names_the_recipients_of_the_regulation_by_their_own_names(world):
    other = world.other
    ensure_texts(other.organization)
    consent = request_consent(other.mentor.employment, Purpose.TRANSFER, by=other.curator.user)
    give_consent(consent, by=other.mentor.user, password=PASSWORD)
    assert "Кому: Город; Республика." in consent.wording


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "без объяснения причин, а работодатель"),
        (3, "предупредив работодателя не менее чем за 3 рабочих дня, а"),
    ],
)
def test_the_consent_of_a_mentor_names_the_notices_of_the_regulation(home, days, said):
    amend(home.organization, {"agreement.mentor_notice_days": days, "agreement.employer_notice_days": 5})
    text = present_text(home.organization, Purpose.MENTOR)
    words = render_wording(text, home.mentor.employment, home.organization.today())
    assert said in words and "не менее чем за 5 рабочих дней." in words


def test_the_consent_to_disclosure_has_the_site_and_how_to_reach_the_person(home):
    work, text = home.mentor.employment, present_text(home.organization, Purpose.DISCLOSURE)
    work.phone, work.email, work.organization.website = "12-34", "m@school.example", ""
    words = render_wording(text, work, home.organization.today())
    assert "Контактная информация: телефон 12-34, адрес электронной почты m@school.example." in words
    assert f"Где: адрес сайта {BLANK}." in words
    work.phone, work.email, work.organization.website = "", "", "https://school.example"
    words = render_wording(text, work, home.organization.today())
    assert f"Контактная информация: {BLANK}." in words and "Где: https://school.example." in words


def test_the_transfer_names_whom_the_settings_name(home):
    recipient = {"code": "centre", "label": "Центр непрерывного повышения мастерства", "level": "region"}
    amend(home.organization, {"reporting.recipients": [recipient]})
    consent = request_consent(home.mentor.employment, Purpose.TRANSFER, by=home.curator.user)
    give_consent(consent, by=home.mentor.user, password=PASSWORD)
    assert "Кому: Центр непрерывного повышения мастерства." in consent.wording
