"""Journals and registers: made of the plan and of what was signed, nobody types them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.dates import date_numeric
from people.accounts.states import Role
from people.consents.models import REGISTER_READERS
from people.organizations.models import Organization
from programs.council.models import Meeting
from programs.orders.models import Order, OrderSeries
from programs.orders.selectors import journal_of, with_marks
from programs.plans.models import Event
from programs.plans.states import PUT_ASIDE, EventForm
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.catalog.pairs import MENTEE, MENTOR, program_kind
from reports.documents.register import register_paper
from reports.documents.sheets.journals import attendance_paper, journal_paper, visit_paper
from reports.documents.sheets.registers import acquaintance_paper, consent_register_paper

VISITS = (EventForm.VISIT, EventForm.OPEN_LESSON)
ACQUAINTANCE_KEEPERS = (Role.DIRECTOR, Role.CURATOR)
ORDER_KEEPERS = (*ACQUAINTANCE_KEEPERS, Role.COUNCIL, Role.SYSADMIN)


def _visits(actor):
    rows = Event.objects.visible_to(actor).filter(program__mentorship__organization=actor.organization)
    return rows.with_program().filter(form__in=VISITS).exclude(state__in=PUT_ASIDE).distinct()


def _meetings(actor):
    return Meeting.objects.visible_to(actor).with_day().select_related("organization", "secretary__person")


def _consent_register(actor):
    here = Organization.objects.filter(pk=actor.organization.pk)
    return here if actor.has(*REGISTER_READERS) else here.none()


def _series(*roles):
    """The registers of orders, year by year, for those who keep what is made of them."""

    def rows(actor):
        found = OrderSeries.objects.filter(organization=actor.organization).select_related("organization")
        return found if actor.has(*roles) else found.none()

    return rows


def _order_register(series, actor):
    """The orders of one register and year the actor may read."""
    visible = Order.objects.visible_to(actor).order_by().values("pk")
    orders = Order.objects.filter(series=series, pk__in=visible).with_acquaintance()
    return register_paper(series, journal_of(with_marks(orders)), actor.today())


def _journal_name(program):
    return _("Journal of meetings, %(name)s") % {"name": program.mentorship.mentor.short_name}


def _of_series(text):
    """A name with the year and, where it is not the usual one, the code of the register."""
    return lambda series: text() % {"year": " ".join(filter(None, [str(series.year), series.code]))}


def _series_kind(code, label, hint, keepers, make, name):
    """A kind made of one register of orders and year."""
    return PaperKind(
        code=code,
        label=label,
        hint=hint,
        group=Group.JOURNALS,
        rows=_series(*keepers),
        make=make,
        name=_of_series(name),
        about=_of_series(name),
        by_name=("year", "code"),
        empty=gettext_lazy("The register begins with the first signed order."),
        source="reports:order_list",
    )


KINDS = (
    program_kind(
        "journal",
        gettext_lazy("Journal of meetings"),
        gettext_lazy("What a pair held by its program, with place to sign."),
        Group.JOURNALS,
        journal_paper,
        _journal_name,
        gettext_lazy("The journal is made of the program of a pair."),
        "events",
    ),
    PaperKind(
        code="visit",
        label=gettext_lazy("Sheet of a visit to a lesson"),
        hint=gettext_lazy("For visits and open lessons of a plan; what was seen is written by hand."),
        group=Group.JOURNALS,
        rows=_visits,
        make=lambda event, actor: visit_paper(event, day=actor.today()),
        name=lambda event: _("Visit of %(day)s") % {"day": date_numeric(event.held_on or event.planned_on)},
        about=lambda event: f"{event.program.mentorship}: {event.content}",
        on="planned_on",
        search=(f"program__{MENTOR}", f"program__{MENTEE}"),
        by_name=(f"program__{MENTOR}",),
        empty=gettext_lazy("Put a visit or an open lesson into the plan of a program."),
        source="programs:program_list",
    ),
    PaperKind(
        code="attendance",
        label=gettext_lazy("Attendance of a meeting"),
        hint=gettext_lazy("Those invited, with place to sign."),
        group=Group.JOURNALS,
        rows=_meetings,
        make=lambda meeting, actor: attendance_paper(meeting),
        name=lambda meeting: _("Attendance of %(day)s") % {"day": date_numeric(meeting.held_on or meeting.planned_on)},
        on="day",
        search=("search_key",),
        empty=gettext_lazy("Call a meeting first."),
        source="programs:meeting_list",
    ),
    PaperKind(
        code="consent_register",
        label=gettext_lazy("Register of consents"),
        hint=gettext_lazy("Type, edition, given, valid until, withdrawn."),
        group=Group.JOURNALS,
        rows=_consent_register,
        make=consent_register_paper,
        name=lambda organization: _("Register of consents"),
        about=lambda organization: _("Register of consents"),
    ),
    _series_kind(
        "order_register",
        gettext_lazy("Register of orders"),
        gettext_lazy("The signed orders of a year with what became of each."),
        ORDER_KEEPERS,
        _order_register,
        lambda: _("Register of orders, %(year)s"),
    ),
    _series_kind(
        "acquaintance",
        gettext_lazy("Register of acquaintance with orders"),
        gettext_lazy("Everybody named in the orders of a year, and when they read them."),
        ACQUAINTANCE_KEEPERS,
        acquaintance_paper,
        lambda: _("Acquaintance with orders of %(year)s"),
    ),
)
