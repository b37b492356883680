"""What a new organization starts with."""

import datetime

import pytest

from people.models import Competence, Direction
from people.organizations.regulations import load_preset, preset_codes
from people.organizations.services import open_organization
from tests.world import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("preset", preset_codes())
def test_a_new_organization_has_all_it_needs_to_begin(preset):
    organization = open_organization(
        by=make_user("admin", is_installation_admin=True),
        preset=preset,
        valid_from=datetime.date(2025, 9, 1),
        slug="new-school",
        kind="school",
        full_name="Новая школа",
        short_name="Новая школа",
        place="г. Волгоград",
    )
    directions = Direction.objects.filter(organization=organization)
    assert {row.name for row in directions} == {row.label for row in load_preset(preset).program.directions}
    assert Competence.objects.filter(organization=organization).exists()
    assert organization.program_templates.exists()
