"""One-time codes: they make an account once, carry a role, run out, and go by letter where there is mail."""

import datetime

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse

from people.accounts.models import Invitation, Membership, User
from people.accounts.services import close_account, end_role, grant_role, invite, join
from people.accounts.states import Role
from people.organizations.forms.opening import KeeperForm
from tests.world import DAY, make_employment, world_with

pytestmark = pytest.mark.django_db
PASSWORD = "longer-than-eight"


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, newcomer=lambda home: make_employment(home.organization, "Новенькая"))


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


@pytest.fixture
def newcomer(world):
    """Somebody of the staff without an account."""
    return world.home.newcomer


def _invited(world, employment, login="Shevchenko.O", **fields):
    return invite(employment, by=world.home.sysadmin.user, login=login, **fields)


def test_a_code_makes_an_account_once(world, newcomer):
    invitation = _invited(world, newcomer)
    user = join(invitation.code.lower(), password=PASSWORD)
    assert (user.login, user.person, user.check_password(PASSWORD)) == ("shevchenko.o", newcomer.person, True)
    with pytest.raises(ValidationError):
        join(invitation.code, password=PASSWORD)
    assert User.objects.filter(person=newcomer.person).count() == 1


def test_a_code_runs_out_after_fourteen_days(world, newcomer, settings):
    invitation = _invited(world, newcomer)
    settings.MENTORING_TODAY = DAY + datetime.timedelta(days=15)
    with pytest.raises(ValidationError):
        join(invitation.code, password=PASSWORD)
    assert not User.objects.filter(person=newcomer.person).exists()


def test_a_new_code_ends_the_old_one(world, newcomer):
    first = _invited(world, newcomer)
    second = _invited(world, newcomer)
    assert list(Invitation.objects.filter(employment=newcomer)) == [second]
    with pytest.raises(ValidationError):
        join(first.code, password=PASSWORD)


def test_a_taken_login_and_a_second_account_are_refused(world, newcomer):
    with pytest.raises(ValidationError):
        _invited(world, newcomer, login="CURATOR@school-3.example")
    with pytest.raises(ValidationError):
        _invited(world, world.home.mentor.employment, login="second")
    assert not Invitation.objects.exists()


def test_a_role_comes_with_the_account(world, newcomer):
    invitation = _invited(world, newcomer, role=Role.SYSADMIN, basis="приказ № 1")
    user = join(invitation.code, password=PASSWORD)
    held = Membership.objects.get(user=user)
    assert (held.role, held.organization, held.starts_on, held.basis) == (
        Role.SYSADMIN,
        world.home.organization,
        DAY,
        "приказ № 1",
    )


def test_the_code_goes_by_letter_only_where_there_is_mail(
    world, newcomer, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with django_capture_on_commit_callbacks(execute=True):
        _invited(world, newcomer, login="shevchenko")
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        invitation = _invited(world, newcomer, login="shevchenko@school.example")
    assert [letter.to for letter in mail.outbox] == [["shevchenko@school.example"]]
    assert invitation.code in mail.outbox[0].body


def test_a_closed_account_is_signed_out_everywhere(world, client):
    user = world.home.staff.user
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    address = reverse("reports:home", args=["school-3"])
    assert client.get(address).status_code == 200
    close_account(user, by=world.home.sysadmin.user)
    assert client.get(address).status_code == 302
    with pytest.raises(ValidationError):
        close_account(user, by=user)


def test_a_role_is_given_once_and_its_end_is_felt_at_once(world, client):
    user, giver = world.home.staff.user, world.home.sysadmin.user
    membership = grant_role(user, world.home.organization, Role.COUNCIL, by=giver, starts_on=DAY)
    with pytest.raises(ValidationError):
        grant_role(user, world.home.organization, Role.COUNCIL, by=giver, starts_on=DAY)
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    address = reverse("people:mentor_list", args=["school-3"])
    assert client.get(address).status_code == 200
    end_role(membership, by=giver)
    assert client.get(address).status_code == 302


def test_the_first_account_of_an_installation_is_its_administrator():
    call_command("createsuperuser", login="root@school.example", interactive=False)
    assert User.objects.get(login="root@school.example").is_installation_admin


def test_a_code_is_shown_again_from_the_list_until_it_runs_out(world, newcomer, client, settings):
    invitation = _invited(world, newcomer)
    client.force_login(world.home.sysadmin.user, backend="people.accounts.backends.LoginNameBackend")
    sheet = f"/o/school-3/accounts/codes/{invitation.pk}/"
    assert f'href="{sheet}"' in client.get("/o/school-3/accounts/").content.decode()
    settings.MENTORING_TODAY = DAY + datetime.timedelta(days=15)
    assert f'href="{sheet}"' not in client.get("/o/school-3/accounts/").content.decode()
    again = reverse("people:account_invite", args=["school-3", newcomer.pk])
    assert f'href="{again}"' in client.get(sheet).content.decode()


def test_a_code_that_carries_the_role_of_the_head_is_no_business_of_the_organization(world, newcomer, client):
    invitation = _invited(world, newcomer, role=Role.DIRECTOR, basis="Приказ учредителя № 5")
    sheet = f"/o/school-3/accounts/codes/{invitation.pk}/"
    for keeper in (world.home.curator, world.home.sysadmin):
        client.force_login(keeper.user, backend="people.accounts.backends.LoginNameBackend")
        assert client.get(sheet).status_code == 403
        assert sheet not in client.get("/o/school-3/accounts/").content.decode()
        again = reverse("people:account_invite", args=["school-3", newcomer.pk])
        assert client.post(again, {"login": "mine"}).status_code == 200
    assert [(row.code, row.role) for row in Invitation.objects.all()] == [(invitation.code, Role.DIRECTOR)]


def test_a_lost_code_is_made_anew_with_its_role_by_the_administrator_of_the_installation(world, newcomer, client):
    invitation = _invited(world, newcomer, role=Role.CURATOR, basis="Приказ № 5")
    client.force_login(world.admin, backend="people.accounts.backends.LoginNameBackend")
    pk = world.home.organization.pk
    answer = client.post(reverse("people:organization_code", args=[pk, invitation.pk]), follow=True)
    [renewed] = Invitation.objects.all()
    assert renewed.code != invitation.code
    assert (renewed.login, renewed.role, renewed.basis) == (invitation.login, Role.CURATOR, "Приказ № 5")
    assert renewed.code in answer.content.decode()


def test_a_login_of_those_who_begin_has_no_spaces():
    form = KeeperForm({"login": "иванова анна"})
    assert "login" in form.errors
