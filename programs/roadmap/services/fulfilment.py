"""Items an order fulfils: its registration marks them done."""

from django.db import transaction
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from people.history.services import move
from programs.roadmap.models import Item, ItemEvidence
from programs.roadmap.selectors import running_roadmap
from programs.roadmap.services import guards
from programs.roadmap.states import OPEN_ITEM, ItemState

FULFILLED = gettext_noop("Fulfilled by an order")


@transaction.atomic
def fulfil_items(order, *, by):
    """Mark done, on the day of the registered ``order``, every open item that asks for an order of its kind.

    The roadmap is the one the order approves, otherwise that of the year its pairs begin in or it is signed in. Of
    an activity with several times only those are fulfilled that have begun, or else the nearest one: the order of
    September leaves January's open. The order is kept as evidence. Returns the items; none without such an item.
    """
    roadmap = _roadmap_of(order) if order.is_registered else None
    if roadmap is None:
        return []
    guards.lock(roadmap.pk)
    open_items = Item.objects.filter(stage__roadmap=roadmap, order_kind=order.kind, state__in=OPEN_ITEM)
    items = _due_ones(open_items.order_by("due_on", "pk"), _day_of(order))
    for item in items:
        move(item, ItemState.DONE, by=by, deed=FULFILLED, reason=str(order), done_on=order.signed_on, result="")
        ItemEvidence.objects.get_or_create(item=item, order=order, defaults={"by": by, "at": now()})
    return items


def _roadmap_of(order):
    if order.roadmap_id and order.roadmap.is_running:
        return order.roadmap
    roadmap = running_roadmap(order.organization, _day_of(order))
    return roadmap if roadmap and roadmap.is_running else None


def _day_of(order):
    """The first day its pairs work: the order of late August belongs to the year that begins in September."""
    starts = [day for day in order.mentorships.values_list("starts_on", flat=True) if day]
    return max(min(starts, default=order.signed_on), order.signed_on)


def _due_ones(items, day):
    """Of every activity the times that have begun by ``day``, or the nearest one ahead."""
    activities = {}
    for item in items:
        activities.setdefault((item.stage_id, item.code or item.content), []).append(item)
    found = []
    for times in activities.values():
        begun = [item for item in times if item.starts_on is None or item.starts_on <= day]
        found += begun or times[:1]
    return found
