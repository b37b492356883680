"""Papers about pairs and groups: the program, applications."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.dates import date_numeric
from people.accounts.states import Role
from programs.applications.models import Application
from programs.applications.selectors import CONFIDED, reads_desk, reads_reason
from programs.mentorships.models import Mentorship
from programs.mentorships.states import RUNNING, MentorshipState
from programs.plans.models import Program
from programs.plans.selectors import for_card
from reports.documents.applications import application_paper
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.program import program_paper
from reports.documents.statements import encouragement_paper, pair_consents_paper

MENTOR = "mentorship__mentor_entry__employment__person__search_key"
MENTEE = "mentorship__members__mentee_person__search_key"


def _program_name(program):
    return _("Program “%(title)s”, %(name)s") % {"title": program.title, "name": program.mentorship.mentor.short_name}


def _applications(actor):
    """Those whose reason the actor reads: the paper has it in it."""
    rows = Application.objects.visible_to(actor)
    confided = rows.filter(kind__in=CONFIDED).select_related("mentorship__mentor_entry__employment")
    confided = confided.prefetch_related("mentorship__members")
    return rows.with_people().exclude(pk__in=[row.pk for row in confided if not reads_reason(row, actor)])


def _application_paper(application, actor):
    return application_paper(application, with_remark=reads_desk(application, actor))


def _pairs(actor):
    """For those who prepare and decide: what stands in these papers is about both sides."""
    rows = Mentorship.objects.visible_to(actor).with_people().prefetch_related("programs__events")
    return rows if actor.has(Role.DIRECTOR, Role.CURATOR) else rows.none()


def _worked(actor):
    """Pairs at work and those that completed it: of nobody else there is anything to tell."""
    return _pairs(actor).filter(state__in=(*RUNNING, MentorshipState.COMPLETED))


def _pair_kind(code, label, hint, make, name, rows=_pairs):
    """A kind made of pairs and groups."""
    return PaperKind(
        code=code,
        label=label,
        hint=hint,
        group=Group.PAIRS,
        rows=rows,
        make=make,
        name=lambda pair: name() % {"name": pair.mentor.short_name},
        on="starts_on",
        search=("mentor_entry__employment__person__search_key", "members__mentee_person__search_key"),
        by_name=("mentor_entry__employment__person__search_key",),
        empty=gettext_lazy("Propose a pair first."),
        source="programs:mentorship_list",
    )


def program_kind(code, label, hint, group, make, name, empty, *reads):
    """A kind made of programs as of the actor's day; ``reads`` is what the paper takes of them besides the card."""
    return PaperKind(
        code=code,
        label=label,
        hint=hint,
        group=group,
        rows=lambda actor: for_card(Program.objects.open_to(actor)).prefetch_related(*reads),
        make=lambda program, actor: make(program, day=actor.today()),
        name=name,
        about=lambda program: f"{program.mentorship}: {program.title}",
        on="starts_on",
        search=("search_key", MENTOR, MENTEE),
        by_name=(MENTOR,),
        empty=empty,
        source="programs:program_list",
    )


KINDS = (
    program_kind(
        "program",
        gettext_lazy("Personalized program"),
        gettext_lazy("With its event plan."),
        Group.PAIRS,
        program_paper,
        _program_name,
        gettext_lazy("A program is begun on the card of its pair."),
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
    _pair_kind(
        "pair_consent",
        gettext_lazy("Consents to a pair"),
        gettext_lazy("Of the mentor and of each mentee, a sheet each."),
        lambda pair, actor: pair_consents_paper(pair),
        lambda: _("Consents to the pair of %(name)s"),
    ),
    _pair_kind(
        "encouragement",
        gettext_lazy("Representation on encouragement"),
        gettext_lazy("The work of a mentor in figures of the programs."),
        lambda pair, actor: encouragement_paper(pair, day=actor.today()),
        lambda: _("Representation on encouragement, %(name)s"),
        rows=_worked,
    ),
)
