"""Addresses of the room."""

from django.urls import path

from programs.support import views

urlpatterns = [
    path("o/<slug:slug>/support/", views.support_list, name="support_list"),
    path("o/<slug:slug>/support/<int:pk>/", views.support_card, name="support_card"),
    path("o/<slug:slug>/support/<int:pk>/take/", views.support_take, name="support_take"),
    path("o/<slug:slug>/support/<int:pk>/ask/", views.support_ask, name="support_ask"),
    path("o/<slug:slug>/support/<int:pk>/contact/", views.support_contact, name="support_contact"),
    path("o/<slug:slug>/support/contacts/<int:pk>/edit/", views.support_contact_edit, name="support_contact_edit"),
    path(
        "o/<slug:slug>/support/contacts/<int:pk>/remove/", views.support_contact_remove, name="support_contact_remove"
    ),
]
