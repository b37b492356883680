"""The sheet of visas of an order: who saw the draft before the head, what they said, and room to sign by hand.

GOST R 7.0.97: a visa has the post, the signature with its name in full and the day; whoever has remarks writes that
they are enclosed, and they stand on a sheet signed by them. Visas may stand on a sheet of their own.
"""

from zoneinfo import ZoneInfo

from people.organizations.selectors import regulation_on
from programs.orders.selectors import earlier_remarks, visas_of
from programs.orders.states import VisaState
from reports.documents.papers import Column, SheetPart
from reports.documents.sheets.common import numbered, sheet_of
from reports.documents.wording import capitalized
from reports.documents.writing import day_in

VISAS = (
    Column("№", 6, "short"),
    Column("Должность", 30),
    Column("Подпись", 28),
    Column("Расшифровка подписи", 21, "name"),
    Column("Дата", 15, "short"),
)


def visas_paper(order):
    """The sheet as it stands: of a draft for those who sign by hand too, of a signed order for good."""
    visas, clock = list(visas_of(order)), ZoneInfo(order.organization.time_zone)
    author = order.drafted_by.person
    return sheet_of(
        order.organization,
        order.signed_on or order.organization.today(),
        title="Лист согласования",
        subtitle=_document(order),
        facts=(("Исполнитель", author.full_name),) if author else (),
        parts=[
            SheetPart(table=numbered(VISAS, [_line(order, visa, clock) for visa in visas])),
            *_part("Замечания", [_remark(visa, clock) for visa in visas if visa.remark]),
            *_part("Замечания к прежним редакциям проекта", [_earlier(row, clock) for row in earlier_remarks(order)]),
        ],
    )


def _document(order):
    if not order.is_signed:
        return f"к проекту приказа «{order.heading}»"
    settings = regulation_on(order.organization, order.signed_on)
    return f"к приказу от {day_in(settings, order.signed_on)} № {order.number_text} «{order.heading}»"


def _line(order, visa, clock):
    work = visa.employment
    name = work.person.signed_name
    at = visa.at.astimezone(clock) if visa.at else None
    return capitalized(work.post), _signature(order, visa), name, _moment(at) if at else ""


def _signature(order, visa):
    """The mark of an answer in the system; a line is left empty to sign by hand while the order may still change."""
    if visa.state == VisaState.GIVEN:
        return "согласовано в системе"
    if visa.state == VisaState.REMARKS:
        return "Замечания прилагаются\nвнесены в системе"
    return "визы в системе нет" if order.is_signed else ""


def _part(heading, paragraphs):
    return [SheetPart(heading, tuple(paragraphs))] if paragraphs else []


def _remark(visa, clock):
    return f"{visa.employment.person.short_name}, {_moment(visa.at.astimezone(clock))}: {visa.remark}"


def _earlier(move, clock):
    """The reason of the return begins with the name."""
    return f"{_moment(move.at.astimezone(clock))}, {move.reason}"


def _moment(at):
    return f"{at:%d.%m.%Y %H:%M}"
