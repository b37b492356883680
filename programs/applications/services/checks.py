"""What may be asked for: the days, the grounds and the changes of each kind; refusals say what to do."""

from datetime import date

from django.utils.translation import gettext as _

from mentoring.lib.dates import add_months, date_numeric
from mentoring.lib.moves import MoveRefused
from programs.applications.selectors import ground_of, grounds_of_end
from programs.applications.states import OF_BOTH, ApplicationKind
from programs.mentorships.services import guards as pairs
from programs.plans.models import Program
from programs.plans.services import check_earlier
from programs.plans.states import EventForm, EventState

# The longest thing mentoring knows is a route of five years.
LONGEST_MONTHS = 60
MOST_ADDED = 30


def check_asked(application, settings, today):
    """Refuse what the kind of ``application`` does not allow, by field."""
    if application.kind in OF_BOTH and application.program is None:
        raise MoveRefused(_("The pair has no program that runs, so there is nothing to change."))
    check = {
        ApplicationKind.EXTENSION: _check_extension,
        ApplicationKind.SHORTENING: _check_shortening,
        ApplicationKind.CORRECTION: _check_correction,
        ApplicationKind.TERMINATION: _check_termination,
    }.get(application.kind)
    if application.wished_on and application.wished_on < today:
        raise MoveRefused({"wished_on": _("This day has passed. Choose today or a later day.")})
    if check:
        check(application, settings, today)


def _check_extension(application, settings, today):
    program, day = application.program, application.new_ends_on
    if day is None or day <= program.ends_on:
        message = _("The program lasts until %(day)s already. Choose a later day.")
        raise MoveRefused({"new_ends_on": message % {"day": date_numeric(program.ends_on)}})
    if day >= add_months(program.starts_on, LONGEST_MONTHS):
        raise MoveRefused({"new_ends_on": _("That is longer than five years. Check the year.")})
    pair = application.mentorship
    entries = [pair.mentor_entry, *(member.mentee_entry for member in pair.current_members)]
    try:
        pairs.check_employment(entries, program.starts_on, day)
    except MoveRefused as refusal:
        raise MoveRefused({"new_ends_on": refusal.messages}) from refusal


def _check_shortening(application, settings, today):
    program, day = application.program, application.new_ends_on
    if day is None or day < today:
        raise MoveRefused({"new_ends_on": _("This day has passed. Choose today or a later day.")})
    try:
        check_earlier(program, day)
    except MoveRefused as refusal:
        raise MoveRefused({"new_ends_on": refusal.messages}) from refusal
    ground = ground_of(settings, application.ground)
    if application.ground and ground is None:
        raise MoveRefused({"ground": _("The regulation does not have this ground. Choose one of the list.")})
    least = settings.program.months and add_months(program.starts_on, settings.program.months[0])
    is_good = ground is not None and ground.needs_good_reason
    if least and day < least and not is_good:
        message = _("By the regulation the program lasts at least %(n)s months. Choose a later day or a good ground.")
        raise MoveRefused({"new_ends_on": message % {"n": settings.program.months[0]}})


def _check_termination(application, settings, today):
    if application.ground not in {reason.code for reason in grounds_of_end(settings)}:
        raise MoveRefused({"ground": _("The regulation does not have this ground. Choose one of the list.")})


def _check_correction(application, settings, today):
    changes, program = application.changes, application.program
    planned = {str(pk) for pk in program.events.filter(state=EventState.PLANNED).values_list("pk", flat=True)}
    named = {*map(str, changes.get("events", {})), *map(str, changes.get("cancelled", []))}
    if not named <= planned:
        raise MoveRefused(_("An event of the plan was marked meanwhile. Open the form again: it shows what is left."))
    if not set(changes.get("note", {})) <= set(Program.NOTE_FIELDS) or len(changes.get("added", [])) > MOST_ADDED:
        raise MoveRefused(_("The form was sent incomplete. Open it again."))
    if not any(changes.get(part) for part in ("note", "events", "cancelled", "added")):
        raise MoveRefused(_("Nothing is changed yet. Change what is to be other, then send."))
    for values in [*changes.get("events", {}).values(), *changes.get("added", [])]:
        _check_event(values, program, today)


def _check_event(values, program, today):
    day = date.fromisoformat(values["planned_on"]) if "planned_on" in values else None
    if day and not max(program.starts_on, today) <= day <= program.ends_on:
        message = _("The program runs until %(end)s. Choose a day from today to that day.")
        raise MoveRefused(message % {"end": date_numeric(program.ends_on)})
    if "content" in values and not values["content"].strip():
        raise MoveRefused(_("An event needs words: write what is to be done, or tick it off."))
    if "form" in values and values["form"] not in EventForm.values:
        raise MoveRefused(_("The form was sent incomplete. Open it again."))
