"""From the draft to the roadmap in force, and to the end of the year."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from mentoring.lib.moves import MoveRefused
from people.history.services import move
from programs.roadmap.models import Item, Roadmap
from programs.roadmap.selectors import items_of_text, needs_order, submitter_of, text_hash, waits_for_regulation
from programs.roadmap.services import guards, tidings
from programs.roadmap.services.revising import carry_marks
from programs.roadmap.states import OPEN, OPEN_ITEM, ItemState, RoadmapState


@transaction.atomic
def submit_roadmap(roadmap, *, by):
    """Send a draft to the head. Raises MoveRefused for a roadmap, or a stage of it, without a single item."""
    row = guards.lock(roadmap.pk)
    filled = {item.stage_id for item in items_of_text(row)}
    if not filled:
        raise MoveRefused(_("The roadmap has no items. Add at least one and send it then."))
    empty = row.stages.exclude(pk__in=filled).first()
    if empty is not None:
        raise MoveRefused(
            _("“%(name)s” has no items. Add one or delete it, and send the roadmap then.") % {"name": empty}
        )
    move(row, RoadmapState.SUBMITTED, by=by, deed=gettext_noop("Sent for approval"), return_remark="")
    tidings.tell_submitted(row)
    return row


@transaction.atomic
def return_roadmap(roadmap, *, by, remark):
    """Give a submitted roadmap back with a remark. Raises MoveRefused without one."""
    remark = remark.strip()
    if not remark:
        raise MoveRefused({"remark": _("Write what to correct: the curator will read it.")})
    row = guards.lock(roadmap.pk)
    deed = gettext_noop("Returned by the head")
    move(row, RoadmapState.RETURNED, by=by, deed=deed, reason=remark, return_remark=remark)
    tidings.tell_returned(row)
    return row


@transaction.atomic
def approve_roadmap(roadmap, *, by, password, seen=None):
    """Approve with the password, the simple electronic signature (63-FZ art. 5, 9): from now on it is in force.

    What the draft had struck out leaves the roadmap; the SHA-256 of the text is stored. ``seen`` is the
    `text_hash` of what was read. Raises MoveRefused if the password is wrong, the text is another one by now,
    the roadmap does not wait for approval or needs an order, or ``by`` sent it themselves: preparing and approving
    are two deeds.
    """
    if not by.check_password(password):
        raise MoveRefused({"password": _("The password is not right. Nothing was signed; type it again.")})
    row = guards.lock(roadmap.pk)
    if needs_order(row):
        raise MoveRefused(_("This roadmap comes into force by an order. Let the curator draft it, then sign it."))
    if seen is not None and row.is_submitted and seen != text_hash(row):
        raise MoveRefused(_("The text changed while you were reading. Read it again and approve then."))
    if row.is_submitted and submitter_of(row) == by.pk:
        raise MoveRefused(_("You sent this roadmap yourself, so somebody else approves it. Let the curator send it."))
    return _bring_into_force(row, by=by, on=row.organization.today(), approver=by)


@transaction.atomic
def approve_by_order(roadmap, order, *, by):
    """Bring a submitted roadmap into force by the registered ``order`` it is an annex to; the head signed that.

    What it replaces is superseded in the same transaction. Raises MoveRefused unless the order is registered and
    the roadmap waits for approval.
    """
    row = guards.lock(roadmap.pk)
    if not order.is_registered:
        raise MoveRefused(_("The order is not signed yet. The roadmap comes into force once it is."))
    if not row.is_submitted:
        raise MoveRefused(_("The roadmap is not sent for approval. Let the curator send it, then sign the order."))
    if waits_for_regulation(row):
        raise MoveRefused(
            _("The roadmap is written by an edition of the regulation not approved yet. Put both into one order.")
        )
    return _bring_into_force(row, by=by, on=order.signed_on, approver=order.answering, reason=str(order))


def _bring_into_force(row, *, by, on, approver, reason=""):
    """Submitted → in force: what the draft had struck out leaves, the edition before becomes superseded."""
    if row.replaces_id:
        former = guards.lock(row.replaces_id)
        carry_marks(row)
        move(former, RoadmapState.SUPERSEDED, by=by, deed=gettext_noop("Replaced by a revision"), reason=reason)
    Item.objects.filter(stage__roadmap=row, state=ItemState.CANCELLED).delete()
    changes = {"approved_on": on, "approved_by": approver, "approved_hash": text_hash(row)}
    move(row, RoadmapState.RUNNING, by=by, deed=gettext_noop("Approved"), reason=reason, **changes)
    tidings.tell_approved(row)
    return row


@transaction.atomic
def close_roadmap(roadmap, *, by):
    """End the year. Raises MoveRefused while an item is neither done nor cancelled."""
    row = guards.lock(roadmap.pk)
    if Roadmap.objects.filter(replaces=row, state__in=OPEN).exists():
        raise MoveRefused(
            _("A revision is being prepared. Let an order approve it, or drop it, and close the year then.")
        )
    left = Item.objects.filter(stage__roadmap=row, state__in=OPEN_ITEM).count()
    if left:
        message = ngettext(
            "%(n)s item has no result yet. Mark it done or cancel it with a reason.",
            "%(n)s items have no result yet. Mark them done or cancel them with a reason.",
            left,
        )
        raise MoveRefused(message % {"n": left})
    return move(row, RoadmapState.CLOSED, by=by, deed=gettext_noop("Roadmap closed"))
