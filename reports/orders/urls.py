"""Addresses of the room."""

from django.urls import path

from reports.orders.views import changing, deciding, drafting, founding, programs, reading, reporting

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
    path("o/<slug:slug>/orders/new/approval/", programs.order_programs_draft, name="order_programs_draft"),
    path("o/<slug:slug>/orders/new/results/", programs.order_results_draft, name="order_results_draft"),
    path("o/<slug:slug>/orders/new/report/", reporting.order_report_draft, name="order_report_draft"),
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
    path("o/<slug:slug>/orders/<int:pk>/remind/", deciding.order_remind, name="order_remind"),
]
