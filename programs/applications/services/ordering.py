"""The order that carries a granted application out: taken in, left, done."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.history.services import move
from programs.applications.services import guards, tidings
from programs.applications.services.filing import drop_successor
from programs.applications.states import ApplicationKind, ApplicationState
from programs.mentorships.states import RUNNING
from programs.plans.services import correct_program, extend_program, shorten_program


@transaction.atomic
def take_into_order(application, order, *, by):
    """Take a granted application into a draft order. Raises MoveRefused unless it is granted and its pair works."""
    row = guards.lock_alone(application)
    if row.state != ApplicationState.GRANTED:
        message = _("Only a granted application goes into an order; the state of this one is “%(state)s”.")
        raise MoveRefused(message % {"state": row.get_state_display()})
    guards.check_works(row.mentorship)
    deed = gettext_noop("Taken into an order")
    return move(application, ApplicationState.IN_ORDER, by=by, deed=deed, held=row, order=order)


@transaction.atomic
def leave_order(application, *, by):
    """Give the application back when its order is returned, dropped or changed.

    One whose pair ended meanwhile is closed at once. Raises MoveRefused unless it stands in an order.
    """
    row = guards.lock_alone(application)
    guards.check_state(row, ApplicationState.IN_ORDER)
    deed = gettext_noop("Taken out of the order")
    move(application, ApplicationState.GRANTED, by=by, deed=deed, held=row, order=None)
    if row.mentorship.state not in RUNNING:
        close_ended(application, by=by)
    return application


@transaction.atomic
def carry_out(application, order, *, by):
    """Do what the registered ``order`` says, and close the application.

    A program is extended, shortened or corrected here; a pair is ended or replaced by its order itself. Raises
    MoveRefused unless the application stands in this order, and where the program cannot be changed any more.
    """
    row = guards.lock(application)
    if row.state != ApplicationState.IN_ORDER or row.order_id != order.pk:
        raise MoveRefused(_("The application does not stand in this order any more. Take it out of the order."))
    change = _CHANGES.get(row.kind)
    if change:
        change(row, order, by)
    move(application, ApplicationState.EXECUTED, by=by, deed=gettext_noop("Carried out by an order"), held=row)
    tidings.tell_executed(row)
    return application


def _extend(row, order, by):
    extend_program(row.program, by=by, ends_on=row.new_ends_on, reason=row.reason, application=row, order=order)


def _shorten(row, order, by):
    shorten_program(row.program, by=by, ends_on=row.new_ends_on, reason=row.reason, application=row, order=order)


def _correct(row, order, by):
    correct_program(row.program, by=by, changes=row.changes, reason=row.reason, application=row, order=order)


_CHANGES = {
    ApplicationKind.EXTENSION: _extend,
    ApplicationKind.SHORTENING: _shorten,
    ApplicationKind.CORRECTION: _correct,
}


@transaction.atomic
def close_ended(application, *, by):
    """Close an application whose pair or program ended before it was carried out."""
    deed = gettext_noop("Closed: the pair or the program has ended")
    move(application, ApplicationState.WITHDRAWN, by=by, deed=deed)
    drop_successor(application, by=by)
    tidings.tell_closed(guards.lock(application), by)
    return application
