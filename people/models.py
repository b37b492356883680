"""The tables of all rooms, where Django looks for them."""

from people.accounts.models import Invitation, Membership, User
from people.banks.models import Competence, Difficulty, Direction, MenteeEntry, MentorCompetence, MentorEntry
from people.consents.models import Consent, ConsentText
from people.history.models import Move
from people.notices.models import Notice
from people.organizations.models import Authority, Head, Organization, RegulationVersion
from people.staff.models import Employment, ImportRow, Person, StaffImport

__all__ = [
    "Authority",
    "Competence",
    "Consent",
    "ConsentText",
    "Difficulty",
    "Direction",
    "Employment",
    "Head",
    "ImportRow",
    "Invitation",
    "Membership",
    "MenteeEntry",
    "MentorCompetence",
    "MentorEntry",
    "Move",
    "Notice",
    "Organization",
    "Person",
    "RegulationVersion",
    "StaffImport",
    "User",
]
