"""Who may open which paper: whoever may read all of the page it hangs on."""

from people.accounts.predicates import insider
from programs.plans import permissions as plans

RIGHTS = {
    "reports:program_pdf": plans.reads_whole,
    "reports:regulation_pdf": insider,
    "reports:roadmap_pdf": insider,
    "reports:roadmap_docx": insider,
}
