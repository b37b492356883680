"""What plans for the whole bank bring to the first page."""

import pytest

from people.accounts.actor import actor_in
from programs.matching.services import drop_plan
from reports.home.duties.matching import to_propose
from tests.programs.matching.factories import make_small_plan
from tests.world import DAY, build_world


@pytest.mark.django_db
def test_an_open_plan_waits_for_its_curator_until_it_is_put_aside(settings):
    settings.MENTORING_TODAY = DAY
    home = build_world().home
    actor = actor_in(home.curator.user, home.organization)
    plan = make_small_plan(home)
    assert [duty.url for duty in to_propose(actor, DAY)] == [f"/o/school-3/mentorships/plans/{plan.pk}/"]
    drop_plan(plan, by=home.curator.user)
    assert to_propose(actor, DAY) == []
