"""Who may open which address of the room: permissions.md, row «statistics (Excel)»."""

from reports.monitoring.permissions import figure_readers

RIGHTS = {"reports:statistics_workbook": figure_readers}
