"""Meaning of the settings: banks, consents, forms, kinds, pairs."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Group, Setting

BANKS = Group(
    "banks",
    _("Banks and consents"),
    (
        Setting("bank.keeper", _("Who keeps the banks"), affects=(_("the page of the regulation"),)),
        Setting("bank.co_keeper_role", _("Who else keeps them"), affects=(_("who may change the cards of the banks"),)),
        Setting(
            "bank.refresh_interval", _("How often cards are confirmed"), affects=(_("the list of cards to confirm"),)
        ),
        Setting("bank.refresh_months", _("Months of the confirmation"), affects=(_("the list of cards to confirm"),)),
        Setting(
            "bank.mentors_visible_to_staff",
            _("The staff sees the open part of the bank of mentors"),
            affects=(_("the bank of mentors"),),
        ),
        Setting(
            "bank.shared_with_municipality",
            _("The bank goes to the municipality"),
            affects=(_("the consent to pass data on"),),
        ),
        Setting(
            "bank.max_mentees",
            _("Most mentees of one mentor"),
            help=_("Whatever a mentor wishes; empty: no limit."),
            affects=(
                _("the card of a mentor"),
                _("the proposal of a pair"),
            ),
        ),
        Setting(
            "bank.enter_on_hiring",
            _("A newly hired teacher becomes a mentee without a request"),
            affects=(_("the bank of mentees"),),
        ),
        Setting(
            "consent.mentor_required",
            _("Written consent of the mentor"),
            affects=(_("consents before the order on pairs"),),
        ),
        Setting(
            "consent.mentee_required",
            _("Written consent of the mentee"),
            affects=(_("consents before the order on pairs"),),
        ),
        Setting(
            "consent.personal_data_required",
            _("Consent to the use of personal data"),
            affects=(
                _("who may enter the bank of mentors"),
                _("who may enter the bank of mentees"),
            ),
        ),
        Setting("consent.separate", _("Every purpose on a sheet of its own"), affects=(_("the papers of consents"),)),
        Setting(
            "agreement.required",
            _("Supplementary agreement with the mentor"),
            affects=(_("papers of the order on pairs"),),
        ),
        Setting(
            "agreement.mentor_notice_days",
            _("Notice of a mentor who resigns, working days"),
            help=_("0: reminded, not demanded."),
            affects=(_("the supplementary agreement"),),
        ),
        Setting(
            "agreement.employer_notice_days",
            _("Notice of the employer, working days"),
            help=_("At least 3 by the Labor Code."),
            affects=(_("the supplementary agreement"),),
        ),
    ),
)

FORMS = Group(
    "forms",
    _("Forms and kinds"),
    (
        Setting(
            "forms.open_list",
            pgettext_lazy("regulation", "Other forms are possible"),
            help=_("The regulation says «и другие»."),
            affects=(_("the page of the regulation"),),
        ),
        Setting(
            "forms.items",
            _("Forms of mentoring"),
            help=_("Who mentors whom."),
            affects=(
                _("the proposal of a pair"),
                _("the order on pairs"),
            ),
        ),
        Setting(
            "kinds.print_as",
            _("What papers call the kinds"),
            affects=(
                _("the order on pairs"),
                _("the print of a program"),
            ),
        ),
        Setting("kinds.combinable", _("A pair may have several kinds"), affects=(_("the proposal of a pair"),)),
        Setting(
            "kinds.items",
            _("Kinds of mentoring"),
            help=_("How they work together."),
            affects=(
                _("the proposal of a pair"),
                _("the order on pairs"),
            ),
        ),
    ),
)

PAIRS = Group(
    "pairs",
    _("Pairs and their approval"),
    (
        Setting(
            "pairing.approvals",
            _("Who approves a pair before the order"),
            help=_("Step by step after both agreed; empty: straight to the order."),
            affects=(_("the way of a pair to the order"),),
        ),
    ),
)
