"""Applications about a pair as papers: to the head in the dative, from whom in the genitive, and what became of it."""

from zoneinfo import ZoneInfo

from django.utils.translation import override

from mentoring.lib.dates import date_numeric, date_words
from mentoring.lib.grammar import Case, agree, decline_post
from people.accounts.states import Role
from people.organizations.selectors import head_on, regulation_on
from programs.applications.selectors import changes_in_words, counterparts, ground_of, sides_of
from programs.applications.states import BEFORE_DECISION, ApplicationKind, ApplicationState, Mediation
from reports.documents.heads import addressee_of, letterhead_of, sender_of
from reports.documents.papers import ApplicationPaper, GostEdition, Signatory
from reports.documents.wording import after_colon, capitalized, listed, person_in, small
from reports.documents.writing import ended

_K = ApplicationKind
# The kind of paper and what it is about.
HEADINGS = {
    _K.REPLACEMENT: ("ХОДАТАЙСТВО", "о замене наставника"),
    _K.RESIGNATION: ("ЗАЯВЛЕНИЕ", "о сложении обязанностей наставника"),
    _K.EXTENSION: ("ЗАЯВЛЕНИЕ", "о продлении персонализированной программы наставничества"),
    _K.CORRECTION: ("ЗАЯВЛЕНИЕ", "о корректировке персонализированной программы наставничества"),
    _K.SHORTENING: ("ЗАЯВЛЕНИЕ", "о сокращении персонализированной программы наставничества"),
    _K.TERMINATION: ("ПРЕДСТАВЛЕНИЕ", "о досрочном завершении наставничества"),
}
OUTCOMES = {
    Mediation.RECONCILED: "Стороны примирились",
    Mediation.TO_PART: "Рекомендовано заменить наставника",
    Mediation.IN_FAVOR: "Продление поддержано",
    Mediation.AGAINST: "Продление не поддержано",
}
UNKNOWN = "_" * 30
# A visa stands under what the curator objects to as well: the head decides.
SEEN = "Рассмотрено, передано на решение"
TO_SIGN = "____________ «___» ____________ 20__ г."


def application_paper(application, *, with_remark=False):
    """The application with everything written on it so far; the remark of the visa only ``with_remark``.

    Whoever prints it reads the reason (`programs.applications.selectors.reads_reason`).
    """
    organization = application.organization
    settings = regulation_on(organization, application.filed_on)
    kind, subject = HEADINGS[_K(application.kind)]
    with override("ru"):
        return ApplicationPaper(
            letterhead=letterhead_of(organization),
            corner=(*addressee_of(organization, application.filed_on), *_sender(application)),
            kind=kind,
            subject=subject,
            paragraphs=_paragraphs(application, settings),
            items=_items(application),
            signature=_signature(application),
            notes=tuple(_notes(application, with_remark)),
            dated_on=application.filed_on,
            edition=GostEdition(settings.gost_edition),
        )


def _employment(application):
    """The work of whoever filed it: the side of the pair, otherwise any work of the person here."""
    own = [work for work in sides_of(application) if work.person_id == application.filed_by.person_id]
    if own:
        return own[0]
    person = application.filed_by.person
    return person.employments.filter(organization=application.organization).first() if person else None


def _sender(application):
    work = _employment(application)
    if work is None:
        return (f"от {application.filed_by}",)
    return sender_of(work)


def _mentor(application, case):
    return person_in(application.mentorship.mentor_entry.employment, case)


def _mentees(application, case):
    members = [application.member] if application.member else application.mentorship.current_members
    return listed([person_in(member.mentee_entry.employment, case) for member in members]) or UNKNOWN


def _paragraphs(application, settings):
    first = {
        _K.REPLACEMENT: _replacement,
        _K.RESIGNATION: _resignation,
        _K.EXTENSION: _extension,
        _K.CORRECTION: _correction,
        _K.SHORTENING: _shortening,
        _K.TERMINATION: _termination,
    }[_K(application.kind)](application, settings.terms)
    ground = ground_of(settings, application.ground)
    further = (
        ("Основание", small(ground.label) if ground else ""),
        ("Обстоятельства" if application.kind == _K.TERMINATION else "Причина", application.reason),
        ("Пожелание", application.wish),
    )
    told = (ended(f"{label}: {after_colon(words)}") for label, words in further if words)
    return (ended(first), *told)


def _replacement(application, terms):
    return f"Прошу назначить мне другого {terms.mentor.genitive} вместо {_mentor(application, Case.GENITIVE)}"


def _resignation(application, terms):
    day = f" с {date_words(application.wished_on)}" if application.wished_on else ""
    return (
        "В соответствии со статьёй 351.8 Трудового кодекса Российской Федерации прошу освободить меня от обязанностей "
        f"{ended(f'{terms.mentor.genitive}{day}')} Наставничество ведётся в отношении "
        f"{_mentees(application, Case.GENITIVE)}"
    )


def _program(application):
    program = application.program
    return f"персонализированную программу наставничества «{program.title}»"


def _asks(application):
    return "Прошу" if application.filed_as == Role.CURATOR else "По согласию сторон прошу"


def _extension(application, terms):
    program = application.program
    return (
        f"{_asks(application)} продлить {_program(application)}, начатую {date_words(program.starts_on)}, "
        f"по {date_words(application.new_ends_on)}"
    )


def _shortening(application, terms):
    day = date_words(application.new_ends_on)
    return f"{_asks(application)} сократить {_program(application)} и завершить её {day}"


def _correction(application, terms):
    return f"{_asks(application)} внести в {_program(application)} следующие изменения:"


def _termination(application, terms):
    day = f" Предлагаю прекратить работу с {date_words(application.wished_on)}" if application.wished_on else ""
    several = len(application.mentorship.current_members) > 1
    mentees = terms.mentee.plural_nominative if several else terms.mentee.nominative
    return (
        f"Прошу досрочно завершить наставничество: {terms.mentor.nominative} – "
        f"{_mentor(application, Case.NOMINATIVE)}; {mentees} – {_mentees(application, Case.NOMINATIVE)}.{day}"
    )


def _items(application):
    """The changes of a correction, line by line."""
    if application.kind != _K.CORRECTION:
        return ()
    return correction_words(application)


def correction_words(application):
    """What a correction changes, a sentence each: «Срок: было «…», станет «…».»."""
    return tuple(_change(each) for each in changes_in_words(application))


def _change(each):
    label = capitalized(each.label)
    was, now = each.was.rstrip(". "), each.now.rstrip(". ")
    if was and now:
        return ended(f"{label}: было «{was}», станет «{now}»")
    return ended(f"{label}: {'добавить' if now else 'исключить'} «{now or was}»")


def _signature(application):
    work = _employment(application)
    mark = ("Подано в системе под личной учётной записью", date_numeric(application.filed_on))
    post = capitalized(work.post) if work else ""
    return Signatory(post, work.person.signed_name if work else str(application.filed_by), mark=mark)


def _notes(application, with_remark):
    for row in application.consents.all():
        person = row.employment.person
        said = {True: "согласие дано", False: "согласия нет", None: "мнение"}[row.agrees]
        day = date_numeric(row.at.astimezone(ZoneInfo(application.organization.time_zone)).date())
        yield ("Другая сторона", _joined(f"{person.signed_name}: {said} {day}", row.word))
    for work in counterparts(application):
        yield ("Другая сторона", f"{work.person.signed_name}: согласие {TO_SIGN}")
    if application.visa_on:
        remark = application.visa_remark if with_remark else ""
        signed = f"{SEEN} {_head(application)} – {_who(application.visa_by)}, {date_numeric(application.visa_on)}"
        yield ("Виза куратора", _joined(signed, remark))
    elif application.state in BEFORE_DECISION:
        yield ("Виза куратора", TO_SIGN)
    if application.mediation:
        yield ("Совет", _joined(OUTCOMES[Mediation(application.mediation)], application.mediation_note))
    if application.decided_on:
        yield (f"Резолюция {_head(application)}", _resolution(application))
    elif application.state in BEFORE_DECISION:
        yield (f"Резолюция {_head(application)}", TO_SIGN)


def _head(application):
    """«директора»: the head of the day as the organization calls the post, in the genitive."""
    head = head_on(application.organization, application.filed_on)
    return small(decline_post(head.post, Case.GENITIVE, head.employment.person.gender)) if head else "руководителя"


def _resolution(application):
    refused = application.state == ApplicationState.REFUSED
    day = application.takes_effect_on
    parts = [
        "Отказать" if refused else "Удовлетворить",
        application.resolution,
        f"Прекратить работу с {date_words(day)}" if day else "",
    ]
    person = application.decided_by.person
    signed = agree(person.gender, "Подписал", "Подписала", "Подписали") if person else "Подписано:"
    decided = date_numeric(application.decided_on)
    mark = f"{signed} простой электронной подписью {_who(application.decided_by)}, {decided}"
    return _joined(*parts, mark)


def _joined(*texts):
    return " ".join(ended(text) for text in texts if text)


def _who(user):
    return user.person.signed_name if user.person else str(user)
