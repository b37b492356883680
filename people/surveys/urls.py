"""Addresses of the room."""

from django.urls import path

from people.surveys import views

urlpatterns = [
    path("o/<slug:slug>/surveys/", views.campaign_list, name="campaign_list"),
    path("o/<slug:slug>/surveys/new/", views.campaign_create, name="campaign_create"),
    path("o/<slug:slug>/surveys/<int:pk>/", views.campaign_card, name="campaign_card"),
    path("o/<slug:slug>/surveys/<int:pk>/edit/", views.campaign_edit, name="campaign_edit"),
    path("o/<slug:slug>/surveys/<int:pk>/drop/", views.campaign_drop, name="campaign_drop"),
    path("o/<slug:slug>/surveys/<int:pk>/launch/", views.campaign_launch, name="campaign_launch"),
    path("o/<slug:slug>/surveys/<int:pk>/take-back/", views.campaign_take_back, name="campaign_take_back"),
    path("o/<slug:slug>/surveys/<int:pk>/invite/", views.campaign_invite, name="campaign_invite"),
    path("o/<slug:slug>/surveys/<int:pk>/remind/", views.campaign_remind, name="campaign_remind"),
    path("o/<slug:slug>/surveys/<int:pk>/extend/", views.campaign_extend, name="campaign_extend"),
    path("o/<slug:slug>/surveys/<int:pk>/close/", views.campaign_close, name="campaign_close"),
    path("o/<slug:slug>/surveys/<int:pk>/process/", views.campaign_process, name="campaign_process"),
    path("o/<slug:slug>/surveys/<int:pk>/results/", views.campaign_results, name="campaign_results"),
    path("o/<slug:slug>/surveys/<int:pk>/results.xlsx", views.campaign_workbook, name="campaign_workbook"),
    path("o/<slug:slug>/surveys/<int:pk>/proposals/", views.campaign_proposals, name="campaign_proposals"),
    path("o/<slug:slug>/surveys/answers/<int:pk>/", views.response_card, name="response_card"),
    path("o/<slug:slug>/questionnaires/", views.questionnaire_list, name="questionnaire_list"),
    path("o/<slug:slug>/questionnaires/new/", views.questionnaire_create, name="questionnaire_create"),
    path("o/<slug:slug>/questionnaires/<int:pk>/", views.questionnaire_card, name="questionnaire_card"),
    path("o/<slug:slug>/questionnaires/<int:pk>/preview/", views.questionnaire_preview, name="questionnaire_preview"),
    path("o/<slug:slug>/questionnaires/<int:pk>/edit/", views.questionnaire_edit, name="questionnaire_edit"),
    path("o/<slug:slug>/questionnaires/<int:pk>/publish/", views.questionnaire_publish, name="questionnaire_publish"),
    path("o/<slug:slug>/questionnaires/<int:pk>/archive/", views.questionnaire_archive, name="questionnaire_archive"),
    path("o/<slug:slug>/questionnaires/<int:pk>/revise/", views.questionnaire_revise, name="questionnaire_revise"),
    path("o/<slug:slug>/questionnaires/<int:pk>/drop/", views.questionnaire_drop, name="questionnaire_drop"),
    path("o/<slug:slug>/questionnaires/<int:pk>/questions/<slug:kind>/", views.question_add, name="question_add"),
    path("o/<slug:slug>/questions/<int:pk>/", views.question_edit, name="question_edit"),
    path("o/<slug:slug>/questions/<int:pk>/move/", views.question_move, name="question_move"),
    path("o/<slug:slug>/questions/<int:pk>/remove/", views.question_remove, name="question_remove"),
    path("o/<slug:slug>/my-surveys/", views.survey_mine, name="survey_mine"),
    path("o/<slug:slug>/my-surveys/<int:pk>/", views.survey_answer, name="survey_answer"),
    path("o/<slug:slug>/my-surveys/<int:pk>/save/", views.survey_save, name="survey_save"),
    path("o/<slug:slug>/my-surveys/<int:pk>/done/", views.survey_done, name="survey_done"),
]
