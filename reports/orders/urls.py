"""Addresses of the room."""

from django.urls import path

from reports.orders.views import about, changing, deciding, drafting, founding, lines, reading, registering, visas

urlpatterns = [
    path("o/<slug:slug>/orders/", reading.order_list, name="order_list"),
    path("o/<slug:slug>/orders/journal.pdf", registering.order_journal_pdf, name="order_journal_pdf"),
    path("o/<slug:slug>/orders/journal.xlsx", registering.order_journal_workbook, name="order_journal_workbook"),
    path("o/<slug:slug>/orders/numbers/", registering.order_numbers, name="order_numbers"),
    path("o/<slug:slug>/orders/new/", drafting.order_draft, name="order_draft"),
    path("o/<slug:slug>/orders/kinds/", founding.order_new, name="order_new"),
    path("o/<slug:slug>/orders/new/regulation/", founding.order_adoption_draft, name="order_adoption_draft"),
    path("o/<slug:slug>/orders/new/curator/", founding.order_curator_draft, name="order_curator_draft"),
    path("o/<slug:slug>/orders/new/council/", founding.order_council_draft, name="order_council_draft"),
    path("o/<slug:slug>/orders/new/replacement/", changing.order_replacement_draft, name="order_replacement_draft"),
    path("o/<slug:slug>/applications/<int:pk>/order/", changing.order_for_application, name="order_for_application"),
    path("o/<slug:slug>/orders/new/programs/", changing.order_change_draft, name="order_change_draft"),
    path("o/<slug:slug>/orders/new/end/", changing.order_termination_draft, name="order_termination_draft"),
    path("o/<slug:slug>/orders/new/monitoring/", lines.order_monitoring_draft, name="order_monitoring_draft"),
    path("o/<slug:slug>/orders/new/final-event/", lines.order_final_event_draft, name="order_final_event_draft"),
    path("o/<slug:slug>/orders/new/encouragement/", lines.order_encouragement_draft, name="order_encouragement_draft"),
    path("o/<slug:slug>/orders/new/payment/", lines.order_payment_draft, name="order_payment_draft"),
    path("o/<slug:slug>/orders/new/release/", lines.order_release_draft, name="order_release_draft"),
    path("o/<slug:slug>/orders/<int:pk>/", reading.order_card, name="order_card"),
    path("o/<slug:slug>/orders/<int:pk>/pdf/", reading.order_pdf, name="order_pdf"),
    path("o/<slug:slug>/orders/<int:pk>/word/", reading.order_docx, name="order_docx"),
    path("o/<slug:slug>/orders/<int:pk>/cancel/", about.order_cancel_draft, name="order_cancel_draft"),
    path("o/<slug:slug>/orders/<int:pk>/change/", about.order_amend_draft, name="order_amend_draft"),
    path("o/<slug:slug>/orders/<int:pk>/visas/", visas.order_visas, name="order_visas"),
    path("o/<slug:slug>/orders/<int:pk>/visa/", visas.order_visa, name="order_visa"),
    path("o/<slug:slug>/orders/<int:pk>/edit/", drafting.order_edit, name="order_edit"),
    path("o/<slug:slug>/orders/<int:pk>/names/<int:employment>/", drafting.order_case_forms, name="order_case_forms"),
    path("o/<slug:slug>/orders/<int:pk>/submit/", drafting.order_submit, name="order_submit"),
    path("o/<slug:slug>/orders/<int:pk>/drop/", drafting.order_drop, name="order_drop"),
    path("o/<slug:slug>/orders/<int:pk>/return/", deciding.order_return, name="order_return"),
    path("o/<slug:slug>/orders/<int:pk>/sign/", deciding.order_sign, name="order_sign"),
    path("o/<slug:slug>/orders/<int:pk>/acknowledge/", deciding.order_acknowledge, name="order_acknowledge"),
    path(
        "o/<slug:slug>/orders/<int:pk>/paper-acquaintance/",
        deciding.order_paper_acknowledge,
        name="order_paper_acknowledge",
    ),
    path("o/<slug:slug>/orders/<int:pk>/remind/", deciding.order_remind, name="order_remind"),
]
