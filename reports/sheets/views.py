"""Workbooks as files."""

from django.views.decorators.http import require_safe

from mentoring.lib.dates import date_numeric
from mentoring.lib.downloads import file_response
from reports.sheets import statistics

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def statistics_workbook(request, slug):
    """The statistics of the organization as of today."""
    organization, day = request.actor.organization, request.actor.today()
    name = f"Наставничество, {organization.short_name}, {date_numeric(day)}.xlsx"
    return file_response(statistics.statistics_workbook(organization, day), name, XLSX)
