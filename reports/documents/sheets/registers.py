"""Registers on paper: the consents given, who was acquainted with the orders of a year."""

from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import override

from mentoring.lib.dates import date_numeric, date_words
from people.consents.models import Consent
from people.consents.states import ConsentState, Method
from people.history.models import Move
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
    Column("Способ", 12),
    Column("Дата ответа", 10, "short"),
    Column("Действует по", 10, "short"),
    Column("Отозвано", 10, "short"),
    Column("Состояние", 12),
)
UNTIL_WITHDRAWN = "до отзыва"
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
SIGNED = {AcquaintanceMethod.ELECTRONIC: "подтверждено в системе", AcquaintanceMethod.PAPER: "в листе ознакомления"}
WAYS = {AcquaintanceMethod.ELECTRONIC: "в системе", AcquaintanceMethod.PAPER: "на бумаге"}


def _day(day):
    return date_numeric(day) if day else ""


def consent_register_paper(organization, actor):
    """The register of consents as it stands today, replaced ones left out."""
    rows = Consent.objects.visible_to(actor).exclude(state=ConsentState.SUPERSEDED).select_related("person", "text")
    refused = _refused_on(organization, rows)
    lines = [
        (row.person.full_name, GIVEN[row.purpose].removeprefix("согласие "), str(row.text.number),
         *(_answered(row) if row.given_on else refused.get(row.pk, ("", ""))), _until(row), _day(row.withdrawn_on),
         STATES[row.state])
        for row in rows.order_by("person__search_key", "purpose", "pk")
    ]  # fmt: skip
    return _register(organization, actor.today(), "Журнал учёта согласий", numbered(CONSENTS, lines), actor.today())


def _answered(consent):
    return METHODS.get(consent.method, ""), _day(consent.given_on)


def _until(consent):
    """Until which day a consent that was given holds; without a term it holds until it is withdrawn."""
    return _day(consent.valid_until) or (UNTIL_WITHDRAWN if consent.given_on else "")


def _refused_on(organization, consents):
    """When consents were refused, by the history: {pk: way and day}. Nobody but the person refuses, in the system."""
    refused = consents.filter(state=ConsentState.REFUSED).values("pk")
    kind = ContentType.objects.get_for_model(Consent)
    lines = Move.objects.filter(kind=kind, thing_id__in=refused, to_state=ConsentState.REFUSED)
    zone = ZoneInfo(organization.time_zone)
    return {
        line.thing_id: (METHODS[Method.ELECTRONIC], _day(line.at.astimezone(zone).date()))
        for line in lines.order_by("at", "pk")
    }


def acquaintance_paper(series, actor):
    """Who was to be acquainted with the orders of one register and year, and who was."""
    rows = OrderSubject.objects.filter(order__series=series, order__state=OrderState.REGISTERED)
    rows = rows.select_related("order", "employment__person", "acquaintance")
    with override("ru"):
        lines = [_acquainted(row) for row in rows.order_by("order__number", "employment__person__search_key", "pk")]
    columns = ACQUAINTED
    # Where everybody has confirmed there is nothing to sign: whoever signed on paper did so on the sheet of the order.
    if all(way for *_rest, way, _on, _sign in lines):
        columns, lines = ACQUAINTED[:-1], [line[:-1] for line in lines]
    title = f"Журнал ознакомления с приказами за {series.year} год"
    return _register(series.organization, actor.today(), title, numbered(columns, lines), None)


def _acquainted(subject):
    order, read = subject.order, getattr(subject, "acquaintance", None)
    heading = f"от {date_numeric(order.signed_on)} № {order.number_text} «{order.heading}»"
    work = subject.employment
    known = (WAYS[read.method], date_numeric(read.on), SIGNED[read.method]) if read else ("", "", "")
    return (heading, work.person.full_name, small(work.post), *known)


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
