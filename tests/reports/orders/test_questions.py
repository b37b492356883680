"""How often the way of an order to its signature asks the database: what is at hand is not asked for again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.orders.services import prepare_assignment, send_order, sign_order
from tests.programs.orders.factories import agreed_pair
from tests.world import PASSWORD

# The number of questions is the same on either engine.
pytestmark = [pytest.mark.django_db, pytest.mark.walk]


def questions(deed, *args, **options):
    """What ``deed`` gives, and how many statements it sends beside its savepoints."""
    with CaptureQueriesContext(connection) as sent:
        done = deed(*args, **options)
    return done, sum("SAVEPOINT" not in one["sql"] for one in sent)


def asked_for(place):
    """How many questions the draft of an agreed pair, its sending and its signature cost."""
    pairs, curator, director = [agreed_pair(place)], place.curator.user, place.director.user
    order, drafting = questions(prepare_assignment, place.organization, pairs, by=curator)
    order, sending = questions(send_order, order, by=curator)
    return drafting, sending, questions(sign_order, order, by=director, password=PASSWORD)[1]


def test_an_assignment_is_drafted_sent_and_signed_in_few_questions(home):
    # The kinds of things that have a history are learnt the first time.
    asked_for(home)
    drafting, sending, signing = asked_for(home)
    assert drafting <= 17 and sending <= 12 and signing <= 35, (drafting, sending, signing)
