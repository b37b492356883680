"""Addresses of the room."""

from django.urls import path

from reports.orders.views import changing, deciding, drafting, editing, founding, reading, wordings

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
    path("o/<slug:slug>/orders/<int:pk>/edit/", editing.order_edit, name="order_edit"),
    path("o/<slug:slug>/orders/<int:pk>/preview/", editing.order_preview, name="order_preview"),
    path("o/<slug:slug>/orders/<int:pk>/names/<int:employment>/", editing.order_case_forms, name="order_case_forms"),
    path("o/<slug:slug>/orders/<int:pk>/wording/", wordings.wording_from_order, name="wording_from_order"),
    path("o/<slug:slug>/wordings/", wordings.wording_list, name="wording_list"),
    path("o/<slug:slug>/wordings/new/", wordings.wording_new, name="wording_new"),
    path("o/<slug:slug>/wordings/preview/", wordings.wording_preview, name="wording_preview"),
    path("o/<slug:slug>/wordings/<int:pk>/", wordings.wording_card, name="wording_card"),
    path("o/<slug:slug>/wordings/<int:pk>/pdf/", wordings.wording_pdf, name="wording_pdf"),
    path("o/<slug:slug>/wordings/<int:pk>/edit/", wordings.wording_edit, name="wording_edit"),
    path("o/<slug:slug>/wordings/<int:pk>/use/", wordings.wording_use, name="wording_use"),
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
