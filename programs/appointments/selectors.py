"""Reads about duties: who is the curator, who sits in the council, by which order."""

from mentoring.lib.dates import date_numeric
from people.accounts.models import User
from people.accounts.states import Role
from people.organizations.regulations import RegulationSettings
from people.organizations.selectors import regulation_on
from programs.appointments.models import Appointment
from programs.appointments.states import Duty

# The roles that follow from a duty; another duty («coordinator») gives none.
ROLES = {Duty.CURATOR: Role.CURATOR, Duty.COUNCIL: Role.COUNCIL}


def duties_of(organization):
    """Every duty given by a signed order, with its person and order: one query."""
    rows = Appointment.objects.given().filter(order__organization=organization)
    return rows.select_related("order", "ended_by", "employment__person")


def _at_work(organization, duty, day):
    """Those whose duty is in force and who still work here: leaving ends the work before any order does."""
    return duties_of(organization).active_on(day).filter(duty=duty).exclude(employment__ends_on__lt=day)


def curators_on(organization, day):
    """The curators of ``organization`` on ``day``, by signed orders."""
    return _at_work(organization, Duty.CURATOR, day)


def council_on(organization, day):
    """The members of the council on ``day``, the chair first as the order has them."""
    return _at_work(organization, Duty.COUNCIL, day).order_by("position", "pk")


def to_be_ended(organization, duties, day):
    """Duties of these sorts in force on ``day`` or later: what a new order may end."""
    rows = duties_of(organization).filter(duty__in=duties, ended_by=None).exclude(ends_on__lt=day)
    return rows.order_by("duty", "position", "pk")


def rules_of(order):
    """The settings an order with duties follows: those it puts into force itself, else those in force."""
    if order.regulation_id:
        return RegulationSettings.model_validate(order.regulation.settings)
    return regulation_on(order.organization, order.signed_on or order.organization.today())


def basis_of(order):
    """How a role names the order it follows from: «приказ от 01.09.2026 № 41-од»."""
    return f"приказ от {date_numeric(order.signed_on)} № {order.number_text}"


def scope_labels(settings):
    """The words for each scope of the regulation, by its code."""
    return {scope.code: scope.label for scope in settings.curator.scopes}


def curators_without_order(organization, day):
    """Those who hold the role of the curator on ``day`` though no signed order names them."""
    held = organization.memberships.active_on(day).filter(role=Role.CURATOR)
    named = curators_on(organization, day).values("employment__person")
    return User.objects.filter(memberships__in=held).exclude(person__in=named).distinct().select_related("person")
