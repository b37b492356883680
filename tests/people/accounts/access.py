"""Who may open the addresses of the room."""

from tests.access_row import INSIDERS, Row

ALL = f"{INSIDERS} admin observer outsiders anonymous"
SIGNED_IN = f"{INSIDERS} admin observer outsiders"

ROWS = {
    "people:sign_in": Row(ALL, in_organization=False),
    "people:sign_out": Row(None, ALL, in_organization=False),
    "people:set_language": Row(None, ALL, in_organization=False),
    "people:set_look": Row(None, ALL, in_organization=False),
    "people:password_change": Row(SIGNED_IN, in_organization=False),
    # Outside the demonstration the address does not exist for anybody.
    "people:demo_enter": Row("", "", lambda world: {"login_name": "x"}, in_organization=False),
}
