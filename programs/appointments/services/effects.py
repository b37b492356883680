"""What a signed order does: duties begin and end, and the roles with them."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from people.accounts.models import Membership, User
from people.history.services import record
from programs.appointments.models import Appointment
from programs.appointments.selectors import ROLES, basis_of
from programs.appointments.services.guards import begins_on, check_appointments

ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def enact_appointments(order, *, by):
    """Begin and end the duties of a registered order, and the roles of the curator and the council with them.

    Raises MoveRefused, with nothing written, if a duty is not possible any more. Whoever has no account gets the
    role when it is made.
    """
    # Held, so that two orders cannot end or double one duty at once.
    list(Appointment.objects.select_for_update().filter(order__organization=order.organization))
    check_appointments(order)
    rows = list(order.appointments.select_related("employment__person__user", "order"))
    for release in order.releases.select_related("appointment__employment__person", "appointment__order"):
        _end(release.appointment, order, last_day_of(order, rows, release.appointment), by)
    for row in rows:
        record(row.employment, gettext_noop("Appointed by an order"), by=by, reason=f"{row.title}, {basis_of(order)}")
        _give_role(row, by)


def last_day_of(order, rows, appointment):
    """The last day of a duty that ``order`` ends: the eve of what replaces it, or of the day of release."""
    return begins_on(order, rows, appointment.duty) - ONE_DAY


@transaction.atomic
def give_roles_of(user, organization):
    """Give ``user`` the roles of the duties that signed orders of ``organization`` gave to that person."""
    today = organization.today()
    duties = Appointment.objects.given().filter(
        order__organization=organization, employment__person=user.person_id, duty__in=ROLES
    )
    for row in duties.exclude(ends_on__lt=today).select_related("order__signer", "order__entered_by", "employment"):
        _give_role(row, row.order.answering)


@transaction.atomic
def end_duties_of(order, canceller, *, by):
    """End on the day of ``canceller`` every duty ``order`` gave that is not over, and the roles with them.

    A duty that had not begun is never held (``AppointmentQuerySet.given``). Returns the appointments.
    """
    day = canceller.signed_on
    rows = order.appointments.select_for_update(of=("self",)).filter(ended_by=None).exclude(ends_on__lt=day)
    rows = list(rows.select_related("employment__person__user", "order"))
    for row in rows:
        row.ends_on, row.ended_by = max(day, row.starts_on), canceller
        row.save(update_fields=["ends_on", "ended_by"])
        reason = f"{row.title}, {basis_of(canceller)}"
        record(row.employment, gettext_noop("The order on a duty was cancelled"), by=by, reason=reason)
        for membership in _memberships_of(row):
            _end_membership(membership, day, by)
    return rows


def _end(appointment, order, last, by):
    appointment.ends_on, appointment.ended_by = last, order
    appointment.save(update_fields=["ends_on", "ended_by"])
    reason = f"{appointment.title}, {basis_of(order)}"
    record(appointment.employment, gettext_noop("Released from a duty by an order"), by=by, reason=reason)
    for membership in _memberships_of(appointment):
        _end_membership(membership, last, by)


def _memberships_of(appointment):
    """The role that follows from the duty; none where the duty gives no role or the person has no account."""
    return Membership.objects.select_for_update().filter(
        user__person=appointment.employment.person_id,
        organization=appointment.order.organization_id,
        role=ROLES.get(appointment.duty, ""),
        basis=basis_of(appointment.order),
        scope=appointment.scope,
    )


def _end_membership(membership, last, by):
    if membership.starts_on > last:
        membership.delete()
    else:
        membership.ends_on = last if membership.ends_on is None else min(last, membership.ends_on)
        membership.save(update_fields=["ends_on"])
    record(membership.user, gettext_noop("Role ended"), by=by, reason=membership.get_role_display())


def _give_role(appointment, by):
    user = User.objects.filter(person=appointment.employment.person_id).first()
    role = ROLES.get(appointment.duty)
    if user is None or role is None or _memberships_of(appointment).exists():
        return
    order = appointment.order
    start = max(appointment.starts_on, order.signed_on)
    _end_given_otherwise(user, order.organization, role, start, by)
    membership = Membership.objects.create(
        user=user,
        organization=order.organization,
        role=role,
        starts_on=start,
        ends_on=appointment.ends_on,
        basis=basis_of(order),
        scope=appointment.scope,
    )
    record(user, gettext_noop("Role given"), by=by, reason=membership.get_role_display())


def _end_given_otherwise(user, organization, role, start, by):
    """End the role as it was given before the order, by an invitation; other orders and substitutes keep theirs."""
    given = Appointment.objects.given().filter(order__organization=organization, employment__person=user.person_id)
    by_order = {basis_of(row.order) for row in given.select_related("order")}
    rows = Membership.objects.filter(user=user, organization=organization, role=role, stands_in_for=None)
    for membership in rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=start)).exclude(basis__in=by_order):
        _end_membership(membership, start - ONE_DAY, by)
