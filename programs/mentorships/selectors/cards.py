"""What the card of a pair shows, and to whom."""

from dataclasses import dataclass, replace

from django.utils.translation import get_language

from people.accounts.states import Role
from people.consents.selectors import missing_purposes
from people.consents.states import Purpose
from people.organizations.selectors import own_word, regulation_on
from programs.mentorships.models import MENTORSHIP_READERS
from programs.mentorships.selectors.wording import mentor_word
from programs.mentorships.states import AWAITING


@dataclass(frozen=True)
class Side:
    """One person of a pair as the reader may see them; what is not for the reader is empty."""

    employment: object
    role: Role
    answered_at: object
    is_me: bool
    has_account: bool
    left_on: object = None
    contacts: tuple = ()
    request: str = ""
    strengths: str = ""
    levels: tuple = ()
    role_label: str = ""
    # The key of a mentee's row while the mentee is in the pair.
    member: int | None = None

    @property
    def person(self):
        return self.employment.person


def _role_labels(mentorship):
    """What the organization calls mentor and mentee, by role; on a page in another language the common words."""
    organization = mentorship.organization
    word = mentor_word(regulation_on(organization, mentorship.starts_on), mentorship)
    russian = get_language() == "ru"
    return {
        Role.MENTOR: word.nominative if russian else Role.MENTOR.label,
        Role.MENTEE: own_word(organization, "mentee", "nominative", Role.MENTEE.label),
    }


def sides(mentorship, actor):
    """The people of the pair, the mentor first, with what ``actor`` may read of each.

    The mentor's competences are the open part of the bank. A mentee's request and difficulties go to those who
    keep the banks, to the mentor and to the mentee, never to the other members of a group. The mentor's contacts
    go to the mentees once the answers are in.
    """
    reads_all = actor.has(*MENTORSHIP_READERS)
    mine = actor.employment.pk if actor.employment else None
    is_mentor = mentorship.mentor_entry.employment_id == mine
    labels = _role_labels(mentorship)
    found = [_mentor_side(mentorship, mine, reads_all)]
    for member in mentorship.members.all():
        own = member.mentee_entry.employment_id == mine
        found.append(_mentee_side(member, own, reads_all or is_mentor or own))
    return [replace(side, role_label=labels[side.role]) for side in found]


def _mentor_side(mentorship, mine, reads_all):
    entry = mentorship.mentor_entry
    work = entry.employment
    is_me = work.pk == mine
    shows_contacts = not (is_me or reads_all or mentorship.state in AWAITING)
    return Side(
        employment=work,
        role=Role.MENTOR,
        answered_at=mentorship.mentor_agreed_at,
        is_me=is_me,
        has_account=hasattr(work.person, "user"),
        contacts=tuple(filter(None, (work.phone, work.email))) if shows_contacts else (),
        strengths=entry.achievements,
        levels=_levels(entry.strengths.select_related("competence"), "get_level_display"),
    )


def _mentee_side(member, own, reads):
    entry = member.mentee_entry
    needs = entry.needs.select_related("competence") if reads else ()
    return Side(
        employment=entry.employment,
        role=Role.MENTEE,
        answered_at=member.agreed_at,
        is_me=own,
        has_account=hasattr(entry.employment.person, "user"),
        left_on=member.left_on,
        member=member.pk if member.left_on is None else None,
        request=entry.request if reads else "",
        strengths=entry.strengths if reads else "",
        levels=_levels(needs, "get_level_before_display"),
    )


def _levels(rows, name):
    return tuple((str(row.competence), getattr(row, name)()) for row in rows)


def missing_consents(mentorship):
    """Who of the pair lacks which consent: [(person, [Purpose, …])], the mentor first; empty if nothing does."""
    organization = mentorship.organization
    day = organization.today()
    settings = regulation_on(organization, day)
    people = [(mentorship.mentor_entry.employment, Role.MENTOR)]
    people += [(member.mentee_entry.employment, Role.MENTEE) for member in mentorship.current_members]
    found = [(work.person, missing_purposes(work, role, settings, day)) for work, role in people]
    return [(person, purposes) for person, purposes in found if purposes]


def lacks_processing(employment, role):
    """Whether the consent to the processing of data is missing, without which nobody can accept."""
    day = employment.organization.today()
    settings = regulation_on(employment.organization, day)
    return Purpose.PROCESSING in missing_purposes(employment, role, settings, day)
