"""Addresses of the room."""

from django.urls import path

from reports.home import views

urlpatterns = [
    path("", views.start, name="start"),
    path("o/<slug:slug>/", views.home, name="home"),
    path("o/<slug:slug>/search/", views.search, name="search"),
]
