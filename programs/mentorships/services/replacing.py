"""A pair that takes over from another one, and the end of a pair or of one place in a group by an order."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.services import free_entry
from people.history.services import move, record
from programs.mentorships.models import Mentorship
from programs.mentorships.services import guards, life, tidings
from programs.mentorships.services.joining import drop_joinings
from programs.mentorships.states import RUNNING, MentorshipState


def check_works(mentorship):
    """Refuse to part a pair that does not work (any more)."""
    if mentorship.state not in RUNNING:
        message = _("%(pair)s does not work now: the state is “%(state)s”. There is nothing to change by an order.")
        raise MoveRefused(message % {"pair": mentorship, "state": mentorship.get_state_display()})


def _chosen(row, members):
    present = row.current_members
    if not members:
        return present
    wanted = {member.pk for member in members}
    chosen = [member for member in present if member.pk in wanted]
    if len(chosen) != len(wanted):
        raise MoveRefused({"members": _("Somebody chosen is not in the group (any more). Choose again.")})
    return chosen


@transaction.atomic
def replace_mentorship(mentorship, successor, *, by, on, reason, ordered_on):
    """Let ``successor`` take over on the day ``on`` by an order registered on ``ordered_on``.

    The pair is replaced; where only some of a group go over, the group works on with the others. Everybody's place in
    the bank follows. Raises MoveRefused if the pair does not work, the successor is in no order or lacks a consent.
    """
    row, fresh = _locked(mentorship, successor)
    check_works(row)
    taken = {member.mentee_entry_id for member in fresh.current_members}
    leaving = [member for member in row.current_members if member.mentee_entry_id in taken]
    if {member.mentee_entry_id for member in leaving} != taken:
        raise MoveRefused(_("Somebody of %(pair)s is not in the pair before any more.") % {"pair": fresh})
    whole = len(leaving) == len(row.current_members)
    _let_go(row, leaving, on, by, reason, whole=whole)
    life.start_successor(successor, by=by, ordered_on=ordered_on)
    record(fresh, gettext_noop("Took over from another pair"), by=by, reason=f"{row}; {reason}")
    if whole:
        _close(mentorship, row, MentorshipState.REPLACED, gettext_noop("Replaced"), by, on, reason)
    _free(row, leaving, whole, by)
    return successor


def _locked(mentorship, successor):
    """Both rows, always locked in one sequence, after the staff cards of everybody."""
    guards.hold_employment_of(Mentorship.objects.filter(pk__in=(mentorship.pk, successor.pk)))
    rows = {pk: guards.lock(Mentorship(pk=pk)) for pk in sorted((mentorship.pk, successor.pk))}
    return rows[mentorship.pk], rows[successor.pk]


@transaction.atomic
def end_by_order(mentorship, *, by, on, reason, member=None, completed=False):
    """End a pair or group on the day ``on``, or only the place of ``member`` in a group that goes on without them.

    Whoever has no other pair is free in the bank again. Raises MoveRefused if the pair does not work or the mentee
    has left it. Returns whether the whole pair ended.
    """
    row = guards.lock(mentorship)
    check_works(row)
    leaving = _chosen(row, [member] if member else ())
    whole = len(leaving) == len(row.current_members)
    if on < row.starts_on:
        raise MoveRefused(_("The work cannot end before its first day. Check the date."))
    _let_go(row, leaving, on, by, reason, whole=whole)
    if whole:
        to = MentorshipState.COMPLETED if completed else MentorshipState.TERMINATED
        deed = gettext_noop("Completed by an order") if completed else gettext_noop("Ended by an order")
        _close(mentorship, row, to, deed, by, on, reason)
    _free(row, leaving, whole, by)
    return whole


def _let_go(row, leaving, on, by, reason, *, whole):
    """Take ``leaving`` out of the work; in a group that goes on they are no members any more."""
    row.members.filter(pk__in=[member.pk for member in leaving]).update(is_active=False)
    if whole:
        return
    for member in leaving:
        member.left_on, member.is_active = max(on, member.joined_on), False
        member.save(update_fields=["left_on", "is_active"])
    names = ", ".join(member.person.short_name for member in leaving)
    words = f"{names}, {date_numeric(on)}: {reason}"
    record(row, gettext_noop("Left the group by an order"), by=by, reason=words)


def _close(mentorship, row, to, deed, by, on, reason):
    on = max(on, row.starts_on)
    move(mentorship, to, by=by, deed=deed, reason=reason, held=row, ended_on=on, end_reason=clean_text(reason)[:300])
    drop_joinings(row, by=by)
    tidings.tell_counterparts(row)


def _free(row, leaving, whole, by):
    mentees = _locked_entries(MenteeEntry, [member.mentee_entry_id for member in leaving])
    mentors = _locked_entries(MentorEntry, [row.mentor_entry_id]) if whole else ()
    for entry in (*mentors, *mentees):
        free_entry(entry, by=by, held=True)


def _locked_entries(model, keys):
    """The entries with whom they are of, whose consent says what they become."""
    rows = model.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    return rows.select_related("employment__organization", "employment__person").order_by("pk")
