"""Addresses: each app brings the pages of its rooms."""

from django.urls import include, path

urlpatterns = [
    path("", include("reports.urls")),
    path("", include("people.urls")),
    path("", include("programs.urls")),
]
handler403 = "reports.home.errors.forbidden"
handler404 = "reports.home.errors.not_found"
handler500 = "reports.home.errors.broken"
