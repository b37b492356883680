"""Drafts and signed orders of a place of the world."""

from programs.orders.services import submit_order
from reports.orders.services import make_template, prepare_assignment, sign_order
from tests.programs.orders.factories import agreed_pair
from tests.world import PASSWORD, make_user


def draft(place, *pairs):
    return prepare_assignment(place.organization, pairs or [agreed_pair(place)], by=place.curator.user)


def submitted(place, *pairs):
    order = draft(place, *pairs)
    return submit_order(order, by=place.curator.user)


def signed(place, *pairs):
    return sign_order(submitted(place, *pairs), by=place.director.user, password=PASSWORD)


def make_wording(place, **texts):
    """An own wording of O4 with a point of its own, in use."""
    usual = {
        "heading": "{{заголовок}}",
        "basis": "{{основание}}",
        "points": [{"text": "{{закрепление}}", "depth": 1}, {"text": "Отчёт – {{организация}}.", "depth": 1}],
        "control": "{{контроль}}",
    }
    by = place.curator.user
    return make_template(place.organization, "O4", by=by, name="По-нашему", **usual | texts)


def give_account(employment):
    """An account for somebody made by this module."""
    return make_user(f"user-{employment.pk}@example", employment=employment)
