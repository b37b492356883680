"""What the signature of O6, O7, O8 does about pairs, programs, agreements and applications, at once or on its day."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.history.services import record
from people.organizations.selectors import regulation_on
from programs.applications.models import Application
from programs.applications.services import carry_out, close_ended, leave_order
from programs.applications.states import ApplicationState
from programs.mentorships.services import end_agreements_of, end_by_order, replace_mentorship
from programs.mentorships.states import RUNNING
from programs.orders.models import Order, OrderedChange
from programs.orders.states import OrderKind, OrderState
from programs.plans.selectors import ended_labels
from programs.plans.services import carry_program, end_program_by_order
from reports.documents.changes.days import first_lawful_day, notice_given

LATER = gettext_noop("The order is signed, it takes effect on its day")


def enact_changes(order, *, by):
    """Carry out what is due by the day of the signature; the rest waits for its day (``carry_out_due_changes``).

    Programs change at once: their days stand in the applications. Raises MoveRefused where something is not possible,
    or a day comes before the notice of the employer is over.
    """
    for changes in _groups(order):
        _check_notice(order, changes[0])
        _begin_on_the_day(changes[0])
        if order.kind == OrderKind.CHANGE or changes[0].day <= order.signed_on:
            _carry_out(order, changes, by)
        else:
            _wait(order, changes, by)


def _check_notice(order, change):
    first = first_lawful_day(change, order.signed_on)
    if first and change.day < first:
        message = _(
            "%(pair)s: with a notice of %(signed)s the employer may end the work from %(first)s at the earliest (Labor "
            "Code, article 351.8), the order says %(day)s. Return it: the curator composes it anew with a later day."
        )
        days = {"signed": date_numeric(order.signed_on), "first": date_numeric(first), "day": date_numeric(change.day)}
        raise MoveRefused(message % (days | {"pair": change.mentorship}))


def _begin_on_the_day(change):
    """The pair that takes over begins when the one before ends, as the order says."""
    fresh = change.successor
    if fresh and fresh.starts_on < change.day:
        fresh.starts_on = change.day
        fresh.save(update_fields=["starts_on"])
        fresh.members.filter(joined_on__lt=change.day).update(joined_on=change.day)


def _groups(order):
    """The changes still to be carried out, those of one handover together."""
    groups = {}
    for change in order.changes.pending().with_people():
        key = (change.mentorship_id, change.successor_id) if change.successor_id else change.pk
        groups.setdefault(key, []).append(change)
    return list(groups.values())


def _wait(order, changes, by):
    first = changes[0]
    words = f"{by_order(order)}, {date_numeric(first.day)}"
    record(first.mentorship, LATER, by=by, reason=words)
    if first.successor_id:
        first.successor.ordered_on = order.signed_on
        first.successor.save(update_fields=["ordered_on"])
        record(first.successor, LATER, by=by, reason=words)


def carry_out_due_changes(organization, *, by=None):
    """Carry out what signed orders said about a day that has come. Returns how many; may run twice.

    Each change on its own. Raises MoveRefused with every one that could not be, after the others are done.
    """
    _let_go(organization, by)
    due = OrderedChange.objects.pending().filter(
        order__organization=organization, order__state=OrderState.REGISTERED, day__lte=organization.today()
    )
    done, refusals = 0, []
    for order in Order.objects.filter(pk__in=due.values("order")).select_related("organization", "signer"):
        for changes in _groups(order):
            if changes[0].day > organization.today():
                continue
            try:
                done += _carry_out_due(order, changes, by)
            except MoveRefused as refusal:
                refusals += refusal.messages
    if refusals:
        raise MoveRefused(refusals)
    return done


@transaction.atomic
def _let_go(organization, by):
    """Give back the applications whose order waits in vain: granted once more, or closed where the pair has ended."""
    lost = OrderedChange.objects.lost().filter(order__organization=organization)
    rows = Application.objects.filter(state=ApplicationState.IN_ORDER, ordered_changes__in=lost).distinct()
    for application in rows.order_by("pk"):
        leave_order(application, by=by)


@transaction.atomic
def _carry_out_due(order, changes, by):
    held = OrderedChange.objects.select_for_update().filter(pk__in=[one.pk for one in changes], done_on__isnull=True)
    if len(held) != len(changes):
        return False
    _carry_out(order, changes, by)
    return True


def _carry_out(order, changes, by):
    if order.kind == OrderKind.REPLACEMENT:
        _hand_over(order, changes, by)
    elif order.kind in (OrderKind.TERMINATION, OrderKind.CANCELLATION):
        _end(order, changes[0], by)
    _close(order, changes, by)


def _hand_over(order, changes, by):
    first = changes[0]
    pair, fresh, day = first.mentorship, first.successor, first.day
    whole = all(change.concerns_all for change in changes) or len(changes) == len(pair.current_members)
    replace_mentorship(pair, fresh, by=by, on=day, reason=_reason(order, first), ordered_on=order.signed_on)
    carry_program(pair, fresh, by=by, on=day, order=order, ground=first.ground, whole=whole)
    _end_papers(order, first, by)


def _end(order, change, by):
    pair, reason = change.mentorship, _reason(order, change)
    completed = _completes(order.organization, change.ground)
    whole = end_by_order(pair, by=by, on=change.day, reason=reason, member=change.member, completed=completed)
    if whole:
        end_program_by_order(pair, by=by, on=change.day, ground=change.ground, order=order)
    _end_papers(order, change, by)


def _completes(organization, ground):
    reasons = regulation_on(organization, organization.today()).completion.reasons
    return any(reason.code == ground and reason.outcome == "completed" for reason in reasons)


def _end_papers(order, change, by):
    """The supplementary agreement ends with its notice (Labor Code art. 351.8)."""
    side, given_on = notice_given(change, order.signed_on)
    gone = change.mentees
    end_agreements_of(
        change.mentorship, gone, by=by, side=side, given_on=given_on, day=change.day, reason=by_order(order)
    )


def _close(order, changes, by):
    """Write down what is done, the application with it; what else was asked for about a pair that ended falls."""
    today = order.organization.today()
    OrderedChange.objects.filter(pk__in=[change.pk for change in changes]).update(done_on=today)
    applications = {change.application_id: change.application for change in changes if change.application_id}
    for application in applications.values():
        carry_out(application, order, by=by)
    if order.kind != OrderKind.CHANGE:
        close_others(changes[0].mentorship_id, by)


def close_others(pair, by):
    """Close what else was asked for about a pair that ended; what stands in an order falls when that gives it back."""
    rows = Application.objects.open().filter(mentorship=pair).exclude(mentorship__state__in=RUNNING)
    for application in rows.exclude(state=ApplicationState.IN_ORDER).order_by("pk"):
        close_ended(application, by=by)


def _reason(order, change):
    """The ground in the words of the regulation and the order; never what an application says, which is not for all."""
    label = ended_labels(regulation_on(order.organization, order.organization.today())).get(change.ground, "")
    return ", ".join(filter(None, (label, by_order(order))))


def by_order(order):
    """«order no. 12 of 20.11.2026»: the reason in the histories of what an order changes."""
    return _("order no. %(number)s of %(day)s") % {"number": order.number_text, "day": date_numeric(order.signed_on)}
