"""Meaning of the settings: people and whom to choose."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Group, Setting

PEOPLE = Group(
    "people",
    _("Curator, council, psychologist"),
    (
        Setting(
            "curator.required",
            _("There is a curator"),
            help=_("No: the head may do without one."),
            affects=(
                _("the order on the curator"),
                _("the page of compliance"),
            ),
        ),
        Setting(
            "curator.must_be_deputy",
            _("The curator is one of the deputies of the head"),
            help=_("No: anybody may be the curator."),
            affects=(_("who may be named in the order on the curator"),),
        ),
        Setting(
            "curator.also_posts",
            _("Other posts the curator may hold"),
            help=_("One post per line, in small letters, nominative."),
            affects=(_("who may be named in the order on the curator"),),
        ),
        Setting(
            "curator.may_be_head",
            _("The head may be the curator"),
            affects=(_("who may be named in the order on the curator"),),
        ),
        Setting(
            "curator.allow_external",
            pgettext_lazy("regulation", "The curator may come from outside"),
            help=_("For example from a social partner."),
            affects=(_("who may be named in the order on the curator"),),
        ),
        Setting("curator.most", _("Most curators at once"), affects=(_("the order on the curator"),)),
        Setting(
            "curator.scopes",
            _("What several curators share"),
            help=_("For example by subject association; empty: each curator sees to everything."),
            affects=(
                _("the order on the curator"),
                _("the account of a curator"),
            ),
        ),
        Setting(
            "curator.helpers",
            _("Duties beside the curator's"),
            help=_("A coordinator, a project group: named by the same order."),
            affects=(_("the order on the curator"),),
        ),
        Setting(
            "curator.title_text",
            _("What the curator is called"),
            help=_("In small letters, as in the regulation."),
            affects=(_("orders and programs"),),
        ),
        Setting(
            "council.presence",
            _("Methodical body of mentors"),
            affects=(
                _("the order on the council"),
                _("the menu"),
            ),
        ),
        Setting(
            "council.label", pgettext_lazy("regulation", "What it is called"), affects=(_("the order on the council"),)
        ),
        Setting(
            "council.approves_programs",
            _("It looks over programs"),
            affects=(_("the way of a program to its approval"),),
        ),
        Setting(
            "council.mediation",
            pgettext_lazy("regulation", "It mediates in disputes"),
            affects=(_("the page of the regulation"),),
        ),
        Setting("council.arbitration", _("It decides disputes"), affects=(_("the page of the regulation"),)),
        Setting("council.with_trade_union", _("The trade union takes part"), affects=(_("the order on the council"),)),
        Setting(
            "psychologist.mode",
            pgettext_lazy("regulation", "Psychological support"),
            affects=(_("the list of those who look for a mentor"),),
        ),
    ),
)

SELECTION = Group(
    "selection",
    _("Whom to choose"),
    (
        Setting(
            "criteria.mentor",
            pgettext_lazy("regulation", "How mentors are chosen"),
            affects=(
                _("the card of a mentor"),
                _("the proposal of a pair"),
            ),
        ),
        Setting("criteria.mentor_competences", _("What a mentor must know"), affects=(_("the card of a mentor"),)),
        Setting(
            "criteria.thresholds.teaching_years",
            _("Years of teaching, at least"),
            help=_("Empty: asked of nobody."),
            affects=(_("who may enter the bank of mentors"),),
        ),
        Setting(
            "criteria.thresholds.subject_years",
            _("Years in the same subject, at least"),
            help=_("Empty: asked of nobody."),
            affects=(_("who may enter the bank of mentors"),),
        ),
        Setting(
            "criteria.thresholds.organization_years",
            _("Years in the organization, at least"),
            help=_("Empty: asked of nobody."),
            affects=(_("who may enter the bank of mentors"),),
        ),
        Setting(
            "criteria.mentee_categories",
            pgettext_lazy("regulation", "Who may ask for a mentor"),
            affects=(_("the card of a mentee"),),
        ),
        Setting(
            "criteria.mentee_grounds",
            _("Conditions to become a mentee"),
            help=_("All conditions of one ground together; one ground of the list is enough."),
            affects=(_("who may enter the bank of mentees"),),
        ),
        Setting(
            "criteria.pair", pgettext_lazy("regulation", "What joins a pair"), affects=(_("the proposal of a pair"),)
        ),
        Setting(
            "young_teacher.max_age", _("A young teacher: not older than"), affects=(_("figures on young teachers"),)
        ),
        Setting(
            "young_teacher.max_experience_years",
            _("A young teacher: experience up to, years"),
            affects=(_("figures on young teachers"),),
        ),
    ),
)
