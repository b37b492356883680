"""The fields an organization's own wording of an order may use: words of every order, and the parts of each kind.

The names are Russian, for they are written into Russian legal texts. A part is whole points («{{закрепление}}») and
stands alone in a point; a composer marks the points of a part by ``tagged``.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from programs.orders.states import OrderKind

ALL_POINTS = "пункты"
HEADING, BASIS, CONTROL = "заголовок", "основание", "контроль"


@dataclass(frozen=True)
class Field:
    """``is_needed``: no wording of the kind may leave this part out; ``may_be_empty``: then nothing is printed.

    ``example`` is shown where no order of the kind has given the field a value yet.
    """

    name: str
    label: Any
    example: str = ""
    is_part: bool = False
    is_needed: bool = False
    may_be_empty: bool = False


def _part(name, label, example, *, needed=False):
    return Field(name, label, example, is_part=True, is_needed=needed, may_be_empty=True)


GENERAL = (
    Field(HEADING, _("the heading as it is composed"), "О наставничестве"),
    Field(BASIS, _("the whole basis as it is composed"), "В целях организации наставничества"),
    Field(CONTROL, _("the control of execution by the regulation")),
    Field("организация", _("the organization, short")),
    Field("организация_род", _("the organization in the genitive")),
    Field("руководитель", _("post and name of the head")),
    Field("куратор_дат", _("title, post and name of the curator in the dative")),
    Field("учебный_год", _("the school year")),
    Field("дата", _("the day the text is composed")),
    Field("цель", _("the purpose by the regulation"), may_be_empty=True),
    Field("законы", _("the acts cited, from the list of legal references"), may_be_empty=True),
    Field("положение", _("the document on mentoring in the genitive, with its order")),
    _part(ALL_POINTS, _("all points as they are composed"), "(пункты, составленные по данным приказа)"),
)
_AGREEMENT = "Оформить дополнительное соглашение к трудовому договору наставника."
_CURATOR = _part("куратор", _("what the curator is told to do"), "Куратору ознакомить с приказом названных в нём лиц.")
_READ = _part("ознакомление", _("who reads the order"), "Ознакомить с настоящим приказом названных в нём лиц.")
_RELEASE = _part(
    "освобождение", _("whose duties end"), "Освободить (кого) с (даты) от обязанностей: куратор.", needed=True
)
_APPOINT = _part("назначение", _("who gets which duties"), "Назначить (кого) куратором с (даты).", needed=True)
_PAY = _part("выплата", _("what the mentors are paid"), "Установить доплату за наставничество.")
_AGREEMENTS = _part("соглашения", _("supplementary agreements"), _AGREEMENT)
_AMENDED = _part(
    "изменения", _("which earlier orders change"), "Внести изменения в приказ от (даты) № (номер).", needed=True
)
_OF_CHANGES = (
    Field("причины", _("the causes beside the applications"), may_be_empty=True),
    Field("основания", _("documents and applications, in the genitive"), "заявления (кого) от (даты)"),
)
OF_KIND = {
    OrderKind.ADOPTION: (
        _part("утверждение", _("the regulation approved"), "Утвердить прилагаемое Положение.", needed=True),
        _part("дорожная_карта", _("the roadmap approved"), "Утвердить прилагаемую дорожную карту.", needed=True),
        _part("введение", _("from when it is in force"), "Ввести Положение в действие с (даты)."),
        _RELEASE,
        _APPOINT,
        _READ,
    ),
    OrderKind.CURATOR: (_RELEASE, _APPOINT, _READ),
    OrderKind.COUNCIL: (
        Field("совет", _("the council as the order calls it"), "совет наставников"),
        Field("совет_род", _("the council in the genitive"), "совета наставников"),
        _part("состав", _("who sits in the council"), "Создать с (даты) совет наставников: (кто).", needed=True),
        _part("задачи", _("what the council does"), "Возложить на совет помощь в подборе пар."),
        _part("план", _("the plan of the chair"), "Председателю представить план работы куратору."),
        _READ,
    ),
    OrderKind.ASSIGNMENT: (
        Field("согласия", _("whose consents, in the genitive"), "письменных согласий наставника и наставляемого"),
        Field("срок_программ", _("the last day for the programs"), "(даты)"),
        _part("закрепление", _("the pairs and groups"), "Закрепить за (кем) наставника – (кого).", needed=True),
        _part("программы", _("who writes the programs by when"), "Возложить на наставника разработку программы."),
        _AGREEMENTS,
        _PAY,
        _CURATOR,
    ),
    OrderKind.REPLACEMENT: (
        *_OF_CHANGES,
        _part("закрепление", _("who is replaced by whom"), "Закрепить за (кем) наставника – (кого).", needed=True),
        _AMENDED,
        _part("мероприятия", _("the events handed over"), "Передать (кому) незавершённые мероприятия."),
        _AGREEMENTS,
        _PAY,
        _CURATOR,
    ),
    OrderKind.CHANGE: (
        *_OF_CHANGES,
        _part("программы", _("the programs and how they change"), "Продлить срок реализации программы.", needed=True),
        _AMENDED,
        _AGREEMENTS,
        _PAY,
        _CURATOR,
    ),
    OrderKind.TERMINATION: (
        *_OF_CHANGES,
        _part("прекращение", _("which pairs end"), "Прекратить с (даты) закрепление за (кем).", needed=True),
        _AMENDED,
        _part("программы", _("the programs that end"), "Считать программу прекращённой с (даты)."),
        _AGREEMENTS,
        _PAY,
        _CURATOR,
    ),
}


def fields_of(kind):
    """{name: Field} of an order of ``kind``: its own ones first, then those of every order."""
    return {one.name: one for one in (*OF_KIND.get(OrderKind(kind), ()), *GENERAL)}


def parts_of(kind):
    """The parts of ``kind`` in the sequence the composer gives them; empty where its points are one whole."""
    return [one for one in OF_KIND.get(OrderKind(kind), ()) if one.is_part]
