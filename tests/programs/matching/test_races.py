"""Two curators at one plan at the same moment."""

import pytest
from django.db.models import Count

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from programs.matching.models import PlanLine
from programs.matching.services import move_line, propose_lines
from programs.models import Member
from tests.programs.matching.factories import make_plan_of
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor
from tests.programs.mentorships.test_races import at_once
from tests.world import build_world

AT_ONCE = 6


@pytest.mark.django_db(transaction=True)
def test_one_place_of_a_plan_is_taken_once_and_a_plan_is_proposed_once(settings):
    place = build_world().home
    organization, by = place.organization, place.curator.user
    mentor = make_mentor(organization, capacity=1)
    plan = make_plan_of(place, *((make_mentee(organization), None, None) for _ in range(AT_ONCE)))

    def seat(pk):
        return lambda: move_line(PlanLine.objects.get(pk=pk), mentor, by=by, expected_version=1)

    keys = list(plan.lines.values_list("pk", flat=True))
    assert at_once([seat(pk) for pk in keys]) == (1, AT_ONCE - 1)
    line = plan.lines.waiting().get()

    def propose():
        try:
            propose_lines(plan, [line], by=by, expected_version=2, terms=TERMS)
        except StaleSave as stale:
            raise MoveRefused("stale") from stale

    assert at_once([propose] * AT_ONCE) == (1, AT_ONCE - 1)
    held = Member.objects.holding_places().filter(mentorship__mentor_entry=mentor)
    assert held.aggregate(n=Count("pk"))["n"] == 1
    line.refresh_from_db()
    assert line.mentorship_id == held.get().mentorship_id
