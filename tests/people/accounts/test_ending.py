"""Taking back: every deed asks first, and an account that serves several places is nobody's alone to close."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from people.accounts.models import Invitation, Membership
from people.accounts.services import invite, join
from people.accounts.states import Role
from people.staff.models import Employment
from tests.world import DAY, START

pytestmark = pytest.mark.django_db
YESTERDAY = DAY - datetime.timedelta(days=1)


def _levels(response):
    """How the messages of the page are meant."""
    return [message.level_tag for message in response.context["messages"]]


@pytest.fixture
def world(world, settings, client):
    settings.MENTORING_TODAY = DAY
    client.force_login(world.home.sysadmin.user, backend="people.accounts.backends.LoginNameBackend")
    return world


def _works_there(world, user):
    Employment.objects.create(
        organization=world.other.organization, person=user.person, post="педагог", is_primary=False
    )


def _will_work_there(world, user):
    later = DAY + datetime.timedelta(days=9)
    Employment.objects.create(organization=world.other.organization, person=user.person, post="п", starts_on=later)


def _observes(world, user):
    Membership.objects.create(user=user, authority=world.city, role=Role.OBSERVER, starts_on=START)


def _keeps_the_installation(world, user):
    user.is_installation_admin = True
    user.save()


def _worked_there(world, user):
    row = {"organization": world.other.organization, "person": user.person, "post": "педагог", "ends_on": YESTERDAY}
    Employment.objects.create(**row)
    Membership.objects.create(user=user, organization=world.other.organization, role=Role.COUNCIL, starts_on=START)


@pytest.mark.parametrize("prepare", [_works_there, _will_work_there, _observes, _keeps_the_installation])
def test_an_account_of_several_places_is_not_closed_nor_opened_by_one_of_them(world, client, prepare):
    user = world.home.staff.user
    prepare(world, user)
    for is_active, deed in ((True, "close"), (False, "open")):
        type(user).objects.filter(pk=user.pk).update(is_active=is_active)
        page = client.post(f"/o/school-3/accounts/{user.pk}/{deed}/", follow=True)
        user.refresh_from_db()
        assert user.is_active == is_active
        assert _levels(page) == ["error"]
    assert _levels(client.get(f"/o/school-3/accounts/{user.pk}/close/", follow=True)) == ["error"]


def test_an_account_whose_work_elsewhere_is_over_is_closed_here(world, client):
    user = world.home.staff.user
    _worked_there(world, user)
    client.post(f"/o/school-3/accounts/{user.pk}/close/")
    user.refresh_from_db()
    assert not user.is_active


def test_the_administrator_of_the_installation_closes_and_opens_it_by_the_login(world, client):
    user = world.home.staff.user
    _works_there(world, user)
    client.force_login(world.admin, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("people:account_anywhere")
    for deed, is_active in (("close", False), ("open", True)):
        assert client.post(url, {"login": user.login.upper(), "deed": deed}).status_code == 302
        user.refresh_from_db()
        assert user.is_active == is_active
    for login in ("nobody", world.admin.login):
        answer = client.post(url, {"login": login, "deed": "close"})
        assert list(answer.context["form"].errors) == ["login"]


def test_closing_and_ending_ask_first(world, client):
    user = world.home.council.user
    membership = Membership.objects.get(user=user)
    pages = [f"/o/school-3/accounts/{user.pk}/close/", f"/o/school-3/accounts/roles/{membership.pk}/end/"]
    listed = client.get("/o/school-3/accounts/").content.decode()
    for page in pages:
        assert f'href="{page}"' in listed
        assert 'method="post"' in client.get(page).content.decode()
    user.refresh_from_db()
    membership.refresh_from_db()
    assert (user.is_active, membership.ends_on) == (True, None)


def test_whoever_left_is_not_invited_and_an_older_code_makes_no_account(world, client):
    gone = world.home.staff
    gone.user.delete()
    url = f"/o/school-3/staff/{gone.employment.pk}/invite/"
    code = invite(gone.employment, by=world.home.sysadmin.user, login="gone").code
    assert client.get(url).status_code == 200
    gone.employment.ends_on = YESTERDAY
    gone.employment.save()
    for page in (client.get(url, follow=True), client.post(url, {"login": "again"}, follow=True)):
        assert _levels(page) == ["error"]
    assert list(Invitation.objects.values_list("login", flat=True)) == ["gone"]
    with pytest.raises(ValidationError):
        join(code, password="longer-than-eight")


def test_somebody_hired_anew_is_invited_by_the_older_card_too(world, client):
    gone = world.home.staff
    gone.user.delete()
    gone.employment.ends_on = YESTERDAY
    gone.employment.save()
    Employment.objects.create(organization=world.home.organization, person=gone.person, post="учитель", starts_on=DAY)
    assert client.post(f"/o/school-3/staff/{gone.employment.pk}/invite/", {"login": "again"}).status_code == 302
    assert Invitation.objects.get().login == "again"
