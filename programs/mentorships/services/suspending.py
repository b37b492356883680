"""The work rests for a while (a long leave) and goes on again."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.history.services import move, record
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.leaving import checked_reason
from programs.mentorships.states import MentorshipState


@transaction.atomic
def suspend_mentorship(mentorship, *, by, starts_on, until, reason):
    """Let the work rest from ``starts_on`` to ``until``; nothing of it counts as overdue meanwhile.

    On a pair that rests already the period is changed. Raises MoveRefused by field (starts_on, until, reason), and
    for a pair that is not at work.
    """
    row = guards.lock(mentorship)
    reason = checked_reason(reason)
    if starts_on > row.organization.today():
        raise MoveRefused({"starts_on": _("This day has not come yet. Write the rest down when it begins.")})
    if starts_on < row.starts_on:
        message = _("The work began on %(day)s. Choose that day or a later one.")
        raise MoveRefused({"starts_on": message % {"day": date_numeric(row.starts_on)}})
    if until < max(starts_on, row.organization.today()):
        raise MoveRefused({"until": _("Choose a day from today on, not before the first day of the rest.")})
    period = {"suspended_from": starts_on, "suspended_until": until}
    words = f"{date_numeric(starts_on)} – {date_numeric(until)}: {reason}"
    if row.state == MentorshipState.SUSPENDED:
        for name, value in period.items():
            setattr(row, name, value)
        row.save(update_fields=list(period))
        record(row, gettext_noop("The rest has another period"), by=by, reason=words)
    else:
        move(row, MentorshipState.SUSPENDED, by=by, deed=gettext_noop("The work rests"), reason=words, **period)
    tidings.tell_suspended(row)
    return row


@transaction.atomic
def resume_mentorship(mentorship, *, by):
    """Let the work go on. Raises MoveRefused unless it rests, and for somebody who has left meanwhile."""
    row = guards.lock_with_staff(mentorship)
    if row.state != MentorshipState.SUSPENDED:
        raise MoveRefused(_("The work does not rest now. Look at the card of the pair."))
    guards.check_at_work(row)
    period = {"suspended_from": None, "suspended_until": None}
    move(row, MentorshipState.ACTIVE, by=by, deed=gettext_noop("The work goes on"), **period)
    tidings.tell_resumed(row)
    return row
