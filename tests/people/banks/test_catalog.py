"""The editable catalog: added, renamed, retired, never deleted, one for both banks."""

import pytest

from mentoring.lib.moves import MoveRefused
from people.banks.forms import MentorForm
from people.banks.models import Competence, MentorEntry
from people.banks.selectors import catalog, whole_catalog
from people.banks.services import (
    add_competence,
    add_direction,
    bring_back,
    change_competence,
    edit_mentor,
    rename_direction,
    retire,
)
from people.organizations.selectors import regulation_on

pytestmark = pytest.mark.django_db


def _offered(home):
    return {(direction.name, each.name) for direction, group in catalog(home.organization) for each in group}


def test_what_is_added_and_renamed_is_offered_by_both_banks_under_its_new_name(home):
    by = home.curator.user
    direction = add_direction(home.organization, name="цифровое", by=by)
    competence = add_competence(direction, name="Электронный журнал", by=by)
    rename_direction(direction, name="Цифровая среда", by=by)
    change_competence(competence, name="Журнал", direction=direction, by=by)
    assert _offered(home) == {("методическое", "Методика урока"), ("Цифровая среда", "Журнал")}
    assert [each.position for each, _group in whole_catalog(home.organization)] == [0, 1]


@pytest.mark.parametrize("name", ["Методика урока", "МЕТОДИКА  УРОКА"])
def test_a_name_that_stands_in_the_catalog_is_refused_in_any_case(home, name):
    with pytest.raises(MoveRefused):
        add_competence(home.direction, name=name, by=home.curator.user)
    change_competence(home.competence, name=name, direction=home.direction, by=home.curator.user)
    assert Competence.objects.filter(organization=home.organization).count() == 1


def test_another_organizations_direction_takes_no_competence_from_here(world, home):
    with pytest.raises(MoveRefused):
        change_competence(home.competence, name="Урок", direction=world.other.direction, by=home.curator.user)


def test_a_retired_competence_stays_on_its_card_and_survives_the_next_save(home):
    by = home.curator.user
    home.mentor_entry.strengths.create(competence=home.competence, level=4)
    retire(home.competence, by=by)
    assert _offered(home) == set()
    regulation = regulation_on(home.organization, home.organization.today())
    frame = {"organization": home.organization, "regulation": regulation}
    assert f"level_{home.competence.pk}" not in MentorForm(**frame).fields
    entry = MentorEntry.objects.get(pk=home.mentor_entry.pk)
    data = {"version": 1, "capacity": 2, f"level_{home.competence.pk}": 5}
    form = MentorForm(data, instance=entry, **frame)
    assert form.is_valid(), form.errors
    edit_mentor(entry, by=by, values=form.values, strengths=form.levels, expected_version=1)
    assert list(entry.strengths.values_list("competence", "level")) == [(home.competence.pk, 5)]
    bring_back(home.competence, by=by)
    assert _offered(home) == {("методическое", "Методика урока")}


def test_under_a_retired_direction_nothing_is_added_or_brought_back(home):
    by = home.curator.user
    retire(home.competence, by=by)
    retire(home.direction, by=by)
    for deed in (
        lambda: bring_back(home.competence, by=by),
        lambda: add_competence(home.direction, name="Новое", by=by),
    ):
        with pytest.raises(MoveRefused):
            deed()
    bring_back(home.direction, by=by)
    assert not bring_back(home.competence, by=by).is_retired


def test_the_page_counts_who_uses_what_and_the_curator_adds_there(home, client):
    home.mentor_entry.strengths.create(competence=home.competence, level=4)
    home.mentee_entry.needs.create(competence=home.competence, level_before=2)
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    base = f"/o/{home.organization.slug}/catalog/"
    [(direction, [competence])] = client.get(base).context["groups"]
    assert (direction, competence.n_mentors, competence.n_mentees) == (home.direction, 1, 1)
    assert client.post(f"{base}directions/{direction.pk}/new/", {"name": "Проекты"}).status_code == 302
    again = client.post(f"{base}directions/{direction.pk}/new/", {"name": "проекты"})
    assert again.context["form"].errors.keys() == {"name"}
    assert again.context["form"].data["name"] == "проекты"
