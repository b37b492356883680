"""From the draft to a program that runs: agreed by everybody in it, approved or returned by the curator."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused
from people.history.services import move, record
from people.organizations.selectors import regulation_on
from programs.plans.selectors import text_mark
from programs.plans.services import guards, tidings
from programs.plans.states import AGREED_DEED, EventState, ProgramState


@transaction.atomic
def agree_program(program, *, by, seen=None):
    """Write down that ``by``, the mentor or a mentee, agrees to the text and the plan as they stand.

    ``seen`` is the `text_mark` of what was read; a change since then refuses. When everybody has agreed the
    program is agreed and the curators are told. Raises MoveRefused for a wrong term, an empty plan, an event
    outside the term, and for somebody who is not in the pair or has agreed already.
    """
    row = guards.lock(program)
    if seen is not None and seen != text_mark(row):
        raise MoveRefused(_("The program changed while you were reading. Read it once more and agree then."))
    if row.state != ProgramState.DRAFT:
        raise MoveRefused(_("There is nothing to agree to now. Refresh the page to see what changed."))
    guards.check_ready(row)
    _write_agreement(row, by)
    record(row, AGREED_DEED, by=by)
    everybody = _everybody_agreed(row)
    if everybody:
        move(row, ProgramState.AGREED, by=by, deed=gettext_noop("Agreed by all, sent to the curator"), return_remark="")
    tidings.tell_agreed(row, by, everybody=everybody)
    return row


def _write_agreement(row, by):
    pair = row.mentorship
    if by.person_id and by.person_id == pair.mentor_entry.employment.person_id:
        if row.mentor_agreed_at:
            raise MoveRefused(_("You have agreed already. Now the others are asked."))
        row.mentor_agreed_at = now()
        row.save(update_fields=["mentor_agreed_at"])
        return
    member = next(
        (each for each in pair.current_members if by.person_id and each.mentee_person_id == by.person_id), None
    )
    if member is None:
        raise MoveRefused(_("Only the mentor and the mentees of this pair agree to the program."))
    if row.mentees_agreed.filter(pk=member.pk).exists():
        raise MoveRefused(_("You have agreed already. Now the others are asked."))
    row.mentees_agreed.add(member)


def _everybody_agreed(row):
    agreed = set(row.mentees_agreed.values_list("pk", flat=True))
    members = {member.pk for member in row.mentorship.current_members}
    return bool(row.mentor_agreed_at and members and members <= agreed)


def reset_agreements(row, *, by, deed, reason=""):
    """Empty every agreement after a change of the text, back to the draft; those who had agreed are asked again."""
    had_agreed = [user for user in _agreed_users(row) if user != by]
    changes = {"mentor_agreed_at": None}
    if row.state == ProgramState.AGREED:
        move(row, ProgramState.DRAFT, by=by, deed=deed, reason=reason, **changes)
    else:
        row.mentor_agreed_at = None
        row.save(update_fields=["mentor_agreed_at"])
        record(row, deed, by=by, reason=reason)
    row.mentees_agreed.clear()
    return had_agreed


def has_agreements(row):
    """Whether anybody has agreed to the present text."""
    return row.state == ProgramState.AGREED or bool(row.mentor_agreed_at) or row.mentees_agreed.exists()


def _agreed_users(row):
    agreed = set(row.mentees_agreed.values_list("pk", flat=True))
    people = [row.mentorship.mentor] if row.mentor_agreed_at else []
    people += [member.person for member in row.mentorship.current_members if member.pk in agreed]
    return [person.user for person in people if hasattr(person, "user")]


@transaction.atomic
def return_program(program, *, by, remark):
    """Give an agreed program back to its authors with a remark. Raises MoveRefused without one."""
    if not remark.strip():
        raise MoveRefused({"remark": _("Write what to correct: the authors will read it.")})
    row = guards.lock(program)
    _check_is_not_own(row, by)
    if row.state != ProgramState.AGREED:
        raise MoveRefused(_("Only a program agreed by all can be returned. Refresh the page to see what changed."))
    deed = gettext_noop("Returned by the curator")
    reset_agreements(row, by=by, deed=deed, reason=remark)
    row.return_remark = remark
    row.save(update_fields=["return_remark"])
    tidings.tell_returned(row)
    return row


@transaction.atomic
def approve_program(program, *, by):
    """Approve an agreed program: from now on it runs.

    Raises MoveRefused unless the pair is active, the term is allowed by the regulation and lies within the
    pair's, and every event lies within the term; also for an approver who takes part in it, and where the
    regulation wants an order of the head (``program.needs_order``).
    """
    row = guards.lock(program)
    _check_is_not_own(row, by)
    if regulation_on(row.organization, row.organization.today()).program.needs_order:
        raise MoveRefused(
            _("By the regulation programs are approved by an order of the head. Prepare the order on programs.")
        )
    guards.check_can_run(row)
    return _run(row, by, gettext_noop("Approved by the curator"), on=row.organization.today(), approved_by=by)


@transaction.atomic
def approve_by_order(program, order, *, by):
    """Approve an agreed program by the registered ``order`` (O5): from the day of its signature it runs.

    Raises MoveRefused, by the name of the program, where it is not agreed any more, and as ``approve_program`` does;
    whether its approver takes part in it is no matter: the head signs for everybody.
    """
    row = guards.lock(program)
    check_for_order(row)
    values = {"number": order.number_text, "day": date_numeric(order.signed_on)}
    reason = _("order no. %(number)s of %(day)s") % values
    deed = gettext_noop("Approved by an order")
    return _run(row, by, deed, reason, on=order.signed_on, approved_by=order.signer)


def check_for_order(program):
    """Refuse by its name a program that an order cannot approve (any more)."""
    try:
        if program.state != ProgramState.AGREED:
            words = _("it is not agreed by all, the state is “%(state)s”. Take it out of the order.")
            raise MoveRefused(words % {"state": program.get_state_display()})
        guards.check_can_run(program)
    except MoveRefused as refusal:
        values = {"title": program.title, "why": " ".join(refusal.messages)}
        raise MoveRefused(_("“%(title)s”: %(why)s") % values) from refusal


def _run(row, by, deed, reason="", *, on, approved_by):
    move(row, ProgramState.RUNNING, by=by, deed=deed, reason=reason, approved_on=on, approved_by=approved_by)
    tidings.tell_approved(row)
    return row


@transaction.atomic
def take_back_approval(program, *, by, reason):
    """Let a running program wait for approval again: the order that approved it is cancelled.

    Raises MoveRefused unless it runs and none of its events was held.
    """
    row = guards.lock(program)
    if not row.is_running or row.events.filter(state=EventState.HELD).exists():
        message = _("“%(title)s” has begun or ended already: its approval cannot be taken back.")
        raise MoveRefused(message % {"title": row.title})
    deed = gettext_noop("The approval was taken back")
    return move(program, ProgramState.AGREED, by=by, deed=deed, reason=reason, approved_on=None, approved_by=None)


def _check_is_not_own(row, by):
    if guards.takes_part(row, by):
        raise MoveRefused(_("You take part in this program, so another curator decides on it."))
