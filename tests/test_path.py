"""One year, one real path: every role of every organization, in a browser."""

import pytest

from people.organizations.regulations import preset_codes
from tests.path_steps.doors import keep_outsiders_out
from tests.path_steps.order import acknowledge, draft_and_send, return_and_mend, sign
from tests.path_steps.pairs import accept, propose
from tests.path_steps.people import enter_banks, gather_consents, invite_and_join, load_staff
from tests.path_steps.place import DAY
from tests.path_steps.program import agree_and_approve, work, write
from tests.path_steps.walk import Walk
from tests.path_steps.year import approve_roadmap, mark_roadmap, take_statistics

PATH = (
    load_staff,
    invite_and_join,
    enter_banks,
    gather_consents,
    propose,
    accept,
    draft_and_send,
    return_and_mend,
    sign,
    acknowledge,
    write,
    agree_and_approve,
    work,
    approve_roadmap,
    mark_roadmap,
    take_statistics,
    keep_outsiders_out,
)

# The pages are the same on either engine: PostgreSQL gets the organization with the most behind it.
STRICT = "lyceum-136"
PRESETS = [
    pytest.param(code, marks=pytest.mark.strict if code == STRICT else pytest.mark.walk) for code in preset_codes()
]


@pytest.mark.printed
@pytest.mark.parametrize("preset", PRESETS)
def test_from_a_staff_list_to_the_statistics(preset, new_page, settings):
    settings.MENTORING_TODAY = DAY
    walk = Walk(preset, new_page)
    for step in PATH:
        step(walk)
    assert walk.faults == []
