"""Addresses of the room."""

from django.urls import path

from programs.council import views

urlpatterns = [
    path("o/<slug:slug>/meetings/", views.meeting_list, name="meeting_list"),
    path("o/<slug:slug>/meetings/new/", views.meeting_create, name="meeting_create"),
    path("o/<slug:slug>/meetings/<int:pk>/", views.meeting_card, name="meeting_card"),
    path("o/<slug:slug>/meetings/<int:pk>/edit/", views.meeting_edit, name="meeting_edit"),
    path("o/<slug:slug>/meetings/<int:pk>/held/", views.meeting_hold, name="meeting_hold"),
    path("o/<slug:slug>/meetings/<int:pk>/unmark/", views.meeting_unmark, name="meeting_unmark"),
    path("o/<slug:slug>/meetings/<int:pk>/cancel/", views.meeting_cancel, name="meeting_cancel"),
    path("o/<slug:slug>/meetings/<int:pk>/file/", views.meeting_file, name="meeting_file"),
]
