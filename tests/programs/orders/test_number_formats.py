"""Numbers as organizations write them, and a register of its own for some kinds."""

import pytest

from mentoring.lib.moves import MoveRefused
from people.models import RegulationVersion
from programs.models import OrderSeries
from programs.orders.services import draft_order, register_order, submit_order, update_order
from programs.orders.states import OrderKind
from tests.programs.orders.factories import agreed_pair

pytestmark = pytest.mark.django_db

TEXT = {
    "heading": "О наставничестве",
    "basis": "В целях развития наставничества",
    "points": [{"text": "Сделать дело.", "depth": 1}],
    "control": "Контроль оставляю за собой.",
}


def write_numbers_as(organization, **style):
    version = RegulationVersion.objects.get(organization=organization)
    version.settings["orders"] |= style
    version.save()


def registered(place, kind=OrderKind.CURATOR, suffix=""):
    pairs = [agreed_pair(place)] if kind == OrderKind.ASSIGNMENT else []
    order = draft_order(place.organization, kind, by=place.curator.user, mentorships=pairs, **TEXT)
    order = update_order(order, by=place.curator.user, expected_version=order.version, number_suffix=suffix, **TEXT)
    return register_order(submit_order(order, by=place.curator.user), by=place.director.user)


@pytest.mark.parametrize(
    ("style", "own", "printed"),
    [
        ({"number_format": "{number} {suffix}", "suffix": "о/д"}, "", "219 о/д"),
        ({"number_format": "{number} – {suffix}", "suffix": "ОД"}, "", "219 – ОД"),
        ({"number_format": "{number} § {suffix}", "suffix": ""}, "3", "219 § 3"),
        ({"number_format": "{number}-{suffix}", "suffix": ""}, "осн. деят.", "219-осн. деят."),
        ({"number_format": "{number}{suffix}", "suffix": "/1"}, "", "219/1"),
        ({"number_format": "{number}-{suffix}", "suffix": "од"}, "", "219-од"),
        ({"number_format": "{number}-{suffix}", "suffix": "од"}, "лс", "219-лс"),
        ({"number_format": "{number}", "suffix": ""}, "", "219"),
    ],
)
def test_a_number_is_printed_as_the_organization_writes_it(school, style, own, printed):
    write_numbers_as(school.organization, **style)
    OrderSeries.objects.create(organization=school.organization, year=school.organization.today().year, next_number=219)
    order = registered(school, suffix=own)
    assert (order.number, order.number_text) == (219, printed)


def test_every_register_counts_for_itself(school):
    series = {"code": "main", "label": "Основная деятельность", "kinds": ["O2"], "number_format": "{number} о/д"}
    write_numbers_as(school.organization, series=[series])
    kinds = [OrderKind.CURATOR, OrderKind.ASSIGNMENT, OrderKind.CURATOR, OrderKind.COUNCIL, OrderKind.CURATOR]
    orders = [registered(school, kind) for kind in kinds]
    assert [order.number_text for order in orders] == ["1 о/д", "1", "2 о/д", "2", "3 о/д"]
    registers = OrderSeries.objects.values_list("code", "next_number")
    assert set(registers) == {("main", 4), ("", 3)}


def test_letters_longer_than_the_register_holds_are_refused(school):
    with pytest.raises(MoveRefused) as refused:
        registered(school, suffix="я" * 21)
    assert set(refused.value.error_dict) == {"number_suffix"}
