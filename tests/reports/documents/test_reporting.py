"""What stands beside the figures of a report."""

import pytest

from people.organizations.selectors import regulation_on
from reports.documents.reporting import figures_day
from tests.world import DAY

NOTE = (
    "Показатели приведены на 21 ноября 2026 г., показатели за учебный год – с его начала (1 сентября 2026 г.) "
    "по этот день"
)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ({"starts_on": "2026-09-03"}, f"{NOTE}, независимо от начала отчётного периода."),
        ({"starts_on": "2026-09-01"}, f"{NOTE}."),
        # The results of a year have no period of their own.
        ({}, f"{NOTE}."),
    ],
)
def test_figures_say_that_they_count_from_the_start_of_the_school_year(home, settings, period, said):
    settings.MENTORING_TODAY = DAY
    regulation = regulation_on(home.organization, DAY)
    note = figures_day(regulation, {"figures_on": "2026-11-21", **period})
    assert note.replace("\u00a0", " ") == said
