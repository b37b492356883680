"""Laying the events of a template onto the days of a program."""

from datetime import date, timedelta

from mentoring.lib.dates import add_months, add_working_days, school_year
from people.banks.models import Direction
from programs.plans.models import Event
from programs.plans.selectors import needs_of
from programs.plans.states import EventForm

# Teaching stops for the summer, so many months before the school year begins: 31 May before 1 September.
SUMMER_MONTHS = 3


def lay_day(after_days, starts_on, ends_on, template_months):
    """Return the working day inside the term for an event ``after_days`` after the start of its template.

    A term shorter than the template draws its days together in proportion. Only a term without a single
    working day gets its last day.
    """
    meant = (add_months(starts_on, template_months) - starts_on).days
    term = (ends_on - starts_on).days
    days = after_days if term >= meant else after_days * term // meant
    return working_day_within(starts_on + timedelta(days=days), starts_on, ends_on)


def teaching_until(starts_on, ends_on, template_months, year_start):
    """Return the last day to lay events on: that of teaching where the template would run into the summer.

    A program that has less than half of its template before the summer goes on after it and keeps its own last
    day. ``year_start`` is the (month, day) on which a school year begins.
    """
    last = _summer_begins(school_year(starts_on, year_start) + 1, year_start) - timedelta(days=1)
    until_summer, meant = last - starts_on, add_months(starts_on, template_months) - starts_on
    return min(ends_on, last) if meant / 2 <= until_summer < meant - timedelta(days=1) else ends_on


def _summer_begins(year, year_start):
    return add_months(date(year, *year_start), -SUMMER_MONTHS)


def working_day_within(day, starts_on, ends_on):
    """Return the working day of the term nearest to ``day``; the last day of a term that has none."""
    day = min(max(day, starts_on), ends_on)
    working = add_working_days(day, 0)
    if working > ends_on:
        working = add_working_days(day, -1)
    return working if working >= starts_on else ends_on


def lay_events(program, template, regulation):
    """Return the unsaved events of ``template`` for ``program``, with the organization's directions and names."""
    labels = {direction.code: direction.label for direction in regulation.program.directions}
    year_start = regulation.school_year_start.as_tuple()
    until = teaching_until(program.starts_on, program.ends_on, template.months, year_start)
    own = {row.name: row for row in Direction.objects.filter(organization=program.organization)}
    laid = [
        Event(
            program=program,
            direction=own.get(labels.get(line["direction"], "")),
            task=line["task"],
            content=line["content"],
            form=line["form"],
            planned_on=lay_day(line["after_days"], program.starts_on, until, template.months),
            responsible=_responsible(line["who"], program.mentorship),
            expected_result=line["result"],
        )
        for line in template.events
    ]
    closing = max((event.planned_on for event in laid), default=until)
    said = [program.title, template.title, *(f"{event.task} {event.content}" for event in laid)]
    return laid + _for_needs(program, said, closing, regulation.terms.difficulty)


def _for_needs(program, said, closing, word):
    """An event for each difficulty of the mentees that nothing said so far names, spread over the days before closing.

    What was diagnosed is eased by something in the plan: that is what a program is for (letter АЗ-1128/08).
    """
    said = " ".join(said).casefold()
    last = max(closing - timedelta(days=1), program.starts_on)
    named = [need.competence for need in needs_of(program)]
    missing = [one for one in dict.fromkeys(named) if one.name.casefold() not in said]
    step = (closing - program.starts_on) / (len(missing) + 1)
    return [
        Event(
            program=program,
            direction_id=competence.direction_id,
            task=competence.name,
            content=f"Практическая встреча: {word.nominative} «{competence.name}», разбор примеров, проба на занятии",
            form=EventForm.MEETING,
            planned_on=working_day_within(program.starts_on + step * place, program.starts_on, last),
            responsible=_responsible("both", program.mentorship),
            expected_result=f"Уровень по компетенции «{competence.name}» выше, чем в начале",
        )
        for place, competence in enumerate(missing, start=1)
    ]


def _responsible(who, pair):
    mentor = pair.mentor.short_name
    mentees = ", ".join(member.person.short_name for member in pair.current_members)
    names = {"mentor": mentor, "mentee": mentees, "both": f"{mentor}, {mentees}"}
    return names.get(who, who)[:200]
