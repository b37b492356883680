"""The lists of both banks, the cards, the forms."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.banks.models import MenteeEntry, MentorEntry
from people.banks.states import EntryState
from people.models import Competence, Direction
from tests.amending import amend
from tests.world import (
    CANARY,
    give_consent,
    make_employment,
    make_mentee_entry,
    make_mentor_entry,
    make_mentorship,
    undrawn,
)

pytestmark = pytest.mark.django_db
BURNOUT = "Педагог в состоянии профессионального, эмоционального выгорания"
READERS = ("director", "curator", "council", "psychologist", "sysadmin")


@pytest.fixture
def as_role(client, home):
    def enter(role):
        client.force_login(getattr(home, role).user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return enter


def _url(home, tail):
    return f"/o/{home.organization.slug}/{tail}"


def _names(answer):
    return [entry.employment.person.last_name for entry in answer.context["page"].rows]


def _counts(answer):
    return [chip.count for chip in answer.context["page"].quick]


@pytest.fixture
def bank(home):
    """Beside the paired one: a free, an unready, a stale and an archived mentor."""
    subject = {"subject": "Физика, астрономия", "post": "Учитель физики", "category": "highest"}
    free = make_employment(home.organization, "Ёлкин", **subject)
    give_consent(free)
    give_consent(free, "mentor")
    entry = make_mentor_entry(free, capacity=2)
    entry.strengths.create(competence=home.competence, level=5)
    make_mentor_entry(make_employment(home.organization, "Бескова"), state=EntryState.CANDIDATE)
    make_mentor_entry(
        make_employment(home.organization, "Давняя"),
        state=EntryState.PAUSED,
        refreshed_on=datetime.date(2020, 1, 1),
        entered_on=datetime.date(2019, 1, 1),
    )
    make_mentor_entry(make_employment(home.organization, "Архивов"), state=EntryState.ARCHIVED)
    return home


@undrawn()
def test_the_bank_of_mentors_is_counted_filtered_and_sorted_by_the_address(bank, as_role):
    client = as_role("curator")
    everybody = client.get(_url(bank, "mentors/"))
    assert _names(everybody) == ["Бескова", "Давняя", "Ёлкин", "Ковальчук"]
    assert _counts(everybody) == [4, 2, 2, 1]
    assert everybody.context["counts"]["places"] == 4
    for query, names in {
        "only=free": ["Ёлкин", "Ковальчук"],
        "only=lacks_consent": ["Бескова", "Давняя"],
        "only=stale": ["Давняя"],
        "only=nonsense": ["Бескова", "Давняя", "Ёлкин", "Ковальчук"],
        "state=archived": ["Архивов"],
        "state=candidate": ["Бескова"],
        f"competence={bank.competence.pk}": ["Ёлкин"],
        f"direction={bank.direction.pk}": ["Ёлкин"],
        "category=highest": ["Ёлкин"],
        "subject=АСТРОНОМ": ["Ёлкин"],
        "q=елкин": ["Ёлкин"],
        "q=учитель+ФИЗИКИ": ["Ёлкин"],
        "q=.*": [],
        "sort=-name": ["Ковальчук", "Ёлкин", "Давняя", "Бескова"],
        "sort=-places": ["Ковальчук", "Бескова", "Давняя", "Ёлкин"],
        "sort=since": ["Давняя", "Бескова", "Ёлкин", "Ковальчук"],
    }.items():
        found = _names(client.get(_url(bank, f"mentors/?{query}")))
        assert sorted(found) == sorted(names), query
        if "sort" in query:
            assert found[0] == names[0], query


def test_a_competence_of_another_organization_is_no_filter(world, bank, as_role):
    answer = as_role("curator").get(_url(bank, f"mentors/?competence={world.other.competence.pk}"))
    assert answer.context["page"].form.errors.keys() == {"competence"}
    assert CANARY not in answer.content.decode()


@undrawn()
def test_taken_places_are_the_mentees_of_running_pairs(bank, as_role):
    second = make_mentee_entry(make_employment(bank.organization, "Второй"))
    make_mentorship(bank.mentor_entry, second)
    third = make_mentee_entry(make_employment(bank.organization, "Третий"))
    make_mentorship(bank.mentor_entry, third, state="proposed")
    row = as_role("curator").get(_url(bank, "mentors/?q=ковальчук")).context["page"].rows[0]
    assert (row.taken, row.capacity) == (2, 3)


@pytest.mark.parametrize("role", READERS)
@undrawn()
def test_who_may_not_read_the_register_is_not_told_who_lacks_a_consent(bank, as_role, role):
    answer = as_role(role).get(_url(bank, "mentors/?only=lacks_consent"))
    reads = role in ("director", "curator", "sysadmin")
    assert len(answer.context["page"].quick) == (4 if reads else 3)
    assert len(_names(answer)) == (2 if reads else 4)
    card = as_role(role).get(_url(bank, f"mentors/{bank.mentor_entry.pk}/"))
    assert card.context["sees_register"] is reads


@pytest.mark.parametrize("tail", ["mentors/", "mentors/open/", "mentees/"])
def test_a_list_costs_the_same_for_three_rows_and_for_nine(home, as_role, tail):
    client = as_role("curator")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(_url(home, tail)).status_code == 200
        return len(captured)

    def grow(start, stop):
        for number in range(start, stop):
            employment = make_employment(home.organization, f"Новиков{number}")
            give_consent(employment)
            mentor, mentee = make_mentor_entry(employment), make_mentee_entry(employment)
            mentor.strengths.create(competence=home.competence, level=4)
            mentee.needs.create(competence=home.competence, level_before=2)

    grow(0, 2)
    queries()
    few = queries()
    grow(2, 8)
    assert queries() == few


def test_the_open_bank_shows_name_post_subject_and_competences_and_nothing_else(bank, as_role):
    entry = MentorEntry.objects.get(employment__person__last_name="Ёлкин")
    MentorEntry.objects.filter(pk=entry.pk).update(
        achievements="ДОСТИЖЕНИЕ", interests="ИНТЕРЕС", wishes="ЖЕЛАНИЕ", time_resource="ВРЕМЯ"
    )
    type(entry.employment).objects.filter(pk=entry.employment_id).update(phone="ТЕЛЕФОН", email="a@example.org")
    answer = as_role("staff").get(_url(bank, "mentors/open/"))
    page = answer.content.decode()
    assert _names(answer) == ["Ёлкин", "Ковальчук"]
    for word in ("Учитель физики", "Физика, астрономия", "Методика урока"):
        assert word in page
    for word in ("ДОСТИЖЕНИЕ", "ИНТЕРЕС", "ЖЕЛАНИЕ", "ВРЕМЯ", "ТЕЛЕФОН", "a@example.org", "2026"):
        assert word not in page.split("<main")[1], word
    assert _names(as_role("staff").get(_url(bank, "mentors/open/?q=шевч"))) == []


@pytest.fixture
def burnt_out(home):
    MenteeEntry.objects.filter(pk=home.mentee_entry.pk).update(categories=["young", "burnout"])
    return home


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        ("director", False),
        ("curator", True),
        ("council", False),
        ("psychologist", True),
        ("sysadmin", False),
        ("mentor", False),
        ("mentee", True),
    ],
)
def test_a_sensitive_category_shows_on_the_card_to_those_it_concerns_only(burnt_out, as_role, role, sees):
    page = as_role(role).get(_url(burnt_out, f"mentees/{burnt_out.mentee_entry.pk}/")).content.decode()
    assert "Молодой педагог" in page
    assert (BURNOUT in page) is sees


@pytest.mark.parametrize("role", READERS)
def test_a_sensitive_category_is_in_no_list_filter_or_count(burnt_out, as_role, role):
    make_mentee_entry(make_employment(burnt_out.organization, "Другой"))
    client = as_role(role)
    for query in ("", "?ground=burnout"):
        answer = client.get(_url(burnt_out, f"mentees/{query}"))
        assert BURNOUT not in answer.content.decode(), query
        assert len(_names(answer)) == 2, query
    with undrawn():
        found = [_names(client.get(_url(burnt_out, f"mentees/?{query}"))) for query in ("q=выгорание", "ground=young")]
    assert list(map(len, found)) == [0, 1]


def _mentee_data(entry, **changes):
    return {"version": entry.version, "request": "Хочу вести проекты", "categories": ["new_place"]} | changes


@pytest.mark.parametrize("role", ["curator", "sysadmin"])
def test_a_keeper_saves_the_card_without_seeing_setting_or_losing_the_sensitive_category(burnt_out, as_role, role):
    url = _url(burnt_out, f"mentees/{burnt_out.mentee_entry.pk}/edit/")
    client = as_role(role)
    assert BURNOUT not in client.get(url).content.decode()
    assert client.post(url, _mentee_data(burnt_out.mentee_entry)).status_code == 302
    entry = MenteeEntry.objects.get(pk=burnt_out.mentee_entry.pk)
    assert set(entry.categories) == {"burnout", "new_place"}
    forged = client.post(url, _mentee_data(entry, categories=["burnout"]))
    assert forged.context["form"].errors.keys() == {"categories"}


def test_the_person_sets_and_clears_the_own_sensitive_category(burnt_out, as_role):
    url = _url(burnt_out, f"mentees/{burnt_out.mentee_entry.pk}/edit/")
    client = as_role("mentee")
    client.post(url, _mentee_data(burnt_out.mentee_entry))
    entry = MenteeEntry.objects.get(pk=burnt_out.mentee_entry.pk)
    assert entry.categories == ["new_place"]
    client.post(url, _mentee_data(entry, categories=["burnout"]))
    entry.refresh_from_db()
    assert entry.categories == ["burnout"]


def test_a_stale_save_shows_both_texts_and_keeps_what_was_typed(burnt_out, as_role):
    entry = burnt_out.mentee_entry
    url = _url(burnt_out, f"mentees/{entry.pk}/edit/")
    as_role("mentee").post(url, _mentee_data(entry, request="Слово наставляемого", categories=["burnout"]))
    answer = as_role("sysadmin").post(url, _mentee_data(entry, request="Слово хранителя"))
    page = answer.content.decode()
    assert "Слово наставляемого" in page
    assert "Слово хранителя" in page
    assert BURNOUT not in page
    again = as_role("sysadmin").post(url, answer.context["form"].data)
    assert again.status_code == 302
    entry.refresh_from_db()
    assert entry.request == "Слово хранителя"
    assert set(entry.categories) == {"burnout", "new_place"}


def test_the_curator_enters_a_mentor_with_levels_and_lands_on_the_card(home, as_role):
    data = {"employment": home.staff.employment.pk, "capacity": 2, f"level_{home.competence.pk}": 4}
    answer = as_role("curator").post(_url(home, "mentors/new/"), data)
    entry = MentorEntry.objects.get(employment=home.staff.employment)
    assert answer.headers["Location"] == _url(home, f"mentors/{entry.pk}/")
    assert list(entry.strengths.values_list("competence", "level")) == [(home.competence.pk, 4)]


def test_the_form_starts_with_the_person_of_the_staff_card(home, as_role):
    url = _url(home, f"mentees/new/?employment={home.staff.employment.pk}")
    page = as_role("curator").get(url).content.decode()
    assert f'value="{home.staff.employment.pk}" selected' in page
    assert as_role("curator").get(_url(home, "mentees/new/?employment=x")).status_code == 200


@undrawn()
def test_the_form_offers_only_present_staff_of_this_organization_who_are_not_in_the_bank(world, home, as_role):
    gone = make_employment(home.organization, "Ушедший", ends_on=datetime.date(2026, 6, 1))
    archived = make_employment(home.organization, "Архивов")
    make_mentor_entry(archived, state=EntryState.ARCHIVED)
    answer = as_role("curator").get(_url(home, "mentors/new/"))
    offered = set(answer.context["form"].fields["employment"].queryset)
    present = {getattr(home, role.value).employment for role in home.people} - {home.mentor.employment}
    assert offered == present | {archived}
    client = as_role("curator")
    for employment in (gone, home.mentor.employment, world.other.staff.employment):
        refused = client.post(_url(home, "mentors/new/"), {"employment": employment.pk, "capacity": 1})
        assert refused.context["form"].errors.keys() == {"employment"}


def test_a_competence_of_another_organization_cannot_be_sent(world, home, as_role):
    data = {"employment": home.staff.employment.pk, "capacity": 1, f"level_{world.other.competence.pk}": 5}
    as_role("curator").post(_url(home, "mentors/new/"), data)
    assert not MentorEntry.objects.get(employment=home.staff.employment).strengths.exists()


@undrawn()
def test_bad_values_are_refused_beside_their_field_and_nothing_is_written(home, as_role):
    level, client = f"level_{home.competence.pk}", as_role("curator")
    for values, field in (
        ({"capacity": 0}, "capacity"),
        ({"capacity": 11}, "capacity"),
        ({"capacity": "два"}, "capacity"),
        ({"capacity": ""}, "capacity"),
        ({"capacity": 1, level: 6}, level),
        ({"capacity": 1, level: "много"}, level),
        ({"capacity": 1, "employment": ""}, "employment"),
    ):
        answer = client.post(_url(home, "mentors/new/"), {"employment": home.staff.employment.pk} | values)
        assert set(answer.context["form"].errors) == {field}, values
    assert not MentorEntry.objects.filter(employment=home.staff.employment).exists()


def test_a_mentor_edits_the_own_card_and_nobody_elses(bank, as_role):
    other = MentorEntry.objects.get(employment__person__last_name="Ёлкин")
    client = as_role("mentor")
    own = {"version": 1, "capacity": 2, "wishes": "Молодого физика"}
    assert client.post(_url(bank, f"mentors/{bank.mentor_entry.pk}/edit/"), own).status_code == 302
    assert client.post(_url(bank, f"mentors/{other.pk}/edit/"), own).status_code == 404
    bank.mentor_entry.refresh_from_db()
    other.refresh_from_db()
    assert (bank.mentor_entry.wishes, other.wishes) == ("Молодого физика", "")


def test_the_steps_answer_with_the_card_whether_they_are_possible_or_not(bank, as_role):
    client = as_role("curator")
    for step in ("pause", "archive", "resume", "confirm"):
        url = _url(bank, f"mentors/{bank.mentor_entry.pk}/{step}/")
        assert client.post(url).headers["Location"] == _url(bank, f"mentors/{bank.mentor_entry.pk}/")
    bank.mentor_entry.refresh_from_db()
    assert bank.mentor_entry.state == EntryState.PAIRED


def test_a_card_of_another_organization_is_not_there(world, home, as_role):
    client = as_role("curator")
    for tail in (f"mentors/{world.other.mentor_entry.pk}/", f"mentees/{world.other.mentee_entry.pk}/edit/"):
        assert client.get(_url(home, tail)).status_code == 404


def test_an_empty_catalog_and_an_empty_bank_say_what_to_do(home, as_role):
    client = as_role("curator")
    MentorEntry.objects.filter(pk=home.mentor_entry.pk).update(state=EntryState.ARCHIVED)
    Competence.objects.filter(organization=home.organization).delete()
    Direction.objects.filter(organization=home.organization).delete()
    for tail in ("mentors/", "mentors/new/", "mentors/open/", "mentees/new/"):
        assert client.get(_url(home, tail)).status_code == 200


def test_where_the_regulation_keeps_the_bank_closed_the_staff_is_told_whom_to_ask(bank, as_role):
    amend(bank.organization, {"bank.mentors_visible_to_staff": False})
    answer = as_role("staff").get(_url(bank, "mentors/open/"))
    assert (_names(answer), answer.context["is_open"]) == ([], False)
    assert "Ёлкин" not in as_role("staff").get(_url(bank, "search/?q=елкин")).content.decode()
    assert _names(as_role("council").get(_url(bank, "mentors/open/"))) == ["Ёлкин", "Ковальчук"]


@undrawn()
def test_two_who_save_the_same_at_once_are_told_so_too(bank, as_role):
    entry = bank.mentee_entry
    url = _url(bank, f"mentees/{entry.pk}/edit/")
    for role in ("curator", "sysadmin"):
        answer = as_role(role).post(url, _mentee_data(entry))
    assert (answer.context["is_stale_save"], answer.context["conflicts"]) == (True, [])
