"""Meaning of the settings: programs, their end, the roadmap."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Group, Setting

PROGRAMS = Group(
    "programs",
    _("Programs"),
    (
        Setting(
            "program.term",
            _("How the length is set"),
            affects=(
                _("the term of a pair"),
                _("the term of a program"),
            ),
        ),
        Setting("program.min_months", _("Shortest program, months"), affects=(_("the term of a program"),)),
        Setting("program.max_months", _("Longest program, months"), affects=(_("the term of a program"),)),
        Setting(
            "program.extension_allowed",
            pgettext_lazy("regulation", "Extension is possible"),
            affects=(_("the page of a program"),),
        ),
        Setting("program.extension_requires", _("Who agrees to an extension"), affects=(_("the page of a program"),)),
        Setting("program.shortening_allowed", _("Shortening is possible"), affects=(_("the page of a program"),)),
        Setting("program.correction_allowed", _("Correction is possible"), affects=(_("the page of a program"),)),
        Setting(
            "program.needs_order",
            _("Programs are approved by an order"),
            affects=(_("the way of a program to its approval"),),
        ),
        Setting(
            "program.template_in_annex",
            _("The regulation has a template of the program"),
            affects=(_("the page of the regulation"),),
        ),
        Setting(
            "program.directions",
            _("Directions of work"),
            affects=(
                _("the plan of a program"),
                _("the catalog of competences"),
            ),
        ),
        Setting(
            "program.title_stamps", _("Stamps on the title page of a program"), affects=(_("the print of a program"),)
        ),
        Setting(
            "program.plan_columns",
            _("Further columns of the plan"),
            affects=(
                _("the plan of a program"),
                _("the print of a program"),
            ),
        ),
        Setting(
            "program.plan_within",
            _("The plan is ready within, working days"),
            help=_("Counted from the order; empty: no term."),
            affects=(_("reminders to mentors"),),
        ),
        Setting(
            "program.report_within",
            _("The report is ready within, working days"),
            help=_("Counted from the end; empty: no term."),
            affects=(_("reminders to mentors"),),
        ),
        Setting("iom.enabled", _("Individual educational routes"), affects=(_("the page of the regulation"),)),
        Setting("iom.min_years", _("Shortest route, years"), affects=(_("the page of the regulation"),)),
        Setting("iom.max_years", _("Longest route, years"), affects=(_("the page of the regulation"),)),
        Setting(
            "iom.tutor",
            _("Tutor of the route"),
            help=_("Who guides it, as a post or an organization."),
            affects=(_("the page of the regulation"),),
        ),
        Setting("iom.steps", _("Steps of the route"), affects=(_("the page of the regulation"),)),
    ),
)

COMPLETION = Group(
    "completion",
    _("Completion"),
    (
        Setting(
            "completion.reasons",
            pgettext_lazy("regulation", "Reasons to end a program"),
            affects=(_("the end of a program or a pair"),),
        ),
        Setting("final_event.types", _("What closes the year"), affects=(_("the page of the regulation"),)),
        Setting("final_event.needs_order", _("The final event needs an order"), affects=(_("orders of the roadmap"),)),
    ),
)

COLUMN_TITLES = {
    "number": _("Title of the numbers"),
    "stage": _("Title of the stages"),
    "activity": _("Title of the activity"),
    "content": _("Title of the content"),
    "dates": _("Title of the dates"),
    "responsible": _("Title of the responsible"),
    "result": _("Title of the planned result"),
    "document": _("Title of the kind of document"),
}
_USUAL_TITLE = _("As the table of the regulation has it. Left empty: the usual words.")

ROADMAP = Group(
    "roadmap",
    _("Roadmap"),
    (
        Setting("roadmap.about", _("Title after the words «Дорожная карта»"), affects=(_("the print of the roadmap"),)),
        Setting(
            "roadmap.division", _("What its parts are called"), affects=(_("the pages and the print of the roadmap"),)
        ),
        Setting("roadmap.years", _("How many years it runs"), affects=(_("dates of the roadmap"),)),
        Setting("roadmap.approved_by", _("How it is approved"), affects=(_("the way of the roadmap to its approval"),)),
        Setting(
            "roadmap.written_for",
            _("School year the wording speaks of"),
            help=_(
                "The year it begins in: years in the wording move with every new roadmap; empty: the wording stays."
            ),
            affects=(_("dates of the roadmap"),),
        ),
        Setting("roadmap.numbering", _("What is numbered in print"), affects=(_("the print of the roadmap"),)),
        Setting("roadmap.columns.dates", _("Column of dates"), affects=(_("the print of the roadmap"),)),
        Setting(
            "roadmap.columns.responsible", _("Column of the responsible"), affects=(_("the print of the roadmap"),)
        ),
        Setting("roadmap.columns.activity", _("Column of the activity"), affects=(_("the print of the roadmap"),)),
        Setting("roadmap.columns.result", _("Column of the planned result"), affects=(_("the print of the roadmap"),)),
        Setting(
            "roadmap.columns.document", _("Column of the kind of document"), affects=(_("the print of the roadmap"),)
        ),
        *(
            Setting(f"roadmap.titles.{column}", label, help=_USUAL_TITLE, affects=(_("the print of the roadmap"),))
            for column, label in COLUMN_TITLES.items()
        ),
        Setting(
            "roadmap.titles.note",
            _("Footnote under the table"),
            help=_("Put its sign at the end of the title it belongs to, for example: ¹."),
            affects=(_("the print of the roadmap"),),
        ),
        Setting(
            "roadmap.stages",
            _("Stages with their items"),
            help=_("What is done in the year, when and by whom."),
            affects=(_("the roadmap of the next year"),),
        ),
    ),
)
