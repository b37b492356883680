"""Papers about pairs and groups: the program, applications."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.dates import date_numeric
from programs.applications.models import Application
from programs.applications.selectors import reads_desk, reads_reason
from programs.plans.models import Program
from programs.plans.selectors import for_card
from reports.documents.applications import application_paper
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.program import program_paper

MENTOR = "mentorship__mentor_entry__employment__person__search_key"
MENTEE = "mentorship__members__mentee_person__search_key"


def _program_name(program):
    return _("Program “%(title)s”, %(name)s") % {"title": program.title, "name": program.mentorship.mentor.short_name}


def _applications(actor):
    """Those whose reason the actor reads: the paper has it in it."""
    rows = Application.objects.visible_to(actor).with_people()
    return rows.filter(pk__in=[row.pk for row in rows if reads_reason(row, actor)])


def _application_paper(application, actor):
    return application_paper(application, with_remark=reads_desk(application, actor))


KINDS = (
    PaperKind(
        code="program",
        label=gettext_lazy("Personalized program"),
        hint=gettext_lazy("With its event plan."),
        group=Group.PAIRS,
        rows=lambda actor: for_card(Program.objects.open_to(actor)),
        make=lambda program, actor: program_paper(program, day=actor.today()),
        name=_program_name,
        about=lambda program: f"{program.mentorship}: {program.title}",
        on="starts_on",
        search=("search_key", MENTOR, MENTEE),
        by_name=(MENTOR,),
        empty=gettext_lazy("A program is begun on the card of its pair."),
        source="programs:program_list",
    ),
    PaperKind(
        code="application",
        label=gettext_lazy("Application"),
        hint=gettext_lazy("What was asked for about a pair, with what was decided on it."),
        group=Group.PAIRS,
        rows=_applications,
        make=_application_paper,
        name=lambda application: f"{application.get_kind_display()} {date_numeric(application.filed_on)}",
        about=lambda application: f"{application.get_kind_display()}: {application.mentorship}",
        on="filed_on",
        search=(MENTOR, MENTEE),
        by_name=("kind", MENTOR),
        empty=gettext_lazy("Applications are filed on the card of a pair."),
        source="programs:application_list",
    ),
)
