"""Reads about consents: what is in force, what is missing, who stands where in the register."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from people.accounts.models import User
from people.accounts.states import Role
from people.consents.models import Consent
from people.consents.states import ConsentState, Purpose
from people.staff.models import Employment

# The states of a bank entry that ask for no consent; the banks stand above this room and keep the whole table.
NOT_IN_BANK = ("draft", "archived")
# The order in which purposes are shown: what everybody needs first.
PURPOSES = (Purpose.PROCESSING, Purpose.MENTOR, Purpose.MENTEE, Purpose.TRANSFER, Purpose.DISCLOSURE)
ROLE_PURPOSES = {Role.MENTOR: Purpose.MENTOR, Role.MENTEE: Purpose.MENTEE}


def consents_of(person, organization, day):
    """The consents of ``person`` in force in ``organization`` on ``day``: {purpose: Consent}."""
    rows = Consent.objects.in_force(day).filter(person=person, organization=organization, given_on__lte=day)
    return {Purpose(row.purpose): row for row in rows}


def latest_consents(people, organization):
    """The newest consent of each person and purpose, whatever its state: {(person pk, purpose): Consent}."""
    rows = Consent.objects.filter(organization=organization, person__in=people).order_by("pk")
    return {(row.person_id, Purpose(row.purpose)): row for row in rows}


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
    given = consents_of(employment.person, employment.organization, day)
    return [purpose for purpose in required_purposes(role, regulation) if purpose not in given]


def holds_consent(organization, purpose, day, person="person_id"):
    """A condition for a queryset: the person in the field ``person`` has a consent of ``purpose`` in force."""
    rows = Consent.objects.in_force(day).filter(
        organization=organization, purpose=purpose, given_on__lte=day, person_id=OuterRef(person)
    )
    return Exists(rows)


def keepers_of(organization):
    """The users who keep the register of ``organization``: its curators."""
    memberships = organization.memberships.active_on(organization.today()).filter(role=Role.CURATOR)
    return list(User.objects.filter(memberships__in=memberships, is_active=True).distinct())


def employment_here(consent):
    """The work of the consent's person in its organization: the present one, else the latest."""
    rows = consent.person.employments.filter(organization=consent.organization).select_related(
        "person", "organization__authority"
    )
    present = rows.active_on(consent.organization.today()).order_by("-is_primary", "pk").first()
    return present or rows.order_by("-ends_on", "-pk").first()


def _in_bank(entry):
    return Q(**{f"{entry}__isnull": False}) & ~Q(**{f"{entry}__state__in": NOT_IN_BANK})


def needs(purpose, regulation, day):
    """A condition on employments: the consent of ``purpose`` is required of them."""
    by_role = {Role.MENTOR: _in_bank("mentor_entry"), Role.MENTEE: _in_bank("mentee_entry")}
    condition = Q(pk__in=[])
    for role, in_bank in by_role.items():
        if purpose in required_purposes(role, regulation):
            condition |= in_bank
    return condition


def register_of(organization, regulation, day):
    """The people of the register: those in a bank, and those who were ever asked, with what each still lacks.

    Every row has ``lacks_<purpose>`` for the purposes that can be required.
    """
    asked = Consent.objects.filter(organization=organization, person_id=OuterRef("person_id"))
    rows = Employment.objects.filter(organization=organization, is_primary=True).filter(
        Exists(asked) | (_in_bank("mentor_entry") | _in_bank("mentee_entry"))
    )
    present = Q(pk__in=Employment.objects.active_on(day).filter(organization=organization).values("pk"))
    for purpose in (Purpose.PROCESSING, Purpose.MENTOR, Purpose.MENTEE):
        lacking = present & needs(purpose, regulation, day) & ~Q(holds_consent(organization, purpose, day))
        rows = rows.annotate(**{f"lacks_{purpose}": lacking})
    return rows.select_related("person")


@dataclass(frozen=True)
class Standing:
    """One person's place in the register for one purpose."""

    purpose: Purpose
    consent: Consent | None
    is_missing: bool

    @property
    def can_be_asked(self):
        """Whether asking (again) makes sense: nothing is in force and nothing waits for an answer."""
        return self.consent is None or self.consent.state not in (ConsentState.REQUESTED, ConsentState.GIVEN)


def standings(employments, organization):
    """For each row of the register its five places: [(employment, [Standing, …])], one query."""
    latest = latest_consents([row.person_id for row in employments], organization)
    return [
        (
            row,
            [
                Standing(purpose, latest.get((row.person_id, purpose)), getattr(row, f"lacks_{purpose}", False))
                for purpose in PURPOSES
            ],
        )
        for row in employments
    ]
