"""Opening an organization."""

from django.db import transaction
from django.utils.translation import gettext_noop

from people.accounts.services import invite
from people.accounts.states import Role
from people.history.services import record
from people.organizations.models import Head, Organization, RegulationVersion
from people.organizations.regulations import load_preset
from people.organizations.signals import organization_opened
from people.staff.models import Employment, Person


@transaction.atomic
def open_organization(*, by, preset, valid_from, **fields):
    """Make an organization that runs by a copy of ``preset`` from ``valid_from``; returns the organization.

    It starts with everything it works by: the catalog of competences, the texts of consents, the templates of
    programs.
    """
    organization = Organization.objects.create(**fields)
    RegulationVersion.objects.create(
        organization=organization,
        preset=preset,
        settings=load_preset(preset).model_dump(mode="json"),
        valid_from=valid_from,
    )
    record(organization, gettext_noop("Organization opened"), by=by)
    organization_opened.send(Organization, organization=organization)
    return organization


@transaction.atomic
def invite_keeper(organization, *, by, role, login, post, basis, **names):
    """Enter one of those who start an organization's work and make a one-time code that carries the role.

    ``names`` are last_name, first_name, patronymic and gender. The head also becomes the signatory of orders.
    Returns the invitation; raises MoveRefused if the login name is taken.
    """
    day = organization.today()
    person = Person.objects.create(**names)
    employment = Employment.objects.create(organization=organization, person=person, post=post, is_teacher=False)
    if role == Role.DIRECTOR:
        Head.objects.filter(organization=organization, ends_on=None).update(ends_on=day)
        Head.objects.create(organization=organization, employment=employment, post=post, starts_on=day)
    record(employment, gettext_noop("Entered on opening the organization"), by=by)
    return invite(employment, by=by, login=login, role=role, basis=basis)
