"""The tables of all rooms, where Django looks for them."""

from people.accounts.models import Invitation, Membership, User
from people.banks.models import Competence, Difficulty, Direction, MenteeEntry, MentorCompetence, MentorEntry
from people.consents.models import Consent, ConsentText
from people.history.models import Move
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
from people.staff.models import Employment, ImportRow, Person, StaffImport

__all__ = [
    "Authority",
    "AuthorityAct",
    "Competence",
    "Consent",
    "ConsentText",
    "Difficulty",
    "Direction",
    "Employment",
    "Head",
    "ImportRow",
    "Invitation",
    "LegalOverride",
    "Membership",
    "MenteeEntry",
    "MentorCompetence",
    "MentorEntry",
    "Move",
    "Notice",
    "Organization",
    "Person",
    "Placement",
    "RegulationChange",
    "RegulationVersion",
    "StaffImport",
    "User",
]
