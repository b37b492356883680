"""People who are there before a walk begins: hired, in the banks, with a session of their own."""

import datetime
from dataclasses import dataclass, field

from people.accounts.services import invite, join
from people.accounts.states import Role
from people.banks.services import enter_mentee, enter_mentor
from people.consents.states import Purpose
from people.models import Competence
from people.staff.services import create_employment
from programs.mentorships.services import accept_mentorship
from tests.path_steps.visitor import Visitor
from tests.world import PASSWORD, give_consent

SINCE = datetime.date(2019, 9, 1)
WORKPLACE = "Школа, ул. Садовая, 3"
DISCIPLINE, EXAMS = "Дисциплина и внимание на занятии", "Подготовка к экзаменам"


@dataclass(frozen=True)
class Hand:
    """Somebody to be hired; ``card`` and ``levels`` (competence → level) are of the bank."""

    login: str
    name: str
    gender: str
    post: str
    subject: str
    card: dict = field(default_factory=dict)
    levels: dict = field(default_factory=dict)

    @property
    def short_name(self):
        last, first, patronymic = self.name.split()
        return f"{last} {first[0]}. {patronymic[0]}."


def hire(walk, hand, *, starts_on=SINCE):
    """A staff card with an account."""
    values = dict(zip(("last_name", "first_name", "patronymic"), hand.name.split(), strict=True))
    values |= {"gender": hand.gender, "post": hand.post, "subject": hand.subject, "workplace": WORKPLACE}
    by = walk.keeper(Role.CURATOR)
    employment = create_employment(
        walk.organization, by=by, starts_on=starts_on, experience_since=starts_on, is_teacher=True, **values
    )
    join(invite(employment, by=by, login=hand.login).code, password=PASSWORD)
    return employment


def enter(walk, hand, employment, role, consents):
    """Put the card into the bank of ``role`` with ``consents`` in force."""
    for purpose in consents:
        give_consent(employment, purpose)
    levels = [(competence_of(walk, name), level) for name, level in hand.levels.items()]
    by = walk.keeper(Role.CURATOR)
    if role == Role.MENTOR:
        return enter_mentor(employment, by=by, strengths=levels, **hand.card)
    return enter_mentee(employment, by=by, needs=levels, **hand.card)


def hire_mentor(walk, hand, *, consents=(Purpose.PROCESSING, Purpose.MENTOR)):
    """A free mentor."""
    return enter(walk, hand, hire(walk, hand), Role.MENTOR, consents)


def hire_mentee(walk, hand, *, consents=(Purpose.PROCESSING, Purpose.MENTEE)):
    """A newcomer who waits for a mentor."""
    employment = hire(walk, hand, starts_on=datetime.date(2026, 9, 1))
    return enter(walk, hand, employment, Role.MENTEE, consents)


def competence_of(walk, name):
    """The competence of the organization called ``name``."""
    return Competence.objects.get_or_create(
        organization=walk.organization, name=name, defaults={"direction": walk.organization.directions.first()}
    )[0]


def seated(walk, login, desk, *, slug=""):
    """The holder of ``login`` at ``desk``, signed in already."""
    return Visitor(desk, slug or walk.preset, login, PASSWORD).sit_down()


def accept_unseen(pair, *entries):
    """Accept for ``entries`` without a browser."""
    for entry in entries:
        person = entry.employment.person
        accept_mentorship(pair, by=person.user, employment=entry.employment)
