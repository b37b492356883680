"""Addresses of the room."""

from django.urls import path

from people.organizations import views

urlpatterns = [
    path("installation/", views.installation, name="installation"),
    path("installation/organizations/new/", views.organization_create, name="organization_create"),
    path("installation/organizations/<int:pk>/", views.organization_card, name="organization_card"),
    path("installation/authorities/new/", views.authority_create, name="authority_create"),
    path("o/<slug:slug>/regulation/", views.regulation, name="regulation"),
]
