"""Addresses of the room."""

from django.urls import path

from people.consents import views

urlpatterns = [
    path("o/<slug:slug>/consents/", views.consent_list, name="consent_list"),
    path("o/<slug:slug>/consents/register/", views.consent_register, name="consent_register"),
    path("o/<slug:slug>/consents/register.xlsx", views.consent_register_workbook, name="consent_register_workbook"),
    path("o/<slug:slug>/consents/missing/", views.consent_missing, name="consent_missing"),
    path("o/<slug:slug>/consents/missing/remind/", views.consent_remind, name="consent_remind"),
    path("o/<slug:slug>/consents/mine/", views.consent_mine, name="consent_mine"),
    path("o/<slug:slug>/consents/texts/", views.consent_text_list, name="consent_text_list"),
    path("o/<slug:slug>/consents/texts/<int:pk>/", views.consent_text_card, name="consent_text_card"),
    path("o/<slug:slug>/consents/texts/<int:pk>/new/", views.consent_text_create, name="consent_text_create"),
    path("o/<slug:slug>/consents/<int:pk>/", views.consent_card, name="consent_card"),
    path("o/<slug:slug>/consents/<int:pk>/give/", views.consent_give, name="consent_give"),
    path("o/<slug:slug>/consents/<int:pk>/refuse/", views.consent_refuse, name="consent_refuse"),
    path("o/<slug:slug>/consents/<int:pk>/renew/", views.consent_renew, name="consent_renew"),
    path("o/<slug:slug>/consents/<int:pk>/withdraw/", views.consent_withdraw, name="consent_withdraw"),
    path("o/<slug:slug>/consents/<int:pk>/scan/", views.consent_scan, name="consent_scan"),
    # These start from a staff card, before there is a consent or an agreement to point at.
    path("o/<slug:slug>/staff/<int:pk>/consents/<str:purpose>/ask/", views.consent_request, name="consent_request"),
    path("o/<slug:slug>/staff/<int:pk>/consents/<str:purpose>/paper/", views.consent_paper, name="consent_paper"),
    path("o/<slug:slug>/staff/<int:pk>/agreements/new/", views.agreement_create, name="agreement_create"),
    path("o/<slug:slug>/agreements/", views.agreement_list, name="agreement_list"),
    path("o/<slug:slug>/agreements.xlsx", views.agreement_workbook, name="agreement_workbook"),
    path("o/<slug:slug>/agreements/<int:pk>/", views.agreement_card, name="agreement_card"),
    path("o/<slug:slug>/agreements/<int:pk>/edit/", views.agreement_edit, name="agreement_edit"),
    path("o/<slug:slug>/agreements/<int:pk>/drop/", views.agreement_drop, name="agreement_drop"),
    path("o/<slug:slug>/agreements/<int:pk>/sign/", views.agreement_sign, name="agreement_sign"),
    path("o/<slug:slug>/agreements/<int:pk>/notice/", views.agreement_notice, name="agreement_notice"),
    path("o/<slug:slug>/agreements/<int:pk>/scan/", views.agreement_scan, name="agreement_scan"),
]
