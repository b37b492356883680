"""Addresses of the room."""

from django.urls import path

from programs.matching import views

urlpatterns = [
    path("o/<slug:slug>/matching/weights/", views.matching_weights, name="matching_weights"),
    path("o/<slug:slug>/matching/weights/back/", views.matching_weights_back, name="matching_weights_back"),
    path("o/<slug:slug>/matching/<int:pk>/", views.matching_suggestion, name="matching_suggestion"),
    path("o/<slug:slug>/matching/<int:pk>/choose/", views.matching_choose, name="matching_choose"),
    path("o/<slug:slug>/mentorships/plans/", views.plan_list, name="plan_list"),
    path("o/<slug:slug>/mentorships/plans/compare/", views.plan_compare, name="plan_compare"),
    path("o/<slug:slug>/mentorships/plans/new/", views.plan_create, name="plan_create"),
    path("o/<slug:slug>/mentorships/plans/<int:pk>/", views.plan_card, name="plan_card"),
    path("o/<slug:slug>/mentorships/plans/<int:pk>/lines/<int:line>/", views.plan_move, name="plan_move"),
    path("o/<slug:slug>/mentorships/plans/<int:pk>/propose/", views.plan_propose, name="plan_propose"),
    path("o/<slug:slug>/mentorships/plans/<int:pk>/resume/", views.plan_resume, name="plan_resume"),
    path("o/<slug:slug>/mentorships/plans/<int:pk>/drop/", views.plan_drop, name="plan_drop"),
]
