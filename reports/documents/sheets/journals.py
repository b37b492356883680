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
)
# So many mentees sign in columns of their own, more of them in one.
MOST_COLUMNS = 3
# With the heading and the facts this many empty rows stay on one lying sheet.
BLANK_ROWS = 8
ATTENDANCE = (Column("№", 6, "short"), Column("Фамилия, имя, отчество", 30, "name"), Column("Должность", 26),
              Column("Присутствие", 16), Column("Подпись", 14))  # fmt: skip
PRESENCE = {Presence.PRESENT: "присутствует", Presence.EXCUSED: "уважительная причина"}


def _people(pair):
    """Both sides as «учитель математики Ковальчук Мария Петровна»."""
    works = [pair.mentor_entry.employment, *(member.mentee_entry.employment for member in pair.current_members)]
    return [f"{small(work.post)} {work.person.full_name}" for work in works]


def _facts(program, settings):
    mentor, *mentees = _people(program.mentorship)
    word = settings.terms.mentee
    return (
        (capitalized(mentor_word(settings, program.mentorship).nominative), mentor),
        (capitalized(word.plural_nominative if len(mentees) > 1 else word.nominative), listed(mentees)),
        ("Программа", f"«{program.title}», {date_words(program.starts_on)} – {date_words(program.ends_on)}"),
        ("Режим", MODES[program.mode]),
    )


def journal_paper(program, *, day):
    """The meetings of a pair: what was held by its program, who marked it when, place to sign."""
    settings = regulation_on(program.organization, program.approved_on or day)
    events = [event for event in program.events.all() if event.state == EventState.HELD]
    marked = _marked(events)
    hands = _hands(program.mentorship, settings)
    rows = [
        (date_numeric(event.held_on), FORMS[event.form], event.content, event.remark or event.expected_result,
         marked.get(event.pk, ""), *[""] * len(hands))
        for event in sorted(events, key=lambda event: (event.held_on, event.pk))
    ]  # fmt: skip
    waiting = sum(event.state not in (*PUT_ASIDE, EventState.HELD) for event in program.events.all())
    return sheet_of(
        program.organization,
        day,
        title="Журнал встреч",
        facts=_facts(program, settings),
        parts=(SheetPart(table=numbered((*JOURNAL, *hands), rows, blank=min(waiting, BLANK_ROWS))),),
        signatures=_signed(program.mentorship, settings),
    )


def _hands(pair, settings):
    """The columns to sign in: of the mentor, and of each mentee while there is room for it."""
    people = [member.mentee_entry.employment.person for member in pair.current_members]
    mentor, mentee = mentor_word(settings, pair), settings.terms.mentee
    if len(people) < 2:
        titles = [f"Подпись {mentee.genitive}"]
    elif len(people) <= MOST_COLUMNS:
        titles = [f"Подпись: {person.last_name}" for person in people]
    else:
        titles = [f"Подписи {mentee.plural_genitive}"]
    return tuple(Column(title, 9) for title in (f"Подпись {mentor.genitive}", *titles))


def _signed(pair, settings):
    """Both sides by what they are to each other, for their posts may be the same."""
    mentees = [(settings.terms.mentee, member.mentee_entry.employment) for member in pair.current_members]
    sides = [(mentor_word(settings, pair), pair.mentor_entry.employment), *mentees]
    return tuple(
        Signatory(f"{capitalized(word.nominative)}, {small(work.post)}", signed_by(work).name) for word, work in sides
    )


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


# In words of a school, a kindergarten and a club alike.
VISITED = ("Класс (группа)", "Тема занятия", "Цель посещения")
SEEN = (("Ход занятия", 4), ("Что получилось", 2), ("Рекомендации", 2), ("Что взято в работу", 2))


def visit_paper(event, *, day):
    """The sheet of a visit to a lesson: who, when and why are known, what was seen is written by hand."""
    program = event.program
    settings = regulation_on(program.mentorship.organization, program.approved_on or day)
    held = event.held_on or event.planned_on
    known = {"Цель посещения": event.content, "Что получилось": event.remark}
    parts = [_part(heading, known.get(heading, ""), 1) for heading in VISITED]
    parts += [_part(heading, known.get(heading, ""), lines) for heading, lines in SEEN]
    return sheet_of(
        program.mentorship.organization,
        day,
        title="Лист посещения занятия",
        facts=(("Дата", date_words(held)), ("Форма", FORMS[event.form]), *_facts(program, settings)),
        parts=parts,
        signatures=_signed(program.mentorship, settings),
    )


def _part(heading, known, lines):
    """What is known stands there, otherwise there are lines to write on."""
    return SheetPart(heading, (known,)) if known else SheetPart(heading, lines=lines)


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
