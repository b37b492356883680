"""Registers on paper: the consents given, who was acquainted with the orders of a year."""

from django.utils.translation import override

from mentoring.lib.dates import date_numeric, date_words
from people.consents.models import Consent
from people.consents.states import ConsentState, Method
from people.organizations.selectors import head_on
from programs.orders.models import AcquaintanceMethod, OrderSubject
from programs.orders.states import OrderState
from reports.documents.answers import GIVEN
from reports.documents.heads import signatory_of
from reports.documents.papers import Column, SheetPart
from reports.documents.sheets.common import numbered, sheet_of
from reports.documents.wording import small

CONSENTS = (
    Column("№", 4, "short"),
    Column("Фамилия, имя, отчество", 18, "name"),
    Column("Согласие", 22),
    Column("Редакция", 8, "short"),
    Column("Как дано", 12),
    Column("Дано", 10, "short"),
    Column("Действует по", 10, "short"),
    Column("Отозвано", 10, "short"),
    Column("Состояние", 12),
)
METHODS = {Method.ELECTRONIC: "в системе", Method.PAPER: "на бумаге"}
STATES = {
    ConsentState.REQUESTED: "запрошено",
    ConsentState.GIVEN: "действует",
    ConsentState.REFUSED: "отказ",
    ConsentState.WITHDRAWN: "отозвано",
    ConsentState.EXPIRED: "истекло",
    ConsentState.SUPERSEDED: "заменено",
}
ACQUAINTED = (
    Column("№", 4, "short"),
    Column("Приказ", 24),
    Column("Фамилия, имя, отчество", 22, "name"),
    Column("Должность", 20),
    Column("Способ ознакомления", 14),
    Column("Дата", 10, "short"),
    Column("Подпись", 10),
)
WAYS = {AcquaintanceMethod.ELECTRONIC: "в системе", AcquaintanceMethod.PAPER: "на бумаге"}


def _day(day):
    return date_numeric(day) if day else ""


def consent_register_paper(organization, actor):
    """The register of consents as it stands today, replaced ones left out."""
    rows = Consent.objects.visible_to(actor).exclude(state=ConsentState.SUPERSEDED).select_related("person", "text")
    lines = [
        (row.person.full_name, GIVEN[row.purpose].removeprefix("согласие "), str(row.text.number),
         METHODS.get(row.method, ""), _day(row.given_on), _day(row.valid_until), _day(row.withdrawn_on),
         STATES[row.state])
        for row in rows.order_by("person__search_key", "purpose", "pk")
    ]  # fmt: skip
    return _register(organization, actor.today(), "Журнал учёта согласий", numbered(CONSENTS, lines), actor.today())


def acquaintance_paper(series, actor):
    """Who was to be acquainted with the orders of one register and year, and who was."""
    rows = OrderSubject.objects.filter(order__series=series, order__state=OrderState.REGISTERED)
    rows = rows.select_related("order", "employment__person", "acquaintance")
    with override("ru"):
        lines = [_acquainted(row) for row in rows.order_by("order__number", "employment__person__search_key", "pk")]
    title = f"Журнал ознакомления с приказами за {series.year} год"
    return _register(series.organization, actor.today(), title, numbered(ACQUAINTED, lines), None)


def _acquainted(subject):
    order, read = subject.order, getattr(subject, "acquaintance", None)
    heading = f"от {date_numeric(order.signed_on)} № {order.number_text} «{order.heading}»"
    work = subject.employment
    known = (WAYS[read.method], date_numeric(read.on)) if read else ("", "")
    return (heading, work.person.full_name, small(work.post), *known, "")


def _register(organization, day, title, table, dated_on):
    return sheet_of(
        organization,
        day,
        title=title,
        subtitle=f"по состоянию на {date_words(day)}",
        parts=(SheetPart(table=table),),
        signatures=(signatory_of(head_on(organization, day)),),
        dated_on=dated_on,
    )
