"""Addresses of the room."""

from django.urls import path

from programs.plans.views import events, helpers, programs

urlpatterns = [
    path("o/<slug:slug>/programs/", programs.program_list, name="program_list"),
    path("o/<slug:slug>/mentorships/<int:pk>/program/", programs.program_create, name="program_create"),
    path("o/<slug:slug>/programs/<int:pk>/", programs.program_card, name="program_card"),
    path("o/<slug:slug>/programs/<int:pk>/versions/", programs.program_versions, name="program_versions"),
    path("o/<slug:slug>/programs/<int:pk>/edit/", programs.program_edit, name="program_edit"),
    path("o/<slug:slug>/programs/<int:pk>/keep/", programs.program_keep, name="program_keep"),
    path("o/<slug:slug>/programs/<int:pk>/agree/", programs.program_agree, name="program_agree"),
    path("o/<slug:slug>/programs/<int:pk>/return/", programs.program_return, name="program_return"),
    path("o/<slug:slug>/programs/<int:pk>/approve/", programs.program_approve, name="program_approve"),
    path("o/<slug:slug>/programs/<int:pk>/end/", programs.program_end, name="program_end"),
    path("o/<slug:slug>/programs/<int:pk>/events/new/", events.event_create, name="event_create"),
    path("o/<slug:slug>/events/<int:pk>/", events.event_card, name="event_card"),
    path("o/<slug:slug>/events/<int:pk>/edit/", events.event_edit, name="event_edit"),
    path("o/<slug:slug>/events/<int:pk>/remove/", events.event_remove, name="event_remove"),
    path("o/<slug:slug>/events/<int:pk>/mark/", events.event_mark, name="event_mark"),
    path("o/<slug:slug>/events/<int:pk>/unmark/", events.event_unmark, name="event_unmark"),
    path("o/<slug:slug>/events/<int:pk>/cancel/", events.event_cancel, name="event_cancel"),
    path("o/<slug:slug>/events/<int:pk>/move/", events.event_move, name="event_move"),
    path("o/<slug:slug>/evidence/<int:pk>/", events.evidence_file, name="evidence_file"),
    path("o/<slug:slug>/evidence/<int:pk>/remove/", events.evidence_remove, name="evidence_remove"),
    path("o/<slug:slug>/programs/<int:pk>/colleagues/", helpers.helper_invite, name="helper_invite"),
    path("o/<slug:slug>/colleagues/<int:pk>/", helpers.helper_answer, name="helper_answer"),
    path("o/<slug:slug>/colleagues/<int:pk>/withdraw/", helpers.helper_withdraw, name="helper_withdraw"),
]
