"""Addresses of the room."""

from django.urls import path

from programs.applications.views import deciding, filing, pages

_KIND = "o/<slug:slug>/mentorships/<int:pk>/apply/<slug:kind>/"
_ONE = "o/<slug:slug>/applications/<int:pk>/"
urlpatterns = [
    path("o/<slug:slug>/applications/", pages.application_list, name="application_list"),
    path(_KIND, filing.application_file, name="application_file"),
    path(f"{_KIND}keep/", filing.application_keep, name="application_keep"),
    path(_ONE, pages.application_card, name="application_card"),
    path(f"{_ONE}answer/", filing.application_answer, name="application_answer"),
    path(f"{_ONE}withdraw/", filing.application_withdraw, name="application_withdraw"),
    path(f"{_ONE}visa/", deciding.application_visa, name="application_visa"),
    path(f"{_ONE}agenda/", deciding.application_agenda, name="application_agenda"),
    path(f"{_ONE}council/", deciding.application_mediate, name="application_mediate"),
    path(f"{_ONE}decide/", deciding.application_decide, name="application_decide"),
    path(f"{_ONE}new-mentor/", deciding.application_succeed, name="application_succeed"),
]
