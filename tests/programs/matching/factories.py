"""Plans of a place, made from facts as they stand or line by line."""

import datetime

from programs.matching.models import MatchPlan, PlanLine
from programs.matching.states import Aim
from tests.programs.mentorships.factories import make_mentee, make_mentor

MADE = datetime.datetime(2026, 10, 15, 9, tzinfo=datetime.UTC)


def make_plan_of(place, *lines, group_size=0, title="План на октябрь", **fields):
    """A draft with ``lines``: (mentee, mentor or None, score); the computed figures are those of the lines."""
    plan = MatchPlan.objects.create(
        organization=place.organization,
        title=title,
        options={"aim": Aim.BEST_FIT, "threshold": 0, "group_size": group_size},
        computed={"served": sum(bool(line[1]) for line in lines), "total": sum(line[2] or 0 for line in lines)},
        made_by=place.curator.user,
        made_at=MADE,
        **fields,
    )
    for mentee, mentor, score, *values in lines:
        PlanLine.objects.create(
            plan=plan,
            mentee_entry=mentee,
            mentor_entry=mentor,
            computed_mentor=mentor,
            score=score,
            why="" if mentor else "taken",
            why_values={} if mentor else {"mentor": "Наставникова А. П.", "score": 50, "holders": []},
            **(values[0] if values else {}),
        )
    return plan


def make_small_plan(place, **fields):
    """A plan of one pair and one mentee left over."""
    organization = place.organization
    lines = (
        (make_mentee(organization, "Новикова"), make_mentor(organization), 80.0),
        (
            make_mentee(organization, "Лишняя"),
            None,
            None,
        ),
    )
    return make_plan_of(place, *lines, **fields)
