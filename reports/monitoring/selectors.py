"""Counts for the pictures of the monitoring page."""

from django.db.models import Count, Q

from programs.mentorships.models import Mentorship
from programs.mentorships.states import MENTORSHIP_TONES, STAGES, Stage
from programs.plans.models import Event
from programs.plans.states import EventState, ProgramState

RUNNING = Q(program__state=ProgramState.RUNNING)


def events_by_standing(organization, day):
    """Events of the running programs: held, missed, overdue and ahead on ``day``; cancelled ones aside: one query."""
    planned = Q(state=EventState.PLANNED)
    return Event.objects.filter(RUNNING, program__mentorship__organization=organization).aggregate(
        held=Count("pk", filter=Q(state=EventState.HELD)),
        missed=Count("pk", filter=Q(state=EventState.MISSED)),
        overdue=Count("pk", filter=planned & Q(planned_on__lt=day)),
        ahead=Count("pk", filter=planned & Q(planned_on__gte=day)),
    )


def pairs_by_stage(organization):
    """Pairs and groups as a reader thinks of them: [(label, tone, count)], one query."""
    counts = dict(
        Mentorship.objects.filter(organization=organization).order_by().values_list("state").annotate(Count("pk"))
    )
    return [
        (stage.label, MENTORSHIP_TONES[STAGES[stage][0]], sum(counts.get(state, 0) for state in STAGES[stage]))
        for stage in Stage
    ]
