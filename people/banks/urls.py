"""Addresses of the room."""

from django.urls import path

from people.banks import views

urlpatterns = [
    path("o/<slug:slug>/mentors/", views.mentor_list, name="mentor_list"),
    path("o/<slug:slug>/mentors/open/", views.mentor_open_list, name="mentor_open_list"),
    path("o/<slug:slug>/mentors/new/", views.mentor_create, name="mentor_create"),
    path("o/<slug:slug>/mentors/<int:pk>/", views.mentor_card, name="mentor_card"),
    path("o/<slug:slug>/mentors/<int:pk>/edit/", views.mentor_edit, name="mentor_edit"),
    path("o/<slug:slug>/mentors/<int:pk>/pause/", views.mentor_pause, name="mentor_pause"),
    path("o/<slug:slug>/mentors/<int:pk>/resume/", views.mentor_resume, name="mentor_resume"),
    path("o/<slug:slug>/mentors/<int:pk>/archive/", views.mentor_archive, name="mentor_archive"),
    path("o/<slug:slug>/mentors/<int:pk>/confirm/", views.mentor_refresh, name="mentor_refresh"),
    path("o/<slug:slug>/mentees/", views.mentee_list, name="mentee_list"),
    path("o/<slug:slug>/mentees/new/", views.mentee_create, name="mentee_create"),
    path("o/<slug:slug>/mentees/hired/", views.mentee_hired, name="mentee_hired"),
    path("o/<slug:slug>/mentees/<int:pk>/", views.mentee_card, name="mentee_card"),
    path("o/<slug:slug>/mentees/<int:pk>/edit/", views.mentee_edit, name="mentee_edit"),
    path("o/<slug:slug>/mentees/<int:pk>/pause/", views.mentee_pause, name="mentee_pause"),
    path("o/<slug:slug>/mentees/<int:pk>/resume/", views.mentee_resume, name="mentee_resume"),
    path("o/<slug:slug>/mentees/<int:pk>/archive/", views.mentee_archive, name="mentee_archive"),
    path("o/<slug:slug>/mentees/<int:pk>/confirm/", views.mentee_refresh, name="mentee_refresh"),
    path("o/<slug:slug>/mentors/bulk/", views.mentor_bulk, name="mentor_bulk"),
    path("o/<slug:slug>/mentors/workbook/", views.mentor_workbook, name="mentor_workbook"),
    path("o/<slug:slug>/mentors/form/", views.mentor_form, name="mentor_form"),
    path("o/<slug:slug>/mentees/bulk/", views.mentee_bulk, name="mentee_bulk"),
    path("o/<slug:slug>/mentees/workbook/", views.mentee_workbook, name="mentee_workbook"),
    path("o/<slug:slug>/mentees/form/", views.mentee_form, name="mentee_form"),
    path("o/<slug:slug>/results/<int:pk>/link/", views.result_link, name="result_link"),
    path("o/<slug:slug>/catalog/", views.catalog, name="catalog"),
    path("o/<slug:slug>/catalog/directions/new/", views.direction_add, name="direction_add"),
    path("o/<slug:slug>/catalog/directions/<int:pk>/edit/", views.direction_edit, name="direction_edit"),
    path("o/<slug:slug>/catalog/directions/<int:pk>/retire/", views.direction_retire, name="direction_retire"),
    path("o/<slug:slug>/catalog/directions/<int:pk>/return/", views.direction_return, name="direction_return"),
    path("o/<slug:slug>/catalog/directions/<int:pk>/new/", views.competence_add, name="competence_add"),
    path("o/<slug:slug>/catalog/competences/<int:pk>/edit/", views.competence_edit, name="competence_edit"),
    path("o/<slug:slug>/catalog/competences/<int:pk>/retire/", views.competence_retire, name="competence_retire"),
    path("o/<slug:slug>/catalog/competences/<int:pk>/return/", views.competence_return, name="competence_return"),
]
