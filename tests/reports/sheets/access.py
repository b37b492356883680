"""Who may open the addresses of the room."""

from tests.access_row import Row

ROWS = {"reports:statistics_workbook": Row("director curator council sysadmin", None)}
