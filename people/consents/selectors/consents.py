"""Reads about consents: what is in force, what is missing, what may be shown, which text is in use."""

import datetime

from django.db.models import Exists, OuterRef

from people.accounts.models import User
from people.accounts.states import Role
from people.consents.models import Consent, ConsentText, Disclosure
from people.consents.states import Purpose

# A consent that runs out within these days may be given anew, and its person is reminded.
SOON = datetime.timedelta(days=30)
# The order in which purposes are shown: what everybody needs first.
PURPOSES = (Purpose.PROCESSING, Purpose.MENTOR, Purpose.MENTEE, Purpose.TRANSFER, Purpose.DISCLOSURE)
ROLE_PURPOSES = {Role.MENTOR: Purpose.MENTOR, Role.MENTEE: Purpose.MENTEE}


def consents_of(person, organization, day):
    """The consents of ``person`` in force in ``organization`` on ``day``: {purpose: Consent}."""
    rows = Consent.objects.in_force(day).filter(person=person, organization=organization, given_on__lte=day)
    return {Purpose(row.purpose): row for row in rows}


def purposes_given(people, organization, day):
    """What each of ``people`` (keys) agreed to by consents in force on ``day``: {person pk: set of Purpose}."""
    rows = Consent.objects.in_force(day).filter(person__in=people, organization=organization, given_on__lte=day)
    found = {}
    for person, purpose in rows.values_list("person", "purpose"):
        found.setdefault(person, set()).add(Purpose(purpose))
    return found


def latest_consents(people, organization):
    """The consent of each person and purpose in force, else the newest: {(person pk, purpose): Consent}."""
    rows = Consent.objects.filter(organization=organization, person__in=people).order_by("pk")
    found = {}
    for row in rows:
        key = row.person_id, Purpose(row.purpose)
        if key not in found or not found[key].is_given:
            found[key] = row
    return found


def required_purposes(role, regulation):
    """The consents without which nobody mentors or is mentored: processing always, the others by the rules.

    ``regulation`` are the rules of a day (``regulation_on``): they hold what the law asks of the mentor as well.
    """
    purposes = [Purpose.PROCESSING]
    if role == Role.MENTOR and regulation.consent.mentor_required:
        purposes.append(Purpose.MENTOR)
    if role == Role.MENTEE and regulation.consent.mentee_required:
        purposes.append(Purpose.MENTEE)
    return purposes


def missing_purposes(employment, role, regulation, day):
    """The consents ``employment`` still lacks for ``role`` on ``day``: a list of Purpose."""
    person = employment.person_id
    given = purposes_given([person], employment.organization_id, day).get(person, ())
    return [purpose for purpose in required_purposes(role, regulation) if purpose not in given]


def holds_consent(organization, purpose, day, person="person_id"):
    """A condition for a queryset: the person in the field ``person`` has a consent of ``purpose`` in force."""
    rows = Consent.objects.in_force(day).filter(
        organization=organization, purpose=purpose, given_on__lte=day, person_id=OuterRef(person)
    )
    return Exists(rows)


def holds_disclosure(organization, field, day, person="person_id"):
    """A condition for a queryset: the person in the field ``person`` allows everybody to see ``field``."""
    live = Consent.objects.in_force(day).filter(
        organization=organization, purpose=Purpose.DISCLOSURE, given_on__lte=day, person_id=OuterRef(OuterRef(person))
    )
    return Exists(Disclosure.objects.filter(field=field, consent__in=live))


def disclosed_fields(employment, day):
    """What the person of ``employment`` allows everybody to see on ``day``: a set of Disclosed values."""
    live = Consent.objects.in_force(day).filter(
        organization=employment.organization,
        person=employment.person,
        purpose=Purpose.DISCLOSURE,
        given_on__lte=day,
    )
    return set(Disclosure.objects.filter(consent__in=live).values_list("field", flat=True))


def discloses(employment, field, day):
    """Whether ``field`` (Disclosed) of the person may be shown to everybody on ``day`` (152-FZ art. 10.1).

    Silence is not consent: every public page asks field by field, each time it is shown.
    """
    return field in disclosed_fields(employment, day)


def text_in_use(organization, purpose, day):
    """The ConsentText by which a consent of ``purpose`` is given on ``day``, or None before there is any."""
    return ConsentText.objects.filter(organization=organization, purpose=purpose).begun(day).last()


def is_renewable(consent, day):
    """Whether a consent in force may be given anew on ``day``: a newer text, the term near, other items to show."""
    if consent.purpose == Purpose.DISCLOSURE:
        return True
    if consent.valid_until and consent.valid_until <= day + SOON:
        return True
    text = text_in_use(consent.organization, consent.purpose, day)
    return text is not None and text.number > consent.text.number


def keepers_of(organization):
    """The users who keep the register of ``organization``: its curators."""
    return list(User.objects.holding(Role.CURATOR, organization))


def employment_here(consent):
    """The work of the consent's person in its organization: the present one, else the latest."""
    rows = consent.person.employments.filter(organization=consent.organization).select_related(
        "person", "organization__authority"
    )
    present = rows.active_on(consent.organization.today()).order_by("-is_primary", "pk").first()
    return present or rows.order_by("-ends_on", "-pk").first()
