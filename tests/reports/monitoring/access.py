"""Who may open the addresses of the room."""

from tests.access_row import Row

READERS = "director curator council sysadmin"

ROWS = {
    "reports:monitoring": Row(READERS, None),
    "reports:indicator_rows": Row(READERS, None, lambda world: {"code": "mentee_coverage"}),
}
