"""Two regulations side by side."""

import pytest
from django.urls import reverse

from people.organizations.comparison import compare
from people.organizations.regulations import RegulationSettings, load_preset, load_regulation, preset_codes
from people.organizations.regulations.catalog import SETTINGS
from tests.world import build_world

BASE = RegulationSettings.recommended()


def differing(left, right):
    return {row.label for group in compare(left, right) for row in group.rows if row.differs}


@pytest.mark.parametrize("code", preset_codes())
def test_a_regulation_is_like_itself_and_every_setting_is_shown(code):
    groups = compare(load_preset(code), load_preset(code))
    assert sum(len(group.rows) for group in groups) == len(SETTINGS)
    assert [row for group in groups for row in group.rows if row.differs or row.details] == []


def test_only_what_differs_is_marked():
    other = load_regulation(
        "[program]\nmax_months = 9\n[final_event]\ntypes = ["
        '{ code = "survey", label = "Опрос" }, { code = "fair", label = "Ярмарка" }]\n'
        '[clauses]\n"program.max_months" = "1.2"'
    )
    assert differing(BASE, other) == {SETTINGS["program.max_months"].label, SETTINGS["final_event.types"].label}
    rows = {row.label: row for group in compare(BASE, other) for row in group.rows}
    length, types = rows[SETTINGS["program.max_months"].label], rows[SETTINGS["final_event.types"].label]
    assert (length.left.lines, length.right.lines) == ((("12", True),), (("9", True),))
    assert (length.left.clause, length.right.clause) == ("рекомендация", "1.2")
    assert types.right.lines == (("Опрос", True), ("Ярмарка", True))
    assert len(types.details) == 1


@pytest.mark.django_db
def test_the_page_compares_with_a_preset_and_falls_back_on_nothing_wrong(client):
    home = build_world().home
    client.force_login(home.director.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("people:regulation_compare", args=[home.organization.slug])
    alike = client.get(url, {"other": "school-3"})
    assert (alike.context["n_differing"], len(alike.context["groups"])) == (0, 13)
    assert client.get(url, {"other": "lyceum-136"}).context["n_differing"] > 10
    assert client.get(url).context["sides"][0].count("1") >= 1
    wrong = client.get(url, {"other": "nothing", "mine": "999999999999999999999"})
    assert wrong.status_code == 200
    assert set(wrong.context["form"].errors) == {"mine", "other"}


@pytest.mark.django_db
def test_nobody_compares_with_an_edition_of_another_organization(client):
    world = build_world()
    client.force_login(world.home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("people:regulation_compare", args=[world.home.organization.slug])
    foreign = str(world.other.organization.regulations.get().pk)
    assert set(client.get(url, {"other": foreign}).context["form"].errors) == {"other"}
