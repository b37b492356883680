"""Who may open the addresses of the room."""

from tests.access_row import Row

ROWS = {"reports:compliance": Row("director curator", post=None)}
