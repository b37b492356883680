"""The sheet of acquaintance alone: who has read the order, and room to sign for those who have not."""

from people.organizations.selectors import regulation_on
from programs.orders.models import AcquaintanceMethod
from programs.orders.selectors import is_acquainted, subjects_of
from reports.documents.heads import letterhead_of
from reports.documents.papers import AcquaintanceSheet, Acquainted, GostEdition
from reports.documents.wording import small
from reports.documents.writing import day_in

MARKS = {AcquaintanceMethod.ELECTRONIC: "электронно", AcquaintanceMethod.PAPER: "на бумаге"}


def acquaintance_sheet(order):
    """The sheet of a registered order as it stands today, those added later among the others."""
    settings = regulation_on(order.organization, order.signed_on)
    return AcquaintanceSheet(
        letterhead=letterhead_of(order.organization),
        document=f"приказом от {day_in(settings, order.signed_on)} № {order.number_text} «{order.heading}»",
        people=tuple(map(_line, subjects_of(order))),
        edition=GostEdition(settings.gost_edition),
    )


def _line(subject):
    person, post = subject.employment.person.full_name, small(subject.employment.post)
    if not is_acquainted(subject):
        return Acquainted(person, post)
    return Acquainted(person, post, MARKS[subject.acquaintance.method], subject.acquaintance.on)
