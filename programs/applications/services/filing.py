"""Filing: who asks for what about a pair at work, and taking it back."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.accounts.states import Role
from people.consents.selectors import keepers_of
from people.history.services import move, record
from programs.applications.models import Application, KeptApplication
from programs.applications.selectors import WITHDRAWABLE, first_day, is_allowed, rules_of, running_program
from programs.applications.services import guards, tidings
from programs.applications.services.checks import check_asked
from programs.applications.states import (
    FILED_BY,
    OF_BOTH,
    OPEN,
    ApplicationKind,
    ApplicationState,
)
from programs.mentorships.services import decline_mentorship
from programs.mentorships.services import guards as pairs
from programs.mentorships.states import BEFORE_ORDER

TEXT_LENGTH = 2000
# Why a mentor leaves is nobody's business (Labor Code art. 351.8).
WITHOUT_REASON = (ApplicationKind.RESIGNATION,)


@transaction.atomic
def file_application(
    mentorship,
    kind,
    *,
    by,
    reason="",
    reason_open=False,
    wish="",
    wished_on=None,
    new_ends_on=None,
    ground="",
    changes=None,
):
    """File an application about a pair at work and call whoever comes next.

    A resignation asked for earlier than the notice allows is moved to its first day, which `wished_on` then says.
    An end ahead of time is filed by the curator and bears the visa from the start. Raises MoveRefused, by field
    where it belongs to one: unless the pair works, for somebody who may not ask for it, a kind the regulation does
    not have, one that is open already, and for what cannot be asked. Returns the Application.
    """
    row = pairs.lock(mentorship)
    guards.check_works(row)
    settings = rules_of(row.organization)
    if not is_allowed(kind, settings):
        raise MoveRefused(_("The regulation of the organization does not have this application."))
    role, member = _side(row, kind, by)
    today = row.organization.today()
    application = Application(
        organization=row.organization,
        kind=kind,
        mentorship=row,
        program=running_program(row) if kind in OF_BOTH else None,
        member=member if kind == ApplicationKind.REPLACEMENT else None,
        filed_by=by,
        filed_as=role,
        filed_on=today,
        reason=_text(reason, "reason"),
        reason_open=reason_open,
        wish=_text(wish, "wish"),
        wished_on=wished_on,
        new_ends_on=new_ends_on if kind in OF_BOTH else None,
        ground=ground,
        changes=changes or {},
    )
    _check_reason(application)
    check_asked(application, settings, today)
    moved = _keep_notice(application, settings, today)
    _save(application)
    drop_kept(row, kind, by=by)
    _enter(application, by, moved)
    return application


def _side(pair, kind, by):
    """As whom ``by`` files: (role, member or None). Raises MoveRefused for anybody the kind is not meant for."""
    role, member = None, None
    if by.person_id and by.person_id == pair.mentor_entry.employment.person_id:
        role = Role.MENTOR
    elif by.person_id:
        member = next((each for each in pair.current_members if each.mentee_person_id == by.person_id), None)
        role = Role.MENTEE if member else None
    if role is None and by in keepers_of(pair.organization):
        role = Role.CURATOR
    if role not in FILED_BY[kind]:
        who = ", ".join(str(each.label) for each in FILED_BY[kind])
        raise MoveRefused(_("This application is filed by: %(who)s of this pair.") % {"who": who})
    return role, member


def _text(text, field):
    text = clean_text(text).strip()
    if len(text) > TEXT_LENGTH:
        raise MoveRefused({field: _("Say it shorter: 2000 characters at most.")})
    return text


def _check_reason(application):
    if application.kind not in WITHOUT_REASON and not application.reason:
        raise MoveRefused({"reason": _("Write why: those who decide need it.")})


def _keep_notice(application, settings, today):
    """Move a resignation to the first day of the notice; returns the words about it, "" where nothing moved."""
    if application.kind != ApplicationKind.RESIGNATION:
        return ""
    end = max(application.mentorship.ends_on, today)
    first = min(first_day(application.kind, settings, filed_on=today), end)
    wished = application.wished_on or first
    application.wished_on = min(max(wished, first), end)
    if wished >= first:
        return ""
    words = _("By the notice the work ends from %(day)s at the earliest, so the day is moved to it.")
    return words % {"day": date_numeric(first)}


def _save(application):
    same = Application.objects.filter(
        mentorship=application.mentorship, kind=application.kind, member=application.member, state__in=OPEN
    )
    taken = MoveRefused(_("Such an application about this pair is open already. Look how it stands."))
    if same.exists():
        raise taken
    try:
        with transaction.atomic():
            application.save()
    except IntegrityError as error:
        raise taken from error


def _enter(application, by, moved):
    record(application, gettext_noop("Filed"), by=by, reason=moved, to_state=ApplicationState.FILED)
    if application.kind == ApplicationKind.TERMINATION:
        deed = gettext_noop("Filed by the curator, who puts the visa by it")
        today = application.organization.today()
        move(application, ApplicationState.VISAED, by=by, deed=deed, visa_by=by, visa_on=today)
    tidings.tell_filed(application, by)


@transaction.atomic
def withdraw_application(application, *, by, reason=""):
    """Take the application back; possible until an order takes it. A new pair proposed for it falls.

    Raises MoveRefused for anybody but who filed it, and too late.
    """
    row = guards.lock_with_pairs(application)
    if row.filed_by_id != by.pk:
        raise MoveRefused(_("Only whoever filed the application withdraws it."))
    if row.state not in WITHDRAWABLE:
        message = _("It is too late to withdraw: the state is “%(state)s”. Ask the curator.")
        raise MoveRefused(message % {"state": row.get_state_display()})
    deed = gettext_noop("Withdrawn")
    move(application, ApplicationState.WITHDRAWN, by=by, deed=deed, reason=_text(reason, "reason"))
    drop_successor(row, by=by)
    tidings.tell_withdrawn(row, by)
    return application


def keep_application(mentorship, kind, *, by, values):
    """Keep what ``by`` has typed and not sent: ``values`` are texts by field name. Returns the KeptApplication."""
    kept, _made = KeptApplication.objects.update_or_create(
        mentorship=mentorship, kind=kind, user=by, defaults={"values": values, "at": now()}
    )
    return kept


def drop_kept(mentorship, kind, *, by):
    """Forget what was kept for ``by``."""
    KeptApplication.objects.filter(mentorship=mentorship, kind=kind, user=by).delete()


def drop_successor(application, *, by):
    """Let the pair that was to take over fall, where it has not gone into an order yet."""
    successor = application.successor
    if successor is not None and successor.state in BEFORE_ORDER:
        decline_mentorship(successor, by=by, reason=_("The application for it does not stand any more."))
