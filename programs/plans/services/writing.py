"""The text and the plan while they are written: from a template, by several hands."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import search_key
from mentoring.lib.versions import StaleSave, save_version
from people.history.services import record
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Mentorship
from programs.mentorships.selectors import is_single_meeting
from programs.plans.laying import lay_events
from programs.plans.models import Event, KeptText, Program
from programs.plans.services import guards, tidings
from programs.plans.services.agreement import has_agreements, reset_agreements
from programs.plans.states import ENDED


@transaction.atomic
def create_program(mentorship, *, by, title, starts_on, ends_on, template=None):
    """Start a program of the pair, with the parts and events of ``template`` where one is given.

    Events come onto working days inside the term; a difficulty the template does not name gets one of its own.
    Raises MoveRefused if the pair cannot have a program now, has one already, or the days are not its days.
    """
    pair = Mentorship.objects.select_for_update(of=("self",)).with_people().get(pk=mentorship.pk)
    if pair.state not in guards.WRITABLE:
        raise MoveRefused(_("A program is written when the pair is agreed, and until it ends."))
    if pair.is_joining:
        raise MoveRefused(_("Whoever joins a group works by the program of the group."))
    if is_single_meeting(pair):
        raise MoveRefused(
            _("A speed session is one meeting and needs no program. Set its day on the card of the pair.")
        )
    if pair.programs.exclude(state__in=ENDED).exists():
        raise MoveRefused(_("The pair has a program already. Open it in the list of programs."))
    guards.check_days(pair, starts_on, ends_on)
    parts = {name: getattr(template, name) for name in Program.NOTE_FIELDS} if template else {}
    program = Program.objects.create(
        mentorship=pair, template=template, title=title, starts_on=starts_on, ends_on=ends_on, **parts
    )
    if template:
        regulation = regulation_on(pair.organization, pair.organization.today())
        Event.objects.bulk_create(lay_events(program, template, regulation))
    deed = gettext_noop("Started from a template") if template else gettext_noop("Started from an empty page")
    record(program, deed, by=by, reason=template.title if template else "")
    tidings.tell_written(program, by)
    return program


@transaction.atomic
def edit_program(program, *, by, values, expected_version):
    """Write ``values`` (names of Program.TEXT_FIELDS) into a program that is still open.

    A change empties every agreement. Raises StaleSave if somebody saved meanwhile and the texts differ,
    MoveRefused if the program is approved or the days cannot be. Returns whether anything changed.
    """
    row = guards.lock(program)
    guards.check_open(row)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if changed and row.version != expected_version:
        raise StaleSave(row)
    drop_kept_text(row, by=by)
    if not changed:
        return False
    for name in changed:
        setattr(row, name, values[name])
    guards.check_days(row.mentorship, row.starts_on, row.ends_on)
    row.search_key = search_key(row.title)
    save_version(row, [*changed, "search_key"], expected=expected_version)
    _note_change(row, by, gettext_noop("Text changed"))
    return True


def _note_change(row, by, deed, reason=""):
    """One line of history for a change; with agreements given before, they are emptied and asked for again."""
    if has_agreements(row):
        again = reset_agreements(row, by=by, deed=gettext_noop("Changed, agreement is asked again"), reason=reason)
        tidings.tell_changed(row, again)
    else:
        record(row, deed, by=by, reason=reason)


@transaction.atomic
def add_event(program, *, by, values):
    """Add a line to the plan of a program that is still open; ``values`` are names of Event.TEXT_FIELDS."""
    row = guards.lock(program)
    guards.check_open(row)
    guards.check_event_day(row, values["planned_on"])
    event = Event.objects.create(program=row, **values)
    _note_change(row, by, gettext_noop("Event added"), reason=event.content)
    return event


@transaction.atomic
def edit_event(event, *, by, values, expected_version):
    """Write ``values`` into an event of an open program. Raises StaleSave, MoveRefused. Returns whether it changed."""
    row = guards.lock_event(event)
    guards.check_open(row.program)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        return False
    if row.version != expected_version:
        raise StaleSave(row)
    for name in changed:
        setattr(row, name, values[name])
    guards.check_event_day(row.program, row.planned_on)
    save_version(row, changed, expected=expected_version)
    _note_change(row.program, by, gettext_noop("Event changed"), reason=row.content)
    return True


@transaction.atomic
def remove_event(event, *, by):
    """Take a line out of the plan of an open program; its words stay in the history."""
    row = guards.lock_event(event)
    guards.check_open(row.program)
    program, words = row.program, row.content
    row.delete()
    _note_change(program, by, gettext_noop("Event removed"), reason=words)


def keep_text(program, *, by, values, version):
    """Keep what ``by`` has typed and not saved: ``values`` are texts by field name. Returns the KeptText."""
    kept, _made = KeptText.objects.update_or_create(
        program=program, user=by, defaults={"values": values, "version": version, "at": now()}
    )
    return kept


def drop_kept_text(program, *, by):
    """Forget what was kept for ``by``."""
    KeptText.objects.filter(program=program, user=by).delete()
