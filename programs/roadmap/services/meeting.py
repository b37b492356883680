"""Items a meeting fulfils: tied by the curator, marked done when the meeting is held, open again when it was not."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from people.history.services import move, record
from people.surveys.states import ENDED
from programs.council.models import Meeting
from programs.council.states import MeetingState
from programs.roadmap.models import Item, ItemEvidence
from programs.roadmap.services import guards
from programs.roadmap.states import OPEN_ITEM, ItemState, RoadmapState

TIED = gettext_noop("Tied to a meeting")
FULFILLED = gettext_noop("Fulfilled by a meeting")
OPEN_AGAIN = gettext_noop("Open again: the meeting was not held")


@transaction.atomic
def tie_meeting(item, meeting, *, by):
    """Say that ``meeting`` fulfils ``item``: at once if it was held, otherwise when it is.

    Raises MoveRefused unless the roadmap runs, for a meeting of another organization and for a cancelled one.
    """
    tie_items(meeting, [item], by=by)


@transaction.atomic
def tie_items(meeting, items, *, by):
    """Tie each of ``items`` to ``meeting`` as `tie_meeting` does."""
    # The meeting first, as its mark locks them: a tie and a mark never pass each other unseen.
    row = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if row.is_cancelled:
        raise MoveRefused({"meeting": _("This meeting is cancelled. Choose another one.")})
    for item in items:
        roadmap = guards.lock(item.stage.roadmap_id)
        if not roadmap.is_running:
            raise MoveRefused(_("Evidence is added while the roadmap is in force."))
        if row.organization_id != roadmap.organization_id:
            raise MoveRefused({"meeting": _("Choose a meeting of this organization.")})
        _proof, is_new = ItemEvidence.objects.get_or_create(item=item, meeting=row, defaults={"by": by, "at": now()})
        if is_new:
            record(item, TIED, by=by, reason=str(row))
    if row.is_held:
        fulfil_by_meeting(row, by=by)


@transaction.atomic
def fulfil_by_meeting(meeting, *, by):
    """Mark done, on the day ``meeting`` was held, every open item of a running roadmap tied to it; returns them."""
    tied = Item.objects.filter(
        evidence__meeting=meeting, state__in=OPEN_ITEM, stage__roadmap__state=RoadmapState.RUNNING
    )
    items = _locked(tied)
    for item in items:
        values = {"reason": str(meeting), "done_on": meeting.held_on, "result": ""}
        move(item, ItemState.DONE, by=by, deed=FULFILLED, **values)
    return items


@transaction.atomic
def reopen_by_meeting(meeting, *, by):
    """Open again the items that are done by ``meeting`` alone; what a person or other evidence marked stays done.

    The tie stays for the next mark. Raises MoveRefused where such an item stands in a closed roadmap: its marks
    stay as they are. Returns the items.
    """
    other = Q(order__isnull=False) | Q(campaign__state__in=ENDED)
    other |= Q(meeting__state=MeetingState.HELD) & ~Q(meeting=meeting)
    proven = ItemEvidence.objects.filter(other).values("item")
    done = Item.objects.filter(evidence__meeting=meeting, state=ItemState.DONE, done_on=meeting.held_on, result="")
    done = done.exclude(pk__in=proven)
    if done.filter(stage__roadmap__state=RoadmapState.CLOSED).exists():
        raise MoveRefused(
            _("The meeting fulfilled an item of a year that is closed, so the mark stays. Correct the minutes instead.")
        )
    items = _locked(done.filter(stage__roadmap__state=RoadmapState.RUNNING))
    for item in items:
        move(item, ItemState.IN_PROGRESS, by=by, deed=OPEN_AGAIN, reason=str(meeting), done_on=None)
    return items


def _locked(items):
    """The items as a list, their roadmaps locked in one order."""
    found = list(items.select_related("stage").distinct())
    for roadmap in sorted({item.stage.roadmap_id for item in found}):
        guards.lock(roadmap)
    return found
