"""Who may open the addresses of the room."""

from tests.access_row import INSIDERS, Row

ROWS = {"programs:appointment_list": Row(INSIDERS)}
