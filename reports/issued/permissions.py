"""Who may open which address of the room; which papers each of them sees, the manager of papers decides.

The curator prepares and the head signs; an act of destruction may be prepared by the sysadmin too, who destroys.
"""

import rules

from people.accounts.predicates import curator, director, insider, sysadmin
from reports.issued.states import IssuedKind


@rules.predicate
def is_act(actor, paper):
    return paper is not None and paper.kind == IssuedKind.ACT


writer = curator | (sysadmin & is_act)
RIGHTS = {
    "reports:issued_list": insider,
    "reports:issued_card": insider,
    "reports:issued_certificate_draft": curator,
    "reports:issued_certificate_batch": curator,
    "reports:issued_thanks_draft": curator,
    "reports:issued_record_draft": curator,
    "reports:issued_letter_draft": curator,
    "reports:issued_act_draft": curator | sysadmin,
    "reports:issued_edit": writer,
    "reports:issued_submit": writer,
    "reports:issued_drop": writer,
    "reports:issued_send": curator,
    "reports:issued_signing": director,
    "reports:issued_return": director,
    "reports:issued_annul": director,
}
