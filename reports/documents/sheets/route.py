"""The individual educational route of a mentee (regulation of Malinovskaya, 4.3.2): its steps in the own words.

What the bank and the programs know stands in its step, the rest is left to write on.
"""

from mentoring.lib.dates import date_numeric, date_words
from mentoring.lib.grammar import Case, plural
from people.organizations.selectors import head_on, regulation_on
from programs.plans.models import Program
from programs.plans.states import PUT_ASIDE, EventState
from reports.documents.heads import signatory_of, signed_by
from reports.documents.papers import Column, SheetPart, Stamp
from reports.documents.program import FORMS, LEVELS
from reports.documents.sheets.common import numbered, sheet_of
from reports.documents.wording import capitalized, person_in

LINES = 5
NEEDS = (Column("№", 6, "short"), Column("Что затрудняет", 44), Column("В начале", 26), Column("В конце", 26))
PLAN = (Column("№", 6, "short"), Column("Мероприятие", 43), Column("Форма", 18), Column("Срок", 17, "short"),
        Column("Ожидаемый результат", 30))  # fmt: skip
DONE = (Column("№", 6, "short"), Column("Мероприятие", 37), Column("Проведено", 17, "short"),
        Column("Продукт, результат", 30), Column("Самооценка", 18))  # fmt: skip


def route_paper(entry, *, day):
    """The route of ``entry`` (MenteeEntry) by ``iom`` of the regulation."""
    work = entry.employment
    organization = work.organization
    settings = regulation_on(organization, day)
    rules = settings.iom
    programs = _programs(entry)
    known = _known(entry, [event for program in programs for event in program.events.all()])
    starts = programs[0].starts_on if programs else entry.entered_on
    head = signatory_of(head_on(organization, day))
    years = f"{rules.max_years} {plural(rules.max_years, 'год', 'года', 'лет')}"
    span = years if rules.min_years == rules.max_years else f"{rules.min_years}–{years}"
    return sheet_of(
        organization,
        day,
        title="Индивидуальный образовательный маршрут",
        subtitle=person_in(work, Case.GENITIVE),
        stamp=Stamp("УТВЕРЖДАЮ", head.post or capitalized(settings.terms.head.nominative), head.name),
        facts=tuple(
            (label, words)
            for label, words in (
                ("Срок", f"{span} с {date_words(starts)}"),
                ("Сопровождает", rules.tutor),
                ("Программы наставничества", "; ".join(f"«{program.title}»" for program in programs)),
            )
            if words
        ),
        parts=[_step(place, step, known) for place, step in enumerate(rules.steps, start=1)],
        signatures=(signed_by(work),),
    )


def _programs(entry):
    rows = Program.objects.filter(mentorship__members__mentee_entry=entry).prefetch_related("events")
    return list(rows.order_by("starts_on", "pk"))


def _step(place, step, known):
    """A step with what is known of it, otherwise with lines; a step of the organization's own has lines."""
    paragraphs, table = known.get(step.code, ((), None))
    return SheetPart(f"{place}. {step.label}", paragraphs, table, lines=0 if table else 2 if paragraphs else LINES)


def _known(entry, events):
    """(paragraphs, table) by the codes of the steps."""
    counted = [event for event in events if event.state not in PUT_ASIDE]
    held = [event for event in counted if event.state == EventState.HELD]
    needs = [
        (str(each.competence), LEVELS[each.level_before], LEVELS.get(each.level_after, ""))
        for each in entry.needs.select_related("competence")
    ]
    return {
        "strengths": (tuple(line for line in entry.strengths.splitlines() if line.strip()), None),
        "deficits": ((entry.request,) if entry.request else (), numbered(NEEDS, needs) if needs else None),
        "own_roadmap": ((), _plan(counted)),
        "realization": ((), _done(held)),
    }


def _plan(events):
    rows = [
        (event.content, FORMS[event.form], date_numeric(event.planned_on), event.expected_result) for event in events
    ]
    return numbered(PLAN, rows, blank=3) if rows else None


def _done(events):
    rows = [(event.content, date_numeric(event.held_on), event.remark or event.expected_result, "") for event in events]
    return numbered(DONE, rows, blank=2) if rows else None
