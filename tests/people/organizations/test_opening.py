"""Opening an organization: its copy of a regulation names the organization itself, not the one it was written for."""

import datetime
import json

import pytest

from people.organizations.models import Organization, RegulationVersion
from people.organizations.regulations import load_preset, preset_codes
from people.organizations.selectors import regulation_on
from tests.world import make_user

URL = "/installation/organizations/new/"
ABOUT = "о наставничестве в школе № 12"


@pytest.fixture
def admin(db, client):
    client.force_login(
        make_user("admin@demo.example", is_installation_admin=True),
        backend="people.accounts.backends.LoginNameBackend",
    )
    return client


def _sent(**changes):
    own = {"about": ABOUT, "order_number": "17", "order_on": "2026-08-31"}
    names = {
        "kind": "school",
        "full_name": "Школа № 12",
        "short_name": "СШ № 12",
        "slug": "school-12",
        "place": "г. Уфа",
    }
    return names | {"preset": "school-3", "time_zone": "Europe/Samara"} | own | changes


@pytest.mark.parametrize("preset", preset_codes())
def test_the_copy_carries_the_particulars_of_its_own_organization(admin, preset):
    assert admin.post(URL, _sent(preset=preset)).status_code == 302
    theirs = load_preset(preset).regulation
    copy = RegulationVersion.objects.get().settings
    assert theirs.about not in json.dumps(copy, ensure_ascii=False)
    assert copy["regulation"] == {
        **theirs.model_dump(mode="json"),
        "about": ABOUT,
        "order_heading": copy["regulation"]["order_heading"],
        "stamps": [stamp.model_dump(mode="json") | {"number": "", "on": None} for stamp in theirs.stamps],
        "order_number": "17",
        "order_on": "2026-08-31",
        "in_force_on": "2026-08-31",
    }


def test_a_regulation_not_approved_yet_names_no_order(admin):
    admin.post(URL, _sent(order_number="", order_on=""))
    adoption = regulation_on(Organization.objects.get(), datetime.date(2026, 10, 15)).regulation
    assert (adoption.order_number, adoption.order_on, adoption.in_force_on) == ("", None, None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"order_on": ""}, "order_on"), ({"order_number": ""}, "order_number"), ({"about": "Положение о"}, "about")],
)
def test_half_of_the_particulars_is_refused_and_nothing_is_opened(admin, changes, field):
    response = admin.post(URL, _sent(**changes))
    assert set(response.context["form"].errors) == {field}
    assert not Organization.objects.exists()


def test_a_taken_address_says_what_to_do(admin):
    admin.post(URL, _sent())
    response = admin.post(URL, _sent())
    assert response.context["form"].errors == {"slug": ["Этот адрес уже занят другой организацией. Придумайте другой."]}
