"""By which regulation figures and labels are read."""

import pytest

from people.organizations.services import change_settings, draft_regulation
from programs.mentorships.selectors import Regulations
from reports.monitoring.scope import Scope
from tests.world import DAY, build_world

pytestmark = pytest.mark.django_db


def test_a_regulation_still_being_written_governs_nothing():
    home = build_world().home
    draft = draft_regulation(home.organization, by=home.curator.user)
    change_settings(draft, {"young_teacher.max_age": 40}, by=home.curator.user, expected=draft.version)

    read = [
        Scope((home.organization,), draft.valid_from).settings[home.organization.pk],
        Regulations(home.organization).on(draft.valid_from),
    ]

    assert draft.valid_from >= DAY
    assert [settings.young_teacher.max_age for settings in read] == [35, 35]
