"""One year, one real path in a browser: every role of every organization."""

import pytest

from people.organizations.regulations import preset_codes
from tests.path_steps.doors import keep_outsiders_out
from tests.path_steps.order import acknowledge, draft_and_send, read_before_signing, return_and_mend, sign
from tests.path_steps.pairs import accept, propose, refuse_wrong_password
from tests.path_steps.people import come_in, enter_banks, gather_consents, invite_and_join, load_staff
from tests.path_steps.place import DAY
from tests.path_steps.program import agree_and_approve, make_longer, refuse_tomorrow, take_papers, work, write
from tests.path_steps.walk import Walk
from tests.path_steps.year import approve_roadmap, mark_roadmap, take_statistics

PATH = (
    come_in,
    load_staff,
    invite_and_join,
    enter_banks,
    gather_consents,
    propose,
    refuse_wrong_password,
    accept,
    draft_and_send,
    return_and_mend,
    read_before_signing,
    sign,
    acknowledge,
    write,
    make_longer,
    agree_and_approve,
    refuse_tomorrow,
    work,
    take_papers,
    approve_roadmap,
    mark_roadmap,
    take_statistics,
    keep_outsiders_out,
)

# What no regulation has a say in: asked in one organization.
ONCE = {refuse_wrong_password, return_and_mend, read_before_signing, make_longer, refuse_tomorrow, take_papers}
EVERYWHERE = [step for step in PATH if step not in ONCE]
# The pages are the same on either engine: PostgreSQL gets the organization with the most behind it.
STRICT = "lyceum-136"
PRESETS = [
    pytest.param(code, marks=pytest.mark.strict if code == STRICT else pytest.mark.walk) for code in preset_codes()
]
# The pages and the browser are the same too: two organizations go all the way in one, the others where most is seen.
WHOLE = {STRICT, "school-3"}
SEEN = {come_in, load_staff, sign, work, take_statistics}


@pytest.mark.printed
@pytest.mark.parametrize("preset", PRESETS)
def test_from_a_staff_list_to_the_statistics(preset, new_page, settings):
    settings.MENTORING_TODAY = DAY
    steps = PATH if preset == STRICT else EVERYWHERE
    Walk(preset, new_page).go(steps, seen=steps if preset in WHOLE else SEEN)
