"""What the desk offers for each kind of order: the page it is begun on and the form it is composed from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from programs.orders.selectors import mentorships_of
from programs.orders.states import FOUNDING, OrderKind
from reports.orders.forms import (
    AdoptionForm,
    AmendmentForm,
    ApprovalForm,
    AssignmentForm,
    CancellationForm,
    ChangesForm,
    CouncilForm,
    CuratorForm,
    ReportForm,
    ResponsibleForm,
    ResultsForm,
    SwotForm,
)
from reports.orders.forms.lines import EncouragementForm, FinalEventForm, MonitoringForm, PaymentForm, ReleaseForm
from reports.orders.services import (
    content_of,
    recompose_amendment,
    recompose_assignment,
    recompose_cancellation,
    recompose_changes,
    recompose_founding,
    recompose_lines,
    recompose_programs,
    recompose_report,
    recompose_responsible,
    recompose_results,
)


@dataclass(frozen=True)
class Desk:
    """``form(order, data)`` and ``recompose(order, form, by)`` are for a draft composed anew.

    ``section`` is the part of the workplace that shows the form; ``new_form`` begins a founding order.
    """

    address: str
    icon: str
    title: Any
    text: Any
    form: Callable
    recompose: Callable
    section: str = "reports/orders/_contents.html"
    new_form: Any = None


def _pairs_form(order, data=None):
    return AssignmentForm(data, organization=order.organization, held=mentorships_of(order))


def _recompose_pairs(order, form, by):
    return recompose_assignment(order, form.chosen(), by=by, due_on=form.cleaned_data["due_on"])


def _founding(address, icon, form_class, title, text):
    """A desk of an order that sets mentoring up."""

    def form(order, data=None):
        content = content_of(order)
        return form_class(data, organization=order.organization, order=order, content=content)

    def recompose(order, form, by):
        return recompose_founding(order, form.content(), by=by)

    return Desk(address, icon, title, text, form, recompose, new_form=form_class)


def _changes_form(order, data=None):
    return ChangesForm(data, kind=order.kind, organization=order.organization, order=order)


def _recompose_changes(order, form, by):
    return recompose_changes(order, by=by, **form.contents())


def _changes(address, icon, title, text):
    """A desk of an order that changes something about pairs at work."""
    section = "reports/orders/_changes_section.html"
    return Desk(address, icon, title, text, _changes_form, _recompose_changes, section=section)


def _lines(address, icon, form_class, title, text):
    """A desk of an order made of particulars and lines about people."""

    def form(order, data=None):
        return form_class(data, organization=order.organization, order=order)

    def recompose(order, form, by):
        return recompose_lines(order, form.content(), by=by)

    section = "reports/orders/_lines_section.html"
    return Desk(address, icon, title, text, form, recompose, section=section, new_form=form_class)


def _of_programs(address, icon, form_class, recompose_order, title, text):
    """A desk of an order on programs, before their work or after it."""

    def form(order, data=None):
        return form_class(data, organization=order.organization, order=order)

    def recompose(order, form, by):
        return recompose_order(order, by=by, **form.contents())

    section = "reports/orders/_programs_section.html"
    return Desk(address, icon, title, text, form, recompose, section=section)


# What O14 is on, by the word of the address.
REPORT_FORMS = {"report": ReportForm, "swot": SwotForm, "responsible": ResponsibleForm}


def _report_form(order, data=None):
    if order.details["variant"] == "responsible":
        return ResponsibleForm(data, organization=order.organization, order=order, content=content_of(order))
    return REPORT_FORMS[order.details["what"]](data, organization=order.organization, order=order)


def _recompose_report(order, form, by):
    if order.details["variant"] == "responsible":
        return recompose_responsible(order, form.content(), by=by)
    particulars, meeting = form.contents()
    return recompose_report(order, particulars, by=by, meeting=meeting)


def _cancellation_form(order, data=None):
    return CancellationForm(data, initial=order.details)


def _recompose_cancellation(order, form, by):
    return recompose_cancellation(order, by=by, **form.contents())


def _amendment_form(order, data=None):
    return AmendmentForm(data, earlier=order.amends, initial=order.details)


def _recompose_amendment(order, form, by):
    return recompose_amendment(order, by=by, **form.contents())


DESKS = {
    OrderKind.ADOPTION: _founding(
        "reports:order_adoption_draft",
        "scroll-text",
        AdoptionForm,
        _("Order on the regulation and the roadmap"),
        _("Approves what was sent for approval, and names the curator where wanted."),
    ),
    OrderKind.CURATOR: _founding(
        "reports:order_curator_draft",
        "user-round-check",
        CuratorForm,
        _("Order on the curator"),
        _("Appoints the curator and the other duties of the regulation; the roles follow from it."),
    ),
    OrderKind.COUNCIL: _founding(
        "reports:order_council_draft",
        "users",
        CouncilForm,
        _("Order on the council"),
        _("Makes up the council: chair, deputy, secretary, members; the roles follow from it."),
    ),
    OrderKind.ASSIGNMENT: Desk(
        "reports:order_draft",
        "handshake",
        _("Order on pairs and groups"),
        _("Makes the work of agreed pairs and groups official."),
        _pairs_form,
        _recompose_pairs,
        section="reports/orders/_pairs_section.html",
    ),
    OrderKind.PROGRAMS: _of_programs(
        "reports:order_programs_draft",
        "notebook-pen",
        ApprovalForm,
        recompose_programs,
        _("Order on the approval of programs"),
        _("Approves personalized programs agreed by all; with the signature they run."),
    ),
    OrderKind.REPLACEMENT: _changes(
        "reports:order_replacement_draft",
        "repeat",
        _("Order on the replacement of mentors"),
        _("Lets the new pair take over from the old one, with the events that are left."),
    ),
    OrderKind.CHANGE: _changes(
        "reports:order_change_draft",
        "calendar-clock",
        _("Order on programs"),
        _("Extends, shortens or corrects programs as the granted applications ask."),
    ),
    OrderKind.TERMINATION: _changes(
        "reports:order_termination_draft",
        "circle-stop",
        _("Order on the end of mentoring"),
        _("Releases mentors and ends pairs: by application, without a consent, when somebody leaves."),
    ),
    OrderKind.MONITORING: _lines(
        "reports:order_monitoring_draft",
        "activity",
        MonitoringForm,
        _("Order on monitoring and a survey"),
        _("Says from when to when, by which surveys, who answers for it and until when the note comes."),
    ),
    OrderKind.FINAL_EVENT: _lines(
        "reports:order_final_event_draft",
        "party-popper",
        FinalEventForm,
        _("Order on the final event"),
        _("Sets the day and the place of what closes the year, its program, the committee and the jury."),
    ),
    OrderKind.RESULTS: _of_programs(
        "reports:order_results_draft",
        "award",
        ResultsForm,
        recompose_results,
        _("Order on the results of programs"),
        _("Sums up programs that have ended; their pairs are completed and the places are free again."),
    ),
    OrderKind.ENCOURAGEMENT: _lines(
        "reports:order_encouragement_draft",
        "award",
        EncouragementForm,
        _("Order on encouragement"),
        _("Thanks and awards, each in its words; they stay on the card of everybody named."),
    ),
    OrderKind.PAYMENT: _lines(
        "reports:order_payment_draft",
        "wallet",
        PaymentForm,
        _("Order on payment for mentoring"),
        _("Pay by the supplementary agreements in force; whoever is named reads the own line only."),
    ),
    OrderKind.REPORT: Desk(
        "reports:order_report_draft",
        "chart-column",
        _("Order on a report or a responsible person"),
        _("Approves a report or a SWOT analysis of a period, or appoints whoever answers for personal data."),
        _report_form,
        _recompose_report,
    ),
    OrderKind.RELEASE: _lines(
        "reports:order_release_draft",
        "calendar-off",
        ReleaseForm,
        _("Order on release from work for an event"),
        _("Who is away when and for what, and who does the work meanwhile."),
    ),
    # Begun on the card of the order they are about.
    OrderKind.CANCELLATION: Desk(
        "",
        "file-x",
        _("Order that cancels another one"),
        _("Takes the force of a registered order, and back of its effects what can be."),
        _cancellation_form,
        _recompose_cancellation,
    ),
    OrderKind.AMENDMENT: Desk(
        "",
        "file-pen",
        _("Order that changes another one"),
        _("Words the points of a registered order anew."),
        _amendment_form,
        _recompose_amendment,
    ),
}

# The kinds as the page of a new order lays them out; the last two are begun on the card of another order.
SHELVES = (
    (_("Beginning of mentoring"), FOUNDING),
    (_("Pairs and groups"), (OrderKind.ASSIGNMENT, OrderKind.REPLACEMENT, OrderKind.TERMINATION)),
    (_("Programs"), (OrderKind.PROGRAMS, OrderKind.CHANGE, OrderKind.RESULTS)),
    (
        _("Monitoring, events and reports"),
        (OrderKind.MONITORING, OrderKind.FINAL_EVENT, OrderKind.REPORT, OrderKind.RELEASE),
    ),
    (_("Encouragement and payment"), (OrderKind.ENCOURAGEMENT, OrderKind.PAYMENT)),
    ("", (OrderKind.CANCELLATION, OrderKind.AMENDMENT)),
)


def desk_of(order):
    """The desk of the kind of ``order``."""
    return DESKS[OrderKind(order.kind)]
