"""Payments of O13: each on the ground of the agreement in force, no one twice for the same days."""

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.consents.models import Agreement
from people.consents.states import PaymentKind
from programs.orders.models import OrderedPerson
from programs.orders.states import OrderKind
from reports.orders.selectors import first_unpaid_day
from reports.orders.services.line_guards import field_of


def settle_payments(lines, *, order=None):
    """Give every line its agreement, and from it what was left empty: the sum, the first and the last day.

    Raises MoveRefused by name for somebody without a signed agreement (Labor Code art. 351.8), for days outside of
    it, and for days another signed order pays already; ``order`` is the draft the lines belong to.
    """
    for line in lines:
        _settle(line)
        _check_days(line)
        _check_no_other(line, order)


def check_payments(lines, *, order):
    """Refuse a payment whose agreement is not the one the order was composed from, or does not last any more."""
    for line in lines:
        if agreement_for(line.employment, line.starts_on) != line.agreement:
            message = _("%(name)s has another agreement by now, or none. Compose the text anew.")
            raise MoveRefused({field_of(line): message % {"name": line.employment.person.short_name}})
        _check_days(line)
        _check_no_other(line, order)


def agreement_for(employment, day):
    """The agreement in force on ``day``, else the next one that is signed and begins later; None without any."""
    rows = Agreement.objects.filter(employment=employment)
    ahead = rows.filter(state="signed", starts_on__gt=day).order_by("starts_on", "pk")
    return rows.covering(day).order_by("starts_on", "pk").first() or ahead.first()


def _settle(line):
    day = line.starts_on or line.employment.organization.today()
    agreement = line.agreement = agreement_for(line.employment, day)
    name = line.employment.person.short_name
    if agreement is None:
        message = _(
            "%(name)s has no signed supplementary agreement for %(day)s. Draft one and enter its signature first: "
            "without it nobody is paid for mentoring (Labor Code art. 351.8)."
        )
        raise MoveRefused({field_of(line): message % {"name": name, "day": date_numeric(day)}})
    if line.amount is None and agreement.payment_kind != PaymentKind.NONE:
        line.amount, line.unit = agreement.payment_amount, agreement.payment_kind
    if line.amount is None:
        message = _("The agreement of %(name)s names no payment. Write how much is paid.")
        raise MoveRefused({field_of(line, "amount"): message % {"name": name}})
    line.starts_on = line.starts_on or first_unpaid_day(agreement)
    line.ends_on = line.ends_on or agreement.last_day


def _check_days(line):
    agreement = line.agreement
    if agreement.starts_on <= line.starts_on <= line.ends_on <= agreement.last_day:
        return
    message = _("%(name)s: the agreement lasts from %(first)s to %(last)s. Choose days within it.")
    days = {"first": date_numeric(agreement.starts_on), "last": date_numeric(agreement.last_day)}
    name = line.employment.person.short_name
    raise MoveRefused({field_of(line, "ends_on"): message % ({"name": name} | days)})


def _check_no_other(line, order):
    others = OrderedPerson.objects.registered(OrderKind.PAYMENT).select_related("order")
    days = {"starts_on__lte": line.ends_on, "ends_on__gte": line.starts_on}
    # What an order set by an agreement that ended before is paid no more.
    others = others.filter(employment=line.employment, **days).exclude(agreement__last_on__lt=line.starts_on)
    other = others.exclude(order__pk=order and order.pk).first()
    if other:
        message = _("%(name)s is paid for these days already by order № %(number)s. Choose other days.")
        values = {"name": line.employment.person.short_name, "number": other.order.number_text}
        raise MoveRefused({field_of(line, "starts_on"): message % values})
