"""Entering the banks, changing cards, following consents, pairs, pauses and the archive."""

import datetime

import pytest

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.accounts.actor import actor_in
from people.accounts.states import Role
from people.banks.models import Competence, Direction, MenteeEntry, MentorEntry
from people.banks.selectors import free_mentors, searching_mentees, stale_before
from people.banks.services import (
    archive_entry,
    edit_mentee,
    edit_mentor,
    enter_mentee,
    enter_mentor,
    free_entry,
    pair_entry,
    pause_entry,
    refresh_entry,
    resume_entry,
    seed_catalog,
)
from people.banks.states import EntryState
from people.consents.models import Consent
from people.consents.services import give_consent, record_paper_consent, withdraw_consent
from people.consents.states import ConsentState, Purpose
from people.history.models import Move
from people.models import Employment
from people.organizations.regulations import load_preset, preset_codes
from programs.models import Member
from tests.world import (
    PASSWORD,
    make_employment,
    make_mentee_entry,
    make_mentor_entry,
    make_mentorship,
    make_organization,
)
from tests.world import give_consent as given

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(home):
    return home.curator.user


def _requested(employment):
    rows = Consent.objects.filter(person=employment.person, state=ConsentState.REQUESTED)
    return set(rows.values_list("purpose", flat=True))


def test_a_mentor_without_consent_is_a_candidate_and_is_asked_for_both(home, curator):
    entry = enter_mentor(home.staff.employment, by=curator, capacity=2, strengths=[(home.competence, 4)])
    assert (entry.state, entry.capacity) == (EntryState.CANDIDATE, 2)
    assert list(entry.strengths.values_list("competence", "level")) == [(home.competence.pk, 4)]
    assert _requested(home.staff.employment) == {Purpose.PROCESSING, Purpose.MENTOR}
    assert entry.entered_on == entry.refreshed_on == home.organization.today()


def test_a_draft_asks_for_nothing_and_is_nobodys_role_until_it_is_entered(home, curator):
    entry = enter_mentor(home.staff.employment, by=curator, strengths=[(home.competence, 4)], as_draft=True)
    actor = actor_in(home.staff.user, home.organization)
    assert (entry.state, _requested(home.staff.employment), Role.MENTOR in actor.roles) == ("draft", set(), False)
    assert not MentorEntry.objects.visible_to(actor).exists()
    resume_entry(entry, by=curator)
    assert entry.state == EntryState.CANDIDATE
    assert _requested(home.staff.employment) == {Purpose.PROCESSING, Purpose.MENTOR}
    assert Role.MENTOR in actor_in(home.staff.user, home.organization).roles


def test_with_the_consent_to_processing_an_entry_is_active_at_once(home, curator):
    given(home.staff.employment)
    entry = enter_mentee(home.staff.employment, by=curator, needs=[(home.competence, 2)], request="Помогите")
    assert entry.state == EntryState.ACTIVE
    assert list(entry.needs.values_list("competence", "level_before")) == [(home.competence.pk, 2)]
    assert _requested(home.staff.employment) == {Purpose.MENTEE}
    assert list(Move.objects.of(entry).values_list("from_state", "to_state")) == [
        ("draft", "candidate"),
        ("candidate", "active"),
    ]


def test_only_the_consent_to_processing_makes_a_candidate_active(home, curator):
    entry = enter_mentor(home.staff.employment, by=curator)
    mine = {row.purpose: row for row in Consent.objects.filter(person=home.staff.person)}
    give_consent(mine[Purpose.MENTOR], by=home.staff.user, password=PASSWORD)
    entry.refresh_from_db()
    assert entry.state == EntryState.CANDIDATE
    give_consent(mine[Purpose.PROCESSING], by=home.staff.user, password=PASSWORD)
    entry.refresh_from_db()
    assert entry.state == EntryState.ACTIVE


def test_a_candidate_is_in_the_bank_since_the_consent_and_not_before(home, curator, settings):
    entry = enter_mentor(home.staff.employment, by=curator)
    entered_on = entry.entered_on
    settings.MENTORING_TODAY = entered_on + datetime.timedelta(days=3)
    asked = Consent.objects.get(person=home.staff.person, purpose=Purpose.PROCESSING)
    give_consent(asked, by=home.staff.user, password=PASSWORD)
    entry.refresh_from_db()
    assert entry.entered_on == settings.MENTORING_TODAY


def test_paper_makes_both_entries_of_one_person_active(home, curator):
    entries = [enter(home.staff.employment, by=curator) for enter in (enter_mentor, enter_mentee)]
    day = home.organization.today()
    record_paper_consent(home.staff.employment, Purpose.PROCESSING, by=curator, given_on=day)
    for entry in entries:
        entry.refresh_from_db()
    assert [entry.state for entry in entries] == [EntryState.ACTIVE, EntryState.ACTIVE]


def test_a_withdrawn_consent_brings_an_active_entry_back_and_leaves_a_pair_to_the_curator(home, curator):
    entry = make_mentor_entry(home.staff.employment)
    withdraw_consent(given(home.staff.employment), by=home.staff.user)
    entry.refresh_from_db()
    assert entry.state == EntryState.CANDIDATE
    processing = Consent.objects.get(person=home.mentor.person, purpose=Purpose.PROCESSING)
    withdraw_consent(processing, by=home.mentor.user)
    home.mentor_entry.refresh_from_db()
    assert home.mentor_entry.state == EntryState.PAIRED
    Member.objects.update(is_active=False)
    assert free_entry(home.mentor_entry, by=curator).state == EntryState.CANDIDATE


def test_nobody_enters_twice_and_nobody_who_left(home, curator):
    enter_mentor(home.staff.employment, by=curator)
    gone = make_employment(home.organization, "Ушедший", ends_on=datetime.date(2026, 6, 1))
    for employment in (home.staff.employment, home.mentor.employment, gone):
        with pytest.raises(MoveRefused):
            enter_mentor(employment, by=curator)
    assert not MentorEntry.objects.filter(employment=gone).exists()


def test_a_competence_of_another_organization_is_refused_and_nothing_is_written(world, home, curator):
    with pytest.raises(MoveRefused):
        enter_mentor(home.staff.employment, by=curator, strengths=[(world.other.competence, 3)])
    assert not MentorEntry.objects.filter(employment=home.staff.employment).exists()
    with pytest.raises(MoveRefused):
        edit_mentor(
            home.mentor_entry,
            by=curator,
            values={"achievements": "новое"},
            strengths=[(world.other.competence, 3)],
            expected_version=1,
        )
    home.mentor_entry.refresh_from_db()
    assert (home.mentor_entry.achievements, home.mentor_entry.version) == ("", 1)


def test_an_archived_entry_comes_back_with_the_new_values(home, curator):
    given(home.staff.employment)
    first = enter_mentor(home.staff.employment, by=curator, capacity=1, strengths=[(home.competence, 4)])
    archive_entry(first, by=curator)
    second = enter_mentor(home.staff.employment, by=curator, capacity=3)
    assert (second.pk, second.capacity, second.state) == (first.pk, 3, EntryState.ACTIVE)
    assert not second.strengths.exists()


def test_editing_replaces_the_levels_keeps_results_and_counts_as_confirmed(home, curator):
    entry = home.mentee_entry
    kept = entry.needs.create(competence=home.competence, level_before=1, level_after=4)
    edit_mentee(
        entry, by=curator, values={"request": "Новый"}, needs=[(home.competence, 2)], expected_version=entry.version
    )
    kept.refresh_from_db()
    entry.refresh_from_db()
    assert (kept.level_before, kept.level_after) == (2, 4)
    assert (entry.request, entry.version, entry.refreshed_on) == ("Новый", 2, home.organization.today())


def test_a_stale_save_writes_neither_card_nor_levels(home, curator):
    edit_mentor(home.mentor_entry, by=curator, values={"wishes": "первый"}, strengths=[], expected_version=1)
    with pytest.raises(StaleSave):
        edit_mentor(
            home.mentor_entry,
            by=home.mentor.user,
            values={"wishes": "второй"},
            strengths=[(home.competence, 5)],
            expected_version=1,
        )
    home.mentor_entry.refresh_from_db()
    assert home.mentor_entry.wishes == "первый"
    assert not home.mentor_entry.strengths.exists()


def test_a_pair_holds_its_people_until_the_last_one_ends(home, curator):
    mentees = [make_mentee_entry(make_employment(home.organization, f"Второй{n}")) for n in range(2)]
    other = make_mentorship(home.mentor_entry, mentees[0])
    assert pair_entry(home.mentor_entry, by=curator).state == EntryState.PAIRED
    Member.objects.filter(mentorship=other).update(is_active=False)
    assert free_entry(home.mentor_entry, by=curator).state == EntryState.PAIRED
    Member.objects.update(is_active=False)
    assert free_entry(home.mentor_entry, by=curator).state == EntryState.ACTIVE
    assert pair_entry(mentees[1], by=curator).state == EntryState.PAIRED


def test_a_paused_or_unready_entry_cannot_be_paired(home, curator):
    paused = pause_entry(make_mentor_entry(home.staff.employment), by=curator)
    candidate = make_mentee_entry(home.council.employment, state=EntryState.CANDIDATE)
    for entry in (paused, candidate):
        with pytest.raises(MoveRefused):
            pair_entry(entry, by=curator)


def test_who_is_in_a_pair_is_neither_paused_nor_archived(home, curator):
    for step in (pause_entry, archive_entry):
        with pytest.raises(MoveRefused):
            step(home.mentor_entry, by=curator)
    home.mentor_entry.refresh_from_db()
    assert home.mentor_entry.state == EntryState.PAIRED


@pytest.mark.parametrize(("has_consent", "state"), [(True, EntryState.ACTIVE), (False, EntryState.CANDIDATE)])
def test_coming_back_from_a_pause_or_the_archive_asks_for_the_consent(home, curator, has_consent, state):
    if has_consent:
        given(home.staff.employment)
    entry = make_mentor_entry(home.staff.employment)
    for step in (pause_entry, archive_entry):
        MentorEntry.objects.filter(pk=entry.pk).update(state=EntryState.ACTIVE)
        step(entry, by=curator)
        assert resume_entry(entry, by=curator).state == state
    with pytest.raises(MoveRefused):
        resume_entry(entry, by=curator)


def test_confirming_sets_the_day_and_an_archived_card_is_not_confirmed(home, curator):
    MentorEntry.objects.filter(pk=home.mentor_entry.pk).update(refreshed_on=datetime.date(2024, 1, 1))
    assert refresh_entry(home.mentor_entry, by=home.mentor.user).refreshed_on == home.organization.today()
    archived = make_mentor_entry(home.staff.employment, state=EntryState.ARCHIVED)
    with pytest.raises(MoveRefused):
        refresh_entry(archived, by=curator)


# The regulations differ: half a year at the lyceum (3.4), a year elsewhere.
DUE = {preset: datetime.date(2025, 11, 21) for preset in preset_codes()} | {"lyceum-136": datetime.date(2026, 5, 21)}


@pytest.mark.parametrize("preset", preset_codes())
def test_a_card_is_due_after_the_interval_of_the_regulation(preset):
    assert stale_before(load_preset(preset), datetime.date(2026, 11, 21)) == DUE[preset]


def test_free_mentors_have_a_place_and_searching_mentees_have_nobody(home):
    organization = home.organization
    full = make_mentor_entry(home.council.employment, capacity=1, state=EntryState.PAIRED)
    make_mentorship(full, make_mentee_entry(home.director.employment, state=EntryState.PAIRED))
    free = make_mentor_entry(home.staff.employment, capacity=1)
    make_mentor_entry(home.psychologist.employment, state=EntryState.PAUSED)
    searching = make_mentee_entry(home.sysadmin.employment)
    make_mentee_entry(home.staff.employment, state=EntryState.CANDIDATE)
    assert {(row.pk, row.taken) for row in free_mentors(organization)} == {(home.mentor_entry.pk, 1), (free.pk, 0)}
    assert list(searching_mentees(organization)) == [searching]


@pytest.mark.parametrize("preset", preset_codes())
def test_the_catalog_has_the_directions_of_the_regulation_with_competences_in_each(preset):
    organization = make_organization(f"x-{preset}", preset=preset)
    seed_catalog(organization)
    seed_catalog(organization)
    labels = [direction.label for direction in load_preset(preset).program.directions]
    rows = Direction.objects.filter(organization=organization)
    assert list(rows.values_list("name", flat=True)) == labels
    assert all(direction.competences.exists() for direction in rows)
    assert Competence.objects.filter(organization=organization).count() == 26


def test_a_second_seeding_leaves_what_was_renamed_alone(home):
    seed_catalog(home.organization)
    Competence.objects.filter(organization=home.organization, name="Классное руководство").update(name="Наше")
    direction = Direction.objects.get(organization=home.organization, name="методическое")
    assert home.competence.direction == direction


def test_entering_does_not_touch_the_staff_card(home, curator):
    before = Employment.objects.values().get(pk=home.staff.employment.pk)
    enter_mentee(home.staff.employment, by=curator)
    assert Employment.objects.values().get(pk=home.staff.employment.pk) == before
    assert MenteeEntry.objects.filter(employment=home.staff.employment).count() == 1
