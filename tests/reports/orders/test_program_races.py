"""Two orders on the same programs at the same moment: one takes them, whoever comes later is told."""

from functools import partial

import pytest

from programs.models import Order, OrderedProgram, Program
from programs.orders.states import OrderKind, OrderState
from programs.plans.states import ProgramState
from reports.orders.services import prepare_programs, recompose_programs, send_order, sign_order
from tests.programs.mentorships.test_races import at_once
from tests.reports.orders.changing import TODAY
from tests.reports.orders.test_programs import agreed, drafted, second
from tests.world import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(home, settings):
    settings.MENTORING_TODAY = TODAY
    return home


def held_by_drafts():
    """{program: how many drafts hold it}."""
    lines = OrderedProgram.objects.filter(order__state=OrderState.DRAFT).values_list("program", flat=True)
    return {key: list(lines).count(key) for key in lines}


def test_of_four_drafts_on_the_same_programs_one_takes_them_whole(school):
    programs = [agreed(school), second(school)]
    turned = programs[::-1]
    by = school.curator.user
    drafts = [partial(prepare_programs, school.organization, rows, by=by) for rows in (programs, turned)]
    assert at_once(drafts * 2) == (1, 3)
    assert Order.objects.get(kind=OrderKind.PROGRAMS).state == OrderState.DRAFT
    assert held_by_drafts() == dict.fromkeys([program.pk for program in programs], 1)


def test_a_program_is_not_taken_by_a_new_draft_and_put_into_an_older_one_at_once(school):
    first, other = agreed(school), second(school)
    older, by = drafted(school, first), school.curator.user
    widen = partial(recompose_programs, older, [first, other], by=by)
    begin = partial(prepare_programs, school.organization, [other], by=by)
    assert at_once([widen, begin]) == (1, 1)
    assert held_by_drafts() == {first.pk: 1, other.pk: 1}


def test_whoever_drafts_while_the_head_signs_gets_nothing_of_the_signed_order(school):
    program = agreed(school)
    order = send_order(drafted(school, program), by=school.curator.user)
    sign = partial(sign_order, order, by=school.director.user, password=PASSWORD)
    draft = partial(prepare_programs, school.organization, [program], by=school.curator.user)
    assert at_once([sign, draft, draft]) == (1, 2)
    assert list(Order.objects.filter(kind=OrderKind.PROGRAMS)) == [order]
    assert Program.objects.get(pk=program.pk).state == ProgramState.RUNNING


def test_a_draft_composed_anew_in_another_tab_waits_for_the_signature(school):
    """Both want the order and its programs: locked in one sequence, nobody is told of a deadlock."""
    program, by = agreed(school), school.curator.user
    order = send_order(drafted(school, program), by=by)
    sign = partial(sign_order, order, by=school.director.user, password=PASSWORD)
    compose = partial(recompose_programs, order, [program], by=by)
    assert at_once([sign, compose]) == (1, 1)
    assert Order.objects.get(pk=order.pk).state == OrderState.REGISTERED
