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
    path("o/<slug:slug>/roadmaps/<int:pk>/revise/", views.roadmap_revise, name="roadmap_revise"),
    path("o/<slug:slug>/roadmaps/<int:pk>/drop/", views.roadmap_drop, name="roadmap_drop"),
    path("o/<slug:slug>/roadmaps/<int:pk>/stages/new/", views.stage_add, name="stage_add"),
    path("o/<slug:slug>/roadmaps/stages/<int:pk>/edit/", views.stage_edit, name="stage_edit"),
    path("o/<slug:slug>/roadmaps/stages/<int:pk>/move/", views.stage_move, name="stage_move"),
    path("o/<slug:slug>/roadmaps/stages/<int:pk>/delete/", views.stage_delete, name="stage_delete"),
    path("o/<slug:slug>/roadmaps/stages/<int:pk>/add/", views.item_add, name="item_add"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/edit/", views.item_edit, name="item_edit"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/mark/", views.item_mark, name="item_mark"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/move/", views.item_move, name="item_move"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/delete/", views.item_delete, name="item_delete"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/evidence/", views.evidence_add, name="item_evidence"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/survey/", views.item_survey, name="item_survey"),
    path("o/<slug:slug>/roadmaps/items/<int:pk>/meeting/", views.item_meeting, name="item_meeting"),
    path("o/<slug:slug>/meetings/<int:pk>/roadmap/", views.meeting_items, name="meeting_items"),
    path("o/<slug:slug>/roadmaps/evidence/<int:pk>/", views.item_file, name="item_file"),
    path("o/<slug:slug>/roadmaps/evidence/<int:pk>/remove/", views.evidence_drop, name="item_evidence_remove"),
]
