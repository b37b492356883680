"""«Today» asks the database so often for few rows and for many."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.accounts.states import Role
from people.consents.services import request_consent
from people.consents.states import Purpose
from people.staff.services import start_import
from tests.people.staff.lists import people
from tests.programs.council.factories import make_held, make_meeting
from tests.programs.mentorships.factories import make_proposal
from tests.programs.orders.factories import agreed_pair
from tests.programs.plans.factories import make_event
from tests.reports.orders.factories import draft, signed, submitted
from tests.test_pages import furnish
from tests.world import DAY, build_world, make_employment, make_mentee_entry

# The number of questions is the same on either engine.
pytestmark = [pytest.mark.django_db, pytest.mark.walk]
# At most so many queries of each role where everything a running year brings is there.
FIGURES = {
    Role.CURATOR: 48,
    Role.DIRECTOR: 20,
    Role.MENTOR: 36,
    Role.MENTEE: 30,
    Role.COUNCIL: 19,
    Role.SYSADMIN: 14,
    Role.PSYCHOLOGIST: 12,
    Role.STAFF: 12,
}


def _more(home):
    """As many again and more of what the duties are about."""
    home.mentor_entry.capacity = 20
    home.mentor_entry.save()
    for number in range(4):
        teacher = make_employment(home.organization, f"Ещёодин{number}", is_teacher=True)
        make_mentee_entry(teacher)
        request_consent(teacher, Purpose.TRANSFER, by=home.curator.user)
        make_proposal(home, mentor=home.mentor_entry)
        agreed_pair(home)
        make_event(home.program)
    for make in (draft, submitted, signed, make_meeting, make_held):
        make(home)
    start_import(home.organization, people(("102", "Зимина Ада Ивановна", "учитель", "13")), by=home.curator.user)


def _visitors(users):
    """Everybody signed in, with the first page of the visit behind them."""
    clients = {role: Client() for role in users}
    for role, client in clients.items():
        client.force_login(users[role], backend="people.accounts.backends.LoginNameBackend")
        client.get("/o/school-3/")
    return clients


def _asked(clients):
    found = {}
    for role, client in clients.items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/o/school-3/").status_code == 200
        found[role] = len(queries)
    return found


def test_the_first_page_of_every_role_asks_within_its_figure_for_few_and_for_many(settings):
    settings.MENTORING_TODAY = DAY
    home = furnish(build_world()).home
    clients = _visitors({role: home.people[role].user for role in FIGURES})
    few = _asked(clients)
    _more(home)
    many = _asked(clients)
    assert many == few
    assert {role: n for role, n in few.items() if n > FIGURES[role]} == {}
