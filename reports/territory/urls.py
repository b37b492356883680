"""Addresses of the room."""

from django.urls import path

from reports.territory import views

urlpatterns = [path("t/<int:authority>/", views.territory, name="territory")]
