"""Addresses of the app, room by room."""

from django.urls import include, path

app_name = "people"
urlpatterns = [
    path("", include("people.accounts.urls")),
    path("", include("people.organizations.urls")),
    path("", include("people.staff.urls")),
    path("", include("people.banks.urls")),
    path("", include("people.consents.urls")),
    path("", include("people.surveys.urls")),
    path("", include("people.notices.urls")),
    path("", include("people.lists.urls")),
    path("", include("people.network.urls")),
]
