"""Addresses of the room."""

from django.urls import path

from reports.sheets import views

urlpatterns = [
    path("o/<slug:slug>/statistics.xlsx", views.statistics_workbook, name="statistics_workbook"),
]
