"""Whom a mentor leads at work: such a pair needs a reason that is kept."""

from people.organizations.selectors import head_on
from programs.mentorships.managing import is_line_manager


def led_by(mentor_entry, mentee_entries):
    """Those of ``mentee_entries`` whose line manager the mentor is today."""
    head = _head_of(mentor_entry.employment.organization)
    return [entry for entry in mentee_entries if is_line_manager(mentor_entry.employment, entry.employment, head)]


def leads_anybody(organization, mentor_entries, mentee_entries):
    """Whether one of the mentors leads one of the mentees: a form that offers them then has a field for the reason."""
    head, mentees = _head_of(organization), [entry.employment for entry in mentee_entries]
    return any(is_line_manager(entry.employment, work, head) for entry in mentor_entries for work in mentees)


def _head_of(organization):
    head = head_on(organization, organization.today())
    return head.employment if head else None


def reason_given(mentor_entry, mentee_entries, user):
    """Why ``user`` chose this line manager in the ranking a step before, or "".

    The room of matching stands above this one; its table is reached by the relation.
    """
    rows = mentor_entry.match_choices.filter(mentee_entry__in=mentee_entries, by=user, mentorship=None, is_manager=True)
    return rows.values_list("reason", flat=True).first() or ""
