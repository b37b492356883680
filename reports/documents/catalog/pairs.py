"""Papers about pairs and groups: the program, applications."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.dates import date_numeric
from programs.applications.models import Application
from programs.applications.selectors import reads_desk
from programs.plans.models import Program
from programs.plans.selectors import for_card
from reports.documents.applications import application_paper
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.program import program_paper


def _application_paper(application, actor):
    return application_paper(application, with_remark=reads_desk(application, actor))


KINDS = (
    PaperKind(
        code="program",
        label=gettext_lazy("Personalized program"),
        hint=gettext_lazy("With its event plan."),
        group=Group.PAIRS,
        rows=lambda actor: for_card(Program.objects.visible_to(actor)),
        make=lambda program, actor: program_paper(program, day=actor.today()),
        name=lambda program: _("Program “%(title)s”") % {"title": program.title},
    ),
    PaperKind(
        code="application",
        label=gettext_lazy("Application"),
        hint=gettext_lazy("What was asked for about a pair, with what was decided on it."),
        group=Group.PAIRS,
        rows=lambda actor: Application.objects.visible_to(actor).with_people(),
        make=_application_paper,
        name=lambda application: f"{application.get_kind_display()} {date_numeric(application.filed_on)}",
    ),
)
