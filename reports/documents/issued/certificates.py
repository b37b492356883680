"""The certificate of a mentor or a participant, and the thanks: one sheet each."""

from mentoring.lib.dates import date_words, school_year_label
from mentoring.lib.grammar import Case, agree, decline_name, plural
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import mentor_word
from programs.mentorships.states import MentorshipState
from programs.plans.states import ProgramState
from reports.documents.issued.frame import day_of, frame, signatory
from reports.documents.papers import CertificatePaper
from reports.documents.wording import post_in
from reports.documents.writing import ended
from reports.issued.states import Participation, ThanksHeading

THANKS_HEADINGS = {
    ThanksHeading.THANKS: ("БЛАГОДАРНОСТЬ", "объявляется"),
    ThanksHeading.LETTER: ("БЛАГОДАРСТВЕННОЕ ПИСЬМО", "вручается"),
}
# A program that has begun; what is still being written is nothing to certify.
BEGUN = (ProgramState.RUNNING, ProgramState.COMPLETED)


def certificate_paper(paper):
    """Of the mentor or a mentee of one pair; it names nobody else of the pair."""
    organization = paper.organization
    settings = regulation_on(organization, paper.mentorship.starts_on)
    return CertificatePaper(
        kind="СЕРТИФИКАТ",
        given="выдан",
        name=_name(paper.about.person),
        post=_post(paper),
        lines=_lines(paper, settings),
        signatory=signatory(paper),
        place=organization.place,
        **frame(paper),
    )


def thanks_paper(paper):
    """The thanks or the letter of thanks; its ground is a registered order or what was typed."""
    heading, given = THANKS_HEADINGS[ThanksHeading(paper.fields["heading"])]
    return CertificatePaper(
        kind=heading,
        given=given,
        name=_name(paper.about.person),
        post=_post(paper),
        lines=(paper.fields["words"],),
        signatory=signatory(paper),
        basis=_basis(paper),
        place=paper.organization.place,
        upright=True,
        **frame(paper),
    )


def _name(person):
    """In the dative, the surname on a line of its own."""
    name = (person.last_name, person.first_name, person.patronymic)
    last, *others = decline_name(*name, person.gender, Case.DATIVE, person.case_forms)
    return f"{last}\n{' '.join(filter(None, others))}"


def _post(paper):
    organization = paper.organization
    return f"{post_in(paper.about, Case.DATIVE)} {organization.owner}"


def _basis(paper):
    if paper.basis_order_id:
        order = paper.basis_order
        return f"Основание: приказ от {date_words(order.signed_on)} № {order.number_text}"
    return f"Основание: {paper.fields['basis']}" if paper.fields["basis"] else ""


def _lines(paper, settings):
    pair, hours = paper.mentorship, paper.fields["hours"]
    program = pair.programs.filter(state__in=BEGUN).order_by("-starts_on", "-pk").first()
    done = (program.state == ProgramState.COMPLETED) if program else pair.state == MentorshipState.COMPLETED
    of_mentor = paper.fields["role"] == Participation.MENTOR
    said = _as_mentor(paper, settings, program) if of_mentor else _as_mentee(paper, settings, program, done)
    lines = [f"в том, что {said}", _period(paper, program or pair, settings, done)]
    if hours:
        lines.append(f"Объём – {hours} {plural(hours, 'час', 'часа', 'часов')}.")
    return (*lines, *filter(None, (ended(paper.fields["words"]) if paper.fields["words"] else "",)))


def _as_mentor(paper, settings, program):
    gender, word = paper.about.person.gender, mentor_word(settings, paper.mentorship).genitive
    by_program = f" по персонализированной программе наставничества «{program.title}»" if program else ""
    did = agree(gender, "он выполнял", "она выполняла", "они выполняли")
    return f"{did} обязанности {word}{by_program}"


def _as_mentee(paper, settings, program, done):
    gender, word = paper.about.person.gender, settings.terms.mentee.genitive
    as_whom = f"в качестве {word}"
    takes_part = agree(gender, "он участвует", "она участвует", "они участвуют")
    if not program:
        took_part = agree(gender, "он участвовал", "она участвовала", "они участвовали") if done else takes_part
        return f"{took_part} в наставничестве {as_whom}"
    if not done:
        return f"{takes_part} {as_whom} в персонализированной программе наставничества «{program.title}»"
    completed = agree(gender, "он завершил", "она завершила", "они завершили")
    return f"{completed} {as_whom} персонализированную программу наставничества «{program.title}»"


def _period(paper, work, settings, done):
    """«с … по … (2025/26 учебный год)»; what goes on has no last day yet, a mentee who joined later begins later."""
    started = max([work.starts_on, *_joined(paper)])
    last = (work.ended_on or work.ends_on) if done else max(day_of(paper), started)
    years = [school_year_label(settings.school_year_of(day)) for day in (started, last)]
    words = f"{years[0]} учебный год" if years[0] == years[1] else f"{years[0]} – {years[1]} учебные годы"
    if done:
        return f"с {date_words(started)} по {date_words(last)} ({words})"
    return f"с {date_words(started)} ({words}), работа продолжается"


def _joined(paper):
    """The day a mentee joined the group; nothing for a mentor."""
    if paper.fields["role"] == Participation.MENTOR:
        return ()
    members = paper.mentorship.members.filter(mentee_person=paper.about.person_id)
    return members.values_list("joined_on", flat=True)
