"""Two people at the same moment: the signature and a leaving, two orders and one application."""

import datetime
from functools import partial

import pytest

from people.models import Employment
from people.staff.services import end_employment
from programs.applications.states import ApplicationKind
from programs.mentorships.states import MentorshipState
from programs.models import Mentorship, Order, OrderedChange
from programs.orders.states import OrderKind, OrderState
from reports.orders.services import prepare_changes, sign_order
from tests.programs.mentorships.test_races import at_once
from tests.reports.orders.changing import TODAY, granted, sent, successor, working
from tests.world import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(home, settings):
    settings.MENTORING_TODAY = TODAY
    return home


def test_a_new_mentor_dismissed_at_the_signature_never_works_on(school):
    pair = working(school)
    granted(pair, ApplicationKind.REPLACEMENT, takes_effect_on=TODAY)
    fresh = successor(school, pair)
    order = sent(school, OrderKind.REPLACEMENT)
    work = Employment.objects.get(pk=fresh.mentor_entry.employment_id)
    sign = partial(sign_order, order, by=school.director.user, password=PASSWORD)
    dismiss = partial(end_employment, work, by=school.curator.user, ends_on=work.starts_on)
    done, _refused = at_once([sign, dismiss])
    states = tuple(Mentorship.objects.get(pk=each.pk).state for each in (pair, fresh))
    assert (done, Order.objects.get(pk=order.pk).state, states) in [
        (1, OrderState.SUBMITTED, (MentorshipState.ACTIVE, MentorshipState.IN_ORDER)),
        (2, OrderState.REGISTERED, (MentorshipState.REPLACED, MentorshipState.TERMINATED)),
    ]


def test_a_mentee_dismissed_while_the_head_signs_the_replacement_never_works_on(school):
    """The mentee stands in both pairs: the signature and the leaving want the same cards and the same pairs."""
    pair = working(school)
    granted(pair, ApplicationKind.REPLACEMENT, takes_effect_on=TODAY)
    fresh = successor(school, pair)
    order = sent(school, OrderKind.REPLACEMENT)
    work = pair.current_members[0].mentee_entry.employment
    sign = partial(sign_order, order, by=school.director.user, password=PASSWORD)
    dismiss = partial(end_employment, work, by=school.curator.user, ends_on=TODAY - datetime.timedelta(days=1))
    done, _refused = at_once([sign, dismiss])
    states = tuple(Mentorship.objects.get(pk=each.pk).state for each in (pair, fresh))
    assert (done, states) in [(1, ("terminated", "in_order")), (2, ("replaced", "terminated"))]


def test_of_four_orders_on_one_application_one_is_drafted(school):
    application = granted(working(school), ApplicationKind.TERMINATION)
    keys = [f"a{application.pk}"]
    by = school.curator.user
    draft = partial(prepare_changes, OrderKind.TERMINATION, school.organization, keys, by=by)
    assert at_once([draft] * 4) == (1, 3)
    assert OrderedChange.objects.get().application == application
