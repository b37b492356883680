"""What may be begun, and by which page."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from people.accounts.access import may
from reports.issued.states import IssuedKind


@dataclass(frozen=True)
class Desk:
    """The page a kind is begun on, and what it is for."""

    kind: IssuedKind
    address: str
    title: Any
    text: Any


DESKS = {
    desk.kind: desk
    for desk in (
        Desk(
            IssuedKind.CERTIFICATE,
            "reports:issued_certificate_draft",
            _("A certificate"),
            _("For a mentor or a mentee of a pair that works or has completed."),
        ),
        Desk(
            IssuedKind.THANKS,
            "reports:issued_thanks_draft",
            _("A thanks"),
            _("To somebody of the staff, by an order on encouragement or on another ground."),
        ),
        Desk(
            IssuedKind.RECORD,
            "reports:issued_record_draft",
            _("A mentor’s record"),
            _("Every pair the mentor led, from the data; also for somebody who has left."),
        ),
        Desk(
            IssuedKind.LETTER,
            "reports:issued_letter_draft",
            _("A letter with data"),
            _("The figures of the year for the authority above. No names are in it."),
        ),
        Desk(
            IssuedKind.ACT,
            "reports:issued_act_draft",
            _("An act of destruction"),
            _("What a commission destroyed, by which day it was due, and where the event log is kept."),
        ),
    )
}


def desks_of(actor):
    """What the actor may begin."""
    return [desk for desk in DESKS.values() if may(actor, desk.address)]
