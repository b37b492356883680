"""Meaning of the settings: publication, incentives, monitoring, reports and orders."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..papers import NUMBER_PLACES
from .base import Group, Setting

PUBLICATION = Group(
    "publication",
    _("Publication and incentives"),
    (
        Setting(
            "publication.timing",
            pgettext_lazy("regulation", "When results are published"),
            affects=(_("the page of the regulation"),),
        ),
        Setting(
            "publication.what",
            pgettext_lazy("regulation", "What is published"),
            affects=(_("consents to publication"),),
        ),
        Setting("publication.channels", _("Where it is published"), affects=(_("the page of the regulation"),)),
        Setting(
            "publication.section_required",
            _("The website has a section on mentoring"),
            affects=(_("the page of compliance"),),
        ),
        Setting("publication.section_title", _("Title of that section"), affects=(_("the page of the regulation"),)),
        Setting(
            "publication.section_url",
            _("Address of that section"),
            help=_("Begins with https://; empty until known."),
            affects=(_("the page of the regulation"),),
        ),
        Setting(
            "incentives.set_by_council",
            _("Incentives are worked out with the council"),
            affects=(_("the page of the regulation"),),
        ),
        Setting(
            "incentives.payment_basis",
            _("Ground of payments"),
            help=_("For example a regulation on pay."),
            affects=(_("the order on pairs"),),
        ),
        Setting("incentives.items", _("Ways to thank mentors"), affects=(_("the page of the regulation"),)),
        Setting(
            "payment.kind",
            _("What a mentor is paid"),
            affects=(
                _("the order on pairs"),
                _("the supplementary agreement"),
            ),
        ),
        Setting(
            "payment.amount",
            _("How much"),
            help=_("Roubles a month, percent of the salary or a coefficient."),
            affects=(
                _("the order on pairs"),
                _("the supplementary agreement"),
            ),
        ),
        Setting("payment.per_mentee", _("For every mentee"), affects=(_("the order on pairs"),)),
    ),
)

MONITORING = Group(
    "monitoring",
    _("Monitoring and reports"),
    (
        Setting(
            "monitoring.two_stage",
            _("Monitoring in two stages"),
            help=_("The process first, then its influence on the participants."),
            affects=(_("the page of monitoring"),),
        ),
        Setting("monitoring.indicators", _("Indicators"), affects=(_("the page of monitoring"),)),
        Setting("monitoring.survey_months", _("Months of surveys"), affects=(_("the page of the regulation"),)),
        Setting(
            "reporting.recipients",
            pgettext_lazy("regulation", "Who gets reports"),
            affects=(_("the page of the regulation"),),
        ),
        Setting("reporting.schedule", _("How often reports go out"), affects=(_("the page of the regulation"),)),
        Setting(
            "reporting.partners", _("With whom the work is coordinated"), affects=(_("the page of the regulation"),)
        ),
        Setting(
            "reporting.statistical_forms", _("Statistical forms are kept"), affects=(_("the statistical workbook"),)
        ),
    ),
)

PAPERS = Group(
    "papers",
    _("Orders and legal bases"),
    (
        Setting(
            "orders.numbering",
            _("Who gives the number"),
            help=_("By hand: the school keeps one register for everything, and the head types the number on signing."),
            affects=(
                _("numbers of orders"),
                _("the page of the signature"),
            ),
        ),
        Setting(
            "orders.number_format",
            _("How a number is written"),
            help=format_lazy(
                _("{number} is the number, {suffix} the sign after it, {year} the year: {number}{suffix}."),
                **NUMBER_PLACES,
            ),
            affects=(_("numbers of orders"),),
        ),
        Setting(
            "orders.suffix",
            _("Sign after the number"),
            help=_("For example /1 or -од; may be empty."),
            affects=(_("numbers of orders"),),
        ),
        Setting("orders.series", _("Registers of their own for some orders"), affects=(_("numbers of orders"),)),
        Setting(
            "orders.inherit_bases",
            _("Acts of the region and the municipality are cited"),
            affects=(_("the preamble of orders"),),
        ),
        Setting("orders.series_title", _("Name of the register"), affects=(_("the list of orders"),)),
        Setting(
            "orders.purpose",
            _("Purpose in the preamble"),
            help=_("For example «в целях …»; may be empty."),
            affects=(_("the preamble of orders"),),
        ),
        Setting(
            "orders.control",
            _("Point on control"),
            help=_("A whole sentence."),
            affects=(_("the last point of orders"),),
        ),
        Setting("orders.date_style", _("How dates are written"), affects=(_("orders"),)),
        Setting("orders.acquaintance", _("How people sign that they read"), affects=(_("orders"),)),
        Setting(
            "orders.acquaint_within",
            _("Orders are read within, working days"),
            help=_("Then the program reminds by itself; empty: it does not."),
            affects=(_("reminders to those an order names"),),
        ),
        Setting(
            "legal_bases",
            _("Legal bases"),
            help=_("Acts cited in orders, in this order."),
            affects=(_("the preamble of orders"),),
        ),
        Setting("gost_edition", _("Edition of GOST R 7.0.97"), affects=(_("the layout of papers"),)),
    ),
)
