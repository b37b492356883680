"""The two banks as the ministry's form of a base has them (letter АЗ-1128/08; domain.md §2.7).

Only columns the product holds. Whoever has not consented to the processing does not stand in a bank, and a
category that may tell of health leaves no trace (152-FZ art. 10).
"""

from dataclasses import replace

from django.db.models import Prefetch
from django.utils.text import capfirst

from mentoring.lib.sheets import Column, SheetSpec
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.states import EntryState
from people.consents.selectors import holds_consent
from people.consents.states import Purpose
from people.staff.selectors import experience_years
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.states import RUNNING
from programs.plans.states import ProgramState
from reports.monitoring.populations import WORKED

IN_BANK = (EntryState.ACTIVE, EntryState.PAIRED, EntryState.PAUSED)
MENTORS, MENTEES, MENTORING = "Наставник", "Наставляемый", "Наставничество"
TRANSFER_NOTE = (
    "Передавать сведения о человеке за пределы организации можно только при его согласии: смотрите последнюю "
    "графу (152-ФЗ, ст. 9)."
)
YES, NO = "да", "нет"

MENTOR_COLUMNS = (
    Column("number", "№", "place", width=5),
    Column("name", "ФИО", width=17, wrap=True, group=MENTORS),
    Column("contacts", "Контакты", width=17, wrap=True, group=MENTORS),
    Column("post", "Должность, предмет, категория", width=18, wrap=True, group=MENTORS),
    Column("experience", "Стаж, лет", "int", width=7, group=MENTORS),
    Column("strengths", "Основные компетенции", width=24, wrap=True, group=MENTORS),
    Column("achievements", "Важные достижения", width=18, wrap=True, group=MENTORS),
    Column("wishes", "Интересы, желаемый наставляемый", width=18, wrap=True, group=MENTORS),
    Column("time", "Ресурс времени", width=10, wrap=True, group=MENTORS),
    Column("since", "Дата вхождения", "date", width=12, group=MENTORS),
    Column("taken", "Ведёт сейчас", "int", width=8, group=MENTORING),
    Column("capacity", "Может вести", "int", width=8, group=MENTORING),
    Column("others", "ФИО наставляемых", width=17, wrap=True, group=MENTORING),
    Column("form", "Форма", width=13, wrap=True, group=MENTORING),
    Column("ended", "Дата завершения", width=13, wrap=True, group=MENTORING),
    Column("results", "Результаты", width=18, wrap=True, group=MENTORING),
    Column("transfer", "Согласие на передачу", width=11),
)
MENTEE_COLUMNS = (
    Column("number", "№", "place", width=5),
    Column("name", "ФИО", width=17, wrap=True, group=MENTEES),
    Column("contacts", "Контакты", width=17, wrap=True, group=MENTEES),
    Column("born", "Год рождения", width=10, group=MENTEES),
    Column("post", "Должность, предмет, категория", width=18, wrap=True, group=MENTEES),
    Column("education", "Образование", width=14, wrap=True, group=MENTEES),
    Column("experience", "Стаж, лет", "int", width=7, group=MENTEES),
    Column("groups", "К кому относится", width=16, wrap=True, group=MENTEES),
    Column("request", "Основной запрос", width=20, wrap=True, group=MENTEES),
    Column("needs", "Затруднения (уровень до – после)", width=22, wrap=True, group=MENTEES),
    Column("since", "Дата вхождения", "date", width=12, group=MENTEES),
    Column("others", "ФИО наставника", width=17, wrap=True, group=MENTORING),
    Column("form", "Форма", width=13, wrap=True, group=MENTORING),
    Column("ended", "Дата завершения", width=13, wrap=True, group=MENTORING),
    Column("results", "Результаты", width=18, wrap=True, group=MENTORING),
    Column("completed", "Прошёл программу", width=12, group=MENTORING),
    Column("transfer", "Согласие на передачу", width=11),
)


def mentors_sheet(book):
    """The bank of mentors; ``book`` is the `Book` of the workbook."""
    pairs = Mentorship.objects.filter(state__in=WORKED).with_people().prefetch_related("programs")
    entries = _entries(MentorEntry, book).prefetch_related(
        "strengths__competence",
        Prefetch("mentorships", queryset=pairs.order_by("starts_on", "pk"), to_attr="worked"),
    )
    rows = [_mentor_row(number, entry, book) for number, entry in enumerate(entries, start=1)]
    return _sheet("Наставники", "База наставников", MENTOR_COLUMNS, rows, book)


def mentees_sheet(book):
    """The bank of mentees."""
    members = (
        Member.objects.filter(mentorship__state__in=WORKED)
        .select_related("mentorship__mentor_entry__employment__person")
        .prefetch_related("mentorship__programs")
    )
    entries = _entries(MenteeEntry, book).prefetch_related(
        "needs__competence",
        Prefetch("members", queryset=members.order_by("joined_on", "pk"), to_attr="worked"),
    )
    rows = [_mentee_row(number, entry, book) for number, entry in enumerate(entries, start=1)]
    difficulties = book.settings.terms.difficulty.plural_nominative
    label = f"{capfirst(difficulties)} (уровень до – после)"
    columns = tuple(replace(column, label=label) if column.key == "needs" else column for column in MENTEE_COLUMNS)
    return _sheet("Наставляемые", "База наставляемых", columns, rows, book)


def _entries(model, book):
    rows = model.objects.of_organization(book.organization).filter(state__in=IN_BANK)
    transfer = holds_consent(book.organization, Purpose.TRANSFER, book.day, "employment__person_id")
    return (
        rows.annotate(may_leave=transfer)
        .select_related("employment__person")
        .order_by("employment__person__search_key", "pk")
    )


def _sheet(title, heading, columns, rows, book):
    return SheetSpec(
        title,
        columns,
        rows,
        heading=book.heading(f"{heading} педагогических работников"),
        notes=(TRANSFER_NOTE,),
        freeze_columns=2,
        landscape=True,
    )


def _person_cells(number, entry, book):
    work = entry.employment
    return {
        "number": number,
        "name": work.person.full_name,
        "contacts": _lines(work.phone, work.email),
        "post": _lines(work.post, work.subject, work.get_category_display()),
        "experience": experience_years(work, book.day),
        "since": entry.entered_on,
        "transfer": YES if entry.may_leave else NO,
    }


def _mentor_row(number, entry, book):
    pairs = entry.worked
    running = [pair for pair in pairs if pair.state in RUNNING]
    return _person_cells(number, entry, book) | {
        "strengths": _lines(
            *(f"{each.competence.name} ({each.get_level_display()})" for each in entry.strengths.all())
        ),
        "achievements": entry.achievements,
        "wishes": _lines(entry.interests, entry.wishes),
        "time": entry.time_resource,
        "taken": sum(len(pair.current_members) for pair in running),
        "capacity": min(filter(None, (entry.capacity, book.settings.bank.max_mentees))),
        "others": _lines(*(", ".join(each.person.short_name for each in pair.members.all()) for pair in pairs)),
        **_work_cells(pairs, book),
    }


def _mentee_row(number, entry, book):
    pairs = [member.mentorship for member in entry.worked]
    born = entry.employment.person.birth_date
    done = any(program.state == ProgramState.COMPLETED for pair in pairs for program in pair.programs.all())
    return _person_cells(number, entry, book) | {
        "born": str(born.year) if born else "",
        "education": entry.employment.education,
        "groups": _lines(*(book.category_labels[code] for code in entry.categories if code in book.category_labels)),
        "request": entry.request,
        "needs": _lines(*(_need_words(need) for need in entry.needs.all())),
        "others": _lines(*(pair.mentor.short_name for pair in pairs)),
        "completed": YES if done else NO,
        **_work_cells(pairs, book),
    }


def _work_cells(pairs, book):
    """Forms, ends and results, a line for each pair or group in the order they began."""
    return {
        "form": _lines(*dict.fromkeys(book.regulations.form_label(pair) for pair in pairs)),
        "ended": _lines(*(f"{pair.ended_on:%d.%m.%Y}" for pair in pairs if pair.ended_on)),
        "results": _lines(*(program.result for pair in pairs for program in pair.programs.all())),
    }


def _need_words(need):
    after = f" – {need.level_after}" if need.level_after else ""
    return f"{need.competence.name} ({need.level_before}{after})"


def _lines(*parts):
    return "\n".join(part for part in parts if part)
