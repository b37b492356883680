"""What a person says against a consent: that it is not given, that it is taken back (152-FZ art. 9 part 2, art. 21)."""

from mentoring.lib.dates import date_numeric, date_words
from mentoring.lib.grammar import agree
from people.consents.selectors import employment_here
from people.consents.states import ConsentState, Purpose
from people.history.models import Move
from people.organizations.selectors import regulation_on
from reports.documents.heads import addressee_of, letterhead_of, sender_of, signed_by
from reports.documents.papers import ApplicationPaper, GostEdition
from reports.documents.writing import ended

# What the consent was asked for, in the genitive and in the accusative.
OF = {
    Purpose.PROCESSING: "согласия на обработку персональных данных",
    Purpose.DISCLOSURE: "согласия на распространение персональных данных",
    Purpose.TRANSFER: "согласия на передачу персональных данных третьим лицам",
    Purpose.MENTOR: "согласия на выполнение работы наставника",
    Purpose.MENTEE: "согласия на работу с наставником",
}
GIVEN = {purpose: words.replace("согласия", "согласие", 1) for purpose, words in OF.items()}
LAW = "Федерального закона от 27 июля 2006 г. № 152-ФЗ «О персональных данных»"
# What follows from the withdrawal: what the operator has to do and by when.
FOLLOWS = {
    Purpose.PROCESSING: "Прошу прекратить обработку моих персональных данных и уничтожить их в срок, не превышающий "
    "тридцати дней, кроме тех, которые закон обязывает хранить "
    f"(часть 5 статьи 21 {LAW})",
    Purpose.DISCLOSURE: "Прошу прекратить распространение моих персональных данных в срок, не превышающий трёх рабочих "
    f"дней (части 12 и 14 статьи 10.1 {LAW})",
    Purpose.TRANSFER: f"Прошу прекратить передачу моих персональных данных третьим лицам (часть 5 статьи 21 {LAW})",
    Purpose.MENTOR: "Прошу освободить меня от обязанностей наставника (статья 351.8 Трудового кодекса Российской "
    "Федерации)",
    Purpose.MENTEE: "Прошу прекратить работу со мной в качестве наставляемого",
}


def refusal_paper(consent):
    """That the consent asked for is not given."""
    purpose, day = Purpose(consent.purpose), _answered_on(consent)
    first = f"На запрос от {date_words(consent.requested_on)} сообщаю, что отказываюсь от дачи {OF[purpose]}"
    known = agree(consent.person.gender, "Предупреждён", "Предупреждена", "Предупреждены")
    second = f"{known}, что отказ не влечёт для меня неблагоприятных последствий по месту работы"
    return _paper(consent, "ЗАЯВЛЕНИЕ", f"об отказе от дачи {OF[purpose]}", (first, second), day, "Отказ подан")


def withdrawal_paper(consent):
    """That the consent given is taken back, and what follows from it."""
    purpose = Purpose(consent.purpose)
    given = date_words(consent.given_on)
    paragraphs = (f"Отзываю {GIVEN[purpose]}, данное мной {given}", FOLLOWS[purpose])
    return _paper(consent, "ОТЗЫВ", OF[purpose], paragraphs, consent.withdrawn_on, "Отзыв подан")


def _paper(consent, kind, subject, paragraphs, day, word):
    organization = consent.organization
    work = employment_here(consent)
    return ApplicationPaper(
        letterhead=letterhead_of(organization),
        corner=(*addressee_of(organization, day), *sender_of(work)),
        kind=kind,
        subject=subject,
        paragraphs=tuple(ended(text) for text in paragraphs),
        signature=signed_by(work, _mark(consent, word, day)),
        dated_on=day,
        edition=GostEdition(regulation_on(organization, day).gost_edition),
    )


def _line(consent, state):
    return Move.objects.of(consent).filter(to_state=state).last()


def _answered_on(consent):
    line = _line(consent, ConsentState.REFUSED)
    return line.at.date() if line else consent.requested_on


def _mark(consent, word, day):
    """Only of what the person did in the system: an answer on paper is signed by hand."""
    line = _line(consent, consent.state)
    if line is None or line.by is None or line.by.person_id != consent.person_id:
        return ()
    return (f"{word} в системе под личной учётной записью", date_numeric(day))
