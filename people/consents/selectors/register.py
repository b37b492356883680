"""Who stands where in the register, and who still has to give which consent."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from people.accounts.states import Role
from people.consents.models import Consent
from people.consents.selectors.consents import PURPOSES, holds_consent, latest_consents, required_purposes
from people.consents.states import ConsentState, Purpose
from people.staff.models import Employment

# The states of a bank entry that ask for no consent; the banks stand above this room and keep the whole table.
NOT_IN_BANK = ("draft", "archived")
# What can be required of somebody; the other purposes are free.
REQUIRABLE = (Purpose.PROCESSING, Purpose.MENTOR, Purpose.MENTEE)
ENTRIES = {Role.MENTOR: "mentor_entry", Role.MENTEE: "mentee_entry"}
REASONS = {Role.MENTOR: _("stands in the bank of mentors"), Role.MENTEE: _("stands in the bank of mentees")}


def _in_bank(entry):
    return Q(**{f"{entry}__isnull": False}) & ~Q(**{f"{entry}__state__in": NOT_IN_BANK})


def needs(purpose, regulation, day):
    """A condition on employments: the consent of ``purpose`` is required of them."""
    condition = Q(pk__in=[])
    for role, entry in ENTRIES.items():
        if purpose in required_purposes(role, regulation):
            condition |= _in_bank(entry)
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
    for purpose in REQUIRABLE:
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


def lacking_of(organization, regulation, day):
    """The employments that still have to give a required consent, those of ``register_of`` with something lacking."""
    lacks = Q()
    for purpose in REQUIRABLE:
        lacks |= Q(**{f"lacks_{purpose}": True})
    rows = register_of(organization, regulation, day).filter(lacks)
    return rows.select_related("organization", "person__user", *ENTRIES.values())


@dataclass(frozen=True)
class Lack:
    """One consent that is still to be given: what became of asking, and why it is needed."""

    purpose: Purpose
    consent: Consent | None
    reasons: tuple


@dataclass(frozen=True)
class Lacking:
    """Somebody who still has to give consents."""

    employment: Employment
    lacks: tuple
    has_account: bool


def lacks_of(employments, organization, regulation):
    """For each row of ``lacking_of`` what is lacking and why: [Lacking, …], one query."""
    latest = latest_consents([row.person_id for row in employments], organization)
    required = {role: required_purposes(role, regulation) for role in ENTRIES}
    return [
        Lacking(
            row,
            tuple(
                Lack(purpose, latest.get((row.person_id, purpose)), _reasons(row, purpose, required))
                for purpose in REQUIRABLE
                if getattr(row, f"lacks_{purpose}")
            ),
            hasattr(row.person, "user"),
        )
        for row in employments
    ]


def _reasons(employment, purpose, required):
    """Why the consent is needed: the roles in the banks that ask for it."""
    entries = {role: getattr(employment, name, None) for role, name in ENTRIES.items()}
    return tuple(
        REASONS[role]
        for role, entry in entries.items()
        if entry is not None and entry.state not in NOT_IN_BANK and purpose in required[role]
    )
