"""The banks as facts for the score."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.banks.models import Difficulty, EntryResult, MentorCompetence
from people.banks.states import EntryState
from people.consents.models import Consent
from people.consents.states import ConsentState, Purpose
from programs.matching.scoring import Earlier, Lack
from programs.matching.selectors import load_facts, load_facts_of, weights_of
from programs.mentorships.states import MentorshipState
from tests.programs.mentorships.factories import make_mentee, make_mentor
from tests.world import DAY, make_employment, make_mentor_entry, make_mentorship


def by_name(facts):
    return {one.name.split("\xa0")[0].split()[0]: one for one in facts}


def test_what_the_cards_say_becomes_facts(world):
    place = world.home
    entry = place.mentor_entry
    MentorCompetence.objects.create(entry=entry, competence=place.competence, level=5)
    Difficulty.objects.create(entry=place.mentee_entry, competence=place.competence, level_before=2)
    entry.employment.subject, entry.employment.category = "физика", "highest"
    entry.employment.save()
    entry.time_resource, entry.mentee_age = "Пятница", "до 30 лет"
    entry.save()
    mentees, mentors = load_facts(place.organization, DAY)
    mentor, mentee = by_name(mentors)["Ковальчук"], by_name(mentees)["Черных"]
    assert (mentor.levels, mentee.levels) == ({place.competence.pk: 5}, {place.competence.pk: 2})
    assert mentee.competences == {place.competence.pk: "Методика урока"}
    assert (mentor.subject_words, mentor.category, mentor.category_value) == ("физика", "высшая категория", 0.9)
    assert (mentor.slots, mentor.ages) == ({(4, 0), (4, 1), (4, 2)}, (0, 30))
    assert (mentor.places, mentor.taken, mentor.experience_years) == (3, 1, 11)
    assert (mentee.has_mentor, mentee.mentor_name) == (True, entry.employment.person.short_name)
    assert [option.code for option in mentor.forms] == ["teacher_teacher"]
    assert (mentor.lacks, mentee.lacks, mentor.rank) == ((), (), 0)


def test_earlier_pairs_are_read_with_their_end_and_results_only_without_them(world):
    place = world.home
    mentor, first, second, third = (
        make_mentor(place.organization, "Жук"),
        *(make_mentee(place.organization, f"Новикова-{n}") for n in range(3)),
    )
    make_mentorship(mentor, first, state=MentorshipState.TERMINATED)
    make_mentorship(mentor, second, state=MentorshipState.DECLINED)
    days = {"starts_on": DAY, "ended_on": DAY}
    for entry in (first, third):
        EntryResult.objects.create(
            mentor_entry=mentor, mentee_entry=entry, key="program-1", title="Год", form="f", is_completed=True, **days
        )
    _mentees, mentors = load_facts(place.organization, DAY)
    person = {entry: entry.employment.person_id for entry in (first, second, third)}
    assert set(by_name(mentors)["Жук"].earlier) == {
        Earlier(person[first], "terminated"),
        Earlier(person[second], "declined"),
        Earlier(person[third], "completed"),
    }


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"state": ConsentState.WITHDRAWN}, Lack(str(Purpose.MENTOR.label), is_said_no=True)),
        ({"valid_until": DAY - datetime.timedelta(days=1)}, Lack(str(Purpose.MENTOR.label))),
    ],
)
def test_a_consent_is_in_force_or_lacking(world, change, lack):
    Consent.objects.filter(pk=world.home.mentor_consent.pk).update(**change)
    _mentee, mentors = load_facts_of(world.home.mentee_entry)
    assert by_name(mentors)["Ковальчук"].lacks == (lack,)


def test_drafts_archived_cards_and_strangers_are_left_out_those_who_left_are_not_at_work(world):
    place = world.home
    for state in (EntryState.DRAFT, EntryState.ARCHIVED):
        make_mentor_entry(make_employment(place.organization, f"Вне-{state}"), state=state)
    make_mentor(place.organization, "Ушедшая", ends_on=DAY - datetime.timedelta(days=1))
    make_mentor_entry(place.curator.employment)
    mentees, mentors = load_facts(place.organization, DAY)
    assert set(by_name(mentees)) == {"Черных"}
    assert {name: (one.is_at_work, one.rank) for name, one in by_name(mentors).items()} == {
        "Ковальчук": (True, 0),
        "Соколова": (True, 1),
        "Ушедшая": (False, 0),
    }


def test_thirty_mentors_ask_the_database_no_more_than_one(world):
    place = world.home
    load_facts(place.organization, DAY)
    with CaptureQueriesContext(connection) as few:
        load_facts(place.organization, DAY)
    for number in range(30):
        entry = make_mentor_entry(make_employment(place.organization, f"Наставник{number}"))
        MentorCompetence.objects.create(entry=entry, competence=place.competence, level=4)
    with CaptureQueriesContext(connection) as many:
        load_facts(place.organization, DAY)
    assert (len(few), len(many)) == (10, 10)


def test_without_a_row_the_default_weights_hold(world):
    assert weights_of(world.home.organization)["needs"] == 10
