"""Addresses of the room."""

from django.urls import path

from reports.documents import views

urlpatterns = [
    path("o/<slug:slug>/agreements/<int:pk>/paper/", views.agreement_pdf, name="agreement_pdf"),
    path("o/<slug:slug>/consents/<int:pk>/paper/", views.consent_pdf, name="consent_pdf"),
    path("o/<slug:slug>/consents/forms/", views.consent_forms_pdf, name="consent_forms_pdf"),
    path(
        "o/<slug:slug>/staff/<int:pk>/consents/<str:purpose>/form/", views.consent_blank_pdf, name="consent_blank_pdf"
    ),
    path("o/<slug:slug>/applications/<int:pk>/paper/", views.application_pdf, name="application_pdf"),
    path("o/<slug:slug>/programs/<int:pk>/paper/", views.program_pdf, name="program_pdf"),
    path("o/<slug:slug>/regulation/<int:pk>/paper/", views.regulation_pdf, name="regulation_pdf"),
    path("o/<slug:slug>/roadmaps/<int:pk>/paper/", views.roadmap_pdf, name="roadmap_pdf"),
    path("o/<slug:slug>/roadmaps/<int:pk>/word/", views.roadmap_docx, name="roadmap_docx"),
    path("o/<slug:slug>/meetings/<int:pk>/paper/", views.minutes_pdf, name="minutes_pdf"),
]
