"""Addresses of the room; the PDF of each kind has its address in the one list of papers."""

from django.urls import path

from reports.issued.views import batch, deciding, drafting, reading

_ONE = "o/<slug:slug>/issued/<int:pk>/"
urlpatterns = [
    path("o/<slug:slug>/issued/", reading.issued_list, name="issued_list"),
    path("o/<slug:slug>/issued/new/certificate/", drafting.issued_certificate_draft, name="issued_certificate_draft"),
    path("o/<slug:slug>/issued/new/certificates/", batch.issued_certificate_batch, name="issued_certificate_batch"),
    path("o/<slug:slug>/issued/new/thanks/", drafting.issued_thanks_draft, name="issued_thanks_draft"),
    path("o/<slug:slug>/issued/new/record/", drafting.issued_record_draft, name="issued_record_draft"),
    path("o/<slug:slug>/issued/new/letter/", drafting.issued_letter_draft, name="issued_letter_draft"),
    path("o/<slug:slug>/issued/new/act/", drafting.issued_act_draft, name="issued_act_draft"),
    path("o/<slug:slug>/issued/send/", drafting.issued_send, name="issued_send"),
    path("o/<slug:slug>/issued/sign/", deciding.issued_signing, name="issued_signing"),
    path(_ONE, reading.issued_card, name="issued_card"),
    path(f"{_ONE}edit/", drafting.issued_edit, name="issued_edit"),
    path(f"{_ONE}submit/", drafting.issued_submit, name="issued_submit"),
    path(f"{_ONE}drop/", drafting.issued_drop, name="issued_drop"),
    path(f"{_ONE}return/", deciding.issued_return, name="issued_return"),
    path(f"{_ONE}annul/", deciding.issued_annul, name="issued_annul"),
]
