"""Public disclosure item by item (152-FZ art. 10.1), the end of a term and its reminder, the lock of the gates."""

import datetime

import pytest

from mentoring.lib.moves import MoveRefused
from people.consents.models import Consent
from people.consents.selectors import disclosed_fields, discloses, holds_disclosure
from people.consents.services import (
    give_consent,
    record_paper_consent,
    remind_of_ending,
    request_consent,
    withdraw_consent,
)
from people.consents.states import ConsentState, Disclosed, Purpose
from people.models import Employment, Notice
from tests.people.consents.factories import disclose
from tests.world import PASSWORD
from tests.world import give_consent as given

pytestmark = pytest.mark.django_db
ITEMS = {"fields": [Disclosed.NAME, Disclosed.PRACTICE], "conditions": "Только на сайте школы."}


@pytest.fixture
def asked(home):
    return request_consent(home.staff.employment, Purpose.DISCLOSURE, by=home.curator.user)


def test_what_is_ticked_is_shown_and_nothing_else_until_it_is_withdrawn(home, asked):
    work, day = home.staff.employment, home.organization.today()
    give_consent(asked, by=home.staff.user, password=PASSWORD, **ITEMS)
    assert disclosed_fields(work, day) == {"name", "practice"}
    assert "– фамилия, имя, отчество\n– описанные мной практики и материалы\n" in asked.wording
    assert "Условия и запреты: Только на сайте школы." in asked.wording
    assert "должность, предмет" not in asked.wording
    shown = Employment.objects.filter(holds_disclosure(home.organization, Disclosed.NAME, day))
    assert (list(shown), discloses(work, Disclosed.PHOTO, day)) == ([work], False)
    withdraw_consent(asked, by=home.staff.user)
    assert disclosed_fields(work, day) == set()


@pytest.mark.parametrize("fields", [[], ["nonsense"]])
def test_nothing_ticked_is_no_consent(home, asked, fields):
    with pytest.raises(MoveRefused) as refused:
        give_consent(asked, by=home.staff.user, password=PASSWORD, fields=fields)
    assert set(refused.value.error_dict) == {"fields_shown"}
    asked.refresh_from_db()
    assert (asked.state, asked.disclosures.count()) == (ConsentState.REQUESTED, 0)


def test_other_items_are_a_new_consent_that_replaces_the_earlier_one(home):
    earlier = disclose(home.mentor.employment, Disclosed.NAME, Disclosed.PHOTO)
    day = home.organization.today()
    record_paper_consent(
        home.mentor.employment, Purpose.DISCLOSURE, by=home.curator.user, given_on=day, fields=[Disclosed.POST]
    )
    earlier.refresh_from_db()
    assert (earlier.state, disclosed_fields(home.mentor.employment, day)) == (ConsentState.SUPERSEDED, {"post"})
    replaced = home.mentor.employment.person.consents.get(purpose=Purpose.DISCLOSURE, state=ConsentState.GIVEN)
    assert "– должность, предмет\n" in replaced.wording


def test_the_items_of_another_organization_do_not_count(home):
    assert discloses(home.mentor.employment, Disclosed.NAME, home.organization.today()) is False


def test_the_page_refuses_nothing_ticked_in_words_and_takes_what_is_ticked(home, asked, client):
    client.force_login(home.staff.user, backend="people.accounts.backends.LoginNameBackend")
    url = f"/o/{home.organization.slug}/consents/{asked.pk}/give/"
    form = client.get(url).context["form"]
    assert form["fields_shown"].value() is None
    seen = {"password": PASSWORD, "text_seen": form["text_seen"].value()}
    assert set(client.post(url, seen | {"conditions": "Кроме сети"}).context["form"].errors) == {"fields_shown"}
    assert client.post(url, seen | {"fields_shown": ["name", "post"]}).status_code == 302
    assert disclosed_fields(home.staff.employment, home.organization.today()) == {"name", "post"}


def test_the_end_of_a_term_is_told_once_and_the_consent_may_be_given_anew(home):
    consent = given(home.staff.employment, Purpose.TRANSFER)
    today = home.organization.today()

    def told(ends_in):
        Consent.objects.filter(pk=consent.pk).update(valid_until=today + datetime.timedelta(days=ends_in))
        return remind_of_ending(home.organization)

    assert (told(31), told(30), told(29)) == (0, 1, 0)
    Notice.objects.all().delete()
    assert (told(28), Notice.objects.count()) == (0, 0)
    renewed = request_consent(home.staff.employment, Purpose.TRANSFER, by=home.staff.user)
    give_consent(renewed, by=home.staff.user, password=PASSWORD)
    consent.refresh_from_db()
    assert (consent.state, renewed.state) == (ConsentState.SUPERSEDED, ConsentState.GIVEN)
