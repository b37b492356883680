"""A named cast: who is the curator of school-3, who is the outsider of lastochka, who observes Ufa.

``build_world()`` makes two organizations with one person for every role and one of each thing the year brings,
plus the observer and the installation administrator. Things of the second organization carry the word CANARY.
"""

import datetime
import hashlib
import uuid
from contextlib import contextmanager
from functools import cache
from types import SimpleNamespace
from unittest.mock import patch

from django.conf import settings
from django.db import transaction
from django.template import Template
from django.test import override_settings
from django.test.signals import template_rendered
from django.utils.safestring import SafeString

from mentoring.lib.pdf import render_pdf
from people.accounts.states import Role
from people.banks.states import EntryState
from people.consents.states import ConsentState, Method, Purpose
from people.models import (
    Authority,
    Competence,
    Consent,
    ConsentText,
    Direction,
    Employment,
    Head,
    Membership,
    MenteeEntry,
    MentorEntry,
    Organization,
    Person,
    RegulationVersion,
    User,
)
from people.organizations.regulations import load_preset
from programs.mentorships.states import MentorshipState, Structure
from programs.models import Member, Mentorship, Program
from programs.plans.states import ProgramState
from reports.documents.papers import rendering

PASSWORD = "nastavnik-test-1"
DAY = datetime.date(2026, 10, 15)
START = datetime.date(2026, 9, 1)
END = datetime.date(2027, 5, 31)
MOMENT = datetime.datetime(2026, 9, 1, 9, tzinfo=datetime.UTC)

# role → (last, first, patronymic, gender, post)
CAST = {
    Role.DIRECTOR: ("Заречная", "Ирина", "Львовна", "female", "директор"),
    Role.CURATOR: ("Соколова", "Марина", "Дмитриевна", "female", "заместитель директора по УВР"),
    Role.COUNCIL: ("Дюма", "Сергей", "Андреевич", "male", "учитель истории"),
    Role.PSYCHOLOGIST: ("Сафиуллина", "Нурия", "Маратовна", "female", "педагог-психолог"),
    Role.MENTOR: ("Ковальчук", "Мария", "Петровна", "female", "учитель математики"),
    Role.MENTEE: ("Черных", "Лев", "Львович", "male", "учитель физики"),
    Role.STAFF: ("Шевченко", "Олег", "Игоревич", "male", "учитель химии"),
    Role.SYSADMIN: ("Юлдашбай", "Нияз", "Ахметович", "male", "инженер"),
}
GIVEN = (Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.SYSADMIN)
CANARY = "Канарейкин"
# As much of a Word file as a look at its first bytes sees.
BLANK_WORD = b"PK\x03\x04"


@contextmanager
def lasting(django_db_blocker):
    """What is made inside stands for all tests of a module and is gone after the last one.

    Its files too, in a module that keeps those of its tests together with them (``_files_apart``).
    """
    files = override_settings(MEDIA_ROOT=settings.TEST_FOLDER / "files" / uuid.uuid4().hex)
    with files, django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@cache
def _blank_pdf():
    """One page with nothing on it: whoever joins or counts pages finds one."""
    return render_pdf("<p></p>", title="")


def _blank(renderer, paper):
    """Papers that say the same have the same bytes, others have others."""
    content = _blank_pdf() if renderer is render_pdf else BLANK_WORD
    return content + b"%" + hashlib.sha256(repr(paper).encode()).hexdigest().encode() + b"\n"


@contextmanager
def unprinted():
    """Papers are put together and not laid out: so it is for every test that is not marked as ``printed``."""
    with patch.object(rendering, "_made", _blank):
        yield


def _made_of(template, context):
    template_rendered.send(sender=template, template=template, context=context)
    return SafeString("")


@contextmanager
def undrawn():
    """Pages are put together and not drawn: for a test that asks what a page is made of and reads no word of it."""
    with patch.object(Template, "_render", _made_of):
        yield


def make_organization(slug, *, preset, authority=None, **fields):
    """An organization that runs by ``preset`` since the start of the school year."""
    values = {
        "full_name": f"Организация {slug}",
        "short_name": slug,
        "kind": "school",
        "place": "г. Волгоград",
    }
    organization = Organization.objects.create(slug=slug, authority=authority, **(values | fields))
    RegulationVersion.objects.create(
        organization=organization,
        preset=preset,
        settings=load_preset(preset).model_dump(mode="json"),
        valid_from=datetime.date(2025, 9, 1),
    )
    return organization


def make_employment(organization, last, first="Анна", patronymic="Петровна", gender="female", post="учитель", **fields):
    """Somebody of the staff, hired before the year began."""
    person = Person.objects.create(last_name=last, first_name=first, patronymic=patronymic, gender=gender)
    values = {"starts_on": datetime.date(2020, 9, 1), "experience_since": datetime.date(2015, 9, 1)}
    return Employment.objects.create(organization=organization, person=person, post=post, **(values | fields))


def make_user(login, *, employment=None, **fields):
    """An account with the known password."""
    return User.objects.create_user(login, PASSWORD, person=employment.person if employment else None, **fields)


def make_mentor_entry(employment, *, state=EntryState.ACTIVE, **fields):
    values = {"entered_on": START, "refreshed_on": START, "capacity": 3}
    return MentorEntry.objects.create(employment=employment, state=state, **(values | fields))


def make_mentee_entry(employment, *, state=EntryState.ACTIVE, **fields):
    values = {"entered_on": START, "refreshed_on": START}
    return MenteeEntry.objects.create(employment=employment, state=state, **(values | fields))


def make_mentorship(mentor_entry, *mentee_entries, state=MentorshipState.ACTIVE, **fields):
    """A pair, or a group where there are several mentees."""
    organization = mentor_entry.employment.organization
    regulation = load_preset("school-3")
    values = {
        "structure": Structure.GROUP if len(mentee_entries) > 1 else Structure.PAIR,
        "form": regulation.forms.items[0].code,
        "kinds": [regulation.kinds.items[0].code],
        "starts_on": START,
        "ends_on": END,
    }
    mentorship = Mentorship.objects.create(
        organization=organization, mentor_entry=mentor_entry, state=state, **(values | fields)
    )
    for entry in mentee_entries:
        Member.objects.create(
            mentorship=mentorship,
            mentee_entry=entry,
            mentor_person=mentor_entry.employment.person,
            mentee_person=entry.employment.person,
            joined_on=mentorship.starts_on,
            is_active=state == MentorshipState.ACTIVE,
        )
    return mentorship


def give_consents(employment, *purposes):
    """Consents given in the system."""
    organization = employment.organization
    rows = ConsentText.objects.filter(organization=organization, number=1, purpose__in=purposes)
    texts = dict(rows.values_list("purpose", "pk"))
    for purpose in purposes:
        if purpose not in texts:
            text = ConsentText.objects.create(
                organization=organization, purpose=purpose, number=1, title=purpose, body="…"
            )
            texts[purpose] = text.pk
    return Consent.objects.bulk_create(
        Consent(
            organization=organization,
            person=employment.person,
            text_id=texts[purpose],
            purpose=purpose,
            state=ConsentState.GIVEN,
            method=Method.ELECTRONIC,
            wording="Согласен.",
            requested_on=START,
            given_on=START,
        )
        for purpose in purposes
    )


def give_consent(employment, purpose=Purpose.PROCESSING):
    """One of them."""
    (consent,) = give_consents(employment, purpose)
    return consent


def make_program(mentorship, *, state=ProgramState.RUNNING, **fields):
    """A program approved at the start of the year."""
    values = {"title": "Первый год в школе", "starts_on": START, "ends_on": END, "goal": "Освоить профессию"}
    if state not in (ProgramState.DRAFT, ProgramState.AGREED):
        values |= {"approved_on": START}
    return Program.objects.create(mentorship=mentorship, state=state, **(values | fields))


def _people_of(organization, canary):
    people = {}
    for role, (last, first, patronymic, gender, post) in CAST.items():
        employment = make_employment(organization, canary or last, first, patronymic, gender, post)
        user = make_user(f"{role}@{organization.slug}.example", employment=employment)
        if role in GIVEN:
            Membership.objects.create(user=user, organization=organization, role=role, starts_on=START)
        people[role] = SimpleNamespace(user=user, employment=employment, person=employment.person)
    Head.objects.create(
        organization=organization,
        employment=people[Role.DIRECTOR].employment,
        post="Директор",
        starts_on=START,
    )
    return people


def populate(organization, canary=""):
    """The cast of one organization and one of each thing; ``canary`` marks every free text."""
    place = SimpleNamespace(organization=organization, people=_people_of(organization, canary))
    for role, person in place.people.items():
        setattr(place, role.value, person)
    place.direction = Direction.objects.create(organization=organization, name=f"методическое {canary}".strip())
    place.competence = Competence.objects.create(
        organization=organization, direction=place.direction, name=f"Методика урока {canary}".strip()
    )
    place.mentor_entry = make_mentor_entry(place.mentor.employment, state=EntryState.PAIRED, achievements=canary)
    place.mentee_entry = make_mentee_entry(place.mentee.employment, state=EntryState.PAIRED, request=canary)
    *_, place.mentor_consent = give_consents(place.mentor.employment, Purpose.PROCESSING, Purpose.MENTOR)
    *_, place.mentee_consent = give_consents(place.mentee.employment, Purpose.PROCESSING, Purpose.MENTEE)
    place.mentorship = make_mentorship(place.mentor_entry, place.mentee_entry, focus=canary)
    place.program = make_program(place.mentorship, title=f"Первый год в школе {canary}".strip())
    return place


def build_school(preset="school-3", **fields):
    """A world of one organization."""
    return SimpleNamespace(home=populate(make_organization(preset, preset=preset, **fields)))


def build_schools(presets):
    """The organizations of these regulations, each with its cast, by the code of the regulation."""
    return {preset: populate(make_organization(preset, preset=preset)) for preset in presets}


def build_world():
    """Two organizations, the observer of Ufa above the second, the administrator of the installation."""
    region = Authority.objects.create(kind="region", name="Республика")
    city = Authority.objects.create(kind="municipality", name="Город", parent=region)
    world = SimpleNamespace(region=region, city=city)
    world.home = populate(make_organization("school-3", preset="school-3"))
    world.other = populate(
        make_organization("lyceum-136", preset="lyceum-136", authority=city, full_name=CANARY), CANARY
    )
    world.observer = make_user("observer@ufa.example", display_name="Наблюдатель")
    Membership.objects.create(user=world.observer, authority=city, role=Role.OBSERVER, starts_on=START)
    world.admin = make_user("admin@demo.example", is_installation_admin=True, display_name="Администратор")
    return world


def world_with(day=None, build_world=build_world, **makers):
    """What builds, on ``day``, the world where more stands in its first organization: each name by its maker."""

    def build():
        with override_settings(MENTORING_TODAY=day):
            world = build_world()
            for name, make in makers.items():
                setattr(world.home, name, make(world.home))
        return world

    return build
