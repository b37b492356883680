"""Orders made of lines for tests: their contents, drafts and signed ones."""

import datetime

from people.consents.states import PaymentKind
from people.surveys.models import Campaign
from programs.orders.models import OrderedPerson
from programs.orders.states import OrderKind
from reports.documents.lines.particulars import (
    RESPONSIBLE,
    EncouragementParticulars,
    FinalEventParticulars,
    MonitoringParticulars,
    PaymentParticulars,
    ProgramRow,
    ReleaseParticulars,
)
from reports.orders.services import LinesContent, prepare_lines, send_order, sign_order
from tests.amending import amend
from tests.people.consents.factories import make_agreement
from tests.people.surveys.factories import campaign_of, every_kind
from tests.world import PASSWORD

LATER = datetime.date(2026, 12, 11)


def line(employment, **fields):
    return OrderedPerson(employment=employment, **fields)


def responsible(place):
    return line(place.curator.employment, code=RESPONSIBLE)


def monitoring(place, *campaigns, **fields):
    values = {"starts_on": datetime.date(2026, 12, 1), "ends_on": LATER, "report_on": datetime.date(2026, 12, 25)}
    about = MonitoringParticulars(**(values | {"instrument": "листы посещения занятий"} | fields))
    return LinesContent(about, (responsible(place),), campaigns)


def final_event(place, *lines, **fields):
    values = {
        "type": "round_table", "type_words": "Круглый стол", "title": "Год вместе", "held_on": LATER,
        "begins_at": datetime.time(14), "place": "актовый зал",
        "program": (ProgramRow(time="14:00", what="Открытие", who="Соколова М. Д."),),
    }  # fmt: skip
    return LinesContent(FinalEventParticulars(**(values | fields)), (*lines, responsible(place)))


def encouragement(*lines):
    about = EncouragementParticulars(merit="за помощь молодым учителям", ground="по итогам первого полугодия")
    return LinesContent(about, lines)


def payment(*lines):
    return LinesContent(PaymentParticulars(source="средств фонда оплаты труда"), lines)


def release(*lines, **fields):
    values = {"event": "Форум наставников", "first_on": LATER, "last_on": LATER}
    return LinesContent(ReleaseParticulars(**(values | fields)), lines)


def paid_agreement(place, employment, **fields):
    pay = {"payment_kind": PaymentKind.SUM, "payment_amount": 3000, "number": "7"}
    return make_agreement(employment, by=place.curator.user, **(pay | fields))


def survey(place, **fields):
    campaign = campaign_of(place, every_kind(place), chosen=[place.mentee.employment])
    Campaign.objects.filter(pk=campaign.pk).update(**fields)
    campaign.refresh_from_db()
    return campaign


def lets_go(place):
    """The regulation lets the head release people from work for an event."""
    amend(place.organization, {"release_clause": True})


def lines_draft(place, kind, content):
    return prepare_lines(kind, place.organization, content, by=place.curator.user)


def lines_signed(place, kind, content):
    order = send_order(lines_draft(place, kind, content), by=place.curator.user)
    return sign_order(order, by=place.director.user, password=PASSWORD)


def payment_signed(place, *employments):
    """An order on the pay of mentors with an agreement each."""
    for work in employments:
        paid_agreement(place, work)
    lines = [line(work, position=at) for at, work in enumerate(employments)]
    return lines_signed(place, OrderKind.PAYMENT, payment(*lines))
