"""A consent withdrawn while its pair is being ordered: before the signature it stops it, after it the pair ends."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection

from mentoring.lib.moves import MoveRefused
from people.consents.services import withdraw_consent
from people.consents.states import ConsentState
from people.models import Consent, Notice
from programs.mentorships.services import activate_mentorship
from programs.orders.models import Order
from programs.orders.services import register_order, registration, submit_order
from programs.orders.states import OrderState
from tests.programs.orders.factories import agreed_pair
from tests.programs.orders.test_orders import drafted
from tests.world import build_world


@pytest.mark.django_db(transaction=True)
def test_a_withdrawal_in_the_middle_of_the_signature_waits_for_it_and_calls_for_the_end_of_the_pair(monkeypatch):
    school = build_world().home
    pair = agreed_pair(school)
    order = submit_order(drafted(school, pair), by=school.curator.user)
    consent = Consent.objects.get(person=pair.mentor, purpose="mentor")
    begun, over = Event(), Event()

    def withdraw():
        begun.set()
        try:
            withdraw_consent(Consent.objects.get(pk=consent.pk), by=school.curator.user)
        finally:
            connection.close()
            over.set()

    number_of = registration._numbered

    def number_text(*args):
        """By now the register of consents was asked, and the number is not given yet."""
        running.append(pool.submit(withdraw))
        assert begun.wait(5)
        assert not over.wait(0.3)
        return number_of(*args)

    running = []
    monkeypatch.setattr(registration, "_numbered", number_text)
    with ThreadPoolExecutor(1) as pool:
        register_order(order, by=school.director.user)
        running[0].result(timeout=15)
    consent.refresh_from_db()
    assert (Order.objects.get(pk=order.pk).state, consent.state) == (OrderState.REGISTERED, ConsentState.WITHDRAWN)
    told = Notice.objects.filter(user=school.curator.user, url__contains=f"mentorships/{pair.pk}/")
    assert [notice.values["name"] for notice in told] == [pair.mentor.short_name]
    with pytest.raises(MoveRefused):
        activate_mentorship(pair, by=school.director.user, on=school.organization.today())
