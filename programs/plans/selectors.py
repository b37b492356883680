"""Reads about programs: the next step, where each event stands, what waits for whom."""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from django.db.models import Count, DateField, Exists, OuterRef, Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import add_working_days, date_numeric
from people.banks.models import Difficulty
from people.history.models import Move
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from programs.mentorships.selectors import is_single
from programs.mentorships.states import MentorshipState
from programs.plans.models import Event, Helper, Program
from programs.plans.states import AGREED_DEED, ENDED, HELPING, EventState, HelperState, ProgramState

# How many days ahead an event counts as near.
NEAR_DAYS = 14


def text_mark(program):
    """A short mark of the text and the plan as they stand: equal marks, equal texts."""
    events = program.events.order_by("pk").values_list("pk", "version", "state")
    return sha256(repr((program.pk, program.version, list(events))).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Standing:
    """Where an event stands today, in a tone and words; ``is_overdue`` is derived and stored nowhere."""

    tone: str
    label: str
    is_overdue: bool = False


def standing_of(event, program, day):
    """The standing of ``event`` on ``day``; days are counted only while the program runs."""
    rests = program.mentorship.state == MentorshipState.SUSPENDED
    if event.state != EventState.PLANNED or not program.is_running or rests:
        return Standing(event.state_tone, event.get_state_display())
    left = (event.planned_on - day).days
    if left < 0:
        return Standing("red", _("Overdue"), True)
    if left > NEAR_DAYS:
        return Standing("grey", event.get_state_display())
    words = {0: _("Today"), 1: _("Tomorrow")}
    return Standing("amber", words.get(left) or ngettext("In %(n)s day", "In %(n)s days", left) % {"n": left})


def plan_of(program, day):
    """The events with their standing, files and helpers by their days: [(event, Standing)], in a few queries."""
    events = program.events.select_related("direction").prefetch_related("evidence", "helpers__employment__person")
    return [(event, standing_of(event, program, day)) for event in events]


def needs_of(program):
    """The difficulties of everybody mentored in the program, with their levels before and after."""
    entries = [member.mentee_entry_id for member in program.mentorship.current_members]
    return list(
        Difficulty.objects.filter(entry__in=entries)
        .select_related("competence", "entry__employment__person")
        .order_by("entry__employment__person__search_key", "competence__direction__position", "competence__name")
    )


def awaited_people(program):
    """Whose agreement a draft still lacks, the mentor first."""
    if program.state != ProgramState.DRAFT:
        return []
    agreed = {member.pk for member in program.mentees_agreed.all()}
    mentor = [] if program.mentor_agreed_at else [program.mentorship.mentor]
    return mentor + [each.person for each in program.mentorship.current_members if each.pk not in agreed]


def is_asked(program, employment):
    """Whether the agreement of ``employment`` is what the draft lacks."""
    return employment is not None and employment.person in awaited_people(program)


def for_card(programs):
    """The programs with everything their card shows about people and agreements."""
    return programs.with_people().select_related("approved_by__person", "template").prefetch_related("mentees_agreed")


def for_list(programs, day):
    """The programs with everything a row of a list shows, in a fixed number of queries."""
    return programs.with_people().with_progress(day)


def for_cards(programs, day):
    """The programs as their participants see them, with the next event of each in ``coming``."""
    planned = Event.objects.filter(state=EventState.PLANNED).order_by("planned_on", "pk")
    rows = for_list(programs, day).prefetch_related(
        "mentees_agreed", Prefetch("events", queryset=planned, to_attr="coming")
    )
    return rows.order_by("-starts_on", "-pk")


def count_by_state(programs):
    """How many of ``programs`` stand in each state: one query."""
    return dict(programs.order_by().values_list("state").annotate(Count("pk")))


def overdue_programs(programs, day):
    """Those that run and have an event overdue on ``day``."""
    late = Event.objects.overdue(day).filter(program=OuterRef("pk"))
    return programs.filter(Exists(late))


def pairs_without_program(mentorships, settings):
    """Pairs that work or wait for their order and have no program yet; a single meeting needs none."""
    written = Program.objects.filter(mentorship=OuterRef("pk")).exclude(state=ProgramState.TERMINATED)
    states = (MentorshipState.AGREED, MentorshipState.IN_ORDER, MentorshipState.ACTIVE)
    rows = mentorships.filter(~Exists(written), state__in=states, joins__isnull=True).with_people()
    return [pair for pair in rows if not is_single(pair, settings)]


def agreed_on(program):
    """The day on which each person agreed to the present text, by person pk, from the history."""
    agreed = {program.mentorship.mentor.pk} if program.mentor_agreed_at else set()
    agreed |= {member.mentee_person_id for member in program.mentees_agreed.all()}
    moves = Move.objects.of(program).filter(deed=AGREED_DEED, by__person__in=agreed)
    return {move.by.person_id: move.at for move in moves}


def report_due_on(program):
    """The last day for the mentor's report: ``program.report_within`` working days after the program ends.

    Counted from the planned end until the program has ended; None where the regulation sets no day.
    """
    last = program.ended_on or program.ends_on
    rules = regulation_on(program.organization, last).program
    return add_working_days(last, rules.report_within) if rules.report_within else None


def ended_labels(regulation):
    """What the regulation calls each ground on which a program ends, by its code."""
    return {reason.code: reason.label for reason in regulation.completion.reasons}


def content_of(program):
    """The text and the plan as they stand, in values JSON can hold: one side of a ProgramVersion."""
    names = [name for name in Event.TEXT_FIELDS if name != "direction"]
    return {
        "text": {name: _plain(getattr(program, name)) for name in Program.TEXT_FIELDS},
        "events": [
            {"pk": event.pk, "state": event.state, "direction": event.direction_id}
            | {name: _plain(getattr(event, name)) for name in names}
            for event in program.events.order_by("planned_on", "pk")
        ],
    }


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True)
class Difference:
    """One thing that a change made other, in words; ``was`` or ``now`` is empty where there was or is nothing.

    ``event`` is the content of the event a field of which it is, "" where it is an event as a whole, None in the text;
    ``name`` is then what the field alone is called.
    """

    label: str
    was: str
    now: str
    event: str | None = field(default=None, compare=False)
    name: str = field(default="", compare=False)


def differences(before, after):
    """What two contents (`content_of`) differ in, the text first, then the events, as a list of Differences."""
    found = [
        Difference(_label(Program, name), _in_words(Program, name, was), _in_words(Program, name, after["text"][name]))
        for name, was in before["text"].items()
        if was != after["text"][name]
    ]
    old = {event["pk"]: event for event in before["events"]}
    new = {event["pk"]: event for event in after["events"]}
    for pk, event in new.items():
        found += _event_differences(old.get(pk), event)
    found += [Difference(_("Event"), _line(event), "", "") for pk, event in old.items() if pk not in new]
    return found


def _event_differences(was, event):
    if was is None:
        return [Difference(_("Event"), "", _line(event), "")]
    if was["state"] != event["state"] == EventState.CANCELLED:
        return [Difference(_("Event"), _line(was), _("cancelled"), "")]
    title = was["content"]
    return [
        Difference(
            f"{title}: {_label(Event, name)}",
            _in_words(Event, name, was[name]),
            _in_words(Event, name, value),
            title,
            _label(Event, name),
        )
        for name, value in event.items()
        if name not in ("pk", "state", "direction") and was.get(name) != value
    ]


def _line(event):
    return f"{_in_words(Event, 'planned_on', event['planned_on'])}: {event['content']}"


def _label(model, name):
    if model is Program and name in ("starts_on", "ends_on"):
        return _("First day") if name == "starts_on" else _("Last day")
    return str(model._meta.get_field(name).verbose_name)


def _in_words(model, name, value):
    field = model._meta.get_field(name)
    if isinstance(field, DateField):
        return date_numeric(date.fromisoformat(value))
    return str(dict(field.flatchoices).get(value, value))


def colleagues_of(program):
    """Whom the mentor may ask to help: those at work with an account, outside the pair."""
    pair = program.mentorship
    own = [pair.mentor.pk, *(member.mentee_person_id for member in pair.current_members)]
    rows = Employment.objects.active_on(pair.organization.today()).filter(
        organization=pair.organization, is_primary=True, person__user__is_active=True
    )
    rows = rows.exclude(person__in=own).select_related("person")
    return rows.order_by("person__search_key", "pk")


def helpers_of(program):
    """The colleagues asked for the program with their events, withdrawn ones aside."""
    return program.helpers.exclude(state=HelperState.WITHDRAWN).with_people()


def helping_of(employment):
    """Invitations ``employment`` has to answer or has accepted, of programs that go on."""
    rows = Helper.objects.filter(employment=employment, state__in=HELPING)
    return rows.exclude(program__state__in=ENDED).with_people()
