"""The way through an order, the work, the end; every step keeps both banks true."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.banks.services import free_entry, pair_entry
from people.history.services import move, record
from programs.mentorships.models import Mentorship
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.joining import drop_joinings, entries_of, join_group
from programs.mentorships.states import RUNNING, MentorshipState


@transaction.atomic
def enter_order(mentorship, *, by, held=None):
    """Take an agreed pair into a draft order; ``held`` is its row where it is locked already, with its people.

    Raises MoveRefused if it is not agreed, has not passed the regulation's approvals, or a consent is gone.
    """
    row = held or guards.lock(mentorship)
    guards.check_group(row)
    guards.check_members(row)
    guards.check_approved(row)
    guards.check_everybodys_consents(row)
    return move(mentorship, MentorshipState.IN_ORDER, by=by, deed=gettext_noop("Taken into an order"), held=row)


def _in_order(mentorship, held=None):
    """The locked row. The table of moves leads to «agreed» and «active» from other states too, so they are refused."""
    row = held or guards.lock_with_staff(mentorship)
    if row.state != MentorshipState.IN_ORDER:
        message = _("%(pair)s is in no order now: the state is “%(state)s”. Refresh the page.")
        raise MoveRefused(message % {"pair": row, "state": row.get_state_display()})
    return row


@transaction.atomic
def leave_order(mentorship, *, by):
    """Give the pair back when its order is returned, dropped or changed. Raises MoveRefused after the signature."""
    row = _in_order(mentorship)
    if row.ordered_on:
        raise MoveRefused(_("The order is signed. Only another order can change it."))
    return move(mentorship, MentorshipState.AGREED, by=by, deed=gettext_noop("Taken out of the order"), held=row)


@transaction.atomic
def take_back_ordered(mentorship, *, by, reason):
    """Give back a pair that waits for the first day of a signed order which another order has cancelled.

    Raises MoveRefused if it is in no signed order.
    """
    row = _in_order(mentorship)
    if not row.ordered_on:
        raise MoveRefused(_("The order of %(pair)s is not signed. Take the pair out of the draft.") % {"pair": row})
    deed = gettext_noop("The order was cancelled before the first day")
    return move(mentorship, MentorshipState.AGREED, by=by, deed=deed, reason=reason, held=row, ordered_on=None)


@transaction.atomic
def activate_mentorship(mentorship, *, by, on, held=None):
    """Start the work by an order signed and registered on the day ``on``.

    If the first day of the period is still to come, the pair waits for it «in an order» and
    ``start_due_mentorships`` starts it then. ``held`` is its row where it is locked already, after everybody's
    consents and staff cards, which the caller has checked. Raises MoveRefused if the pair is in no order, its order
    was counted already, a consent was withdrawn meanwhile, or a mentee already works with another mentor.
    """
    row = _in_order(mentorship, held)
    if row.ordered_on:
        message = _("An order of %(day)s already assigns %(pair)s: take the pair out of this order.")
        raise MoveRefused(message % {"day": date_numeric(row.ordered_on), "pair": row})
    if not held:
        _check_start(row)
    if on < row.starts_on:
        mentorship.ordered_on = row.ordered_on = on
        row.save(update_fields=["ordered_on"])
        record(row, gettext_noop("The order is signed, the work starts on the first day of the period"), by=by)
        return mentorship
    return _start(mentorship, row, by, on)


def start_due_mentorships(organization, *, by=None):
    """Start the pairs whose order was signed ahead and whose first day has come. Returns how many; may run twice.

    A pair that takes over from one at work waits for its order to part the two (``replacing``). Each pair starts on
    its own. Raises MoveRefused with every pair that could not, after the others have started.
    """
    due = Mentorship.objects.filter(
        organization=organization,
        state=MentorshipState.IN_ORDER,
        ordered_on__isnull=False,
        starts_on__lte=organization.today(),
    ).exclude(replaces__state__in=RUNNING)
    started, refusals = 0, []
    for mentorship in due:
        try:
            started += _start_due(mentorship, by)
        except MoveRefused as refusal:
            refusals += refusal.messages
    if refusals:
        raise MoveRefused(refusals)
    return started


@transaction.atomic
def _start_due(mentorship, by):
    row = guards.lock_with_staff(mentorship)
    if row.state != MentorshipState.IN_ORDER:
        return False
    _check_start(row)
    _start(mentorship, row, by, row.ordered_on)
    return True


def _check_start(row):
    guards.check_group(row)
    guards.check_at_work(row)
    guards.check_everybodys_consents(row)


def _start(mentorship, row, by, ordered_on):
    if row.is_joining:
        return join_group(mentorship, row, by=by, ordered_on=ordered_on)
    deed = gettext_noop("The work started")
    move(mentorship, MentorshipState.ACTIVE, by=by, deed=deed, held=row, ordered_on=ordered_on)
    try:
        with transaction.atomic():
            row.members.filter(left_on__isnull=True).update(is_active=True)
    except IntegrityError as error:
        message = _("Somebody of the pair %(pair)s already works with another mentor. End that work first.")
        raise MoveRefused(message % {"pair": row}) from error
    for entry in entries_of(row):
        pair_entry(entry, by=by, held=True)
    return mentorship


@transaction.atomic
def start_successor(mentorship, *, by, ordered_on):
    """Start a pair that takes over by an order registered on ``ordered_on``; its mentees have left the pair before.

    Raises MoveRefused if it is in no order, a consent or somebody is gone, or a mentee works with a third mentor.
    """
    row = _in_order(mentorship)
    today = row.organization.today()
    people = [row.mentor_entry, *(member.mentee_entry for member in row.current_members)]
    guards.check_employment(people, today, today)
    guards.check_everybodys_consents(row)
    return _start(mentorship, row, by, ordered_on)


@transaction.atomic
def complete_mentorship(mentorship, *, by, on, reason=""):
    """End the work as done on the day ``on``; whoever has no other pair is free in the bank again."""
    return end_mentorship(mentorship, MentorshipState.COMPLETED, gettext_noop("Completed"), by=by, on=on, reason=reason)


@transaction.atomic
def terminate_mentorship(mentorship, *, by, on, reason):
    """End the work early on the day ``on``. Raises MoveRefused without a reason."""
    if not reason.strip():
        raise MoveRefused({"reason": _("Write why the work ends early.")})
    return end_mentorship(
        mentorship, MentorshipState.TERMINATED, gettext_noop("Ended early"), by=by, on=on, reason=reason
    )


def end_mentorship(mentorship, to, deed, *, by, on, reason):
    """Bring a pair at work, or one ordered ahead, to its end; its people are free, the other direction is asked about.

    Raises MoveRefused for a day before the first one.
    """
    row = guards.lock(mentorship)
    if on < row.starts_on:
        raise MoveRefused({"on": _("The work cannot end before its first day. Check the date.")})
    move(mentorship, to, by=by, deed=deed, reason=reason, held=row, ended_on=on, end_reason=reason[:300])
    row.members.update(is_active=False)
    for entry in entries_of(row):
        free_entry(entry, by=by, held=True)
    drop_joinings(row, by=by)
    tidings.tell_counterparts(row)
    return mentorship
