"""Addresses of the room."""

from django.urls import path

from people.consents import views

urlpatterns = [
    path("o/<slug:slug>/consents/", views.consent_list, name="consent_list"),
    path("o/<slug:slug>/consents/mine/", views.consent_mine, name="consent_mine"),
    path("o/<slug:slug>/consents/<int:pk>/", views.consent_card, name="consent_card"),
    path("o/<slug:slug>/consents/<int:pk>/give/", views.consent_give, name="consent_give"),
    path("o/<slug:slug>/consents/<int:pk>/refuse/", views.consent_refuse, name="consent_refuse"),
    path("o/<slug:slug>/consents/<int:pk>/withdraw/", views.consent_withdraw, name="consent_withdraw"),
    path("o/<slug:slug>/consents/<int:pk>/scan/", views.consent_scan, name="consent_scan"),
    # These two start from a staff card, before there is a consent to point at.
    path("o/<slug:slug>/staff/<int:pk>/consents/<str:purpose>/ask/", views.consent_request, name="consent_request"),
    path("o/<slug:slug>/staff/<int:pk>/consents/<str:purpose>/paper/", views.consent_paper, name="consent_paper"),
]
