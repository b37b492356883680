"""Addresses of the room."""

from django.urls import path

from people.lists import views

urlpatterns = [
    path("o/<slug:slug>/lists/columns/", views.list_columns, name="list_columns"),
    path("o/<slug:slug>/lists/views/", views.view_save, name="view_save"),
    path("o/<slug:slug>/lists/views/<int:pk>/remove/", views.view_remove, name="view_remove"),
]
