"""The page of a new order: every kind lies on one shelf, and nobody is offered what is not theirs."""

import pytest

from people.accounts.states import Role
from programs.orders.states import FOUNDING, OrderKind
from reports.orders.views.desks import DESKS, SHELVES
from tests.reports.orders.test_founding_pages import DESK, client_of
from tests.world import make_organization, populate


def test_every_kind_lies_on_one_shelf():
    laid = [kind for _label, kinds in SHELVES for kind in kinds]
    assert sorted(laid) == sorted(OrderKind) and set(DESKS) == set(laid)


@pytest.mark.django_db
def test_a_shelf_holds_only_what_the_reader_may_begin():
    school = populate(make_organization("school-3", preset="school-3"))

    def shelves(role):
        return client_of(school, role).get(f"{DESK}kinds/").context["shelves"]

    def addresses(kinds):
        return [DESKS[kind].address for kind in kinds if DESKS[kind].address]

    assert [[desk.address for desk in desks] for _label, desks in shelves(Role.SYSADMIN)] == [addresses(FOUNDING)]
    seen = {desk.address for _label, desks in shelves(Role.CURATOR) for desk in desks}
    assert seen == set(addresses(OrderKind))
