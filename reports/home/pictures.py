"""What somebody answers for, as figures beside the list of duties."""

from dataclasses import dataclass

from django.db.models import Count, Q

from mentoring.lib.dates import school_year
from people.accounts.states import Role
from programs.mentorships.states import RUNNING
from programs.models import Event, Item, Mentorship, Roadmap, Stage
from programs.plans.states import PUT_ASIDE, EventState, ProgramState
from programs.roadmap.states import ItemState, RoadmapState
from reports.monitoring.indicators import figures

PAIRS_SHOWN = 4
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


def _is_in_a_bank(actor):
    """Whether the actor ever had a card as a mentor or a mentee: without one nobody stands in a pair."""
    return any(getattr(actor.employment, card, None) for card in ("mentor_entry", "mentee_entry"))


def own_plan(actor):
    """Events held of those planned to date in the own running programs: (held, planned, overdue)."""
    if not _is_in_a_bank(actor):
        return None
    day = actor.today()
    counts = Event.objects.filter(
        program__mentorship__in=Mentorship.objects.of(actor.employment).values("pk"),
        program__state=ProgramState.RUNNING,
    ).aggregate(
        held=Count("pk", filter=Q(state=EventState.HELD)),
        total=Count("pk", filter=~Q(state__in=PUT_ASIDE)),
        late=Count("pk", filter=Q(pk__in=Event.objects.overdue(day).values("pk"))),
    )
    return counts if counts["total"] else None


def own_pairs(actor):
    """The pairs at work the actor takes part in: about these something may be asked for."""
    if not _is_in_a_bank(actor):
        return []
    return list(Mentorship.objects.of(actor.employment).filter(state__in=RUNNING).with_people()[:PAIRS_SHOWN])


def stages_of_year(actor):
    """The stages of the running roadmap with what is done; None where no roadmap runs this year.

    The current stage is the one whose open item is due first: stages overlap, and their numbers do not tell.
    """
    year = school_year(actor.today())
    plan = Roadmap.objects.filter(organization=actor.organization, school_year=year, state=RoadmapState.RUNNING).first()
    if plan is None:
        return None
    stages = Stage.objects.filter(roadmap=plan).annotate(
        done=Count("items", filter=Q(items__state=ItemState.DONE)),
        total=Count("items", filter=~Q(items__state=ItemState.CANCELLED)),
    )
    first = (
        Item.objects.filter(stage__roadmap=plan, state__in=[ItemState.PLANNED, ItemState.IN_PROGRESS])
        .exclude(due_on=None)
        .order_by("due_on", "pk")
        .first()
    )
    lines = [
        StageLine(stage.name, stage.done, stage.total, first is not None and stage.pk == first.stage_id)
        for stage in stages
    ]
    return {
        "plan": plan,
        "lines": lines,
        "current": next((line for line in lines if line.is_current), None),
        "next": first,
        "is_late": first is not None and first.due_on < actor.today(),
    }
