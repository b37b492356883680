"""Orders O6, O7, O8: composed from what waits, with the applications they take and give back."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.organizations.selectors import rules_kept
from programs.applications.models import Application
from programs.applications.selectors import is_allowed, rules_of
from programs.applications.services import leave_order, take_into_order
from programs.applications.states import ApplicationKind, ApplicationState
from programs.mentorships.models import Mentorship
from programs.mentorships.services.guards import hold_employment_of
from programs.mentorships.services.replacing import check_works
from programs.mentorships.states import RUNNING, MentorshipState
from programs.orders.models import OrderedChange
from programs.orders.services import draft_order, hold_draft, rewrite_order
from programs.orders.states import OrderKind, OrderState
from reports.documents.changes import compose_changes
from reports.documents.changes.days import first_lawful_day
from reports.orders.selectors import curator_of, leaving_of, waiting_for
from reports.orders.services.texts import worded


@transaction.atomic
@rules_kept.within
def prepare_changes(kind, organization, keys, *, by, on=None, leaver=None):
    """Draft O6, O7 or O8 for what waits under ``keys`` (``waiting_for``).

    ``on`` is the first day of whatever the head set no day for; ``leaver`` is an employment all of whose pairs end,
    because the person leaves. Raises MoveRefused if nothing is chosen, or something does not wait any more.
    """
    _hold_pairs(organization)
    changes = _chosen(kind, organization, keys, on, leaver)
    text, named = _composed(kind, organization, changes, by)
    order = draft_order(organization, kind, by=by, mentorships=_successors(changes), **named, **text)
    _write(order, changes)
    _take(order, by)
    return order


@transaction.atomic
@rules_kept.within
def recompose_changes(order, keys, *, by, on=None, leaver=None):
    """Give the draft other contents and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    hold_draft(order)
    organization, kind = order.organization, order.kind
    _hold_pairs(organization)
    changes = _chosen(kind, organization, keys, on, leaver, order)
    text, named = _composed(kind, organization, changes, by)
    row = rewrite_order(order, by=by, mentorships=_successors(changes), **named, **text)
    wanted = {change.application_id for change in changes}
    for application in row.applications.filter(state=ApplicationState.IN_ORDER).exclude(pk__in=wanted - {None}):
        leave_order(application, by=by)
    row.changes.all().delete()
    _write(row, changes)
    _take(row, by)
    return row


def _hold_pairs(organization):
    """Lock what every order on changes may touch in one sequence: of two drafts of one pair the second sees the first.

    Only rows at work are held, so proposals and answers are not waited for.
    """
    rows = Mentorship.objects.filter(organization=organization, state__in=(*RUNNING, MentorshipState.AGREED))
    list(rows.order_by("pk").select_for_update().values_list("pk"))


def _chosen(kind, organization, keys, on, leaver, order=None):
    known = {one.key: one for one in waiting_for(kind, organization, order)}
    if leaver is not None and OrderKind(kind) == OrderKind.TERMINATION:
        known |= {one.key: one for one in leaving_of(leaver, organization, on, order)}
        keys = [*keys, *(one.key for one in leaving_of(leaver, organization, on, order))]
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        raise MoveRefused({"chosen": _("Choose at least one line.")})
    if not set(wanted) <= set(known):
        raise MoveRefused({"chosen": _("Something chosen does not wait for an order any more. Choose again.")})
    changes = [change for key in known if key in wanted for change in known[key].changes]
    _check_allowed(organization, changes)
    for change in changes:
        _set_day(change, on)
    _check_once(changes)
    return changes


def _check_allowed(organization, changes):
    """What the regulation in force does not know no order carries out, as no application on it is taken."""
    settings = rules_of(organization)
    for change in changes:
        if change.application and not is_allowed(change.application.kind, settings):
            message = _("%(pair)s: the regulation knows no “%(kind)s”. Take this line out of the order.")
            kind = change.application.get_kind_display()
            raise MoveRefused({"chosen": message % {"pair": change.mentorship, "kind": kind}})


def _set_day(change, on):
    """``on`` counts where the head set no day; nobody is bound longer than the head said."""
    settled = change.application and change.application.takes_effect_on
    if on and not settled:
        _check_notice(change, on)
        change.day = max(on, change.successor.starts_on) if change.successor_id else on
    resigns = settled and change.application.kind == ApplicationKind.RESIGNATION
    if resigns and change.successor_id and change.successor.starts_on > settled:
        message = _(
            "%(pair)s begins only on %(day)s, and the mentor is free from %(settled)s. Let the new pair begin "
            "earlier, or end the old one by an order of its own."
        )
        values = {"day": date_numeric(change.successor.starts_on), "settled": date_numeric(settled)}
        raise MoveRefused({"chosen": message % (values | {"pair": change.successor})})
    if change.day < change.mentorship.starts_on:
        message = _("%(pair)s works from %(day)s. Choose that day or a later one.")
        values = {"pair": change.mentorship, "day": date_numeric(change.mentorship.starts_on)}
        raise MoveRefused({"on": message % values})


def _check_notice(change, on):
    """The pair, its order and the agreement of the mentor end on one day, after the notice (Labor Code art. 351.8)."""
    first = first_lawful_day(change, change.mentorship.organization.today())
    if first and on < first:
        message = _(
            "%(pair)s: the employer gives notice at least %(n)s working days ahead (Labor Code, article 351.8). Signed "
            "today, the order may end the work from %(day)s: choose that day or a later one."
        )
        days = rules_of(change.mentorship.organization).agreement.employer_notice_days
        raise MoveRefused({"on": message % {"pair": change.mentorship, "n": days, "day": date_numeric(first)}})


def _check_once(changes):
    """One end or handover for each mentee in one order."""
    seen = set()
    for change in changes:
        if change.application and change.application.kind not in _ENDING:
            continue
        members = [change.member_id] if change.member_id else [one.pk for one in change.mentorship.current_members]
        if seen & set(members):
            message = _("%(pair)s stands in this order twice. Leave one of the lines.")
            raise MoveRefused({"chosen": message % {"pair": change.mentorship}})
        seen |= set(members)


_ENDING = (ApplicationKind.REPLACEMENT, ApplicationKind.RESIGNATION, ApplicationKind.TERMINATION)


def _composed(kind, organization, changes, by):
    """The text, and whom the order names beside the successors: both sides of every pair, and the curator."""
    curator, day = curator_of(organization, by), organization.today()
    text = compose_changes(kind, organization, changes, day=day, curator=curator)
    roles = {}
    for change in changes:
        roles.setdefault(change.mentorship.mentor_entry.employment, Role.MENTOR)
        for work in change.mentees:
            roles.setdefault(work, Role.MENTEE)
    # Whoever works here no more cannot be asked to read it.
    present = {work: role for work, role in roles.items() if not work.ends_on or work.ends_on >= day}
    named = [*present, *([curator] if curator else [])]
    return worded(organization, kind, text), {
        "named": named,
        "roles": {work.pk: role for work, role in present.items()},
    }


def _successors(changes):
    return list({change.successor_id: change.successor for change in changes if change.successor_id}.values())


def _write(order, changes):
    for place, change in enumerate(changes):
        change.order, change.position = order, place
    OrderedChange.objects.bulk_create(changes)


def _applications(order):
    return Application.objects.filter(pk__in=order.changes.values("application")).order_by("pk")


def _take(order, by):
    """Take the applications the order stands on, unless it holds them."""
    for application in _applications(order):
        if application.order_id != order.pk or application.state != ApplicationState.IN_ORDER:
            take_into_order(application, order, by=by)


def resume_changes(order, *, by):
    """Take the applications again that a returned order gave back. Raises MoveRefused if another one has them."""
    _take(order, by)


def release_changes(order, *, by):
    """Give the applications back when the order is returned or dropped."""
    for application in order.applications.filter(state=ApplicationState.IN_ORDER).order_by("pk"):
        leave_order(application, by=by)


def check_changes(order):
    """Refuse an order on what is not there any more: a pair that ended, a mentee who left, an application withdrawn."""
    changed = list(order.changes.order_by().values_list("mentorship", "successor"))
    if not changed:
        raise MoveRefused(_("The order changes nothing. Choose what it is made of and compose the text anew."))
    # The staff cards first, as a leaving does: it holds the card, then the pairs it ends.
    hold_employment_of(Mentorship.objects.filter(pk__in={key for keys in changed for key in keys if key}))
    pairs = {pair for pair, _successor in changed}
    list(Mentorship.objects.filter(pk__in=pairs).order_by("pk").select_for_update().values_list("pk"))
    successors = set(order.lines.values_list("mentorship", flat=True))
    for change in order.changes.select_related("mentorship", "member", "application", "successor"):
        check_works(change.mentorship)
        _check_member(change)
        _check_application(order, change)
        if change.successor_id and change.successor_id not in successors:
            message = _("%(pair)s is not in this order any more. Choose again and compose the text anew.")
            raise MoveRefused(message % {"pair": change.successor})


def _check_member(change):
    if change.member_id and change.member.left_on:
        message = _("%(name)s has left the group of %(pair)s. Take this line out of the order.")
        raise MoveRefused(message % {"name": change.member.person.short_name, "pair": change.mentorship})


def _check_application(order, change):
    application = change.application
    if application is None:
        return
    held = application.state == ApplicationState.IN_ORDER and application.order_id == order.pk
    waits = application.state == ApplicationState.GRANTED and order.state == OrderState.RETURNED
    if not (held or waits):
        message = _("The application about %(pair)s stands in this order no more: %(state)s. Take it out of the order.")
        raise MoveRefused(message % {"pair": change.mentorship, "state": application.get_state_display()})
