"""Addresses of the room."""

from django.urls import path

from reports.printing import views

urlpatterns = [
    path("o/<slug:slug>/papers/", views.papers, name="papers"),
    path("o/<slug:slug>/papers/<slug:code>/", views.papers_of_kind, name="papers_of_kind"),
    path("o/<slug:slug>/papers/together/<int:pk>/", views.print_card, name="print_card"),
    path("o/<slug:slug>/papers/together/<int:pk>/file/", views.print_file, name="print_file"),
    path("o/<slug:slug>/papers/together/<int:pk>/again/", views.print_again, name="print_again"),
]
