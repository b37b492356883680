"""What stands beside a pair: its other direction, whoever is on the way into the group, the one meeting."""

from django.db.models import Q

from people.banks.models import MenteeEntry, MentorEntry
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.states import LIVE, UNDERWAY


def counterparts(mentorship, states=LIVE):
    """The other direction of the same two people: each of them mentors the other in another pair of ``states``."""
    mentees = [member.mentee_person_id for member in mentorship.members.all()]
    rows = Mentorship.objects.filter(organization=mentorship.organization, state__in=states).exclude(pk=mentorship.pk)
    mentored = Member.objects.filter(mentee_person=mentorship.mentor_entry.employment.person_id, left_on__isnull=True)
    rows = rows.filter(mentor_entry__employment__person__in=mentees, pk__in=mentored.values("mentorship"))
    return list(rows.with_people())


def reverse_entries(mentor_entry, mentee_entry):
    """The cards of the same two people for the other direction: (mentor's, mentee's), or None where one lacks."""
    mentor = MentorEntry.objects.filter(employment=mentee_entry.employment_id).select_related("employment__person")
    mentee = MenteeEntry.objects.filter(employment=mentor_entry.employment_id).select_related("employment__person")
    found = mentor.first(), mentee.first()
    return found if all(found) else None


def joinings_underway(group):
    """Whoever is proposed to the group and does not stand in it yet."""
    return group.joinings.filter(state__in=UNDERWAY).with_people()


def is_single_meeting(mentorship):
    """Whether the pair meets once (every kind of it is a single meeting, «скоростное») and needs no program."""
    settings = regulation_on(mentorship.organization, mentorship.starts_on)
    return is_single(mentorship, settings)


def is_single(mentorship, settings):
    """The same by ``settings`` read before."""
    single = {kind.code for kind in settings.kinds.items if kind.single_meeting}
    return bool(mentorship.kinds) and set(mentorship.kinds) <= single


def without_meeting(rows):
    """Those of ``rows`` that have no day for their meeting, or whose meeting did not take place."""
    return rows.filter(Q(single_meeting__isnull=True) | Q(single_meeting__is_held=False))
