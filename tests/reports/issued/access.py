"""Who may open the addresses of the room, and which papers each of them finds there."""

from reports.issued.states import IssuedKind
from tests.access_row import INSIDERS, Row
from tests.reports.issued.factories import draft, issued, sent

KEEPERS = "director curator"


def _with(make, kind):
    """The address of a paper of the home organization, while the other one has the like."""

    def things(world):
        make(world.other, kind)
        return {"pk": make(world.home, kind).pk}

    return things


ROWS = {
    "reports:issued_list": Row(INSIDERS, None),
    # About the mentor: the mentor reads the own record, the council none.
    "reports:issued_card": Row(f"{KEEPERS} mentor", None, things=_with(issued, IssuedKind.RECORD)),
    "reports:issued_certificate_draft": Row("curator"),
    "reports:issued_certificate_batch": Row("curator"),
    "reports:issued_thanks_draft": Row("curator"),
    "reports:issued_record_draft": Row("curator"),
    "reports:issued_letter_draft": Row("curator"),
    "reports:issued_act_draft": Row("curator sysadmin"),
    "reports:issued_edit": Row("curator sysadmin", things=_with(draft, IssuedKind.ACT)),
    "reports:issued_submit": Row(None, "curator", _with(draft, IssuedKind.LETTER)),
    "reports:issued_drop": Row("curator", things=_with(draft, IssuedKind.CERTIFICATE)),
    "reports:issued_send": Row(None, "curator"),
    "reports:issued_signing": Row("director"),
    "reports:issued_return": Row("director", things=_with(sent, IssuedKind.ACT)),
    "reports:issued_annul": Row("director", things=_with(issued, IssuedKind.THANKS)),
}
