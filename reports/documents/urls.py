"""Addresses of the room; every kind of paper of the catalog has one of its own."""

from django.urls import path

from reports.documents import views
from reports.documents.catalog import KINDS
from reports.documents.stationery import views as templates

urlpatterns = [
    path("o/<slug:slug>/papers/templates/", templates.template_list, name="template_list"),
    path("o/<slug:slug>/papers/templates/kind/", templates.template_card, name="template_card"),
    path("o/<slug:slug>/papers/templates/start/", templates.template_start, name="template_start"),
    path("o/<slug:slug>/papers/template/<int:pk>/file/", templates.template_file, name="template_file"),
    path("o/<slug:slug>/papers/template/<int:pk>/use/", templates.template_use, name="template_use"),
    path("o/<slug:slug>/papers/template/<int:pk>/put-away/", templates.template_put_away, name="template_put_away"),
    *(
        path(f"o/<slug:slug>/papers/{kind.code}/<int:pk>/pdf/", views.paper, {"kind": kind}, name=f"paper_{kind.code}")
        for kind in KINDS
    ),
]
