"""Who may open the addresses of the room."""

from people.network.states import GrantState
from tests.access_row import Row
from tests.people.network.factories import make_open, make_territory, row_of


def _mentor(world):
    make_territory(world)
    return {"pk": world.home.mentor_entry.pk}


def _open(world):
    return {"pk": make_open(make_territory(world).near).pk}


def _in(state):
    return lambda world: {"pk": row_of(world, state).pk}


ROWS = {
    "people:network_list": Row("curator director", None),
    "people:network_ask": Row("curator", things=_open, changes_visitors=True),
    "people:network_offer": Row("curator mentor", things=_mentor),
    "people:network_close": Row(None, "curator mentor", _mentor),
    "people:grant_card": Row("curator director mentor", None, _in(GrantState.ASKED)),
    "people:grant_agree": Row(None, "curator", _in(GrantState.ASKED)),
    "people:grant_sign": Row("director", things=_in(GrantState.AGREED)),
    "people:grant_accept": Row(None, "mentor", _in(GrantState.RELEASED)),
    "people:grant_refuse": Row("curator director mentor", things=_in(GrantState.ASKED)),
    "people:grant_end": Row("curator mentor", things=_in(GrantState.ACTIVE)),
}
