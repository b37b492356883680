"""An organization with as many invented people as are asked for, all in the bank of mentors."""

import datetime
import random

from people.accounts.states import Role
from people.banks.services import seed_catalog
from people.banks.states import EntryState
from people.consents.states import ConsentState, Method, Purpose
from people.models import (
    Competence,
    Consent,
    ConsentText,
    Difficulty,
    Employment,
    Membership,
    MenteeEntry,
    MentorCompetence,
    MentorEntry,
    Organization,
    Person,
    RegulationVersion,
    User,
)
from people.organizations.regulations import load_preset

START = datetime.date(2025, 9, 1)
LAST = ("Иванова", "Ёлкина", "Семёнова", "Петрова", "Черных", "Заречная", "Белова", "Ковальчук", "Дюма", "Шевченко")
POSTS = ("учитель физики", "учитель начальных классов", "воспитатель", "педагог дополнительного образования", "учитель")
STATES = (EntryState.ACTIVE, EntryState.ACTIVE, EntryState.PAIRED, EntryState.PAUSED, EntryState.CANDIDATE)
SUBJECTS = ("физика", "математика", "русский язык", "история", "химия", "начальные классы", "информатика", "музыка")
TIMES = ("Понедельник, среда после 15:00", "Вторник", "Суббота утром", "Пятница днём", "")
WISHES = ("Работа с родителями и дисциплина на уроке", "Проекты, олимпиады, исследования", "")
BATCH = 2_000


def fill(size):
    """Write everything and return the curator's account."""
    chance = random.Random(17)
    organization = Organization.objects.create(
        slug="benchmark", full_name="Школа измерений", short_name="Школа", kind="school", place="г. Волгоград"
    )
    settings = load_preset("school-3").model_dump(mode="json")
    RegulationVersion.objects.create(organization=organization, preset="school-3", settings=settings, valid_from=START)
    seed_catalog(organization)
    people = _many(Person, (_person(number) for number in range(size)))
    entries = _mentors(organization, people)
    competences = list(Competence.objects.filter(organization=organization))
    _many(
        MentorCompetence,
        (
            MentorCompetence(entry=entry, competence=competence, level=1 + entry.pk % 5)
            for entry in entries
            for competence in chance.sample(competences, 2)
        ),
    )
    _consents(organization, people)
    user = User.objects.create_user("curator@benchmark.example", "benchmark-1", person=people[0])
    Membership.objects.create(user=user, organization=organization, role=Role.CURATOR, starts_on=START)
    return user


def fill_both(mentees, mentors):
    """Write ``mentors`` who can all be chosen and ``mentees`` without a mentor; return the organization."""
    organization = fill(mentors).memberships.get().organization
    _free_mentors(organization)
    people = _many(Person, (_person(number) for number in range(mentors, mentors + mentees)))
    # One mentor in twenty lacks a consent; so does one mentee.
    _consents(organization, people, (Purpose.PROCESSING, Purpose.MENTEE))
    _difficulties(organization, _mentees(organization, people))
    return organization


def _free_mentors(organization):
    """Everybody in the bank can be chosen, each with a subject, a building, years of work, hours and wishes."""
    works = list(Employment.objects.filter(organization=organization).order_by("pk"))
    for place, work in enumerate(works):
        work.subject, work.workplace = SUBJECTS[place % len(SUBJECTS)], f"Корпус {place % 4}"
        work.experience_since = START - datetime.timedelta(days=365 * (place % 30))
    Employment.objects.bulk_update(works, ["subject", "workplace", "experience_since"], batch_size=BATCH)
    entries = list(MentorEntry.objects.filter(employment__organization=organization).order_by("pk"))
    for place, entry in enumerate(entries):
        entry.state, entry.time_resource, entry.wishes = EntryState.ACTIVE, TIMES[place % len(TIMES)], WISHES[place % 3]
    MentorEntry.objects.bulk_update(entries, ["state", "time_resource", "wishes"], batch_size=BATCH)


def _mentors(organization, people):
    """Put ``people`` to work and into the bank of mentors."""
    works = (
        Employment(organization=organization, person=person, post=POSTS[place % 5], starts_on=START)
        for place, person in enumerate(people)
    )
    entries = (
        MentorEntry(
            employment=work,
            state=STATES[place % 5],
            entered_on=START,
            refreshed_on=START + datetime.timedelta(days=place % 400),
            capacity=1 + place % 3,
        )
        for place, work in enumerate(_many(Employment, works))
    )
    return _many(MentorEntry, entries)


def _mentees(organization, people):
    """Put ``people`` to work and into the bank of mentees."""
    works = (
        Employment(
            organization=organization,
            person=person,
            post=POSTS[place % 5],
            subject=SUBJECTS[place % 7],
            workplace=f"Корпус {place % 4}",
            starts_on=START,
        )
        for place, person in enumerate(people)
    )
    entries = (
        MenteeEntry(
            employment=work,
            state=EntryState.ACTIVE,
            entered_on=START,
            refreshed_on=START,
            request=WISHES[place % 3],
            time_resource=TIMES[place % 4],
        )
        for place, work in enumerate(_many(Employment, works))
    )
    return _many(MenteeEntry, entries)


def _difficulties(organization, entries):
    """Three competences each wants to grow in."""
    chance = random.Random(29)
    competences = list(Competence.objects.filter(organization=organization))
    wanted = (
        Difficulty(entry=entry, competence=competence, level_before=1 + chance.randrange(3))
        for entry in entries
        for competence in chance.sample(competences, 3)
    )
    _many(Difficulty, wanted)


def _person(number):
    person = Person(last_name=LAST[number % 10], first_name=str(number), patronymic="Петровна", gender="female")
    person.search_key = f"{person.last_name} {number} петровна".lower().replace("ё", "е")
    return person


def _consents(organization, people, purposes=(Purpose.PROCESSING, Purpose.MENTOR)):
    for purpose in purposes:
        values = {"title": purpose, "body": "…"}
        text, _made = ConsentText.objects.get_or_create(
            organization=organization, purpose=purpose, number=1, defaults=values
        )
        _many(
            Consent,
            (
                Consent(
                    organization=organization,
                    person=person,
                    text=text,
                    purpose=purpose,
                    state=ConsentState.GIVEN,
                    method=Method.ELECTRONIC,
                    wording="Согласна.",
                    requested_on=START,
                    given_on=START,
                )
                for place, person in enumerate(people)
                if place % 20
            ),
        )


def _many(model, rows):
    return model.objects.bulk_create(rows, batch_size=BATCH)
