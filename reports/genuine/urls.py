"""Addresses of the room: no organization stands in them, since a stranger holds nothing but the copy."""

from django.urls import path

from reports.genuine import views

urlpatterns = [
    path("check/", views.check, name="check"),
    path("check/<slug:code>/", views.check_code, name="check_code"),
]
