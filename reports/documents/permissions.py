"""Who may open which paper: whoever may read all of the page it hangs on."""

import rules

from people.accounts.predicates import council, curator, director, insider, sysadmin
from people.banks import permissions as banks
from people.consents import permissions as consents
from people.organizations.selectors import regulation_on
from programs.applications import permissions as applications
from programs.applications.selectors import reads_reason
from programs.council import permissions as councils
from programs.plans import permissions as plans
from reports.issued.states import IssuedKind


@rules.predicate
def reads_it_all(actor, application):
    """The paper has the reason in it; asked of none, it is about the list of those the actor reads."""
    return application is None or reads_reason(application, actor)


@rules.predicate
def has_routes(actor):
    """The regulation knows individual educational routes."""
    return regulation_on(actor.organization, actor.today()).iom.enabled


opens_application = applications.readers | applications.takes_part | applications.filed_it
RIGHTS = {
    "reports:paper_application": opens_application & reads_it_all,
    "reports:paper_agreement": consents.agreement_readers | consents.is_own_agreement,
    "reports:paper_consent": consents.register_readers | consents.is_own,
    "reports:paper_minutes": councils.goes_to_meetings,
    # Which of them each may read, the manager of issued papers decides.
    **{f"reports:paper_{kind}": insider for kind in IssuedKind.values},
    "reports:paper_consent_form": consents.register_readers,
    "reports:paper_refusal": consents.register_readers | consents.is_own,
    "reports:paper_withdrawal": consents.register_readers | consents.is_own,
    # A card goes out as it is: to those who read the contacts on it, and to its person.
    "reports:paper_mentor_application": banks.reads_contacts | banks.is_own,
    "reports:paper_mentee_application": banks.reads_contacts | banks.is_own,
    "reports:paper_mentor_extract": banks.reads_contacts | banks.is_own,
    "reports:paper_mentee_extract": banks.reads_contacts | banks.is_own,
    "reports:paper_mentor_bank": banks.reads_banks,
    "reports:paper_mentee_bank": banks.reads_banks,
    "reports:paper_route": has_routes & (banks.reads_banks | banks.is_own | banks.mentors_them),
    "reports:paper_pair_consent": director | curator,
    "reports:paper_encouragement": director | curator,
    "reports:paper_journal": plans.reads_whole,
    "reports:paper_visit": plans.reads_whole | plans.helps,
    "reports:paper_attendance": councils.goes_to_meetings,
    "reports:paper_consent_register": consents.register_readers,
    "reports:paper_order_register": director | curator | council | sysadmin,
    "reports:paper_acquaintance": director | curator,
    "reports:paper_program": plans.reads_whole,
    "reports:paper_regulation": insider,
    "reports:paper_roadmap": insider,
    "reports:template_list": director | curator,
    "reports:template_card": director | curator,
    "reports:template_start": director | curator,
    "reports:template_file": director | curator,
    "reports:template_use": director | curator,
    "reports:template_put_away": director | curator,
    "reports:paper_visas": director | curator | council | sysadmin,
    "reports:paper_sheet": director | curator | council | sysadmin,
}
