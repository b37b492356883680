"""Addresses of the room."""

from django.urls import path

from reports.monitoring import views

urlpatterns = [
    path("o/<slug:slug>/monitoring/", views.monitoring, name="monitoring"),
    path("o/<slug:slug>/monitoring/<slug:code>/", views.indicator_rows, name="indicator_rows"),
]
