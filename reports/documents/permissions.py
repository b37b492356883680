"""Who may open which paper: whoever may open the page it hangs on."""

from people.accounts.predicates import insider
from programs.plans import permissions as plans

RIGHTS = {
    "reports:program_pdf": plans.readers | plans.takes_part,
    "reports:roadmap_pdf": insider,
}
