"""The head departs from the stricter rule of the law and comes back to it."""

import datetime

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.consents.selectors import missing_purposes
from people.consents.states import Purpose
from people.history.models import Move
from people.organizations.models import LegalOverride, RegulationVersion
from people.organizations.regulations import load_preset
from people.organizations.selectors import regulation_on
from people.organizations.services.law import override_law, revoke_override
from tests.world import PASSWORD

pytestmark = pytest.mark.django_db
KEY = "consent.mentor_required"
WHY = "Наставничество входит в трудовую функцию с 2020 года."


@pytest.fixture
def home(home):
    """An organization whose regulation asks no mentor for a consent."""
    settings = load_preset("cdutt").model_dump(mode="json")
    RegulationVersion.objects.filter(organization=home.organization).update(settings=settings)
    return home


def decide(home, **values):
    given = {"by": home.director.user, "reason": WHY, "password": PASSWORD, "key": KEY} | values
    return override_law(home.organization, given.pop("key"), **given)


def missing(home, day):
    employment, rules = home.staff.employment, regulation_on(home.organization, day)
    return set(missing_purposes(employment, Role.MENTOR, rules, day))


def test_a_departure_lets_the_regulation_hold_from_today_on(home):
    today = home.organization.today()
    assert missing(home, today) == {Purpose.PROCESSING, Purpose.MENTOR}
    override = decide(home)
    assert (override.starts_on, override.ends_on, override.by) == (today, None, home.director.user)
    assert missing(home, today) == {Purpose.PROCESSING}
    assert missing(home, today - datetime.timedelta(days=1)) == {Purpose.PROCESSING, Purpose.MENTOR}
    assert [move.reason for move in Move.objects.of(home.organization)] == [f"{KEY}: {WHY}"]


def test_a_departure_revoked_leaves_the_papers_of_its_days_alone(home):
    today = home.organization.today()
    override = decide(home)
    LegalOverride.objects.filter(pk=override.pk).update(starts_on=today - datetime.timedelta(days=9))
    revoke_override(override, by=home.director.user)
    yesterday = today - datetime.timedelta(days=1)
    assert LegalOverride.objects.get().ends_on == yesterday
    assert [missing(home, day) for day in (yesterday, today)] == [
        {Purpose.PROCESSING},
        {Purpose.PROCESSING, Purpose.MENTOR},
    ]


def test_a_departure_of_today_covers_today_and_another_may_follow(home):
    revoke_override(decide(home), by=home.director.user)
    assert LegalOverride.objects.get().ends_on == home.organization.today()
    decide(home)
    assert LegalOverride.objects.filter(ends_on=None).count() == 1


@pytest.mark.parametrize(
    "values",
    [{"password": "not this one"}, {"reason": "  "}, {"key": "agreement.required"}, {"key": "program.max_months"}],
)
def test_a_departure_without_ground_is_refused_and_nothing_stored(home, values):
    with pytest.raises(MoveRefused):
        decide(home, **values)
    assert not LegalOverride.objects.exists()


def test_nobody_departs_or_revokes_twice(home):
    override = decide(home)
    with pytest.raises(MoveRefused):
        decide(home)
    revoke_override(override, by=home.director.user)
    with pytest.raises(MoveRefused):
        revoke_override(override, by=home.director.user)


def test_the_head_decides_and_revokes_on_the_page(home, client):
    client.force_login(home.director.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("people:legal_override", args=[home.organization.slug])
    assert [key for key, _label in client.get(url).context["form"]["key"].field.choices] == [KEY]
    refused = client.post(url, {"key": KEY, "reason": WHY, "password": "wrong"})
    assert "password" in refused.context["form"].errors
    assert client.post(url, {"key": KEY, "reason": WHY, "password": PASSWORD})["Location"] == url
    page = client.get(url)
    assert (page.context["is_open"], WHY in page.content.decode()) == (False, True)
    pk = LegalOverride.objects.get().pk
    client.post(reverse("people:legal_override_revoke", args=[home.organization.slug, pk]))
    assert client.get(url).context["is_open"]
