"""The register of orders on paper and as a workbook: Russian, since it is kept and shown as a document."""

from itertools import groupby

from mentoring.lib.dates import date_numeric, date_words
from mentoring.lib.sheets import Column as SheetColumn
from mentoring.lib.sheets import Section, SheetSpec, write_workbook
from people.organizations.selectors import regulation_on
from reports.documents.heads import letterhead_of
from reports.documents.papers import Column, GostEdition, RegisterPaper, RowGroup, Table

HEADINGS = ("№", "Дата", "Заголовок", "Подготовил", "Подписал", "Ознакомлено", "Примечание")


def register_paper(series, orders, day):
    """One register of a year as a paper; ``orders`` are its rows as ``journal_of`` gives them."""
    settings = regulation_on(series.organization, day)
    shares = (10, 10, 34, 16, 16, 12, 24)
    kinds = ("short", "short", "text", "name", "name", "short", "text")
    columns = tuple(Column(*column) for column in zip(HEADINGS, shares, kinds, strict=True))
    return RegisterPaper(
        letterhead=letterhead_of(series.organization),
        title=title_of(settings),
        subtitle=_heading(settings, series.year, series.code),
        table=Table(columns, (RowGroup(tuple(_cells(order) for order in orders)),)),
        dated_on=day,
        edition=GostEdition(settings.gost_edition),
    )


def register_workbook(organization, orders, day):
    """The same rows as XLSX bytes."""
    settings = regulation_on(organization, day)
    keys = ("number", "day", "heading", "drafted", "signed", "read", "note")
    kinds = ("text", "date", "text", "text", "text", "text", "text")
    widths = (10, 12, 48, 24, 24, 14, 32)
    columns = [
        SheetColumn(key, label, kind, width=width, wrap=kind == "text")
        for key, label, kind, width in zip(keys, HEADINGS, kinds, widths, strict=True)
    ]
    groups = [(heading, list(rows)) for heading, rows in _groups(settings, orders)]
    lines = []
    for heading, rows in groups:
        lines += [Section(heading)] if len(groups) > 1 else []
        for order in rows:
            values = dict(zip(keys, _cells(order), strict=True))
            lines.append(values | {"day": order.signed_on})
    title = title_of(settings)
    heading = [title, *([groups[0][0]] if len(groups) == 1 else []), organization.short_name, date_words(day)]
    spec = SheetSpec("Журнал", columns, lines, heading=heading, landscape=True)
    return write_workbook([spec], title=title, author=organization.short_name)


def title_of(settings):
    """«Журнал регистрации приказов по основной деятельности»."""
    _word, by, about = settings.orders.series_title.partition(" по ")
    return f"Журнал регистрации приказов{by}{about}"


def _groups(settings, orders):
    """The orders by year and register, with its heading."""
    for (year, code), rows in groupby(orders, key=lambda order: (order.series.year, order.series.code)):
        yield _heading(settings, year, code), rows


def _heading(settings, year, code):
    label = next((series.label for series in settings.orders.series if series.code == code), code)
    return f"{year} год" + (f", {label}" if label else "")


def _cells(order):
    return (
        order.number_text,
        date_numeric(order.signed_on),
        order.heading,
        _name(order.drafted_by),
        _name(order.signer),
        f"{order.acquainted} из {order.named}" if order.named else "–",
        note_of(order),
    )


def note_of(order):
    """«отменён приказом от … № …», «изменён приказами …»; empty where it stands as it was signed."""
    cancelling = list(order.cancelling)
    if cancelling and order.is_cancelled:
        return f"отменён приказом {_cited(cancelling[-1])}"
    later_ones = (*cancelling, *order.rewording, *(change.order for change in order.changed_by))
    changing = {later.pk: later for later in later_ones}
    if not changing:
        return ""
    by = "приказом" if len(changing) == 1 else "приказами"
    return f"изменён {by} {', '.join(_cited(later) for later in changing.values())}"


def _cited(order):
    return f"от {date_numeric(order.signed_on)} № {order.number_text}"


def _name(user):
    return user.person.short_name if user.person else str(user)
