"""Journals of the work (domain.md §2.5): meetings of a pair, a visit to a lesson, who was at a meeting.

Nobody types them (order 779 of 06.11.2024): what is known comes from the plan, the rest is left to write on.
"""

from django.contrib.contenttypes.models import ContentType

from mentoring.lib.dates import date_numeric, date_words
from people.history.models import Move
from people.organizations.selectors import regulation_on
from programs.council.states import Presence
from programs.mentorships.selectors import mentor_word
from programs.plans.models import Event
from programs.plans.states import PUT_ASIDE, EventState
from reports.documents.heads import signed_by
from reports.documents.papers import Column, SheetPart, Signatory
from reports.documents.program import FORMS, MODES
from reports.documents.sheets.common import numbered, sheet_of
from reports.documents.wording import capitalized, listed, small

JOURNAL = (
    Column("№", 4, "short"),
    Column("Дата", 10, "short"),
    Column("Форма", 10),
    Column("Тема, содержание", 24),
    Column("Итог, рекомендации", 24),
    Column("Отмечено", 14),
    Column("Подпись наставника", 9),
    Column("Подпись наставляемого", 9),
)
ATTENDANCE = (Column("№", 6, "short"), Column("Фамилия, имя, отчество", 30, "name"), Column("Должность", 26),
              Column("Присутствие", 16), Column("Подпись", 14))  # fmt: skip
PRESENCE = {Presence.PRESENT: "присутствует", Presence.EXCUSED: "уважительная причина"}


def _people(pair):
    """Both sides as «учитель математики Ковальчук Мария Петровна»."""
    works = [pair.mentor_entry.employment, *(member.mentee_entry.employment for member in pair.current_members)]
    return [f"{small(work.post)} {work.person.full_name}" for work in works]


def _facts(program, settings):
    mentor, *mentees = _people(program.mentorship)
    return (
        (capitalized(mentor_word(settings, program.mentorship).nominative), mentor),
        (capitalized(settings.terms.mentee.nominative), listed(mentees) if mentees else ""),
        ("Программа", f"«{program.title}», {date_words(program.starts_on)} – {date_words(program.ends_on)}"),
        ("Режим", MODES[program.mode]),
    )


def journal_paper(program, *, day):
    """The meetings of a pair: what was held by its program, who marked it when, place to sign."""
    settings = regulation_on(program.organization, program.approved_on or day)
    events = [event for event in program.events.all() if event.state == EventState.HELD]
    marked = _marked(events)
    rows = [
        (date_numeric(event.held_on), FORMS[event.form], event.content, event.remark or event.expected_result,
         marked.get(event.pk, ""), "", "")
        for event in sorted(events, key=lambda event: (event.held_on, event.pk))
    ]  # fmt: skip
    waiting = sum(event.state not in (*PUT_ASIDE, EventState.HELD) for event in program.events.all())
    return sheet_of(
        program.organization,
        day,
        title="Журнал встреч",
        facts=_facts(program, settings),
        parts=(SheetPart(table=numbered(JOURNAL, rows, blank=min(waiting, 10))),),
        signatures=_signed(program.mentorship),
    )


def _signed(pair):
    works = [pair.mentor_entry.employment, *(member.mentee_entry.employment for member in pair.current_members)]
    return tuple(signed_by(work) for work in works)


def _marked(events):
    """Who marked each event as held, by the history: {event pk: «М. П. Ковальчук, 12.10.2026»}."""
    lines = Move.objects.filter(
        kind=ContentType.objects.get_for_model(Event),
        thing_id__in=[event.pk for event in events],
        to_state=EventState.HELD,
    ).select_related("by__person")
    return {
        line.thing_id: f"{line.by.person.short_name if line.by.person else line.by}, {date_numeric(line.at.date())}"
        for line in lines.order_by("at", "pk")
        if line.by
    }


VISITED = ("Класс, группа", "Предмет, тема", "Цель посещения")
SEEN = ("Ход занятия", "Что получилось", "Рекомендации", "Что взято в работу")


def visit_paper(event, *, day):
    """The sheet of a visit to a lesson: who, when and why are known, what was seen is written by hand."""
    program = event.program
    settings = regulation_on(program.mentorship.organization, program.approved_on or day)
    held = event.held_on or event.planned_on
    known = {"Предмет, тема": event.content, "Цель посещения": event.task or event.expected_result}
    parts = [SheetPart(heading, tuple(filter(None, [known.get(heading, "")])), lines=0 if known.get(heading) else 1)
             for heading in VISITED]  # fmt: skip
    parts += [SheetPart(heading, lines=5) for heading in SEEN[:1]]
    parts += [SheetPart(heading, (event.remark,) if heading == "Рекомендации" and event.remark else (), lines=3)
              for heading in SEEN[1:]]  # fmt: skip
    return sheet_of(
        program.mentorship.organization,
        day,
        title="Лист посещения занятия",
        facts=(("Дата", date_words(held)), ("Форма", FORMS[event.form]), *_facts(program, settings)),
        parts=parts,
        signatures=_signed(program.mentorship),
    )


def attendance_paper(meeting):
    """Who was invited to a meeting, with what is known of it and place to sign."""
    rows = [
        (row.employment.person.full_name, small(row.employment.post), PRESENCE.get(row.presence, ""), "")
        for row in meeting.attendance.select_related("employment__person")
    ]
    day = meeting.held_on or meeting.planned_on
    secretary = meeting.secretary.person if meeting.secretary else None
    return sheet_of(
        meeting.organization,
        day,
        title="Лист регистрации участников",
        subtitle=meeting.title,
        facts=tuple((label, words) for label, words in (("Дата", date_words(day)), ("Место", meeting.place)) if words),
        parts=(SheetPart(table=numbered(ATTENDANCE, rows, blank=0 if meeting.is_held else 3)),),
        signatures=(Signatory("Секретарь", signed_by(meeting.secretary).name if secretary else ""),),
    )
