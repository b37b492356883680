"""«Today» of a new organization leads from the staff list to the banks."""

import pytest

from people.accounts.states import Role
from people.models import Membership, User
from tests.world import START, make_employment, make_mentee_entry, make_mentor_entry, make_organization, make_user

pytestmark = pytest.mark.django_db
LIST, MENTORS, MENTEES = "/o/new/staff-lists/new/", "/o/new/mentors/new/", "/o/new/mentees/new/"


@pytest.fixture
def organization():
    organization = make_organization("new", preset="school-3")
    for role in (Role.CURATOR, Role.SYSADMIN):
        user = make_user(f"{role}@new.example", employment=make_employment(organization, role, is_teacher=False))
        Membership.objects.create(user=user, organization=organization, role=role, starts_on=START)
    return organization


def _asked(client, role):
    user = User.objects.get(login=f"{role}@new.example")
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return {duty.url for duty in client.get("/o/new/").context["others"]} & {LIST, MENTORS, MENTEES}


def test_a_new_organization_begins_with_the_staff_and_goes_on_with_the_banks(organization, client):
    steps = [(_asked(client, "curator"), _asked(client, "sysadmin"))]
    teacher = make_employment(organization, "Первая", is_teacher=True)
    steps.append((_asked(client, "curator"), _asked(client, "sysadmin")))
    make_mentor_entry(teacher)
    steps.append((_asked(client, "curator"), _asked(client, "sysadmin")))
    make_mentee_entry(make_employment(organization, "Вторая", is_teacher=True))
    steps.append((_asked(client, "curator"), _asked(client, "sysadmin")))
    assert steps == [({LIST}, {LIST}), ({MENTORS, MENTEES}, set()), ({MENTEES}, set()), (set(), set())]
