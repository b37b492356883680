"""Heads and acting heads: whom papers name on which day, who may sign, when handed-over rights begin and end."""

import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from people.accounts.actor import actor_in
from people.accounts.models import Membership, User
from people.accounts.states import Role
from people.organizations.models import Head
from people.organizations.selectors import head_on
from people.organizations.services.heads import delegate, end_delegation, enter_head
from reports.documents.heads import signatory_of
from tests.world import DAY, make_employment

pytestmark = pytest.mark.django_db
BASIS = "приказ от 14.10.2026 № 41-од"


def _later(days):
    return DAY + datetime.timedelta(days=days)


@pytest.fixture
def place(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def _delegated(place, to=None, *, role=Role.DIRECTOR, start=1, end=3, absent=None):
    absent = absent or (place.director if role == Role.DIRECTOR else place.curator).employment
    days = {"starts_on": _later(start), "ends_on": _later(end)}
    to = (to or place.council).employment
    return delegate(place.organization, to, by=place.director.user, absent=absent, role=role, basis=BASIS, **days)


def test_papers_of_the_days_name_the_acting_head_with_the_basis(place):
    _delegated(place)
    heads = [head_on(place.organization, _later(days)) for days in (0, 1, 3, 4)]
    assert [head.employment for head in heads] == [
        place.director.employment, place.council.employment, place.council.employment, place.director.employment,
    ]  # fmt: skip
    signatory = signatory_of(heads[1])
    assert (signatory.post, signatory.name, signatory.basis) == ("И.о. директора", "С.\xa0А.\xa0Дюма", BASIS)


def test_the_rights_begin_and_end_at_midnight_of_the_organization(place, settings, monkeypatch):
    settings.MENTORING_TODAY = None
    place.organization.time_zone = "Asia/Kamchatka"
    place.organization.save()
    membership = _delegated_now(place, monkeypatch)
    zone = ZoneInfo("Asia/Kamchatka")
    seen = []
    for day, clock in ((0, (23, 59)), (1, (0, 1)), (3, (23, 59)), (4, (0, 1))):
        moment = datetime.datetime.combine(_later(day), datetime.time(*clock), zone)
        _at(monkeypatch, moment)
        seen.append(actor_in(membership.user, place.organization).has(Role.DIRECTOR))
    assert seen == [False, True, True, False]


def _at(monkeypatch, moment):
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment.astimezone(datetime.UTC))


def _delegated_now(place, monkeypatch):
    _at(monkeypatch, datetime.datetime.combine(DAY, datetime.time(12), ZoneInfo("Asia/Kamchatka")))
    return _delegated(place)


def test_a_curator_hands_over_with_the_scope_and_without_a_head(place):
    Membership.objects.filter(user=place.curator.user, role=Role.CURATOR).update(scope="young")
    deputy = place.council.employment
    deputy.post = "заместитель директора"
    deputy.save()
    membership = _delegated(place, role=Role.CURATOR)
    assert (membership.scope, membership.stands_in_for) == ("young", place.curator.employment)
    assert Head.objects.exclude(acting_basis="").count() == 0


def _no_account(place):
    place.council.user.delete()


def _closed(place):
    place.council.user.is_active = False
    place.council.user.save()


def _leaves(place):
    place.council.employment.ends_on = _later(2)
    place.council.employment.save()


def _second(place):
    _delegated(place, place.psychologist, start=3, end=5)


def _holds(place):
    Membership.objects.create(
        user=place.council.user, organization=place.organization, role=Role.DIRECTOR, starts_on=_later(2)
    )


@pytest.mark.parametrize("prepare", [_no_account, _closed, _leaves, _second, _holds])
def test_whoever_cannot_stand_in_is_refused_and_nothing_is_written(place, prepare):
    prepare(place)
    place.council.employment.person.refresh_from_db()
    before = (Head.objects.count(), Membership.objects.count())
    with pytest.raises(ValidationError):
        _delegated(place)
    assert (Head.objects.count(), Membership.objects.count()) == before


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 1), (1, 500)])
def test_days_that_make_no_sense_are_refused(place, start, end):
    with pytest.raises(ValidationError):
        _delegated(place, start=start, end=end)


def test_nobody_stands_in_for_themselves_nor_for_somebody_without_the_duties(place):
    with pytest.raises(ValidationError):
        _delegated(place, place.director)
    with pytest.raises(ValidationError):
        _delegated(place, absent=place.staff.employment)


def test_a_curator_the_regulation_does_not_allow_is_refused(place):
    with pytest.raises(ValidationError, match="заместител"):
        _delegated(place, role=Role.CURATOR)


def test_duties_end_earlier_or_are_taken_back_before_they_begin(place, settings):
    running, coming = _delegated(place, start=0, end=3), _delegated(place, place.psychologist, start=5, end=6)
    end_delegation(coming, by=place.director.user, last=_later(4))
    end_delegation(running, by=place.director.user, last=DAY)
    assert list(Head.objects.exclude(acting_basis="").values_list("starts_on", "ends_on")) == [(DAY, DAY)]
    assert list(Membership.objects.exclude(stands_in_for=None).values_list("pk", "ends_on")) == [(running.pk, DAY)]
    settings.MENTORING_TODAY = _later(1)
    with pytest.raises(ValidationError):
        end_delegation(running, by=place.director.user, last=DAY)


def test_a_new_head_takes_the_place_and_the_rights_of_the_one_before(place):
    new = place.council.employment
    enter_head(place.organization, new, by=place.director.user, starts_on=_later(1), basis=BASIS)
    assert head_on(place.organization, DAY).employment == place.director.employment
    assert head_on(place.organization, _later(1)).employment == new
    roles = Membership.objects.filter(organization=place.organization, role=Role.DIRECTOR).order_by("starts_on")
    assert [(row.user, row.ends_on) for row in roles] == [(place.director.user, DAY), (place.council.user, None)]
    with pytest.raises(ValidationError):
        enter_head(place.organization, new, by=place.director.user, starts_on=_later(2), basis=BASIS)


def _client_of(client, person):
    client.force_login(person.user, backend="people.accounts.backends.LoginNameBackend")
    return client


def test_the_head_hands_over_on_the_page_and_whoever_stands_in_hands_nothing_on(place, client):
    duties = Membership.objects.get(user=place.director.user)
    sent = {"duties": duties.pk, "employment": place.council.employment.pk, "basis": BASIS}
    sent |= {"starts_on": DAY.isoformat(), "ends_on": _later(2).isoformat()}
    url = "/o/school-3/organization/delegations/new/"
    assert _client_of(client, place.director).post(url, sent).status_code == 302
    assert head_on(place.organization, DAY).employment == place.council.employment
    assert actor_in(place.council.user, place.organization).has(Role.DIRECTOR)
    assert _client_of(client, place.council).get(url).status_code == 403


def test_the_administrator_enters_an_acting_head_by_login_and_learns_no_names(place, client):
    admin = SimpleNamespace(user=User.objects.get(login="admin@demo.example"))
    client = _client_of(client, admin)
    url = f"/installation/organizations/{place.organization.pk}/head/"
    assert place.council.person.last_name not in client.get(url).content.decode()
    days = {"starts_on": DAY.isoformat(), "ends_on": _later(2).isoformat(), "basis": BASIS}
    foreign = client.post(url, {"login": "council@lyceum-136.example", "is_acting": "on", **days})
    assert list(foreign.context["form"].errors) == ["login"]
    assert client.post(url, {"login": place.council.user.login, "is_acting": "on", **days}).status_code == 302
    assert head_on(place.organization, DAY).employment == place.council.employment


def test_somebody_of_another_organization_cannot_head_this_one(place):
    stranger = make_employment(place.organization, "Новая", ends_on=_later(-1))
    with pytest.raises(ValidationError):
        enter_head(place.organization, stranger, by=place.director.user, starts_on=DAY, basis=BASIS)
