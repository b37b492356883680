"""The hard rules, apart from the score: who cannot be put together, why, and what mends it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from programs.mentorships.managing import is_above

MENTOR, MENTEE, PAIR = "mentor", "mentee", "pair"


@dataclass(frozen=True)
class Barrier:
    """One rule in the way: ``side`` says whose card mends it. One that ``may_override`` asks for a reason."""

    code: str
    sentence: str
    side: str
    may_override: bool = False


def stops(lack):
    """Whether a missing consent stands in the way of a proposal.

    The written consent of a role is asked for and signed with the answer to the proposal, unless the person has
    said no to it; without the consent to processing nobody can answer at all.
    """
    return lack.is_processing or lack.is_said_no


def bars_side(one):
    return not one.can_be_chosen or not one.is_at_work or any(stops(lack) for lack in one.lacks)


def bars_mentor(mentor):
    """Whether no mentee at all can be given to this mentor now."""
    return bars_side(mentor) or mentor.free == 0


def bars_mentee(mentee):
    """Whether this mentee cannot be given to any mentor now."""
    return bars_side(mentee) or mentee.has_mentor


def leads(mentee, mentor):
    """Whether the mentor is a line manager of the mentee: the head, a deputy, the leader of the subject's teachers."""
    return is_above(mentor.rank, mentor.leads, mentee.rank, mentee.subjects)


def barriers_of_mentee(mentee):
    """Why nobody can be given to this mentee now."""
    found = _barriers_of_side(mentee, MENTEE)
    if mentee.has_mentor:
        text = _("%(name)s already has a mentor, proposed or working: %(mentor)s. End that pair first.")
        words = text % {"name": mentee.name, "mentor": mentee.mentor_name}
        found.append(Barrier("has_mentor", words, MENTEE))
    return found


def barriers_of_mentor(mentor):
    """Why this mentor can be given to nobody now."""
    found = _barriers_of_side(mentor, MENTOR)
    if mentor.free == 0:
        text = _("No free places: %(taken)s of %(places)s are taken. Raise the number in the bank or choose another.")
        words = text % {"taken": mentor.taken, "places": mentor.places}
        found.append(Barrier("places", words, MENTOR))
    return found


def _barriers_of_side(one, side):
    found = []
    if not one.can_be_chosen:
        text = _("In the bank it says “%(state)s”. Mend the card there first.")
        found.append(Barrier("state", text % {"state": one.state_words}, side))
    if not one.is_at_work:
        text = _("Does not work here now. Look at the days on the staff card.")
        found.append(Barrier("dates", text, side))
    for lack in filter(stops, one.lacks):
        said_no = _("The consent was refused or taken back: %(purpose)s. Talk it over and ask anew.")
        missing = _("The consent is missing: %(purpose)s. Ask for it on the page of consents.")
        found.append(Barrier("consent", (said_no if lack.is_said_no else missing) % {"purpose": lack.label}, side))
    return found


def barriers(mentee, mentor):
    """Everything in the way of this pair."""
    found = barriers_of_mentee(mentee) + barriers_of_mentor(mentor)
    if mentee.person == mentor.person:
        found.append(Barrier("self", _("Nobody can be their own mentor. Choose somebody else."), PAIR))
    elif leads(mentee, mentor):
        text = _("The mentor is a line manager of the mentee. Possible only with a reason, which is kept.")
        found.append(Barrier("manager", text, PAIR, may_override=True))
    return found


def remarks(mentee, mentor):
    """What does not stand in the way but is good to know before a proposal: sentences."""
    found = []
    for one in (mentor, mentee):
        if waiting := [lack.label for lack in one.lacks if not stops(lack)]:
            text = _("%(name)s signs with the answer: %(purposes)s.")
            found.append(text % {"name": one.name, "purposes": ", ".join(waiting)})
        if one.ends_on:
            text = _("%(name)s works here until %(day)s: the period ends then at the latest.")
            found.append(text % {"name": one.name, "day": date_numeric(one.ends_on)})
    return found
