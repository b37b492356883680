"""Addresses of the room."""

from django.urls import path

from programs.roadmap import views

urlpatterns = [
    path("o/<slug:slug>/roadmaps/", views.roadmap_list, name="roadmap_list"),
    path("o/<slug:slug>/roadmaps/new/", views.roadmap_create, name="roadmap_create"),
    path("o/<slug:slug>/roadmaps/<int:pk>/", views.roadmap_card, name="roadmap_card"),
    path("o/<slug:slug>/roadmaps/<int:pk>/submit/", views.roadmap_submit, name="roadmap_submit"),
    path("o/<slug:slug>/roadmaps/<int:pk>/approve/", views.roadmap_approve, name="roadmap_approve"),
    path("o/<slug:slug>/roadmaps/<int:pk>/return/", views.roadmap_return, name="roadmap_return"),
    path("o/<slug:slug>/roadmaps/<int:pk>/close/", views.roadmap_close, name="roadmap_close"),
    path("o/<slug:slug>/roadmaps/stages/<int:pk>/add/", views.item_add, name="item_add"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/edit/", views.item_edit, name="item_edit"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/mark/", views.item_mark, name="item_mark"),
]
