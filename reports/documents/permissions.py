"""Who may open which paper: whoever may read all of the page it hangs on."""

import rules

from people.accounts.predicates import council, curator, director, insider, sysadmin
from people.consents import permissions as consents
from programs.applications import permissions as applications
from programs.applications.selectors import reads_reason
from programs.council import permissions as councils
from programs.plans import permissions as plans
from reports.issued.states import IssuedKind


@rules.predicate
def reads_it_all(actor, application):
    """The paper has the reason in it."""
    return application is not None and reads_reason(application, actor)


opens_application = applications.readers | applications.takes_part | applications.filed_it
RIGHTS = {
    "reports:paper_application": opens_application & reads_it_all,
    "reports:paper_agreement": consents.agreement_readers | consents.is_own_agreement,
    "reports:paper_consent": consents.register_readers | consents.is_own,
    "reports:consent_blank_pdf": consents.register_readers,
    "reports:consent_forms_pdf": consents.register_readers,
    "reports:paper_minutes": councils.goes_to_meetings,
    # Which of them each may read, the manager of issued papers decides.
    **{f"reports:paper_{kind}": insider for kind in IssuedKind.values},
    "reports:paper_program": plans.reads_whole,
    "reports:paper_regulation": insider,
    "reports:paper_roadmap": insider,
    "reports:template_list": director | curator,
    "reports:template_card": director | curator,
    "reports:template_start": director | curator,
    "reports:template_file": director | curator,
    "reports:template_use": director | curator,
    "reports:template_put_away": director | curator,
    "reports:paper_sheet": director | curator | council | sysadmin,
}
