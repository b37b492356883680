"""The tables of all rooms, where Django looks for them."""

from people.accounts.models import Invitation, Membership, User
from people.banks.models import (
    Competence,
    Difficulty,
    Direction,
    EntryResult,
    MenteeEntry,
    MentorCompetence,
    MentorEntry,
)
from people.consents.models import Agreement, Consent, ConsentText, Disclosure
from people.history.models import Move
from people.lists.models import ColumnChoice, SavedView
from people.network.models import NetworkGrant, NetworkOffer
from people.notices.models import Notice
from people.organizations.models import (
    Authority,
    AuthorityAct,
    Head,
    LegalOverride,
    Organization,
    Placement,
    RegulationChange,
    RegulationVersion,
)
from people.staff.models import Employment, ImportMapping, ImportRow, ImportSource, Person, StaffImport
from people.surveys.models import (
    AnonymousResponse,
    Campaign,
    Invitee,
    Proposal,
    Question,
    Questionnaire,
    Response,
)

__all__ = [
    "AnonymousResponse",
    "Agreement",
    "Authority",
    "AuthorityAct",
    "Campaign",
    "ColumnChoice",
    "Competence",
    "Consent",
    "ConsentText",
    "Difficulty",
    "Direction",
    "Disclosure",
    "Employment",
    "EntryResult",
    "Head",
    "ImportMapping",
    "ImportRow",
    "ImportSource",
    "Invitation",
    "Invitee",
    "LegalOverride",
    "Membership",
    "MenteeEntry",
    "MentorCompetence",
    "MentorEntry",
    "Move",
    "NetworkGrant",
    "NetworkOffer",
    "Notice",
    "Organization",
    "Person",
    "Placement",
    "Proposal",
    "Question",
    "Questionnaire",
    "RegulationChange",
    "RegulationVersion",
    "Response",
    "SavedView",
    "StaffImport",
    "User",
]
