"""Who may open which paper: whoever may read all of the page it hangs on."""

import rules

from people.accounts.predicates import insider
from people.consents import permissions as consents
from programs.applications import permissions as applications
from programs.applications.selectors import reads_reason
from programs.council import permissions as council
from programs.plans import permissions as plans


@rules.predicate
def reads_it_all(actor, application):
    """The paper has the reason in it; asked of none, it is about the list of those the actor reads."""
    return application is None or reads_reason(application, actor)


opens_application = applications.readers | applications.takes_part | applications.filed_it
RIGHTS = {
    "reports:paper_application": opens_application & reads_it_all,
    "reports:paper_agreement": consents.agreement_readers | consents.is_own_agreement,
    "reports:paper_consent": consents.register_readers | consents.is_own,
    "reports:consent_blank_pdf": consents.register_readers,
    "reports:consent_forms_pdf": consents.register_readers,
    "reports:paper_minutes": council.goes_to_meetings,
    "reports:paper_program": plans.reads_whole,
    "reports:paper_regulation": insider,
    "reports:paper_roadmap": insider,
    "reports:roadmap_docx": insider,
}
