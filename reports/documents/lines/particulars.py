"""What the text of an order made of lines is composed from, beside its people: one checked shape for each kind."""

import datetime

from pydantic import BaseModel, ConfigDict

from programs.orders.states import OrderKind

# As whom somebody stands in an order, where no code of a regulation says it.
RESPONSIBLE = "responsible"
COMMITTEE_CHAIR, COMMITTEE, JURY_CHAIR, JURY = "committee_chair", "committee", "jury_chair", "jury"


class Particulars(BaseModel):
    """The particulars of one kind of order, stored as JSON in ``Order.details``; an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def stored(self):
        """As ``Order.details`` keeps them."""
        return self.model_dump(mode="json")


class MonitoringParticulars(Particulars):
    """O9: from when to when, which stages of a two-stage monitoring, by what else than surveys, the note due."""

    starts_on: datetime.date
    ends_on: datetime.date
    report_on: datetime.date
    stages: tuple[int, ...] = ()
    instrument: str = ""


class ProgramRow(Particulars):
    """A row of the program of an event."""

    time: str = ""
    what: str
    who: str = ""


class FinalEventParticulars(Particulars):
    """O10: what closes the year, as printed in ``type_words``, when, where and by which program."""

    type: str
    type_words: str
    title: str
    held_on: datetime.date
    begins_at: datetime.time | None = None
    place: str
    program: tuple[ProgramRow, ...] = ()


class EncouragementParticulars(Particulars):
    """O12: for what («за …») and on what ground («по итогам …»)."""

    merit: str
    ground: str


class PaymentParticulars(Particulars):
    """O13: out of what it is paid, in the genitive after «за счёт»."""

    source: str


class ReleaseParticulars(Particulars):
    """O15: for which event, where, on which days and hours, and whether the pay is kept."""

    event: str
    place: str = ""
    first_on: datetime.date
    last_on: datetime.date
    begins_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    keeps_pay: bool = True


SHAPES = {
    OrderKind.MONITORING: MonitoringParticulars,
    OrderKind.FINAL_EVENT: FinalEventParticulars,
    OrderKind.ENCOURAGEMENT: EncouragementParticulars,
    OrderKind.PAYMENT: PaymentParticulars,
    OrderKind.RELEASE: ReleaseParticulars,
}


def particulars_of(order):
    """The particulars an order holds."""
    return SHAPES[OrderKind(order.kind)].model_validate(order.details)
