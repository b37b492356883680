"""What follows for a pair when a consent is gone, and the agreement drafted from the terms of a pair."""

import pytest

from people.consents.services import withdraw_consent
from people.consents.states import WorkMode
from people.models import Agreement, Consent, Notice
from programs.mentorships.services import draft_agreement_of, enter_order
from programs.plans.states import Mode
from tests.programs.orders.factories import agreed_pair
from tests.world import give_consent, undrawn

pytestmark = pytest.mark.django_db


def told(user, pair):
    return [notice.sentence for notice in Notice.objects.filter(user=user) if f"mentorships/{pair.pk}/" in notice.url]


def withdraw(person, purpose, home):
    withdraw_consent(Consent.objects.get(person=person, purpose=purpose), by=home.curator.user)


def test_the_curator_learns_which_order_cannot_be_signed_and_which_pair_has_to_end(
    home, django_capture_on_commit_callbacks
):
    pair = agreed_pair(home)
    enter_order(pair, by=home.curator.user)
    running = home.mentorship
    type(running).objects.filter(pk=running.pk).update(ordered_on=running.starts_on)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(pair.mentor, "mentor", home)
        withdraw(home.mentee.person, "processing", home)
    assert told(home.curator.user, pair) == ["%(name)s has no consent any more: take %(pair)s out of the order."]
    assert told(home.curator.user, running) == ["%(name)s has no consent any more: end the pair %(pair)s by an order."]


def test_a_consent_the_pair_does_not_need_disturbs_nobody(home, django_capture_on_commit_callbacks):
    consent = give_consent(home.mentor.employment, "transfer")
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(consent, by=home.mentor.user)
    assert told(home.curator.user, home.mentorship) == []


@undrawn()
def test_the_agreement_of_a_pair_names_its_people_period_and_form(home, client):
    home.mentorship.programs.update(mode=Mode.ONLINE)
    made = draft_agreement_of(home.mentorship, by=home.curator.user)
    assert (made.employment, made.mentees) == (home.mentor.employment, "учитель физики Черных Лев Львович")
    assert (made.starts_on, made.ends_on) == (home.mentorship.starts_on, home.mentorship.ends_on)
    assert made.form.endswith(", в паре")
    assert made.mode == WorkMode.REMOTE
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    card = client.get(f"/o/{home.organization.slug}/mentorships/{home.mentorship.pk}/")
    assert list(card.context["agreements"]) == [made]
    client.force_login(home.mentee.user, backend="people.accounts.backends.LoginNameBackend")
    assert "agreements" not in client.get(card.request["PATH_INFO"]).context
    assert Agreement.objects.count() == 1
