"""Counts for the pictures of the monitoring page."""

from django.db.models import Count, Q

from programs.mentorships.models import Mentorship
from programs.mentorships.states import MENTORSHIP_TONES, STAGES, MentorshipState, Stage
from programs.plans.models import Event
from programs.plans.states import EventState, ProgramState

RUNNING = Q(program__state=ProgramState.RUNNING)


def events_by_standing(organization, day):
    """Events of the running programs: held, missed, overdue and ahead on ``day``; cancelled ones aside: one query."""
    planned = Q(state=EventState.PLANNED)
    # Nothing of a pair that rests is overdue.
    late = Q(planned_on__lt=day, program__mentorship__state=MentorshipState.ACTIVE)
    return Event.objects.filter(RUNNING, program__mentorship__organization=organization).aggregate(
        held=Count("pk", filter=Q(state=EventState.HELD)),
        missed=Count("pk", filter=Q(state=EventState.MISSED)),
        overdue=Count("pk", filter=planned & late),
        ahead=Count("pk", filter=planned & ~late),
    )


def pairs_by_stage(organization):
    """Pairs and groups as a reader thinks of them: [(label, tone, count)], one query.

    Whoever is on the way into a group is no pair of its own.
    """
    rows = Mentorship.objects.filter(organization=organization, joins__isnull=True).order_by()
    counts = dict(rows.values_list("state").annotate(Count("pk")))
    return [
        (stage.label, MENTORSHIP_TONES[STAGES[stage][0]], sum(counts.get(state, 0) for state in STAGES[stage]))
        for stage in Stage
    ]
