"""What must hold before a program is written, agreed, approved, worked by or ended; refusals say what to do."""

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric, lasts_months
from mentoring.lib.moves import MoveRefused
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import program_term_words
from programs.mentorships.states import MentorshipState
from programs.plans.models import Event, Program
from programs.plans.states import EventState

# While a pair is in one of these, its program may be written.
WRITABLE = (
    MentorshipState.AGREED,
    MentorshipState.IN_ORDER,
    MentorshipState.ACTIVE,
    MentorshipState.SUSPENDED,
)


def lock(program):
    """The row as it stands, held until the end of the transaction, with its people."""
    return Program.objects.select_for_update(of=("self",)).with_people().get(pk=program.pk)


def lock_event(event):
    """The event and its program as they stand, held until the end of the transaction."""
    row = Event.objects.select_for_update(of=("self",)).select_related("direction").get(pk=event.pk)
    programs = Program.objects.select_for_update(of=("self",)).select_related("mentorship__organization")
    row.program = programs.get(pk=row.program_id)
    return row


def takes_part(program, user):
    """Whether ``user`` is the mentor or one of the mentees."""
    if user.person_id is None:
        return False
    pair = program.mentorship
    mentees = {member.mentee_person_id for member in pair.current_members}
    return user.person_id in mentees | {pair.mentor_entry.employment.person_id}


def check_open(program):
    """Refuse to rewrite what is approved or ended."""
    if not program.is_open:
        raise MoveRefused(
            _("The program is approved, so its text stays as it is. An event can be moved to another day or cancelled.")
        )


def check_running(program):
    """Refuse to mark the work of a program that does not run."""
    if not program.is_running:
        message = _("Events are marked while the program runs; now it is “%(state)s”.")
        raise MoveRefused(message % {"state": program.get_state_display()})


def check_days(mentorship, starts_on, ends_on):
    """Refuse days that cannot be: the end before the start, or outside the period of the pair."""
    if ends_on <= starts_on:
        raise MoveRefused({"ends_on": _("The last day must come after the first one.")})
    if starts_on < mentorship.starts_on:
        message = _("The pair works from %(day)s. Begin the program on that day or later.")
        raise MoveRefused({"starts_on": message % {"day": date_numeric(mentorship.starts_on)}})
    if ends_on > mentorship.ends_on:
        message = _("The pair works until %(day)s. End the program on that day or earlier.")
        raise MoveRefused({"ends_on": message % {"day": date_numeric(mentorship.ends_on)}})


def check_length(program):
    """Refuse a term the regulation does not allow: ``program.term`` (1.2, 1.3: from 3 months to 1 year).

    For the whole trainee period the program has no length of its own and ends with the pair.
    """
    rules = regulation_on(program.organization, program.organization.today()).program
    if rules.months is None:
        last = program.mentorship.ends_on
        if program.ends_on != last:
            message = _("By the regulation the program lasts as long as the pair works. End it on %(day)s.")
            raise MoveRefused(message % {"day": date_numeric(last)})
    elif not lasts_months(program.starts_on, program.ends_on, *rules.months):
        raise MoveRefused(_wrong_length(rules))


def _wrong_length(rules):
    if rules.term == "exact":
        return f"{program_term_words(rules)} {_('Change its first or last day.')}"
    message = _("By the regulation a program lasts from %(least)s to %(most)s months. Change its first or last day.")
    return message % {"least": rules.min_months, "most": rules.max_months}


def check_plan(program):
    """Refuse an empty plan and an event outside the term."""
    events = list(program.events.all())
    if not events:
        raise MoveRefused(_("The plan has no events yet. Add at least one."))
    for event in events:
        if not program.starts_on <= event.planned_on <= program.ends_on:
            message = _("“%(event)s” is planned for %(day)s, outside the program's term. Move it or change the term.")
            raise MoveRefused(message % {"event": event.content, "day": date_numeric(event.planned_on)})


def check_ready(program):
    """Everything agreement and approval ask of the text and the plan."""
    check_days(program.mentorship, program.starts_on, program.ends_on)
    check_length(program)
    check_plan(program)


def check_can_run(program):
    """Everything the approval asks: the pair works, the term and the plan are as the regulation wants them."""
    if program.mentorship.state != MentorshipState.ACTIVE:
        raise MoveRefused(_("The pair does not work yet: its order is not signed. Approve the program after that."))
    check_ready(program)


def check_event_day(program, day):
    """Refuse a day outside the program's term."""
    if not program.starts_on <= day <= program.ends_on:
        message = _("The program runs from %(start)s to %(end)s. Choose a day between them.")
        values = {"start": date_numeric(program.starts_on), "end": date_numeric(program.ends_on)}
        raise MoveRefused({"planned_on": message % values})


def check_planned(event):
    """Refuse what only an event that still lies ahead allows."""
    if event.state != EventState.PLANNED:
        message = _("The event is marked “%(state)s”. Take the mark back first.")
        raise MoveRefused(message % {"state": event.get_state_display()})


def check_held_day(program, day):
    """Refuse a day that has not come or lies before the program."""
    if day > program.organization.today():
        raise MoveRefused({"held_on": _("This day has not come yet. Choose today or an earlier day.")})
    if day < program.starts_on:
        message = _("The program began on %(day)s. Choose that day or a later one.")
        raise MoveRefused({"held_on": message % {"day": date_numeric(program.starts_on)}})
