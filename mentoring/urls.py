"""Addresses: each app brings the pages of its rooms."""

from mentoring.lib.addresses import shelved

urlpatterns = [
    shelved("reports.urls"),
    shelved("people.urls"),
    shelved("programs.urls"),
]
handler403 = "reports.home.errors.forbidden"
handler404 = "reports.home.errors.not_found"
handler500 = "reports.home.errors.broken"
