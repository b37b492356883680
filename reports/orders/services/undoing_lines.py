"""What the cancellation of an order made of lines takes back by names, and what stays: O9, O10, O12, O13, O15.

No sentence tells a sum: the cancelling order is read by more people than the one on pay.
"""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import date_numeric
from programs.orders.models import Order
from programs.orders.states import OrderKind, OrderState
from reports.documents.lines.particulars import (
    COMMITTEE,
    COMMITTEE_CHAIR,
    JURY,
    JURY_CHAIR,
    RESPONSIBLE,
    particulars_of,
)
from reports.orders.services.undone import Undone


def _names(lines):
    """«М. Д. Соколова, Л. Л. Черных», each once."""
    return ", ".join(dict.fromkeys(line.employment.person.short_name for line in lines))


def _of(order, *codes):
    return [line for line in order.people.with_people() if line.code in codes]


# ---------- O9 ----------
def undo_monitoring(order, canceller, *, by):
    """Nobody has to hold the monitoring and hand in the note any more; surveys and what came by them stay."""
    about = particulars_of(order)
    days = {"first": about.starts_on, "last": about.ends_on, "due": about.report_on}
    words = {name: date_numeric(day) for name, day in days.items()}
    done, kept = [], []
    for line in _of(order, RESPONSIBLE):
        values = words | {"name": line.employment.person.short_name}
        if about.report_on >= canceller.signed_on:
            message = _(
                "%(name)s does not have to hold the monitoring from %(first)s to %(last)s and to hand in the note by "
                "%(due)s."
            )
            done.append(message % values)
        else:
            kept.append(_("%(name)s had to hand in the note by %(due)s: if it came, it stays.") % values)
    kept += [_survey(campaign) for campaign in order.campaigns.with_rate().order_by("opens_on", "pk")]
    kept += [_report(report) for report in _reports_of(order, about)]
    return Undone(tuple(done), tuple(kept))


def _survey(campaign):
    words = {"title": campaign.title, "day": date_numeric(campaign.ended_on), "n": campaign.answered}
    if campaign.has_ended:
        message = ngettext(
            "The survey “%(title)s” is closed, %(n)s answer stays.",
            "The survey “%(title)s” is closed, %(n)s answers stay.",
            campaign.answered,
        )
    else:
        message = ngettext(
            "The survey “%(title)s” goes on until %(day)s, %(n)s answer has come: close it if nobody needs it.",
            "The survey “%(title)s” goes on until %(day)s, %(n)s answers have come: close it if nobody needs it.",
            campaign.answered,
        )
    return message % words


def _reports_of(order, about):
    """The signed orders that approve a report or an analysis of days of the monitoring."""
    rows = Order.objects.filter(
        organization=order.organization, kind=OrderKind.REPORT, state=OrderState.REGISTERED, details__variant="report"
    )
    days = {"details__starts_on__lte": about.ends_on.isoformat(), "details__ends_on__gte": about.starts_on.isoformat()}
    return rows.filter(**days).order_by("signed_on", "pk")


def _report(order):
    words = {"title": order.details["title"], "number": order.number_text}
    return _("The report “%(title)s” approved by the order № %(number)s stays.") % words


# ---------- O10 ----------
def undo_final_event(order, canceller, *, by):
    """The event is not ordered any more, nobody prepares or judges it; one that is over was held."""
    about = particulars_of(order)
    words = {"title": about.title, "day": date_numeric(about.held_on)}
    if about.held_on < canceller.signed_on:
        people = _names(order.people.with_people())
        message = _(
            "“%(title)s” was to be on %(day)s: if it was held, that and the work of those named (%(names)s) stay."
        )
        return Undone(kept=(message % (words | {"names": people}),))
    done = [_("“%(title)s” on %(day)s is not ordered any more.") % words]
    for message, codes in (
        (_("%(names)s: nobody has to prepare it any more."), (RESPONSIBLE, COMMITTEE_CHAIR, COMMITTEE)),
        (_("%(names)s: the jury is dissolved."), (JURY_CHAIR, JURY)),
    ):
        if lines := _of(order, *codes):
            done.append(message % {"names": _names(lines)})
    return Undone(tuple(done), (_("Whoever was invited does not know it yet: tell them."),))


# ---------- O12 ----------
def undo_encouragement(order, canceller, *, by):
    """Awards show on the cards only as long as their order is in force; what was handed over, people take back."""
    message = _("%(name)s: %(award)s; it does not show on the card any more.")
    lines = order.people.with_people()
    done = tuple(message % {"name": line.employment.person.short_name, "award": line.words} for line in lines)
    return Undone(done, (_("What was handed over or paid already: see to it yourself."),))


# ---------- O13 ----------
def undo_payment(order, canceller, *, by):
    """Payments cease on the day of the cancelling order; what is paid is recovered by Labor Code art. 137 only."""
    day, lines = canceller.signed_on, list(order.people.with_people())
    running = [line for line in lines if line.ends_on >= day]
    done = tuple(_ceases(line, max(day, line.starts_on)) for line in running)
    kept = [_still_owed(line.agreement) for line in running if line.agreement.last_day >= day]
    if begun := [line for line in lines if line.starts_on < day]:
        message = _("%(names)s: what is paid already is recovered only in the cases of Labor Code art. 137.")
        kept.append(message % {"names": _names(begun)})
    return Undone(done, tuple(kept))


def _ceases(line, since):
    message = _(
        "%(name)s: the payment by the agreement %(agreement)s ceases from %(since)s; it was set until %(last)s."
    )
    words = {"name": line.employment.person.short_name, "agreement": _cited(line.agreement)}
    return message % (words | {"since": date_numeric(since), "last": date_numeric(line.ends_on)})


def _still_owed(agreement):
    message = _(
        "%(name)s: the agreement %(agreement)s stays in force until %(last)s; end or change what it says on pay."
    )
    words = {"name": agreement.employment.person.short_name, "agreement": _cited(agreement)}
    return message % (words | {"last": date_numeric(agreement.last_day)})


def _cited(agreement):
    """«№ 7 of 01.09.2026», without a number the day alone."""
    day = date_numeric(agreement.signed_on)
    number = {"number": agreement.number, "day": day}
    return _("№ %(number)s of %(day)s") % number if agreement.number else _("of %(day)s") % {"day": day}


# ---------- O15 ----------
def undo_release(order, canceller, *, by):
    """People return to full work on the day of the cancelling order, whoever did theirs is free; days gone stay."""
    about, found = particulars_of(order), Undone()
    days = {"first": date_numeric(about.first_on), "last": date_numeric(about.last_on)}
    since = max(canceller.signed_on, about.first_on)
    for line in order.people.with_people():
        words = days | {"name": line.employment.person.short_name, "since": date_numeric(since)}
        found += _gone(line, words) if about.last_on < since else _returns(line, words)
    if about.first_on < since <= about.last_on:
        message = _("The days from %(first)s to %(last)s are over and stay as they were.")
        eve = date_numeric(since - timedelta(days=1))
        found += Undone(kept=(message % {"first": days["first"], "last": eve},))
    return found


def _returns(line, words):
    done = [_("%(name)s is back to full work from %(since)s.") % words]
    if line.substitute:
        values = words | {"other": line.substitute.person.short_name}
        done.append(_("%(other)s does not do the work of %(name)s from %(since)s.") % values)
    return Undone(done=tuple(done))


def _gone(line, words):
    if not line.substitute:
        message = _("%(name)s was released from %(first)s to %(last)s: these days are over and stay as they were.")
        return Undone(kept=(message % words,))
    message = _(
        "%(name)s was released from %(first)s to %(last)s, %(other)s did the work meanwhile: these days are over and "
        "stay as they were."
    )
    return Undone(kept=(message % (words | {"other": line.substitute.person.short_name}),))
