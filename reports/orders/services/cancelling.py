"""Orders about another order: drafted from its card, and what their registration does to it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import record
from people.organizations.selectors import rules_kept
from people.staff.models import Employment
from programs.orders.selectors import drafted_about
from programs.orders.services import cancel_order, check_earlier, draft_order, mark_reworded, rewrite_order
from programs.orders.states import OrderKind
from reports.documents.about_orders import compose_amendment, compose_cancellation, numbered_points
from reports.orders.selectors import curator_of
from reports.orders.services.texts import worded
from reports.orders.services.undoing import parted, undo_marks

# Nothing was written after the words the form begins with.
NO_GROUND = ("", "в связи с")


@transaction.atomic
@rules_kept.within
def prepare_cancellation(earlier, *, by, ground):
    """Draft the order that cancels ``earlier``; ``ground`` is why, «в связи с …».

    Raises MoveRefused if that one is not in force or a draft cancels it already.
    """
    _check_in_force(earlier)
    if other := drafted_about(earlier):
        message = _("The draft “%(heading)s” cancels this order already. Go on with it, or drop it first.")
        raise MoveRefused(message % {"heading": other.heading})
    kind, organization = OrderKind.CANCELLATION, earlier.organization
    text, named = _cancellation(earlier, ground, by)
    return draft_order(organization, kind, by=by, cancels=earlier, **text, **named)


@transaction.atomic
@rules_kept.within
def recompose_cancellation(order, *, by, ground):
    """Compose the text of the draft anew; what was written by hand goes. Raises MoveRefused."""
    text, named = _cancellation(order.cancels, ground, by)
    return rewrite_order(order, by=by, **text, **named)


@transaction.atomic
@rules_kept.within
def prepare_amendment(earlier, *, by, ground, changes):
    """Draft the order that changes the words of ``earlier``: ``changes`` are (number of a point or "", new words).

    Empty words take a point out, an empty number adds one. Raises MoveRefused if nothing changes.
    """
    _check_in_force(earlier)
    text, named = _amendment(earlier, ground, changes, by)
    return draft_order(earlier.organization, OrderKind.AMENDMENT, by=by, amends=earlier, **text, **named)


@transaction.atomic
@rules_kept.within
def recompose_amendment(order, *, by, ground, changes):
    """Compose the text of the draft anew; what was written by hand goes. Raises MoveRefused."""
    text, named = _amendment(order.amends, ground, changes, by)
    return rewrite_order(order, by=by, **text, **named)


def _cancellation(earlier, ground, by):
    organization, curator = earlier.organization, curator_of(earlier.organization, by)
    day, ground = organization.today(), _checked_ground(ground)
    pairs = parted(earlier, day)
    text = compose_cancellation(organization, earlier, day=day, ground=ground, curator=curator, pairs=pairs)
    details = {"ground": ground}
    if earlier.kind == OrderKind.ASSIGNMENT:
        details |= {"since": pairs.since and pairs.since.isoformat(), "staying": [pair.pk for pair in pairs.staying]}
    return _with_ground(organization, OrderKind.CANCELLATION, text, earlier, curator, details)


def _amendment(earlier, ground, changes, by):
    organization, curator = earlier.organization, curator_of(earlier.organization, by)
    known = dict(numbered_points(earlier.points))
    cleaned = [(number, clean_text(text).strip()) for number, text in changes]
    changes = [(number, text) for number, text in cleaned if (known.get(number) != text if number else text)]
    if not changes:
        raise MoveRefused(_("Nothing is changed: change the words of a point, empty it, or add a new one."))
    ground = _checked_ground(ground)
    text = compose_amendment(
        organization, earlier, day=organization.today(), ground=ground, changes=changes, curator=curator
    )
    details = {"ground": ground, "changes": [list(change) for change in changes]}
    return _with_ground(organization, OrderKind.AMENDMENT, text, earlier, curator, details)


def _checked_ground(ground):
    ground = " ".join(clean_text(ground).split())
    if ground.casefold() in NO_GROUND:
        raise MoveRefused({"ground": _("Write why: the order begins with it.")})
    return ground


def _with_ground(organization, kind, text, earlier, curator, details):
    """The text and whom the order names: everybody of the earlier one who still works here, and the curator."""
    at_work = Employment.objects.active_on(organization.today())
    rows = earlier.subjects.filter(employment__in=at_work).select_related("employment")
    people = [row.employment for row in rows] + ([curator] if curator else [])
    roles = {row.employment_id: row.role for row in rows}
    return worded(organization, kind, text), {"named": people, "roles": roles, "details": details}


def _check_in_force(earlier):
    if not earlier.is_registered:
        message = _("Only a registered order in force is cancelled or changed; the state of this one is “%(state)s”.")
        raise MoveRefused(message % {"state": earlier.get_state_display()})


def check_about_order(order):
    """Refuse an order about one that is not in force any more."""
    check_earlier(order)


def enact_cancellation(order, undo, *, by):
    """Cancel what the registered ``order`` cancels, take back what ``undo`` can, keep the sentences about both.

    An order on pairs stays in force for those that have begun, where others end. Raises MoveRefused if they are others
    than the order says, or the notice of the employer is not over by its day.
    """
    earlier = check_earlier(order)
    pairs = parted(earlier, order.signed_on)
    _check_parted(order, pairs)
    undone = undo(earlier, order, by=by) + undo_marks(earlier)
    if pairs.is_partial:
        mark_reworded(order, by=by)
    else:
        cancel_order(order, by=by)
    order.details = order.details | {"undone": list(undone.done), "kept": list(undone.kept)}
    order.save(update_fields=["details"])
    for deed, sentences in (
        (gettext_noop("The cancellation has undone"), undone.done),
        (gettext_noop("The cancellation cannot undo"), undone.kept),
    ):
        if sentences:
            record(order, deed, by=by, reason="\n".join(sentences))


def _check_parted(order, pairs):
    """The text says which pairs stay and when the others end; both may be otherwise by the day of the signature."""
    if "staying" not in order.details:
        return
    if set(order.details["staying"]) != {pair.pk for pair in pairs.staying}:
        raise MoveRefused(
            _("Other pairs than this order says have held events by now. Return it, the curator composes it anew.")
        )
    since = order.details["since"] and date.fromisoformat(order.details["since"])
    if since and pairs.since and since < pairs.since:
        message = _(
            "With a notice of %(signed)s the employer may end the work from %(first)s at the earliest (Labor Code, "
            "article 351.8), the order says %(day)s. Return it: the curator composes it anew."
        )
        days = {"signed": order.signed_on, "first": pairs.since, "day": since}
        raise MoveRefused(message % {name: date_numeric(day) for name, day in days.items()})


def enact_amendment(order, *, by):
    """The earlier order stands on, its history names the one that changed its words."""
    mark_reworded(order, by=by)
