"""Statements around banks and pairs: into the bank, consents to one pair, a representation on encouragement."""

from zoneinfo import ZoneInfo

from mentoring.lib.dates import date_numeric, date_words
from mentoring.lib.grammar import Case, agree, decline_post, plural
from people.banks.models import MentorEntry
from people.consents.selectors import keepers_of
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import Regulations
from programs.plans.states import PUT_ASIDE, EventState
from reports.documents.heads import addressee_of, letterhead_of, sender_of, signed_by
from reports.documents.papers import ApplicationPaper, ConsentPaper, ConsentSheet, GostEdition, Signatory
from reports.documents.program import post_of_curator
from reports.documents.wording import after_colon, listed, person_in, small
from reports.documents.writing import ended

LINE = "_" * 24


def bank_application_paper(entry):
    """«Заявление о включении в банк»: of a mentor with strengths and time, of a mentee with the request."""
    work = entry.employment
    organization, day = work.organization, entry.entered_on
    settings = regulation_on(organization, day)
    is_mentor = isinstance(entry, MentorEntry)
    terms = settings.terms
    whose = (terms.mentor if is_mentor else terms.mentee).plural_genitive
    first = (
        f"Прошу включить меня в банк (базу) {whose}. С порядком ведения банка и использования внесённых в него "
        f"сведений {agree(work.person.gender, 'ознакомлен', 'ознакомлена', 'ознакомлены')}"
    )
    about = _about_mentor(entry, terms) if is_mentor else _about_mentee(entry, terms)
    return ApplicationPaper(
        letterhead=letterhead_of(organization),
        corner=(*addressee_of(organization, day), *sender_of(work)),
        kind="ЗАЯВЛЕНИЕ",
        subject=f"о включении в банк (базу) {whose}",
        paragraphs=(ended(first), *(ended(f"{label}: {after_colon(_joined(text))}") for label, text in about if text)),
        signature=signed_by(work),
        dated_on=day,
        edition=GostEdition(settings.gost_edition),
    )


def _about_mentor(entry, terms):
    return (
        ("Могу помочь по темам", _topics(entry.strengths)),
        ("Достижения", entry.achievements),
        ("Ресурс времени", entry.time_resource),
        (f"Число {terms.mentee.plural_genitive}, с которыми могу работать", str(entry.capacity)),
        ("Пожелания", entry.wishes),
    )


def _about_mentee(entry, terms):
    return (
        ("Мой запрос", entry.request),
        (terms.difficulty.plural_nominative.capitalize(), _topics(entry.needs)),
        ("Сильные стороны", entry.strengths),
        ("Ресурс времени", entry.time_resource),
        ("Пожелания", entry.wishes),
    )


def _topics(lines):
    return "; ".join(small(str(each.competence)) for each in lines.all())


def _joined(text):
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def pair_consents_paper(pair):
    """The consents of both sides to this very work, each on its own sheet (domain.md §2.2)."""
    terms = regulation_on(pair.organization, pair.starts_on).terms
    mentees = [member.mentee_entry.employment for member in pair.current_members]
    mentor = pair.mentor_entry.employment
    of_mentees = listed([person_in(work, Case.GENITIVE) for work in mentees]) or LINE
    agreed = {member.mentee_entry.employment.pk: member.agreed_at for member in pair.current_members}
    by_mentor = decline_post(terms.mentor.nominative, Case.INSTRUMENTAL)
    sheets = [
        _consent(
            pair,
            mentor,
            f"Согласие {terms.mentor.genitive}",
            f"выполнять работу {terms.mentor.genitive} в отношении {of_mentees}",
            "С положением о наставничестве, обязанностями и условиями оплаты",
            pair.mentor_agreed_at,
        )
    ]
    sheets += [
        _consent(
            pair,
            work,
            f"Согласие {terms.mentee.genitive}",
            f"на то, чтобы моим {by_mentor} {agree(mentor.person.gender, 'был', 'была', 'были')} "
            f"{person_in(mentor, Case.NOMINATIVE)}",
            "С положением о наставничестве, правами и обязанностями",
            agreed[work.pk],
        )
        for work in mentees
    ]
    return ConsentPaper(
        letterhead_of(pair.organization), tuple(sheets), title="Согласия на работу пары", dated_on=pair.starts_on
    )


def _consent(pair, work, title, to_what, acquainted, agreed_at):
    gender = work.person.gender
    yes, known = (
        agree(gender, "согласен", "согласна", "согласны"),
        agree(gender, "ознакомлен", "ознакомлена", "ознакомлены"),
    )
    period = f"с {date_words(pair.starts_on)} по {date_words(pair.ends_on)}"
    lines = (
        ended(f"Я, {person_in(work, Case.NOMINATIVE)}, {yes} {to_what} {period}"),
        ended(f"Форма наставничества: {Regulations(pair.organization).form_label(pair)}"),
        ended(f"{acquainted} {known}"),
        _signature(pair.organization, work.person, agreed_at),
    )
    return ConsentSheet(title, lines, corner=(*addressee_of(pair.organization, pair.starts_on), *sender_of(work)))


def _signature(organization, person, agreed_at):
    name = person.signed_name
    if agreed_at:
        day = agreed_at.astimezone(ZoneInfo(organization.time_zone)).date()
        return f"Согласие дано в системе под личной учётной записью {date_numeric(day)}: {name}"
    return f"«____» ______________ 20___ г.     {LINE} / {name}"


def encouragement_paper(pair, *, day):
    """The curator's representation on encouragement of a mentor: the work done, in figures of the programs."""
    organization = pair.organization
    settings = regulation_on(organization, day)
    terms, mentor = settings.terms, pair.mentor_entry.employment
    keeper = next((user for user in keepers_of(organization) if user.person), None)
    curator = keeper and keeper.person
    first = f"Представляю к поощрению {person_in(mentor, Case.ACCUSATIVE)}"
    ways = [small(item.label) for item in settings.incentives.items]
    said = (first, _work_done(pair, terms), *_programs(pair))
    if ways:
        said = (*said, f"Виды поощрения по положению: {'; '.join(ways)}")
    return ApplicationPaper(
        letterhead=letterhead_of(organization),
        corner=addressee_of(organization, day),
        kind="ПРЕДСТАВЛЕНИЕ",
        subject=f"о поощрении {terms.mentor.genitive}",
        # The choice is written in by hand.
        paragraphs=(*(ended(text) for text in said), f"Предлагаемое поощрение: {LINE}"),
        signature=Signatory(
            post_of_curator(keeper, organization),
            curator.signed_name if curator else "",
        ),
        dated_on=None,
        edition=GostEdition(settings.gost_edition),
    )


def _work_done(pair, terms):
    mentees = listed([person_in(member.mentee_entry.employment, Case.GENITIVE) for member in pair.current_members])
    did = "велась" if pair.ended_on else "ведётся"
    until = date_words(pair.ended_on or pair.ends_on)
    return (
        f"Работа {terms.mentor.genitive} {did} в отношении {mentees or LINE} с {date_words(pair.starts_on)} по {until}"
    )


def _programs(pair):
    for program in pair.programs.all():
        events = [event for event in program.events.all() if event.state not in PUT_ASIDE]
        held = sum(event.state == EventState.HELD for event in events)
        words = plural(len(events), "мероприятия", "мероприятий", "мероприятий")
        # Nothing held yet is no ground to encourage anybody.
        done = f"проведено {held} из {len(events)} {words}" if held else ""
        result = f"результат: {_joined(program.result)}" if program.result else ""
        said = "; ".join(filter(None, (done, result)))
        yield f"Программа «{program.title}»{f': {said}' if said else ''}"
