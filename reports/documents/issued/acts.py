"""The act of destruction of personal data: what the requirements of Roskomnadzor (order no. 179) ask to be stated."""

from datetime import date

from mentoring.lib.dates import add_months, date_words
from mentoring.lib.grammar import Case
from people.consents.states import Method
from reports.documents.issued.frame import frame, signatory
from reports.documents.papers import ActPaper, Signatory
from reports.documents.wording import person_in, small
from reports.documents.writing import ended
from reports.issued.states import ACT_KEPT_MONTHS, destroy_by

NO_MEDIA = "нет"
NO_LOG = "не требуется: данные обрабатывались без средств автоматизации"
LOG_TO_FILL_IN = "_" * 24
# The form itself proves that the data were held lawfully, so it outlives them.
FORMS_KEPT = (
    "Согласия, данные на бумаге, и их отзывы этим актом не уничтожаются: они хранятся три года после отзыва или "
    "окончания согласия (статья 441 Перечня, утверждённого приказом Росархива от 20.12.2019 № 236)."
)


def act_paper(paper):
    """The act with the commission's lines to sign by hand; the head approves it."""
    typed = paper.fields
    commission = list(paper.commission.select_related("employment__person"))
    destroyed_on = date.fromisoformat(typed["destroyed_on"])
    return ActPaper(
        subject="об уничтожении персональных данных",
        approved=signatory(paper),
        lead="Комиссия в составе:",
        commission=tuple((_role(one), person_in(one.employment, Case.NOMINATIVE)) for one in commission),
        statement=(
            "составила настоящий акт о том, что в соответствии со статьёй 21 Федерального закона от 27.07.2006 "
            "№ 152-ФЗ «О персональных данных» и Требованиями к подтверждению уничтожения персональных данных (приказ "
            "Роскомнадзора от 28.10.2022 № 179) уничтожены персональные данные:"
        ),
        facts=_facts(paper, destroyed_on),
        closing=(*_terms(paper), *_forms(paper), _kept(typed, destroyed_on)),
        signatures=tuple(_signature(one) for one in commission),
        place=paper.organization.place,
        **frame(paper),
    )


def _role(one):
    return "председатель комиссии" if one.is_chair else "член комиссии"


def _signature(one):
    post = f"{_role(one).capitalize()}, {small(one.employment.post)}"
    return Signatory(post=post, name=one.employment.person.signed_name)


def _facts(paper, destroyed_on):
    organization, typed = paper.organization, paper.fields
    return (
        ("Оператор", ", ".join(filter(None, (organization.full_name, organization.address)))),
        ("Субъекты персональных данных", _subjects(paper)),
        ("Категории персональных данных", typed["categories"]),
        ("Материальные носители, количество листов", typed["carriers"] or NO_MEDIA),
        ("Информационные системы", typed["systems"] or NO_MEDIA),
        ("Способ уничтожения", typed["way"]),
        ("Причина уничтожения", typed["ground"]),
        ("Дата уничтожения", date_words(destroyed_on)),
        ("Выгрузка из журнала регистрации событий", _log(typed)),
    )


def _subjects(paper):
    """Those whose consents are chosen, those typed, or how many there were."""
    typed = [line.strip() for line in paper.fields["subjects"].splitlines() if line.strip()]
    chosen = [consent.person.full_name for consent in _consents(paper)]
    names = list(dict.fromkeys([*chosen, *typed]))
    if names:
        return "; ".join(names)
    return f"{paper.fields['count']} чел. (перечень приведён в выгрузке из журнала регистрации событий)"


def _consents(paper):
    return paper.consents.select_related("person").order_by("person__search_key", "pk")


def _terms(paper):
    """By which day the data of each consent were to be destroyed (152-FZ art. 21 parts 4 and 5)."""
    days = sorted({destroy_by(consent) for consent in _consents(paper)})
    if not days:
        return ()
    said = ", ".join(date_words(day) for day in days)
    return (ended(f"Срок уничтожения (30 дней со дня отзыва или окончания согласия): {said}"),)


def _forms(paper):
    return (FORMS_KEPT,) if paper.consents.filter(method=Method.PAPER).exists() else ()


def _log(typed):
    """The export goes with the act wherever an information system is named (order no. 179)."""
    return typed["log"] or (LOG_TO_FILL_IN if typed["systems"] else NO_LOG)


def _kept(typed, destroyed_on):
    until = date_words(add_months(destroyed_on, ACT_KEPT_MONTHS))
    what = "Акт и выгрузка из журнала регистрации событий хранятся" if _log(typed) != NO_LOG else "Акт хранится"
    return ended(f"{what} три года, до {until}")
