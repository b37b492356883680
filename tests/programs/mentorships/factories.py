"""People of the banks ready to be paired, and proposals."""

import datetime

from people.consents.states import Purpose
from programs.mentorships.services import propose_mentorship
from tests.world import give_consents, make_employment, make_mentee_entry, make_mentor_entry, make_user

FIRST = datetime.date(2026, 10, 15)
LAST = datetime.date(2027, 5, 31)
TERMS = {"form": "teacher_teacher", "kinds": ["traditional"], "starts_on": FIRST, "ends_on": LAST}


def _person(organization, last, role, consents, **fields):
    employment = make_employment(organization, last, **fields)
    make_user(f"{role}-{employment.pk}@school.example", employment=employment)
    give_consents(employment, *consents)
    return employment


def make_mentor(
    organization, last="Наставникова", *, capacity=3, consents=(Purpose.PROCESSING, Purpose.MENTOR), **fields
):
    """A free mentor with an account and the consents the law asks for."""
    employment = _person(organization, last, "mentor", consents, **fields)
    return make_mentor_entry(employment, capacity=capacity)


def make_mentee(organization, last="Новикова", *, consents=(Purpose.PROCESSING, Purpose.MENTEE), **fields):
    """A free mentee with an account and the consents the regulation asks for."""
    return make_mentee_entry(_person(organization, last, "mentee", consents, **fields))


def user_of(entry):
    return entry.employment.person.user


def make_proposal(place, *, mentees=1, mentor=None, **terms):
    """A proposal by the curator of ``place`` with a fresh mentor and ``mentees`` fresh mentees."""
    mentor = mentor or make_mentor(place.organization)
    chosen = [make_mentee(place.organization, f"Новикова-{n}") for n in range(mentees)]
    return propose_mentorship(
        place.organization, by=place.curator.user, mentor_entry=mentor, mentee_entries=chosen, **(TERMS | terms)
    )
