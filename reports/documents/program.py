"""The personalized program as a paper: the annex of the regulation of CDUTT, domain.md §2.4.

The text is Russian and legal, so the words of forms, modes, levels and categories stand here and are not
translated; what the organization calls its people comes from its regulation.
"""

from operator import itemgetter
from zoneinfo import ZoneInfo

from django.utils.translation import override

from mentoring.lib.dates import NBSP, date_numeric, date_words, months_between
from mentoring.lib.grammar import plural
from people.accounts.actor import employment_of
from people.accounts.states import Role
from people.banks.states import Level
from people.consents.selectors import keepers_of
from people.history.models import Move
from people.organizations.selectors import head_on, regulation_on
from people.staff.states import Category
from programs.mentorships.selectors import Regulations, mentor_word
from programs.orders.selectors import approval_order_of
from programs.plans.selectors import agreed_on, differences, ended_labels, needs_of
from programs.plans.states import CHANGE_DEEDS, EventForm, EventState, Mode, ProgramChange
from reports.documents.heads import letterhead_of
from reports.documents.papers import (
    Change,
    GostEdition,
    Need,
    Party,
    Passage,
    PlanEvent,
    ProgramPaper,
    Signatory,
    Stamp,
)
from reports.documents.regulation.stamps import order_reference
from reports.documents.wording import capitalized, small
from reports.documents.writing import ended

FORMS = {
    EventForm.MEETING: "встреча",
    EventForm.OPEN_LESSON: "открытое занятие",
    EventForm.VISIT: "взаимопосещение",
    EventForm.WORKSHOP: "мастер-класс",
    EventForm.WEBINAR: "вебинар",
    EventForm.CONTEST: "конкурс",
    EventForm.SELF_STUDY: "самостоятельная работа",
}
MODES = {Mode.ON_SITE: "очный", Mode.ONLINE: "онлайн", Mode.MIXED: "смешанный"}
VERSIONS = {
    ProgramChange.EXTENDED: "Продление",
    ProgramChange.SHORTENED: "Сокращение",
    ProgramChange.CORRECTED: "Корректировка",
}
MARKS = {
    EventState.HELD: "выполнено",
    EventState.MISSED: "не состоялось",
    EventState.CANCELLED: "отменено",
    EventState.HANDED_OVER: "передано новой паре",
}
LEVELS = {
    Level.FIRST_STEPS: "первые шаги",
    Level.UNSURE: "неуверенно",
    Level.FAIR: "удовлетворительно",
    Level.CONFIDENT: "уверенно",
    Level.TEACHES_OTHERS: "может научить других",
}
CATEGORIES = {
    Category.SUITABLE: "соответствие занимаемой должности",
    Category.FIRST: "первая",
    Category.HIGHEST: "высшая",
    Category.MENTOR: "педагог-наставник",
    Category.METHODIST: "педагог-методист",
}
PARTS = {
    "problem": "Описание проблемы",
    "goal": "Цель",
    "tasks": "Задачи",
    "mentor_work": "Содержание деятельности {mentor}",
    "mentee_work": "Содержание деятельности {mentee}",
    "interim_results": "Промежуточные результаты",
    "planned_results": "Планируемые результаты",
    "meeting_schedule": "График встреч",
    "mode": "Режим работы",
    "conditions": "Условия",
}
# How the regulation calls the kinds: one of them, several.
KINDS_TITLES = {
    "виды": ("Вид наставничества", "Виды наставничества"),
    "формы": ("Вид (форма) работы", "Виды (формы) работы"),
}
# What there is nothing to write into before the program runs.
AFTER_APPROVAL = ("held", "mark", "note")


def program_paper(program, *, day):
    """The program as it stands on ``day``: a draft until it is approved, afterwards with what was held."""
    organization = program.organization
    settings = regulation_on(organization, program.approved_on or day)
    regulations = Regulations(organization)
    kinds = regulations.kind_labels(program.mentorship)
    events = list(program.events.select_related("direction").prefetch_related("helpers__employment__person"))
    return ProgramPaper(
        letterhead=letterhead_of(organization),
        subtitle=f"«{program.title}»",
        period=f"с {date_words(program.starts_on)} по {date_words(program.ends_on)}",
        place_and_year=f"{organization.place}, {program.starts_on.year}",
        parties=_parties(program, settings),
        stamps=_stamps(program, settings, day),
        note=_note(program, settings),
        forms=(regulations.form_label(program.mentorship),),
        kinds=tuple(map(small, kinds)),
        kinds_title=KINDS_TITLES[settings.kinds.print_as][len(kinds) > 1],
        directions=tuple(dict.fromkeys(small(str(event.direction)) for event in events if event.direction)),
        needs=_needs(program),
        needs_title=capitalized(settings.terms.difficulty.plural_nominative),
        need_word=capitalized(settings.terms.difficulty.nominative),
        events=tuple(_plan_event(event) for event in events),
        changes=_changes(program, events),
        outcome=_outcome(program, settings),
        signatures=_signatures(program, settings),
        hidden=AFTER_APPROVAL if program.is_open else (),
        further=settings.program.plan_columns,
        clauses=_clauses(settings),
        dated_on=program.approved_on,
        draft=program.is_open,
        edition=GostEdition(settings.gost_edition),
    )


def _mentees(program):
    return [member.mentee_entry.employment for member in program.mentorship.current_members]


def _sides(program, settings):
    """Everybody of the pair with the word for their side, the mentor first."""
    mentor, mentee = mentor_word(settings, program.mentorship).nominative, settings.terms.mentee.nominative
    sides = [(capitalized(mentor), program.mentorship.mentor_entry.employment)]
    return sides + [(capitalized(mentee), employment) for employment in _mentees(program)]


def _parties(program, settings):
    return tuple(
        Party(word, work.person.full_name, ended(small(work.post)), _details(work, settings, program.starts_on))
        for word, work in _sides(program, settings)
    )


def _details(work, settings, day):
    """Subject (in the regulation's word), category and experience, as far as the card knows them."""
    years = months_between(work.experience_since, day) // 12 if work.experience_since else None
    experience = "" if years is None else f"{years} {plural(years, 'год', 'года', 'лет')}" if years else "менее года"
    said = (
        (settings.terms.subject.nominative, work.subject),
        ("квалификационная категория", CATEGORIES.get(work.category, "")),
        ("образование", work.education),
        ("педагогический стаж", experience),
    )
    # «Группа раннего возраста» says itself what it is.
    known = [("" if value.lower().startswith(label) else label, value) for label, value in said if value]
    return tuple(pair if place else _opened(*pair) for place, pair in enumerate(known))


def _opened(label, value):
    return (capitalized(label), value) if label else ("", capitalized(value))


def _stamps(program, settings, day):
    """The stamps the regulation puts on the title page; whoever approves stands right, the others left."""
    agreed = agreed_on(program)
    by_order = _by_order(program, settings)
    stamps = [by_order] if by_order else []
    for wanted in settings.program.title_stamps:
        if by_order and not wanted.agrees:
            continue
        side = "left" if wanted.agrees else "right"
        for by, person, on in _stampers(wanted.role, program, settings, agreed, day):
            stamps.append(Stamp(wanted.word, by, person.signed_name if person else "", on, side))
    # Floats: what stands right comes first, so that both columns begin at the top.
    return tuple(sorted(stamps, key=lambda stamp: stamp.side == "left"))


def _by_order(program, settings):
    """«УТВЕРЖДЕНО приказом … от … № …»: the order O5 takes the place of whoever approves; None without one.

    Where the regulation wants an order and it is not signed yet, its day and number are lines to fill in.
    """
    order = approval_order_of(program)
    if order is None and not (program.is_open and settings.program.needs_order):
        return None
    whose = f"приказом {program.organization.owner}"
    number, day = (order.number_text, order.signed_on) if order else ("", None)
    reference = order_reference(settings, number, day)
    return Stamp("УТВЕРЖДЕНО", f"{whose}\n{reference}")


def _stampers(role, program, settings, agreed, day):
    """(word, person, day) of those who give a stamp of ``role``; without anybody a line to fill in by hand."""
    sides = _sides(program, settings)
    local = {pk: _day_of(at, program) for pk, at in agreed.items()}
    if role == Role.MENTOR:
        return [(word, work.person, local.get(work.person_id)) for word, work in sides[:1]]
    if role == Role.MENTEE:
        return [(word, work.person, local.get(work.person_id)) for word, work in sides[1:]]
    if role == Role.CURATOR:
        # Where the head approved by an order, the curator agrees as whoever keeps the work going.
        approver = None if approval_order_of(program) else program.approved_by
        user = approver or next(iter(keepers_of(program.organization)), None)
        return [(_as_curator(user, program.organization), user.person if user else None, program.approved_on)]
    if role == Role.DIRECTOR:
        head = head_on(program.organization, program.approved_on or day)
        word = head.post if head else capitalized(settings.terms.head.nominative)
        return [(word, head.employment.person if head else None, program.approved_on)]
    return [(capitalized(settings.council.label), None, None)]


def _as_curator(user, organization):
    """«Куратор, методист»: the regulation lets the curator approve, not whoever holds that post."""
    work = employment_of(user, organization) if user and user.person else None
    return f"Куратор, {small(work.post)}" if work and work.post else "Куратор"


def post_of_curator(user, organization):
    """The post of the curator as on a signature («Заместитель директора по НМР»), the role where none is known."""
    work = employment_of(user, organization) if user and user.person else None
    return capitalized(work.post) if work and work.post else "Куратор"


def _day_of(moment, program):
    """The day of a moment by the organization's own clock."""
    return moment.astimezone(ZoneInfo(program.organization.time_zone)).date()


def _note(program, settings):
    words = {"mentor": settings.terms.mentor.genitive, "mentee": settings.terms.mentee.genitive}
    passages = []
    for name, title in PARTS.items():
        heading = title.format(**words)
        text = capitalized(MODES[program.mode]) if name == "mode" else getattr(program, name)
        paragraphs = _paragraphs(text)
        if paragraphs:
            passages.append(Passage(heading, paragraphs))
    return tuple(passages)


def _clauses(settings):
    """What the regulation says of the work beside the program (1.4): the lessons first, release by the head only."""
    mentor, mentee, head = (getattr(settings.terms, name).genitive for name in ("mentor", "mentee", "head"))
    said = (
        (settings.no_harm_clause, "Участие в программе не должно наносить ущерба образовательному процессу."),
        (
            settings.release_clause,
            f"Освобождение {mentor} и {mentee} от должностных обязанностей для участия в мероприятиях программы "
            f"возможно в исключительных случаях, по решению {head} и при непрерывности образовательного процесса.",
        ),
    )
    return tuple(sentence for wanted, sentence in said if wanted)


def _paragraphs(text):
    """The lines of a text, each ended: what people leave without a full stop gets one."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(line if line.endswith((".", "!", "?", "…", ":", ";", ",")) else f"{line}." for line in lines if line)


def _needs(program):
    """Each difficulty with its level; the mentee's own strengths stand once, beside the first of them."""
    several = len(_mentees(program)) > 1
    rows, met = [], set()
    for need in needs_of(program):
        name = f"{need.competence} ({need.entry.employment.person.short_name})" if several else str(need.competence)
        strength = "" if need.entry_id in met else need.entry.strengths
        met.add(need.entry_id)
        rows.append(Need(name, strength, _diagnosis(need)))
    return tuple(rows)


def _diagnosis(need):
    before = f"{need.level_before} из 5 – {LEVELS[need.level_before]}"
    if not need.level_after:
        return before
    return f"в начале: {before}; в конце: {need.level_after} из 5 – {LEVELS[need.level_after]}"


def _plan_event(event):
    return PlanEvent(
        content=event.content,
        direction=str(event.direction or ""),
        task=event.task,
        form=FORMS[event.form],
        due=date_numeric(event.planned_on),
        # In a narrow column a surname and its initials may stand on two lines.
        responsible=_responsible(event).replace(NBSP, " "),
        result=event.expected_result,
        risks=event.risks,
        prevention=event.prevention,
        criteria=event.criteria,
        held=date_numeric(event.held_on) if event.held_on else "",
        mark=MARKS.get(event.state, ""),
        note=event.remark,
    )


def _responsible(event):
    """Whoever answers for the event, and the colleagues involved with their consent (5.1)."""
    return ", ".join(filter(None, [event.responsible, *(row.employment.person.short_name for row in event.helping)]))


def _changes(program, events):
    """What was moved, cancelled or changed by an order after the approval, in the sequence of the days."""
    if program.is_open or not events:
        return ()
    lines = Move.objects.of(program).filter(deed__in=CHANGE_DEEDS)
    words = dict(zip(CHANGE_DEEDS, ("Перенос мероприятия", "Отмена мероприятия"), strict=True))
    made = [(_day_of(line.at, program), f"{words[line.deed]}: {line.reason}", "") for line in lines]
    for version in program.versions.select_related("order"):
        made.append((version.made_on, _version_words(version), _basis(version.order)))
    return tuple(Change(date_numeric(day), text, basis) for day, text, basis in sorted(made, key=itemgetter(0)))


def _version_words(version):
    """«Продление: до – было «31.05.2027», стало «31.08.2027»»."""
    with override("ru"):
        changed = [_change_words(each) for each in differences(version.before, version.after)]
    return f"{VERSIONS[ProgramChange(version.change)]}: {'; '.join(changed)}"


def _change_words(change):
    if change.was and change.now:
        return f"{change.label} – было «{change.was}», стало «{change.now}»"
    return f"{'добавлено' if change.now else 'исключено'} «{change.now or change.was}»"


def _basis(order):
    if order is None or order.signed_on is None:
        return ""
    return f"приказ от {date_numeric(order.signed_on)} № {order.number_text}"


def _outcome(program, settings):
    if not program.result:
        return ()
    ground = ended_labels(settings).get(program.end_reason, "")
    ended = f"{date_words(program.ended_on)} {ground}".strip()
    return (Passage("Завершение", (ended,)), Passage("Результат", _paragraphs(program.result)))


def _signatures(program, settings):
    return tuple(Signatory(word, work.person.signed_name) for word, work in _sides(program, settings))
