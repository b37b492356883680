"""Addresses of the room."""

from django.urls import path

from programs.mentorships import views

urlpatterns = [
    path("o/<slug:slug>/mentorships/", views.mentorship_list, name="mentorship_list"),
    path("o/<slug:slug>/mentorships/propose/", views.mentorship_propose, name="mentorship_propose"),
    path("o/<slug:slug>/mentorships/<int:pk>/", views.mentorship_card, name="mentorship_card"),
    path("o/<slug:slug>/mentorships/<int:pk>/agreement/", views.mentorship_agreement, name="mentorship_agreement"),
    path("o/<slug:slug>/mentorships/<int:pk>/accept/", views.mentorship_accept, name="mentorship_accept"),
    path("o/<slug:slug>/mentorships/<int:pk>/decline/", views.mentorship_decline, name="mentorship_decline"),
    path("o/<slug:slug>/mentorships/<int:pk>/edit/", views.mentorship_edit, name="mentorship_edit"),
    path("o/<slug:slug>/mentorships/<int:pk>/approve/", views.mentorship_approve, name="mentorship_approve"),
]
