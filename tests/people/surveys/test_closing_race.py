"""Closing while many send: every answer counts whole or is refused whole. (PostgreSQL: real row locks.)"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from people.models import AnonymousResponse, Campaign, Invitee
from people.surveys import services
from people.surveys.services import SurveyClosed
from tests.people.surveys.factories import campaign_of, colleagues, every_kind, full
from tests.world import build_world


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite writes one after the other anyway")
def test_an_answer_sent_while_the_survey_closes_counts_or_is_refused():
    home = build_world().home
    survey = campaign_of(home, every_kind(home), chosen=colleagues(home, 12), is_anonymous=True)
    answers = full(survey)

    def send(pk):
        try:
            services.send_answers(Invitee.objects.select_related("campaign").get(pk=pk), answers)
        except SurveyClosed:
            return False
        finally:
            connection.close()
        return True

    def close(_nothing):
        services.close_campaign(Campaign.objects.get(pk=survey.pk), by=None)
        connection.close()

    keys = list(survey.invitees.values_list("pk", flat=True))
    with ThreadPoolExecutor(6) as pool:
        sent = [pool.submit(send, pk) for pk in keys[:6]]
        closing = pool.submit(close, None)
        sent += [pool.submit(send, pk) for pk in keys[6:]]
        counted = sum(each.result() for each in sent)
        closing.result()
    assert AnonymousResponse.objects.count() == counted == Invitee.objects.filter(has_answered=True).count()
