"""The left rail, role by role: interface.md, «Skeleton of a page». Data only."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from people.accounts.states import Role


@dataclass(frozen=True)
class Entry:
    """One way in: an address name inside the organization, a label and a lucide icon."""

    name: str
    label: str
    icon: str


HOME = Entry("reports:home", _("Today"), "house")
STAFF = Entry("people:staff_list", _("Staff"), "users")
MENTORS = Entry("people:mentor_list", _("Mentors"), "award")
MENTEES = Entry("people:mentee_list", _("Mentees"), "sprout")
OPEN_BANK = Entry("people:mentor_open_list", _("Mentors"), "award")
UNPAIRED = Entry("programs:support_list", _("Without a mentor"), "heart-handshake")
NETWORK = Entry("people:network_list", _("Mentors of the network"), "network")
PAIRS = Entry("programs:mentorship_list", _("Pairs and groups"), "handshake")
APPLICATIONS = Entry("programs:application_list", _("Applications"), "inbox")
PROGRAMS = Entry("programs:program_list", _("Programs"), "notebook-pen")
ROADMAP = Entry("programs:roadmap_list", _("Roadmap"), "route")
ORDERS = Entry("reports:order_list", _("Orders"), "file-text")
PAPERS = Entry("reports:papers", _("Papers"), "files")
ISSUED = Entry("reports:issued_list", _("Certificates, letters, acts"), "award")
MONITORING = Entry("reports:monitoring", _("Monitoring"), "chart-column")
CONSENTS = Entry("people:consent_list", _("Consents"), "file-check")
MY_CONSENTS = Entry("people:consent_mine", _("My consents"), "file-check")
SURVEYS = Entry("people:campaign_list", _("Surveys"), "clipboard-list")
MY_SURVEYS = Entry("people:survey_mine", _("My surveys"), "clipboard-pen")
MEETINGS = Entry("programs:meeting_list", _("Meetings of the council and others"), "messages-square")
ACCOUNTS = Entry("people:account_list", _("Accounts"), "key-round")
IMPORTS = Entry("people:staff_import_list", _("Staff lists"), "upload")
COMPLIANCE = Entry("reports:compliance", _("Compliance"), "shield-check")
DUTIES = Entry("programs:appointment_list", _("Duties"), "user-check")
CARD = Entry("people:organization_view", _("Organization"), "building-2")
REGULATION = Entry("people:regulation", _("Regulation"), "scroll-text")

# The first eight show in the rail, the rest in «More». Whoever holds several roles gets them joined in this order.
RAIL = {
    Role.CURATOR: (
        HOME,
        STAFF,
        MENTORS,
        MENTEES,
        PAIRS,
        PROGRAMS,
        ROADMAP,
        ORDERS,
        PAPERS,
        MONITORING,
        CONSENTS,
        SURVEYS,
        MEETINGS,
        UNPAIRED,
        NETWORK,
        APPLICATIONS,
        IMPORTS,
        ACCOUNTS,
        COMPLIANCE,
        ISSUED,
        DUTIES,
        CARD,
        REGULATION,
    ),
    Role.DIRECTOR: (
        HOME,
        ORDERS,
        PAIRS,
        PROGRAMS,
        ROADMAP,
        MONITORING,
        STAFF,
        MENTORS,
        PAPERS,
        MENTEES,
        SURVEYS,
        MEETINGS,
        APPLICATIONS,
        CONSENTS,
        NETWORK,
        ACCOUNTS,
        COMPLIANCE,
        ISSUED,
        DUTIES,
        CARD,
        REGULATION,
    ),
    Role.SYSADMIN: (
        HOME,
        ACCOUNTS,
        IMPORTS,
        STAFF,
        MENTORS,
        MENTEES,
        PAIRS,
        ROADMAP,
        ORDERS,
        PROGRAMS,
        CONSENTS,
        SURVEYS,
        MONITORING,
        PAPERS,
        ISSUED,
        DUTIES,
        CARD,
        REGULATION,
    ),
    Role.COUNCIL: (
        HOME,
        MEETINGS,
        MENTORS,
        MENTEES,
        PAIRS,
        PROGRAMS,
        ROADMAP,
        MONITORING,
        SURVEYS,
        APPLICATIONS,
        ORDERS,
        STAFF,
        DUTIES,
        CARD,
        REGULATION,
    ),
    Role.PSYCHOLOGIST: (
        HOME,
        UNPAIRED,
        MENTEES,
        MENTORS,
        PAIRS,
        PROGRAMS,
        ROADMAP,
        SURVEYS,
        MEETINGS,
        APPLICATIONS,
        STAFF,
        DUTIES,
        CARD,
        REGULATION,
    ),
    Role.MENTOR: (
        HOME,
        PROGRAMS,
        PAIRS,
        MY_SURVEYS,
        ORDERS,
        MY_CONSENTS,
        OPEN_BANK,
        ROADMAP,
        MEETINGS,
        APPLICATIONS,
        DUTIES,
        CARD,
        REGULATION,
    ),
    Role.MENTEE: (
        HOME,
        PROGRAMS,
        PAIRS,
        MY_SURVEYS,
        ORDERS,
        MY_CONSENTS,
        OPEN_BANK,
        ROADMAP,
        MEETINGS,
        APPLICATIONS,
        DUTIES,
        CARD,
        REGULATION,
    ),
    Role.STAFF: (HOME, MY_SURVEYS, OPEN_BANK, ORDERS, MY_CONSENTS, ROADMAP, MEETINGS, DUTIES, CARD, REGULATION),
    Role.OBSERVER: (CARD, REGULATION),
}
# The pages of the administrator of the installation.
INSTALLATION = (
    Entry("people:installation", _("Organizations"), "building-2"),
    Entry("people:authority_tree", _("Authorities"), "network"),
)
# The role named under a person who holds several, and whose rail leads.
LEADING = (
    Role.DIRECTOR,
    Role.CURATOR,
    Role.SYSADMIN,
    Role.PSYCHOLOGIST,
    Role.COUNCIL,
    Role.MENTOR,
    Role.MENTEE,
    Role.STAFF,
    Role.OBSERVER,
)
