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
    "освобождение", _("whose duties end"), "Освободить (кого) с (даты) от обязанностей куратора.", needed=True
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
_PERIOD, _DAY = "с (даты) по (дату)", "(даты)"
_WHOM, _TO_WHOM, _OF_WHOM = "(кого: должность, фамилия, имя, отчество)", "(кому)", "(кого)"
_OF_PROGRAMS = (
    Field("основания", _("the grounds of the order, in the genitive"), "Положения о наставничестве"),
    Field("названия", _("the titles of the programs"), "«(название программы)»"),
    Field("срок_реализации", _("from the first day of the programs to the last"), _PERIOD),
    Field("наставники_род", _("posts and names of the mentors, in the genitive"), _OF_WHOM),
    Field("наставляемые_род", _("posts and names of those mentored, in the genitive"), _OF_WHOM),
)
_MINUTES = Field("протокол", _("the minutes the order rests on, in the genitive"), may_be_empty=True)
_RESPONSIBLE = (
    Field("ответственный_вин", _("who answers for the matter, in the accusative"), _WHOM),
    Field("ответственный_дат", _("who answers for the matter, in the dative"), _TO_WHOM),
)
_ANSWERS = _part("ответственный", _("who answers and for what"), "Назначить ответственным (кого).", needed=True)
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
    OrderKind.PROGRAMS: (
        *_OF_PROGRAMS,
        _MINUTES,
        _part("утверждение", _("the programs approved"), "Утвердить прилагаемую программу.", needed=True),
        _part("реализация", _("who works by the programs"), "Возложить на наставника реализацию программы."),
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
    OrderKind.MONITORING: (
        Field("период", _("from when to when the monitoring runs"), _PERIOD),
        Field("справка_до", _("the last day for the note on the results"), _DAY),
        Field("анкеты", _("the titles of the surveys"), may_be_empty=True),
        Field("инструменты", _("by what else than surveys the monitoring is done"), may_be_empty=True),
        *_RESPONSIBLE,
        _part("проведение", _("what is monitored, when and by which stages"), "Провести мониторинг.", needed=True),
        _part("анкетирование", _("the surveys: whom they ask and when"), "Провести анкетирование."),
        _part("использование", _("by what else the monitoring is done"), "Использовать при проведении: (что)."),
        _ANSWERS,
    ),
    OrderKind.FINAL_EVENT: (
        Field("вид_вин", _("what kind of event it is, in the accusative"), "круглый стол"),
        Field("название", _("the title of the event, without quotation marks"), "(название мероприятия)"),
        Field("день", _("the day of the event"), _DAY),
        Field("время", _("the hour of the event, with its preposition"), may_be_empty=True),
        Field("место", _("the place of the event"), "актовый зал"),
        Field("оргкомитет", _("posts and names of the committee"), may_be_empty=True),
        Field("жюри", _("posts and names of the jury"), may_be_empty=True),
        *_RESPONSIBLE,
        _part("проведение", _("what is held, when and where"), "Провести (даты) мероприятие.", needed=True),
        _part("программа", _("the program in the annex"), "Утвердить программу мероприятия.", needed=True),
        _part("состав", _("the committee and the jury in the annex"), "Утвердить состав жюри.", needed=True),
        _ANSWERS,
    ),
    OrderKind.RESULTS: (
        *_OF_PROGRAMS,
        Field("опубликовать_до", _("the last day for publishing the results"), may_be_empty=True),
        _part("завершение", _("the programs that are completed"), "Признать завершённой программу.", needed=True),
        _part("закрепление", _("the pairs that end"), "Считать завершённым (даты) закрепление.", needed=True),
        _AGREEMENTS,
        _part("выплата", _("whose payment ends"), "Прекратить выплату за наставничество."),
        _part("справка", _("the analytical note in the annex"), "Утвердить прилагаемую справку.", needed=True),
        _CURATOR,
    ),
    OrderKind.ENCOURAGEMENT: (
        Field("за_что", _("what people are encouraged for"), "за помощь молодым учителям"),
        Field("по_итогам", _("on what ground people are encouraged"), "по итогам учебного года"),
        Field("награды", _("the kinds of encouragement"), "благодарность"),
        Field("работники_вин", _("posts and names of those encouraged, in the accusative"), _WHOM),
        Field("работники_дат", _("posts and names of those encouraged, in the dative"), _TO_WHOM),
        _part("поощрение", _("who is encouraged how and for what"), "Объявить благодарность (кому).", needed=True),
        _CURATOR,
    ),
    OrderKind.PAYMENT: (
        Field("работники_дат", _("posts and names of those paid, in the dative"), _TO_WHOM),
        Field("размер", _("how much is paid; for several people the annex"), "(сумма) руб. в месяц"),
        Field("период", _("from when to when it is paid; for several people the annex"), _PERIOD),
        Field("основание_выплаты", _("the agreement it is paid by"), "дополнительное соглашение от (даты)"),
        Field("источник", _("out of what it is paid, in the genitive"), "средств фонда оплаты труда"),
        _part("выплата", _("who is paid how much and until when"), "Установить (кому) выплату.", needed=True),
        _part("финансирование", _("out of what it is paid"), "Производить выплату за счёт (чего).", needed=True),
        _CURATOR,
    ),
    OrderKind.REPORT: (
        Field("название", _("the title of the report or the analysis"), "о реализации системы наставничества"),
        Field("за_период", _("the period of the report or the analysis"), f"за период {_PERIOD}"),
        _MINUTES,
        *_RESPONSIBLE,
        Field("обязанности_с", _("the first day of whoever answers for personal data"), _DAY),
        _part("утверждение", _("the report or the analysis approved"), "Утвердить прилагаемый отчёт.", needed=True),
        _RELEASE,
        _APPOINT,
        _CURATOR,
        _READ,
    ),
    OrderKind.RELEASE: (
        Field("мероприятие", _("the title of the event, without quotation marks"), "(название мероприятия)"),
        Field("место", _("the place of the event"), may_be_empty=True),
        Field("когда", _("days and hours of the release"), _DAY),
        Field("оплата", _("whether the pay is kept"), "с сохранением заработной платы"),
        Field("работники_вин", _("posts and names of those released, in the accusative"), _WHOM),
        Field("замещающие_вин", _("who does their work meanwhile, in the accusative"), may_be_empty=True),
        _part("освобождение", _("who is released from work, when and for what"), "Освободить (кого).", needed=True),
        _part("замещение", _("who does the work meanwhile"), "Возложить замещение на (кого).", needed=True),
        _CURATOR,
    ),
}


def fields_of(kind):
    """{name: Field} of an order of ``kind``: its own ones first, then those of every order."""
    return {one.name: one for one in (*OF_KIND.get(OrderKind(kind), ()), *GENERAL)}


def parts_of(kind):
    """The parts of ``kind`` in the sequence the composer gives them; empty where its points are one whole."""
    return [one for one in OF_KIND.get(OrderKind(kind), ()) if one.is_part]
