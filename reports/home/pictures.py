"""What somebody answers for, as figures beside the list of duties."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from mentoring.lib.dates import school_year
from people.accounts.states import Role
from programs.models import Event, Mentorship, Roadmap, Stage
from programs.plans.states import EventState, ProgramState
from programs.roadmap.states import ItemState, RoadmapState
from reports.monitoring.indicators import figures

KEEPERS = (Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.SYSADMIN)


@dataclass(frozen=True)
class StageLine:
    """One stage as the strip draws it."""

    title: str
    done: int
    total: int
    is_current: bool = False


def coverage(actor):
    """Three figures of the organization with the lists behind them; nothing for those who may not see them."""
    if not actor.has(*KEEPERS):
        return []
    codes = ("mentees_paired", "young_coverage", "plan_done")
    return figures(actor.organization, actor.today(), codes)


def own_plan(actor):
    """Events held of those planned to date in the own running programs: (held, planned, overdue)."""
    if actor.employment is None:
        return None
    day = actor.today()
    counts = Event.objects.filter(
        program__mentorship__in=Mentorship.objects.of(actor.employment).values("pk"),
        program__state=ProgramState.RUNNING,
    ).aggregate(
        held=Count("pk", filter=Q(state=EventState.HELD)),
        total=Count("pk", filter=~Q(state=EventState.CANCELLED)),
        late=Count("pk", filter=Q(state=EventState.PLANNED, planned_on__lt=day)),
    )
    return counts if counts["total"] else None


def stages_of_year(actor):
    """The stages of the running roadmap with what is done; None where no roadmap runs this year."""
    year = school_year(actor.today())
    plan = Roadmap.objects.filter(organization=actor.organization, school_year=year, state=RoadmapState.RUNNING).first()
    if plan is None:
        return None
    counted = Stage.objects.filter(roadmap=plan).annotate(
        done=Count("items", filter=Q(items__state=ItemState.DONE)),
        total=Count("items", filter=~Q(items__state=ItemState.CANCELLED)),
        due=Count("items", filter=Q(items__state__in=[ItemState.PLANNED, ItemState.IN_PROGRESS])),
    )
    stages = list(counted)
    current = next((stage for stage in stages if stage.due), None)
    lines = [StageLine(stage.name, stage.done, stage.total, stage is current) for stage in stages]
    label = _("%(number)s. %(name)s") % {"number": current.position, "name": current.name} if current else ""
    return {"plan": plan, "lines": lines, "label": label}
