"""The way to the head: the curator's visa, the council as mediator, the decision."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import move, record
from programs.applications.selectors import awaits_visa, days_of_effect, needs_council, outcomes_of, rules_of
from programs.applications.services import guards, tidings
from programs.applications.states import (
    NEVER_REFUSED,
    OF_BOTH,
    ApplicationState,
    Mediation,
)
from programs.council.services import add_point

TEXT_LENGTH = 2000


def _text(text, field):
    text = clean_text(text).strip()
    if len(text) > TEXT_LENGTH:
        raise MoveRefused({field: _("Say it shorter: 2000 characters at most.")})
    return text


@transaction.atomic
def give_visa(application, *, by, remark="", meeting=None):
    """Put the visa of the curator; ``remark`` is for the head.

    Where the regulation has the council mediate, the application goes to it, onto the agenda of ``meeting`` where
    one is given; otherwise to the head. Raises MoveRefused before the consents are given, and for a pair of one's own.
    """
    row = guards.lock(application)
    guards.check_is_not_own(row, by)
    if not awaits_visa(row):
        raise MoveRefused(_("The visa is not what comes next here. Refresh the page to see what changed."))
    _check_alive(row)
    move(
        row,
        ApplicationState.VISAED,
        by=by,
        deed=gettext_noop("Visa of the curator"),
        reason=_text(remark, "remark"),
        held=row,
        visa_by=by,
        visa_on=row.organization.today(),
        visa_remark=_text(remark, "remark"),
    )
    if needs_council(row.kind, rules_of(row.organization)):
        move(row, ApplicationState.MEDIATION, by=by, deed=gettext_noop("Sent to the council"), held=row)
        tidings.tell_council(row)
        if meeting is not None:
            put_on_agenda(row, by=by, meeting=meeting)
    else:
        tidings.tell_director(row)
    return row


@transaction.atomic
def put_on_agenda(application, *, by, meeting):
    """Put the application onto the agenda of a planned ``meeting``. The reason stays out of it.

    Raises MoveRefused unless the application is at the council and the meeting still lies ahead.
    """
    row = guards.lock(application)
    guards.check_is_not_own(row, by)
    guards.check_state(row, ApplicationState.MEDIATION)
    if meeting.organization_id != row.organization_id:
        raise MoveRefused({"meeting": _("This meeting is not of your organization. Choose one of the list.")})
    # The minutes are printed, so the point is in the language of the organization.
    with override(settings.LANGUAGE_CODE):
        title = f"{row.get_kind_display()}: {row.mentorship}"[:500]
    add_point(meeting, title, by=by)
    row.meeting = meeting
    row.save(update_fields=["meeting"])
    record(row, gettext_noop("Put on the agenda"), by=by, reason=str(meeting))
    return row


@transaction.atomic
def record_mediation(application, *, by, outcome, note, meeting=None):
    """Write down what the council came to; both sides read ``note``.

    Reconciled, the application is closed; otherwise it goes on to the head. Raises MoveRefused unless it is at the
    council, for another outcome than the kind has, without a note, and for a pair of one's own.
    """
    row = guards.lock(application)
    guards.check_is_not_own(row, by)
    guards.check_state(row, ApplicationState.MEDIATION)
    if outcome not in dict(outcomes_of(row.kind)):
        raise MoveRefused({"outcome": _("Choose what the council came to.")})
    note = _text(note, "note")
    if not note:
        raise MoveRefused({"note": _("Write what was agreed on: both sides will read it.")})
    changes = {"mediation": outcome, "mediation_note": note, "meeting": meeting or row.meeting}
    if outcome == Mediation.RECONCILED:
        deed = gettext_noop("Reconciled at the council")
        move(row, ApplicationState.WITHDRAWN, by=by, deed=deed, reason=note, held=row, **changes)
        tidings.tell_reconciled(row)
    else:
        deed = gettext_noop("The council had its say")
        move(row, ApplicationState.VISAED, by=by, deed=deed, reason=note, held=row, **changes)
        tidings.tell_director(row)
    return row


@transaction.atomic
def decide_application(application, *, by, password, granted, resolution="", takes_effect_on=None):
    """Decide as the head, signed with the password: grant or refuse.

    Where the work of the mentor ends, ``takes_effect_on`` is its day, within the clock of the notice. A refusal
    needs words; a resignation is never refused (Labor Code art. 351.8). Raises MoveRefused for a wrong password,
    unless it waits for the decision, for a pair of one's own and for somebody who prepared it.
    """
    if not by.check_password(password):
        raise MoveRefused({"password": _("The password is not right. Nothing was signed; type it again.")})
    row = guards.lock(application)
    _check_decider(row, by)
    resolution = _text(resolution, "resolution")
    if granted:
        day = _day_of_effect(row, takes_effect_on)
        _check_alive(row)
    else:
        day = None
        _check_refusal(row, resolution)
    move(
        row,
        ApplicationState.GRANTED if granted else ApplicationState.REFUSED,
        by=by,
        deed=gettext_noop("Granted by the head") if granted else gettext_noop("Refused by the head"),
        reason=resolution,
        held=row,
        decided_by=by,
        decided_on=row.organization.today(),
        resolution=resolution,
        takes_effect_on=day,
    )
    tidings.tell_decided(row, granted=granted)
    return row


def _check_decider(row, by):
    guards.check_is_not_own(row, by)
    guards.check_state(row, ApplicationState.VISAED)
    if by.pk in (row.visa_by_id, row.filed_by_id):
        raise MoveRefused(_("You prepared this application, so somebody else decides on it."))


def _check_refusal(row, resolution):
    if row.kind in NEVER_REFUSED:
        message = _("A mentor may lay the duty down at any time (Labor Code, article 351.8). Set the day.")
        raise MoveRefused({"granted": message})
    if not resolution:
        raise MoveRefused({"resolution": _("Write why it is refused: whoever asked will read it.")})


def _check_alive(row):
    guards.check_works(row.mentorship)
    if row.kind in OF_BOTH and not row.program.is_running:
        raise MoveRefused(_("The program does not run any more. Let whoever filed the application withdraw it."))


def _day_of_effect(row, day):
    if row.kind in OF_BOTH:
        return None
    today = row.organization.today()
    first, last = days_of_effect(row, rules_of(row.organization), today)
    day = day or min(max(first, row.wished_on or first), last)
    if day < first:
        message = _("By the notice of the law and the regulation the work ends from %(day)s at the earliest.")
        raise MoveRefused({"takes_effect_on": message % {"day": date_numeric(first)}})
    if day > last:
        message = _("The pair works until %(day)s anyway. Choose an earlier day.")
        if row.kind in NEVER_REFUSED:
            message = _(
                "The mentor is free from %(day)s: the day cannot be put off. Choose that day or an earlier one."
            )
        raise MoveRefused({"takes_effect_on": message % {"day": date_numeric(last)}})
    return day
