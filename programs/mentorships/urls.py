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
    path("o/<slug:slug>/mentorships/<int:pk>/join/", views.mentorship_join, name="mentorship_join"),
    path("o/<slug:slug>/mentorships/<int:pk>/leave/<int:member>/", views.mentorship_leave, name="mentorship_leave"),
    path("o/<slug:slug>/mentorships/<int:pk>/one-left/", views.mentorship_shrunken, name="mentorship_shrunken"),
    path("o/<slug:slug>/mentorships/<int:pk>/suspend/", views.mentorship_suspend, name="mentorship_suspend"),
    path("o/<slug:slug>/mentorships/<int:pk>/resume/", views.mentorship_resume, name="mentorship_resume"),
    path("o/<slug:slug>/mentorships/<int:pk>/counter/", views.mentorship_counter, name="mentorship_counter"),
    path("o/<slug:slug>/counter-proposals/<int:pk>/", views.counter_card, name="counter_card"),
    path("o/<slug:slug>/mentorships/<int:pk>/sympathy/", views.mentorship_sympathy, name="mentorship_sympathy"),
    path("o/<slug:slug>/mentorships/<int:pk>/sympathies/", views.mentorship_sympathies, name="mentorship_sympathies"),
    path("o/<slug:slug>/mentorships/<int:pk>/meeting/", views.mentorship_meeting, name="mentorship_meeting"),
    path("o/<slug:slug>/mentorships/<int:pk>/meeting/mark/", views.mentorship_met, name="mentorship_met"),
]
