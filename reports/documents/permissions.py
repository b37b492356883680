"""Who may open which paper: whoever may read all of the page it hangs on."""

from people.accounts.predicates import insider
from people.consents import permissions as consents
from programs.council import permissions as council
from programs.plans import permissions as plans

RIGHTS = {
    "reports:agreement_pdf": consents.agreement_readers | consents.is_own_agreement,
    "reports:consent_pdf": consents.register_readers | consents.is_own,
    "reports:consent_blank_pdf": consents.register_readers,
    "reports:consent_forms_pdf": consents.register_readers,
    "reports:minutes_pdf": council.goes_to_meetings,
    "reports:program_pdf": plans.reads_whole,
    "reports:regulation_pdf": insider,
    "reports:roadmap_pdf": insider,
    "reports:roadmap_docx": insider,
}
