"""Personalized programs: written from templates, agreed, approved, worked by, ended."""

from datetime import timedelta

from django.core.files.base import ContentFile

from mentoring.lib.dates import add_months
from people.banks.models import Direction
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Member
from programs.plans.models import Event, ProgramTemplate
from programs.plans.selectors import needs_of
from programs.plans.services import (
    add_event,
    agree_program,
    approve_program,
    complete_program,
    create_program,
    mark_event,
)
from programs.plans.states import EventState
from reports.demo.clock import as_of
from reports.demo.days import PROGRAM_MONTHS, workday
from reports.demo.script import evidence_file, wording

BEST_LEVEL = 5
BEGINS_AHEAD = 7


def write_program(scene, part, mentorship, *, starts_on, ends_on, written_on):
    """A program of the pair from the template its part names, by the mentor."""
    template = ProgramTemplate.objects.get(organization=scene.organization, title=part.template)
    with as_of(written_on):
        return create_program(
            mentorship,
            by=scene.users[part.mentor],
            template=template,
            title=part.template,
            starts_on=starts_on,
            ends_on=ends_on,
        )


def agree(scene, part, program, agreed_on, *, mentees=True):
    """Mentor and, on the next day, mentees agree."""
    with as_of(agreed_on):
        agree_program(program, by=scene.users[part.mentor])
    if mentees:
        with as_of(workday(agreed_on + timedelta(days=1))):
            for who in part.mentees:
                agree_program(program, by=scene.users[who])


def approve(scene, program, approved_on):
    with as_of(approved_on):
        return approve_program(program, by=scene.curator)


def run_done(scene, part, mentorship, term):
    """A program of the past year, every event held, every difficulty a level better."""
    program = write_program(
        scene, part, mentorship, starts_on=term.starts_on, ends_on=term.ends_on, written_on=term.after(3)
    )
    agree(scene, part, program, term.after(5))
    program = approve(scene, program, term.after(8))
    hold_events(scene, part, program, until=term.ends_on)
    with as_of(workday(term.ends_on)):
        complete_program(
            program,
            by=scene.curator,
            on=scene.organization.today(),
            reason="plan_done",
            result=wording().result,
            levels={need.pk: min(need.level_before + 2, BEST_LEVEL) for need in needs_of(program)},
        )


def run_running(scene, part, mentorship, term):
    """A program in full course: events held, one overdue, one due in a few days, the rest ahead."""
    days = scene.days
    ends_on = add_months(term.starts_on, PROGRAM_MONTHS) - timedelta(days=1)
    program = write_program(
        scene, part, mentorship, starts_on=term.starts_on, ends_on=ends_on, written_on=term.after(3)
    )
    with as_of(term.after(4)):
        for added, day in ((wording().overdue_event, days.ago(6)), (wording().next_event, days.ahead(3))):
            add_event(program, by=scene.users[part.mentor], values=_event(program, added, day))
    agree(scene, part, program, term.after(5))
    program = approve(scene, program, term.after(8))
    overdue = program.events.filter(content=wording().overdue_event.content)
    hold_events(scene, part, program, until=days.ago(1), leaving=overdue)


def _event(program, added, day):
    organization = program.mentorship.organization
    people = [program.mentorship.mentor, *(member.person for member in program.mentorship.current_members)]
    labels = {direction.code: direction.label for direction in regulation_on(organization, day).program.directions}
    return {
        "direction": Direction.objects.filter(organization=organization, name=labels.get(added.direction)).first(),
        "task": added.task,
        "content": added.content,
        "form": added.form,
        "planned_on": day,
        "responsible": ", ".join(person.short_name for person in people),
        "expected_result": added.result,
    }


def hold_events(scene, part, program, *, until, leaving=()):
    """Mark what was planned by ``until`` as held on its day; what came before the approval is entered after it."""
    left = [event.pk for event in leaving]
    due = program.events.filter(state=EventState.PLANNED, planned_on__lte=until).exclude(pk__in=left)
    for number, event in enumerate(due.order_by("planned_on", "pk")):
        remark = wording().remarks[number % len(wording().remarks)]
        with as_of(max(event.planned_on, program.approved_on)):
            mark_event(event, by=scene.users[part.mentor], held_on=event.planned_on, remark=remark)


def write_late(scene, part, mentorship):
    """A program written these days that begins in some: agreed by all and waiting for the curator, or a draft."""
    days = scene.days
    starts_on = days.ahead(BEGINS_AHEAD)
    program = write_program(
        scene, part, mentorship, starts_on=starts_on, ends_on=mentorship.ends_on, written_on=days.ago(10)
    )
    agree(scene, part, program, days.ago(6), mentees=part.program == "agreed")


def attach_evidence(scene):
    """Hang the file that shows it took place onto the last held event of the mentor's program."""
    mine = Member.objects.filter(mentee_entry=scene.mentees["mentee"], is_active=True).values("mentorship")
    event = Event.objects.filter(program__mentorship__in=mine, state=EventState.HELD).last()
    if event:
        with as_of(scene.days.ago(1)):
            file = ContentFile(evidence_file(), name=wording().evidence)
            mark_event(event, by=scene.users["mentor"], held_on=event.held_on, remark=event.remark, files=[file])
