"""Addresses of the room."""

from django.urls import path

from reports.orders.views import acquaintance, by_hand, changing, deciding, drafting, files, founding, reading

urlpatterns = [
    path("o/<slug:slug>/orders/", reading.order_list, name="order_list"),
    path("o/<slug:slug>/orders/new/", drafting.order_draft, name="order_draft"),
    path("o/<slug:slug>/orders/kinds/", founding.order_new, name="order_new"),
    path("o/<slug:slug>/orders/new/regulation/", founding.order_adoption_draft, name="order_adoption_draft"),
    path("o/<slug:slug>/orders/new/curator/", founding.order_curator_draft, name="order_curator_draft"),
    path("o/<slug:slug>/orders/new/council/", founding.order_council_draft, name="order_council_draft"),
    path("o/<slug:slug>/orders/new/replacement/", changing.order_replacement_draft, name="order_replacement_draft"),
    path("o/<slug:slug>/applications/<int:pk>/order/", changing.order_for_application, name="order_for_application"),
    path("o/<slug:slug>/orders/new/programs/", changing.order_change_draft, name="order_change_draft"),
    path("o/<slug:slug>/orders/new/end/", changing.order_termination_draft, name="order_termination_draft"),
    path("o/<slug:slug>/orders/<int:pk>/", reading.order_card, name="order_card"),
    path("o/<slug:slug>/orders/<int:pk>/pdf/", reading.order_pdf, name="order_pdf"),
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
    path("o/<slug:slug>/orders/<int:pk>/by-hand/", by_hand.order_hand_signed, name="order_hand_signed"),
    path("o/<slug:slug>/orders/<int:pk>/by-hand/pdf/", by_hand.order_hand_pdf, name="order_hand_pdf"),
    path("o/<slug:slug>/orders/<int:pk>/signatures/new/", files.order_signature_add, name="order_signature_add"),
    path("o/<slug:slug>/orders/<int:pk>/signatures/zip/", files.order_bundle_zip, name="order_bundle_zip"),
    path("o/<slug:slug>/orders/<int:pk>/files/<int:file>/", files.order_file, name="order_file"),
    path("o/<slug:slug>/orders/<int:pk>/acquaintance/", acquaintance.order_acquaintance, name="order_acquaintance"),
    path("o/<slug:slug>/orders/<int:pk>/acquaintance/add/", acquaintance.order_reader_add, name="order_reader_add"),
    path("o/<slug:slug>/orders/<int:pk>/remind/", deciding.order_remind, name="order_remind"),
]
