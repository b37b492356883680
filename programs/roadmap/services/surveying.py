"""Items a survey fulfils: tied by the curator, marked done when the survey is closed."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from people.history.services import move, record
from programs.roadmap.models import Item, ItemEvidence
from programs.roadmap.services import guards
from programs.roadmap.states import OPEN_ITEM, ItemState, RoadmapState

FULFILLED = gettext_noop("Fulfilled by a survey")


@transaction.atomic
def tie_survey(item, campaign, *, by):
    """Say that ``campaign`` fulfils ``item``: at once if the survey is closed, otherwise on the day it is.

    Raises MoveRefused unless the roadmap runs, and for a survey of another organization.
    """
    roadmap = guards.lock(item.stage.roadmap_id)
    if not roadmap.is_running:
        raise MoveRefused(_("Evidence is added while the roadmap is in force."))
    if campaign.organization_id != roadmap.organization_id:
        raise MoveRefused({"campaign": _("Choose a survey of this organization.")})
    _proof, is_new = ItemEvidence.objects.get_or_create(item=item, campaign=campaign, defaults={"by": by, "at": now()})
    if is_new:
        record(item, gettext_noop("Tied to a survey"), by=by, reason=str(campaign))
    if campaign.has_ended:
        fulfil_by_survey(campaign, by=by)


@transaction.atomic
def fulfil_by_survey(campaign, *, by):
    """Mark done, on the last day of the closed ``campaign``, every open item of a running roadmap tied to it.

    ``by`` is None when the calendar closed the survey. Returns the items.
    """
    tied = Item.objects.filter(
        evidence__campaign=campaign, state__in=OPEN_ITEM, stage__roadmap__state=RoadmapState.RUNNING
    )
    items = list(tied.select_related("stage").distinct())
    for roadmap in {item.stage.roadmap_id for item in items}:
        guards.lock(roadmap)
    for item in items:
        values = {"reason": str(campaign), "done_on": campaign.ended_on, "result": ""}
        move(item, ItemState.DONE, by=by, deed=FULFILLED, **values)
    return items
