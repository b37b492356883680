"""Statements around banks and pairs: into the bank, consents to one pair, a representation on encouragement."""

from zoneinfo import ZoneInfo

from mentoring.lib.dates import NBSP, date_numeric, date_words
from mentoring.lib.grammar import Case, agree, decline_post, decline_thing, plural
from people.banks.models import MentorEntry
from people.consents.selectors import keepers_of
from people.organizations.selectors import regulation_on
from programs.appointments.selectors import council_on
from programs.appointments.states import CouncilFunction
from programs.mentorships.selectors import Regulations
from programs.plans.models import Event
from programs.plans.states import PUT_ASIDE, EventState
from reports.documents.appointment import FUNCTIONS
from reports.documents.heads import addressee_of, letterhead_of, sender_of, signed_by
from reports.documents.issued.records import totals_of, works_known
from reports.documents.papers import ApplicationPaper, ConsentPaper, ConsentSheet, GostEdition, Signatory
from reports.documents.program import post_of_curator
from reports.documents.wording import after_colon, capitalized, listed, person_in, small
from reports.documents.writing import ended

LINE = "_" * 24
MERIT_LINES = 3


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
    """The representation of a mentor to be encouraged: the work and the merits in figures, the choice by hand.

    It comes from the council where the regulation says so and one is appointed, otherwise from the curator.
    """
    organization = pair.organization
    settings = regulation_on(organization, day)
    terms, mentor = settings.terms, pair.mentor_entry.employment
    chair = _proposing_chair(organization, settings, day)
    presents = f"{capitalized(chair.title)} представляет" if chair else "Представляю"
    first = f"{presents} к поощрению {person_in(mentor, Case.ACCUSATIVE)}"
    said = (first, _work_done(pair, terms), *_programs(pair), *_merits(pair, day))
    return ApplicationPaper(
        letterhead=letterhead_of(organization),
        corner=addressee_of(organization, day),
        kind="ПРЕДСТАВЛЕНИЕ",
        subject=f"к поощрению {terms.mentor.genitive}",
        paragraphs=(*(text if text == LINE else ended(text) for text in said), *_choice(settings)),
        signature=_chair_signs(chair) if chair else _curator_signs(organization),
        dated_on=None,
        edition=GostEdition(settings.gost_edition),
    )


def _proposing_chair(organization, settings, day):
    """The chair of the council that makes the proposals; None where the curator makes them."""
    if not (settings.incentives.set_by_council and settings.council.enabled):
        return None
    return council_on(organization, day).filter(function=CouncilFunction.CHAIR).first()


def _chair_signs(chair):
    post = f"{capitalized(FUNCTIONS[CouncilFunction.CHAIR])} {decline_thing(chair.title, Case.GENITIVE)}"
    return Signatory(post, chair.employment.person.signed_name)


def _curator_signs(organization):
    keeper = next((user for user in keepers_of(organization) if user.person), None)
    return Signatory(post_of_curator(keeper, organization), keeper.person.signed_name if keeper else "")


def _choice(settings):
    """The ways the regulation names, to be ticked by hand; a line where it names none."""
    ways = [small(item.label) for item in settings.incentives.items]
    if not ways:
        return ("Предлагаемое поощрение:", LINE)
    return ("Предлагаемое поощрение (нужное отметить):", *(f"[{NBSP * 4}] {way}" for way in ways))


def _merits(pair, day):
    """What the mentor has done here in all pairs, in figures; lines to fill in where that is said of this one."""
    pairs = works_known(pair.mentor_entry.employment, day)
    held = Event.objects.filter(program__mentorship__in=pairs, state=EventState.HELD).count()
    if held and len(pairs) > 1:
        words = plural(held, "проведённое мероприятие", "проведённых мероприятия", "проведённых мероприятий")
        since = date_words(min(each.starts_on for each in pairs))
        yield f"Заслуги: с {since} – {listed([*totals_of(pairs), f'{held} {words}'])}"
    else:
        yield from ("Заслуги:", *[LINE] * MERIT_LINES)
    if achievements := _joined(pair.mentor_entry.achievements):
        yield f"Достижения: {after_colon(achievements)}"


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
