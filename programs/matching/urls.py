"""Addresses of the room."""

from django.urls import path

from programs.matching import views

urlpatterns = [
    path("o/<slug:slug>/matching/weights/", views.matching_weights, name="matching_weights"),
    path("o/<slug:slug>/matching/weights/back/", views.matching_weights_back, name="matching_weights_back"),
    path("o/<slug:slug>/matching/<int:pk>/", views.matching_suggestion, name="matching_suggestion"),
    path("o/<slug:slug>/matching/<int:pk>/choose/", views.matching_choose, name="matching_choose"),
]
