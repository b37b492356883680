"""A whole regulation is entered through the pages alone, and what is stored is what was meant."""

import pytest

from people.organizations.models import RegulationVersion
from people.organizations.regulations import check_regulation, load_preset, preset_codes
from people.organizations.services import put_in_force
from tests.crawl import signed_in
from tests.people.organizations.entering import enter_regulation, said
from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


@pytest.mark.parametrize("code", preset_codes())
def test_each_of_the_five_regulations_is_entered_through_the_pages_alone(world, code):
    meant = load_preset(code)
    # Its own regulation is in force in school-3 already, and a draft that changes nothing goes nowhere.
    place = world.other if code == "school-3" else world.home
    client = signed_in(place.curator.user)
    card = enter_regulation(client, place.organization.slug, meant)
    assert client.post(f"{card}submit/").status_code == 302
    version = RegulationVersion.objects.get(pk=int(card.rstrip("/").rpartition("/")[2]))
    put_in_force(version, by=place.director.user, on=place.organization.today())
    stored = check_regulation(RegulationVersion.objects.get(pk=version.pk).settings)
    assert said(stored) == said(meant)
