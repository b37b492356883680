"""Addresses of the room."""

from django.urls import path

from programs.appointments import views

urlpatterns = [path("o/<slug:slug>/duties/", views.appointment_list, name="appointment_list")]
