"""Addresses of the app, room by room."""

from django.urls import include, path

app_name = "reports"
urlpatterns = [
    path("", include("reports.home.urls")),
    path("", include("reports.orders.urls")),
    path("", include("reports.genuine.urls")),
    path("", include("reports.documents.urls")),
    path("", include("reports.issued.urls")),
    path("", include("reports.printing.urls")),
    path("", include("reports.sheets.urls")),
    path("", include("reports.monitoring.urls")),
    path("", include("reports.territory.urls")),
    path("", include("reports.compliance.urls")),
]
