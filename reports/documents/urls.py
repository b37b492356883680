"""Addresses of the room."""

from django.urls import path

from reports.documents import views

urlpatterns = [
    path("o/<slug:slug>/programs/<int:pk>/paper/", views.program_pdf, name="program_pdf"),
    path("o/<slug:slug>/regulation/<int:pk>/paper/", views.regulation_pdf, name="regulation_pdf"),
    path("o/<slug:slug>/roadmaps/<int:pk>/paper/", views.roadmap_pdf, name="roadmap_pdf"),
    path("o/<slug:slug>/roadmaps/<int:pk>/word/", views.roadmap_docx, name="roadmap_docx"),
]
