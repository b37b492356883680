"""Who may open the addresses of the room."""

from tests.access_row import INSIDERS, Row

ROWS = {
    "reports:start": Row(f"{INSIDERS} admin observer outsiders", in_organization=False),
    "reports:home": Row(INSIDERS),
    "reports:search": Row(INSIDERS),
}
