"""Addresses of the room."""

from django.urls import path

from reports.compliance import views

urlpatterns = [path("o/<slug:slug>/compliance/", views.compliance, name="compliance")]
