"""Agreed pairs of a place of the world: whom an order can be made of."""

import datetime

from people.consents.states import Purpose
from programs.mentorships.states import MentorshipState
from tests.world import give_consents, make_employment, make_mentee_entry, make_mentor_entry, make_mentorship

MENTOR = ("Кара-оглы", "Тимур", "Али оглы", "male", "учитель истории")
MENTEE = ("Белых", "Анна", "Олеговна", "female", "учитель химии")


def make_mentor(organization, *card):
    """A mentor of the bank with both consents."""
    employment = make_employment(organization, *(card or MENTOR))
    give_consents(employment, Purpose.PROCESSING, Purpose.MENTOR)
    return make_mentor_entry(employment, capacity=30)


def make_mentee(organization, *card):
    """A mentee of the bank with both consents."""
    employment = make_employment(organization, *(card or MENTEE))
    give_consents(employment, Purpose.PROCESSING, Purpose.MENTEE)
    return make_mentee_entry(employment)


def agreed_pair(place, mentor=None, mentee=None, **fields):
    """A pair on which both sides have agreed; it starts in the past unless told otherwise."""
    organization = place.organization
    entry = mentor or make_mentor(organization)
    values = {
        "state": MentorshipState.AGREED,
        "kinds": ["traditional"],
        "starts_on": datetime.date(2026, 9, 1),
    } | fields
    return make_mentorship(entry, mentee or make_mentee(organization), **values)
