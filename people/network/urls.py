"""Addresses of the room."""

from django.urls import path

from people.network import views

urlpatterns = [
    path("o/<slug:slug>/network/", views.network_list, name="network_list"),
    path("o/<slug:slug>/network/<int:pk>/ask/", views.network_ask, name="network_ask"),
    path("o/<slug:slug>/mentors/<int:pk>/network/", views.network_offer, name="network_offer"),
    path("o/<slug:slug>/mentors/<int:pk>/network/close/", views.network_close, name="network_close"),
    path("o/<slug:slug>/network/grants/<int:pk>/", views.grant_card, name="grant_card"),
    path("o/<slug:slug>/network/grants/<int:pk>/agree/", views.grant_agree, name="grant_agree"),
    path("o/<slug:slug>/network/grants/<int:pk>/sign/", views.grant_sign, name="grant_sign"),
    path("o/<slug:slug>/network/grants/<int:pk>/accept/", views.grant_accept, name="grant_accept"),
    path("o/<slug:slug>/network/grants/<int:pk>/refuse/", views.grant_refuse, name="grant_refuse"),
    path("o/<slug:slug>/network/grants/<int:pk>/end/", views.grant_end, name="grant_end"),
]
