"""A mentee leaves a group; what becomes of a group of one, and of a pair whose people leave the organization."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from mentoring.lib.versions import save_version
from people.banks.models import MenteeEntry
from people.banks.services import free_entry
from people.history.services import move, record
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Mentorship
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.approvals import drop_approvals
from programs.mentorships.services.joining import drop_joinings
from programs.mentorships.services.life import end_mentorship
from programs.mentorships.states import BEFORE_ORDER, ENDED_BY_LEAVING, LIVE, RUNNING, MentorshipState, Structure

REASON_LENGTH = 300


def checked_reason(reason):
    """The reason without blanks around it. Raises MoveRefused by field for none and for one of over 300 characters."""
    reason = clean_text(reason).strip()
    if not reason:
        raise MoveRefused({"reason": _("Write why: the curator needs it to find another way.")})
    if len(reason) > REASON_LENGTH:
        raise MoveRefused({"reason": _("Say it shorter: 300 characters at most.")})
    return reason


@transaction.atomic
def leave_group(member, *, by, reason, on=None):
    """Let one mentee leave a group, before its order or at work; the others go on. Returns the Mentorship.

    ``on`` is the last day in a group at work, today unless given. A group of two goes on with one mentee: before the
    order as a pair where its kinds allow that, otherwise it waits for the curator. Raises MoveRefused for a pair, a
    group in an order, without a reason, and for a day outside the membership.
    """
    row = guards.lock(Mentorship(pk=member.mentorship_id))
    reason = checked_reason(reason)
    own = next((each for each in row.current_members if each.pk == member.pk), None)
    if own is None:
        raise MoveRefused(_("This mentee is not in the group any more. Look at the card."))
    if len(row.current_members) < 2:
        raise MoveRefused(_("Only one mentee is left here. End the pair or withdraw the proposal instead."))
    if row.state in BEFORE_ORDER:
        return _leave_proposal(row, own, by, reason)
    if row.state in RUNNING:
        on = on or row.organization.today()
        _check_last_day(row, own, on)
        return _leave_work(row, own, by, reason, on)
    if row.ordered_on:
        return _leave_work(row, own, by, reason, own.joined_on)
    message = _("The group is “%(state)s”: nobody leaves it now. If it stands in an order, take it out first.")
    raise MoveRefused(message % {"state": row.get_state_display()})


def _leave_proposal(row, member, by, reason):
    pair = str(row)
    # Whoever leaves before the first day never joined: the constraint wants the days in order.
    member.left_on = max(row.organization.today(), member.joined_on)
    member.save(update_fields=["left_on"])
    row = guards.lock(row)
    if row.is_shrunken:
        _shrink_proposal(row)
    to = _state_after(row)
    deed = gettext_noop("A mentee left the group")
    changes = {"mentor_agreed_at": None} if to == MentorshipState.PROPOSED else {}
    words = f"{member.person.short_name}: {reason}"
    if to == row.state:
        record(row, deed, by=by, reason=words, from_state=to, to_state=to)
    else:
        move(row, to, by=by, deed=deed, reason=words, **changes)
    if row.is_shrunken:
        row.members.update(agreed_at=None)
        drop_approvals(row, by=by)
        tidings.tell_shrunken(row)
    tidings.tell_declined(row, by, pair, others=False)
    return guards.lock(row)


def _shrink_proposal(row):
    """Make a pair of a proposed group of one, unless a kind of it needs more mentees."""
    settings = regulation_on(row.organization, row.starts_on)
    if all(kind.min_mentees <= 1 for kind in settings.kinds.items if kind.code in row.kinds):
        row.structure = Structure.PAIR
        save_version(row, ["structure"], expected=row.version)


def _state_after(row):
    if row.is_shrunken:
        return MentorshipState.PROPOSED
    if row.state == MentorshipState.AGREED:
        return row.state
    return state_of_answers(row)


def state_of_answers(row):
    """The state of a proposal by who has agreed to it."""
    mentees = all(member.agreed_at for member in row.current_members)
    if row.mentor_agreed_at:
        return MentorshipState.AGREED if mentees else MentorshipState.MENTOR_AGREED
    return MentorshipState.MENTEE_AGREED if mentees else MentorshipState.PROPOSED


def _check_last_day(row, member, on):
    if on > row.organization.today():
        raise MoveRefused({"on": _("This day has not come yet. Choose today or an earlier day.")})
    if on < member.joined_on:
        message = _("The mentee joined on %(day)s. Choose that day or a later one.")
        raise MoveRefused({"on": message % {"day": date_numeric(member.joined_on)}})


def _leave_work(row, member, by, reason, on):
    member.left_on, member.is_active = on, False
    member.save(update_fields=["left_on", "is_active"])
    words = f"{member.person.short_name}, {date_numeric(on)}: {reason}"
    record(row, gettext_noop("A mentee left the group"), by=by, reason=words)
    for entry in MenteeEntry.objects.select_for_update().filter(pk=member.mentee_entry_id):
        free_entry(entry, by=by, held=True)
    row = guards.lock(row)
    tidings.tell_left(row, member)
    if row.is_shrunken:
        tidings.tell_shrunken(row)
    return row


@transaction.atomic
def make_pair(mentorship, *, by, kinds):
    """Let a group at work that shrank to one mentee go on as a pair of ``kinds``. Returns the Mentorship.

    Before the order the same is a change of the terms (``change_mentorship``). Raises MoveRefused by field (kinds).
    """
    row = guards.lock(mentorship)
    if row.state not in RUNNING or not row.is_shrunken:
        raise MoveRefused(_("Only a group at work with one mentee left becomes a pair. Look at the card."))
    guards.check_terms(
        row.organization,
        form=row.form,
        kinds=kinds,
        direction=row.direction,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        mentees=1,
        mentor_role=row.mentor_role,
    )
    row.structure, row.kinds = Structure.PAIR, list(kinds)
    save_version(row, ["structure", "kinds"], expected=row.version)
    record(row, gettext_noop("The group goes on as a pair"), by=by)
    tidings.tell_pair(row)
    return row


def close_left(organization, *, by=None):
    """End the pairs of those whose last day here has passed. Returns how many; may run every day.

    A proposal falls, work ends on the last day, a mentee leaves the group. A pair in an order that is not signed
    stays there: the order refuses it with a sentence, and the curator takes it out.
    """
    day = organization.today()
    rows = Mentorship.objects.filter(organization=organization, state__in=LIVE).with_somebody(ends_on__lt=day)
    # Those on the way into a group first: when their mentor is gone, so is the group.
    return sum(_close(row, by, day) for row in rows.order_by(F("joins").desc(nulls_last=True), "pk"))


@transaction.atomic
def _close(mentorship, by, day):
    row = guards.lock(mentorship)
    left = [work for work in guards.employments_of(row) if work.ends_on and work.ends_on < day]
    if not left or row.state not in LIVE or (row.state == MentorshipState.IN_ORDER and not row.ordered_on):
        return False
    reason = _("Left the organization: %(names)s") % {"names": ", ".join(work.person.short_name for work in left)}
    mentor_left = row.mentor_entry.employment in left
    gone = [member for member in row.current_members if member.mentee_entry.employment in left]
    if not mentor_left and len(gone) < len(row.current_members):
        for member in gone:
            last = max(member.mentee_entry.employment.ends_on, member.joined_on)
            leave_group(member, by=by, reason=reason, on=min(last, day))
        return True
    pair, deed = str(row), ENDED_BY_LEAVING
    if row.state in BEFORE_ORDER:
        move(row, MentorshipState.DECLINED, by=by, deed=deed, reason=reason, ended_on=day, end_reason=reason[:300])
        drop_joinings(row, by=by)
    else:
        last = max(min(work.ends_on for work in left), row.starts_on)
        end_mentorship(row, MentorshipState.TERMINATED, deed, by=by, on=last, reason=reason)
    tidings.tell_closed(row, pair, left)
    return True
