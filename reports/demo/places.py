"""Authorities, organizations, their staff and accounts."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from people.accounts.models import Membership
from people.accounts.services import grant_role
from people.accounts.states import GIVEN_ROLES, Role
from people.organizations.models import Authority, Head, Organization
from people.organizations.services import open_organization
from people.staff.services.cards import create_employment
from reports.demo.clock import as_of
from reports.demo.days import Days
from reports.demo.script import OrganizationPart, Story, installation, staff_of, story_of, wording


@dataclass
class Scene:
    """One organization while its story is played: who is who, and what there is so far."""

    part: OrganizationPart
    story: Story
    days: Days
    organization: Organization
    can_sign: bool
    workers: dict = field(default_factory=dict)
    users: dict = field(default_factory=dict)
    mentors: dict = field(default_factory=dict)
    mentees: dict = field(default_factory=dict)
    # The pairs of this period and of the next: (part, Mentorship).
    made: list = field(default_factory=list)

    @property
    def curator(self):
        return self.users["curator"]

    @property
    def director(self):
        return self.users["director"]


def make_authorities(accounts, days):
    """The tree of authorities with its observers: {code: Authority}."""
    script, made = installation(), {}
    for part in script.authorities:
        made[part.code] = Authority.objects.create(kind=part.kind, name=part.name, parent=made.get(part.below))
    for part in script.observers:
        user = accounts.make(part.login, display_name=part.name)
        Membership.objects.create(
            user=user, authority=made[part.authority], role=Role.OBSERVER, starts_on=days.opened_on
        )
    return made


def open_scene(part, *, days, admin, accounts, authorities, can_sign):
    """Open one organization with its regulation and everybody of the staff."""
    with as_of(days.opened_on):
        organization = open_organization(
            by=admin,
            preset=part.slug,
            valid_from=part.regulation_from,
            authority=authorities.get(part.authority),
            is_demo=True,
            **part.columns(),
        )
    scene = Scene(part, story_of(part.slug), days, organization, can_sign)
    _take_on_staff(scene, admin, accounts)
    return scene


def _take_on_staff(scene, admin, accounts):
    """Everybody who was there at the opening, the head and the curator first; then the newcomers on their day."""
    workers = staff_of(scene.part.slug)
    days = scene.days
    with as_of(days.opened_on):
        for worker in workers:
            if worker.years_here != "new":
                _hire(scene, worker, accounts, by=scene.users.get("curator", admin))
        _give_roles(scene, admin)
    with as_of(days.newcomers_on):
        for worker in workers:
            if worker.years_here == "new":
                _hire(scene, worker, accounts, by=scene.curator)


def _hire(scene, worker, accounts, *, by):
    number = len(scene.workers) + 1
    login = f"{worker.key}@{scene.part.slug}.example" if worker.key else ""
    employment = create_employment(
        scene.organization,
        by=by,
        **worker.model_dump(
            include={
                "last_name",
                "first_name",
                "patronymic",
                "gender",
                "post",
                "subject",
                "category",
                "education",
                "workplace",
            }
        ),
        is_teacher=worker.is_teacher,
        number=f"{number:03}",
        email=login,
        **_days_of(worker, scene.days),
    )
    key = worker.key or f"no account {number}"
    scene.workers[key] = employment
    if worker.key:
        scene.users[key] = accounts.make(login, person=employment.person)


def _days_of(worker, days):
    """Birth, hiring and the start of the experience, counted from the present school year."""
    month, day = map(int, worker.birthday.split("-"))
    hired = days.newcomers_on if worker.years_here == "new" else date(days.year - worker.years_here, 8, 15)
    return {
        "birth_date": date(days.year - worker.age, month, day),
        "starts_on": hired,
        "experience_since": _experience_since(worker, days, hired),
    }


def _experience_since(worker, days, hired):
    if not worker.is_teacher and not worker.experience:
        return None
    return min(hired, date(days.year - worker.experience, 9, 1)) if worker.experience else hired


def _give_roles(scene, admin):
    day = scene.days.opened_on
    for role in GIVEN_ROLES:
        if role in scene.users:
            grant_role(
                scene.users[role], scene.organization, role, by=admin, starts_on=day, basis=wording().appointment
            )
    Head.objects.create(
        organization=scene.organization,
        employment=scene.workers["director"],
        post=scene.story.director_post,
        starts_on=day - timedelta(days=365 * 5),
    )
