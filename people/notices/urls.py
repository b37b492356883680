"""Addresses of the room."""

from django.urls import path

from people.notices import views

urlpatterns = [
    path("o/<slug:slug>/notices/", views.notice_list, name="notice_list"),
    path("o/<slug:slug>/notices/read/", views.notice_read_all, name="notice_read_all"),
    path("o/<slug:slug>/notices/<int:pk>/", views.notice_open, name="notice_open"),
]
