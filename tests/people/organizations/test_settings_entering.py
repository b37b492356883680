"""A whole regulation is entered through the pages alone: what is stored and printed is what was meant."""

import tomllib

import pytest

from people.organizations.models import RegulationVersion
from people.organizations.regulations import check_regulation, load_preset, preset_codes
from people.organizations.services import put_in_force
from programs.roadmap.services import open_year
from reports.documents.roadmap import roadmap_paper
from tests.crawl import signed_in
from tests.known import asked_once
from tests.people.organizations.entering import enter_regulation, said
from tests.reports.documents.test_roadmap_tables import TABLES, by_number, in_print, plain

pytestmark = [pytest.mark.django_db, pytest.mark.walk]
TABLE_OF = {path.stem: path for path in TABLES}


@pytest.mark.parametrize("code", preset_codes())
def test_each_of_the_five_regulations_is_entered_through_the_pages_alone(world, code):
    meant = load_preset(code)
    # Its own regulation is in force in school-3 already, and a draft that changes nothing goes nowhere.
    place = world.other if code == "school-3" else world.home
    client = signed_in(place.curator.user)
    # Who types stays the same from page to page.
    with asked_once({}):
        card = enter_regulation(client, place.organization.slug, meant)
        assert client.post(f"{card}submit/").status_code == 302
    version = RegulationVersion.objects.get(pk=int(card.rstrip("/").rpartition("/")[2]))
    put_in_force(version, by=place.director.user, on=place.organization.today())
    stored = check_regulation(RegulationVersion.objects.get(pk=version.pk).settings)
    assert said(stored) == said(meant)
    table = tomllib.loads(TABLE_OF[code].read_text(encoding="utf-8"))
    roadmap = open_year(place.organization, table["written_for"], by=place.curator.user, edition=version)
    printed = roadmap_paper(roadmap).table
    assert [plain(column.title) for column in printed.columns] == table["columns"]
    assert by_number(in_print(printed.rows)) == in_print(table["rows"])
