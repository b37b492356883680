"""Addresses of the app, room by room."""

from django.urls import include, path

app_name = "programs"
urlpatterns = [
    path("", include("programs.mentorships.urls")),
    path("", include("programs.matching.urls")),
    path("", include("programs.support.urls")),
    path("", include("programs.plans.urls")),
    path("", include("programs.applications.urls")),
    path("", include("programs.council.urls")),
    path("", include("programs.roadmap.urls")),
    path("", include("programs.appointments.urls")),
]
