"""What meetings bring to the first page."""

from datetime import timedelta

import pytest

from people.accounts.actor import actor_in
from reports.home.duties.meetings import NEAR, to_come_to, to_mark
from tests.programs.council.factories import make_meeting
from tests.world import DAY, build_world


@pytest.mark.django_db
def test_a_meeting_waits_for_its_guests_before_and_for_a_mark_after_its_day(settings):
    settings.MENTORING_TODAY = DAY
    home = build_world().home
    past = make_meeting(home, planned_on=DAY - timedelta(days=1))
    today, near = make_meeting(home, planned_on=DAY), make_meeting(home, planned_on=DAY + NEAR)
    make_meeting(home, planned_on=DAY + NEAR + timedelta(days=1))
    council, mentor = (actor_in(person.user, home.organization) for person in (home.council, home.mentor))
    address = "/o/school-3/meetings/{}/".format
    assert [duty.url for duty in to_mark(council, DAY)] == [f"{address(past.pk)}held/"]
    expected = [(address(today.pk), "amber"), (address(near.pk), "grey")]
    assert [(duty.url, duty.tone) for duty in to_come_to(mentor, DAY)] == expected
    assert to_come_to(actor_in(home.mentee.user, home.organization), DAY) == []
