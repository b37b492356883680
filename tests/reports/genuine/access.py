"""Who may open the addresses of the room."""

from tests.access_row import INSIDERS, Row

ALL = f"{INSIDERS} admin observer outsiders anonymous"

ROWS = {
    "reports:check": Row(ALL, in_organization=False),
    "reports:check_code": Row(ALL, things=lambda world: {"code": "0123456789abcdef"}, in_organization=False),
}
