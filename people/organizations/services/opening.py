"""Opening an organization."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.accounts.services import invite
from people.accounts.states import Role
from people.history.services import record
from people.organizations.models import Organization, Placement, RegulationVersion
from people.organizations.regulations import load_preset
from people.organizations.services.heads import enter_head
from people.organizations.signals import organization_opened
from people.staff.models import Employment, Person


@transaction.atomic
def open_organization(*, by, preset, valid_from, adoption=None, **fields):
    """Make an organization that runs by a copy of ``preset`` from ``valid_from``; returns the organization.

    ``adoption`` is how its own regulation came into force: about, order_number, order_on (a date or None).
    Without it the organization is the one the preset was written for.

    It starts with a catalog of competences and templates of programs: the rooms listen to ``organization_opened``.
    """
    organization = Organization.objects.create(**fields)
    RegulationVersion.objects.create(
        organization=organization,
        preset=preset,
        settings=_copy_of(preset, adoption),
        valid_from=valid_from,
    )
    Placement.objects.create(organization=organization, authority=organization.authority, starts_on=valid_from)
    record(organization, gettext_noop("Organization opened"), by=by)
    organization_opened.send(Organization, organization=organization)
    return organization


def _copy_of(preset, adoption):
    """The settings of ``preset`` as stored; nothing in them names the organization they were written for."""
    settings = load_preset(preset).model_dump(mode="json")
    if adoption is None:
        return settings
    settings = _reworded(settings, settings["regulation"]["about"], adoption["about"])
    day = adoption["order_on"] and adoption["order_on"].isoformat()
    settings["regulation"] |= {"order_number": adoption["order_number"], "order_on": day, "in_force_on": day}
    blank = {"number": "", "on": None}
    settings["regulation"]["stamps"] = [stamp | blank for stamp in settings["regulation"]["stamps"]]
    return settings


def _reworded(value, old, new):
    if isinstance(value, dict):
        return {key: _reworded(each, old, new) for key, each in value.items()}
    if isinstance(value, list):
        return [_reworded(each, old, new) for each in value]
    return value.replace(old, new) if isinstance(value, str) else value


@transaction.atomic
def invite_keeper(organization, *, by, role, login, post, basis, starts_on=None, **names):
    """Enter one of those who start an organization's work and make a one-time code that carries the role.

    ``names`` are last_name, first_name, patronymic and gender. The head also becomes the signatory of orders, from
    ``starts_on`` (None: today); until then the present head keeps the duties and the role, whenever the code is used.
    Returns the invitation; raises MoveRefused if the login name is taken, or for a day on which nobody can begin.
    """
    if organization.is_closed:
        raise MoveRefused(_("This organization is closed. Choose an organization that works."))
    person = Person.objects.create(**names)
    employment = Employment.objects.create(organization=organization, person=person, post=post, is_teacher=False)
    if role == Role.DIRECTOR:
        day = starts_on or organization.today()
        enter_head(organization, employment, by=by, starts_on=day, basis=basis, post=post)
    record(employment, gettext_noop("Entered on opening the organization"), by=by)
    return invite(employment, by=by, login=login, role=role, basis=basis)
