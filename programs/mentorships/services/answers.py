"""Both sides answer under their own accounts: accept or decline with a reason."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.consents.selectors import ROLE_PURPOSES
from people.consents.services import give_consent, present_text, request_consent
from people.history.services import move, record
from people.organizations.selectors import rules_kept
from programs.mentorships.models import Mentorship
from programs.mentorships.selectors import place_of
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.countering import withdraw_counters
from programs.mentorships.services.leaving import checked_reason, leave_group, state_of_answers
from programs.mentorships.states import AWAITING, BEFORE_ORDER, MentorshipState


def text_to_sign(employment, role):
    """The text of the written consent that ``employment`` lacks for ``role``, or None where it lacks none.

    It is the text in use today, also for a request that waits.
    """
    if not _lacks_own_consent(employment, role):
        return None
    return present_text(employment.organization, ROLE_PURPOSES[role])


def _lacks_own_consent(employment, role):
    return ROLE_PURPOSES[role] in guards.consents_missing(employment, role)


@transaction.atomic
@rules_kept.within
def accept_mentorship(mentorship, *, by, employment, password="", seen=None, text_seen=None):
    """Accept on the side on which ``employment`` stands, giving with ``password`` the written consent it lacks.

    ``seen`` is the version of the terms the person read, ``text_seen`` the key of the consent text. Raises
    MoveRefused if there is nothing to accept (any more), the terms or the text changed, the password is wrong or
    the consent to the processing of data is missing.
    """
    row = guards.lock(mentorship)
    role, member = place_of(row, employment)
    if role is None:
        raise MoveRefused(_("You do not take part in this pair (any more). Ask the curator."))
    _check_asked(row, member.agreed_at if member else row.mentor_agreed_at, seen)
    work = member.mentee_entry.employment if member else row.mentor_entry.employment
    missing = guards.consents_missing(work, role)
    if ROLE_PURPOSES[role] in missing:
        _give_own_consent(work, role, by, password, text_seen)
        missing = None
    if member:
        return _agree_as_mentee(row, member, mentorship, by, missing)
    return _agree_as_mentor(row, mentorship, by, missing)


def _give_own_consent(employment, role, by, password, text_seen):
    consent = request_consent(employment, ROLE_PURPOSES[role], by=by)
    if consent.text_id != text_seen:
        raise MoveRefused(_("The consent has another text now. Read it once more and sign it."))
    give_consent(consent, by=by, password=password)


def _check_asked(row, answered_at, seen):
    """Refuse an answer that nobody asks for: answered, decided meanwhile, or given to other terms."""
    if row.state not in AWAITING or answered_at is not None:
        message = _("This was answered or decided already: the state is “%(state)s”. Nothing more is asked of you.")
        raise MoveRefused(message % {"state": row.get_state_display()})
    guards.check_members(row)
    if seen is not None and seen != row.version:
        raise MoveRefused(_("The terms changed while you were reading. Read them again and answer then."))


@transaction.atomic
def agree_as_mentor(mentorship, *, by, seen=None):
    """The mentor accepts. Raises MoveRefused if not asked or a consent is missing (Labor Code art. 351.8)."""
    row = guards.lock(mentorship)
    _check_asked(row, row.mentor_agreed_at, seen)
    return _agree_as_mentor(row, mentorship, by)


def _agree_as_mentor(row, mentorship, by, missing=None):
    guards.check_consents(row.mentor_entry.employment, Role.MENTOR, missing)
    row.mentor_agreed_at = now()
    row.save(update_fields=["mentor_agreed_at"])
    return _settle(row, mentorship, by, gettext_noop("The mentor accepted"))


@transaction.atomic
def agree_as_mentee(member, *, by, seen=None):
    """One mentee accepts; the group is agreed when all its present members and the mentor have.

    Raises MoveRefused if not asked, gone from the group, or a consent the regulation asks for is missing.
    """
    row = guards.lock(Mentorship(pk=member.mentorship_id))
    own = next((each for each in row.current_members if each.pk == member.pk), None)
    if own is None:
        raise MoveRefused(_("You do not take part in this pair (any more). Ask the curator."))
    _check_asked(row, own.agreed_at, seen)
    settled = _agree_as_mentee(row, own, member.mentorship, by)
    member.agreed_at = own.agreed_at
    return settled


def _agree_as_mentee(row, own, mentorship, by, missing=None):
    guards.check_consents(own.mentee_entry.employment, Role.MENTEE, missing)
    own.agreed_at = now()
    own.save(update_fields=["agreed_at"])
    return _settle(row, mentorship, by, gettext_noop("A mentee accepted"))


def _settle(row, mentorship, by, deed):
    """Bring the row into the state its answers make, write the history and tell the curators."""
    to = state_of_answers(row)
    if to == row.state:
        record(row, deed, by=by, from_state=to, to_state=to)
    else:
        move(row, to, by=by, deed=deed, held=row)
    mentorship.state, mentorship.mentor_agreed_at = row.state, row.mentor_agreed_at
    withdraw_counters(row, by=by)
    tidings.tell_answered(row, by, agreed=to == MentorshipState.AGREED)
    return row


@transaction.atomic
def decline_mentorship(mentorship, *, by, reason):
    """Decline, or withdraw where ``by`` does not take part; possible until the pair goes into an order.

    A mentee of a group only leaves it, the others go on; anybody else ends the proposal.
    Raises MoveRefused without a reason or too late. Returns the Mentorship as it stands.
    """
    row = guards.lock(mentorship)
    reason = checked_reason(reason)
    if row.state not in BEFORE_ORDER:
        message = _("It is too late to decline: the state is “%(state)s”. Ask the curator.")
        raise MoveRefused(message % {"state": row.get_state_display()})
    pair = str(row)
    member = next((each for each in row.current_members if each.mentee_person_id == by.person_id), None)
    if member and len(row.current_members) > 1:
        row = leave_group(member, by=by, reason=reason)
        mentorship.state = row.state
        return row
    if member:
        deed = gettext_noop("A mentee declined")
    elif row.mentor.pk == by.person_id:
        deed = gettext_noop("The mentor declined")
    else:
        deed = gettext_noop("The proposal was withdrawn")
    day = row.organization.today()
    move(row, MentorshipState.DECLINED, by=by, deed=deed, reason=reason, held=row, ended_on=day, end_reason=reason)
    mentorship.state = row.state
    tidings.tell_declined(row, by, pair)
    return row
