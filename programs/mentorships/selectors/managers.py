"""Whom a mentor leads at work: such a pair needs a reason that is kept."""

from people.organizations.selectors import head_on
from programs.mentorships.managing import is_line_manager


def led_by(mentor_entry, mentee_entries):
    """Those of ``mentee_entries`` whose line manager the mentor is today."""
    organization = mentor_entry.employment.organization
    head = head_on(organization, organization.today())
    work = head.employment if head else None
    return [entry for entry in mentee_entries if is_line_manager(mentor_entry.employment, entry.employment, work)]


def reason_given(mentor_entry, mentee_entries, user):
    """Why ``user`` chose this line manager in the ranking a step before, or "".

    The room of matching stands above this one; its table is reached by the relation.
    """
    rows = mentor_entry.match_choices.filter(mentee_entry__in=mentee_entries, by=user, mentorship=None, is_manager=True)
    return rows.values_list("reason", flat=True).first() or ""
