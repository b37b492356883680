"""Addresses of the room; every kind of paper of the catalog has one of its own."""

from django.urls import path

from reports.documents import views
from reports.documents.catalog import KINDS

urlpatterns = [
    path("o/<slug:slug>/consents/forms/", views.consent_forms_pdf, name="consent_forms_pdf"),
    path(
        "o/<slug:slug>/staff/<int:pk>/consents/<str:purpose>/form/", views.consent_blank_pdf, name="consent_blank_pdf"
    ),
    path("o/<slug:slug>/roadmaps/<int:pk>/word/", views.roadmap_docx, name="roadmap_docx"),
    *(
        path(f"o/<slug:slug>/papers/{kind.code}/<int:pk>/pdf/", views.paper, {"kind": kind}, name=f"paper_{kind.code}")
        for kind in KINDS
    ),
]
