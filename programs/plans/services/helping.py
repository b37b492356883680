"""A colleague is involved for named events (regulations, 5.1): asked, accepted or declined, taken back."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import move, record
from programs.plans.models import Helper
from programs.plans.selectors import colleagues_of
from programs.plans.services import guards, tidings
from programs.plans.states import ENDED, HELPING, EventState, HelperState

WORDS_LENGTH = 500


@transaction.atomic
def invite_helper(program, employment, *, by, events, words=""):
    """Ask ``employment`` to help with ``events`` of the program. Returns the Helper.

    Raises MoveRefused by field (employment, events) for somebody who cannot be asked or has been asked already, for
    events of another program or no longer ahead, and for a program that has ended.
    """
    row = guards.lock(program)
    if row.state in ENDED:
        raise MoveRefused(_("The program has ended: nobody is involved in it any more."))
    if not colleagues_of(row).filter(pk=employment.pk).exists():
        raise MoveRefused({"employment": _("Choose somebody of the staff outside the pair, with an account.")})
    if row.helpers.filter(employment=employment, state__in=HELPING).exists():
        message = _("%(name)s is asked already. Take that back first, if other events are meant.")
        raise MoveRefused({"employment": message % {"name": employment.person.short_name}})
    wanted = {event.pk for event in events}
    chosen = list(row.events.filter(pk__in=wanted, state=EventState.PLANNED))
    if not chosen or len(chosen) != len(wanted):
        raise MoveRefused({"events": _("Choose events of this program that lie ahead.")})
    helper = Helper.objects.create(
        program=row, employment=employment, words=_checked(words, "words"), asked_by=by, asked_at=now()
    )
    helper.events.set(chosen)
    record(row, gettext_noop("A colleague is asked to help"), by=by, reason=employment.person.short_name)
    tidings.tell_helper_asked(helper)
    return helper


def _checked(words, field):
    words = clean_text(words).strip()
    if len(words) > WORDS_LENGTH:
        raise MoveRefused({field: _("Say it shorter: 500 characters at most.")})
    return words


@transaction.atomic
def accept_help(helper, *, by):
    """The colleague agrees under the own account. Raises MoveRefused if nothing is asked (any more)."""
    _check_own(helper, by)
    move(helper, HelperState.ACCEPTED, by=by, deed=gettext_noop("Takes part"), answered_at=now())
    reason = helper.employment.person.short_name
    record(helper.program, gettext_noop("A colleague agreed to help"), by=by, reason=reason)
    tidings.tell_helper_answered(helper, accepted=True)
    return helper


@transaction.atomic
def decline_help(helper, *, by, answer):
    """The colleague declines, or steps back, and says why. Raises MoveRefused without words or too late."""
    _check_own(helper, by)
    answer = _checked(answer, "answer")
    if not answer:
        raise MoveRefused({"answer": _("Write why: the mentor will look for somebody else.")})
    deed = gettext_noop("Declined")
    move(helper, HelperState.DECLINED, by=by, deed=deed, reason=answer, answer=answer, answered_at=now())
    # The words are for whoever asked; the history of the program has more readers.
    reason = helper.employment.person.short_name
    record(helper.program, gettext_noop("A colleague does not help"), by=by, reason=reason)
    tidings.tell_helper_answered(helper, accepted=False)
    return helper


def _check_own(helper, by):
    if by.person_id is None or by.person_id != helper.employment.person_id:
        raise MoveRefused(_("Somebody else is asked here: everybody answers for themselves."))
    if helper.program.state in ENDED:
        raise MoveRefused(_("The program has ended: nothing is asked of you any more."))


@transaction.atomic
def withdraw_helper(helper, *, by):
    """Take the request or the help back: the colleague does not see the events any more."""
    move(helper, HelperState.WITHDRAWN, by=by, deed=gettext_noop("Not needed any more"))
    reason = helper.employment.person.short_name
    record(helper.program, gettext_noop("A colleague is not needed any more"), by=by, reason=reason)
    tidings.tell_helper_withdrawn(helper)
    return helper
