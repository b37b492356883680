"""One year, one real path: every role of every organization, in two of them in a browser."""

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
STRICT, FORGIVING = "lyceum-136", "school-3"
SEEN = [pytest.param(STRICT, marks=pytest.mark.strict), pytest.param(FORGIVING, marks=pytest.mark.walk)]
# The pages and the browser are the same too: what a regulation changes on them is read without one.
READ = [code for code in preset_codes() if code not in (STRICT, FORGIVING)]


@pytest.fixture(autouse=True)
def _today(settings):
    settings.MENTORING_TODAY = DAY


@pytest.mark.printed
@pytest.mark.parametrize("preset", SEEN)
def test_from_a_staff_list_to_the_statistics(preset, new_page):
    steps = PATH if preset == STRICT else EVERYWHERE
    Walk(preset, new_page).go(steps, seen=steps)


@pytest.mark.walk
@pytest.mark.printed
@pytest.mark.parametrize("preset", READ)
def test_the_others_go_the_same_way_without_a_browser(preset, transactional_db):
    Walk(preset).go(EVERYWHERE)
