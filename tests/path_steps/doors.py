"""Who stays outside."""

import datetime

from django.test import Client
from django.urls import reverse

from people.accounts.states import Role
from programs.models import Evidence, Mentorship, Order, Program, Roadmap
from tests.world import make_employment, make_organization, make_user

LISTS = (
    "reports:home",
    "people:staff_list",
    "people:mentor_list",
    "people:consent_list",
    "reports:statistics_workbook",
)
CARDS = {
    "programs:mentorship_card": Mentorship,
    "reports:order_card": Order,
    "reports:order_pdf": Order,
    "programs:program_card": Program,
    "reports:paper_program": Program,
    "programs:evidence_file": Evidence,
    "programs:roadmap_card": Roadmap,
}


def keep_outsiders_out(walk):
    """The curator of another organization gets «not found», whoever has not signed in is asked to."""
    other = make_organization("other-school", preset=walk.preset)
    stranger = make_user("stranger", employment=make_employment(other, "Чужакова"))
    other.memberships.create(user=stranger, role=Role.CURATOR, starts_on=datetime.date(2026, 9, 1))
    outsider, nobody = Client(), Client()
    outsider.force_login(stranger, backend="people.accounts.backends.LoginNameBackend")
    addresses = [reverse(name, args=[walk.preset]) for name in LISTS]
    addresses += [reverse(name, args=[walk.preset, model.objects.first().pk]) for name, model in CARDS.items()]
    for address in addresses:
        assert outsider.get(address).status_code == 404, address
        assert nobody.get(address).url == f"/sign-in/?next={address}"
