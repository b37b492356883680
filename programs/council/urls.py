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
    path("o/<slug:slug>/mentorships/<int:pk>/council/", views.pair_discussion, name="pair_discussion"),
    path("o/<slug:slug>/mentorships/<int:pk>/council/comment/", views.pair_comment, name="pair_comment"),
    path("o/<slug:slug>/mentorships/<int:pk>/council/vote/", views.pair_vote_open, name="pair_vote_open"),
    path("o/<slug:slug>/mentorships/<int:pk>/council/decide/", views.pair_decide, name="pair_decide"),
    path("o/<slug:slug>/council/comments/<int:pk>/edit/", views.pair_comment_edit, name="pair_comment_edit"),
    path(
        "o/<slug:slug>/council/comments/<int:pk>/withdraw/",
        views.pair_comment_withdraw,
        name="pair_comment_withdraw",
    ),
    path("o/<slug:slug>/council/votes/<int:pk>/ballot/", views.pair_ballot, name="pair_ballot"),
    path("o/<slug:slug>/council/votes/<int:pk>/close/", views.pair_vote_close, name="pair_vote_close"),
]
