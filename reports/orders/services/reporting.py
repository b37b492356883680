"""Order O14: approves a report or a SWOT analysis of a period, or appoints whoever answers for personal data."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.organizations.selectors import rules_kept
from programs.appointments.services import check_appointments, enact_appointments, set_appointments
from programs.council.states import MeetingState
from programs.orders.services import draft_order, rewrite_order
from programs.orders.states import OrderKind
from reports.documents.appointment import announcer_of
from reports.documents.reporting import compose_report, compose_responsible
from reports.orders.selectors import curator_of
from reports.orders.services.figures import figures_kept
from reports.orders.services.founding import content_of
from reports.orders.services.programs_approval import meeting_of
from reports.orders.services.texts import worded


@transaction.atomic
@rules_kept.within
def prepare_report(organization, particulars, *, by, meeting=None):
    """Draft O14 that approves a report or a SWOT analysis with the figures of the period in the annex.

    ``particulars``: "what" (report or swot), "title", "starts_on", "ends_on" (days), and "conclusions" or the four
    parts of SWOT; ``meeting`` is the one that considered it. Raises MoveRefused for a period that is not over.
    """
    return draft_order(organization, OrderKind.REPORT, by=by, **_report(organization, particulars, by, meeting))


@transaction.atomic
@rules_kept.within
def recompose_report(order, particulars, *, by, meeting=None):
    """Give the draft other particulars and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    return rewrite_order(order, by=by, **_report(order.organization, particulars, by, meeting))


def _report(organization, particulars, by, meeting):
    first, last = particulars["starts_on"], particulars["ends_on"]
    if last < first:
        raise MoveRefused({"ends_on": _("The last day lies before the first one. Check both days.")})
    if last > organization.today():
        raise MoveRefused({"ends_on": _("The period is not over yet. Choose today or an earlier day.")})
    _check_held(organization, meeting)
    days = {"starts_on": first.isoformat(), "ends_on": last.isoformat()}
    details = {"variant": "report", **particulars, **days, "meeting": meeting.pk if meeting else None}
    details |= figures_kept(organization, last)
    curator, day = curator_of(organization, by), organization.today()
    text = compose_report(organization, details, day=day, curator=curator, meeting=meeting)
    named = {"named": [curator] if curator else []}
    return worded(organization, OrderKind.REPORT, text) | named | {"details": details}


def _check_held(organization, meeting):
    if meeting and not (meeting.organization_id == organization.pk and meeting.state == MeetingState.HELD):
        raise MoveRefused({"meeting": _("This meeting is not marked as held any more. Choose another one.")})


@transaction.atomic
@rules_kept.within
def prepare_responsible(organization, content, *, by):
    """Draft O14 that appoints or releases whoever answers for personal data. Raises MoveRefused."""
    order = draft_order(organization, OrderKind.REPORT, by=by, **_responsible(organization, content, by))
    set_appointments(order, content.appointments, content.releases)
    return order


@transaction.atomic
@rules_kept.within
def recompose_responsible(order, content, *, by):
    """Give the draft another person and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    row = rewrite_order(order, by=by, **_responsible(order.organization, content, by))
    set_appointments(row, content.appointments, content.releases)
    return row


def _responsible(organization, content, by):
    if not content.appointments:
        raise MoveRefused({"responsible": _("Choose who answers for personal data.")})
    curator = curator_of(organization, by)
    text = compose_responsible(organization, content, day=organization.today(), curator=curator)
    named = [one.employment for one in (*content.appointments, *content.releases)]
    roles = {employment.pk: Role.STAFF for employment in named}
    named += filter(None, [announcer_of(content, curator)])
    return worded(organization, OrderKind.REPORT, text) | {
        "named": named,
        "roles": roles,
        "released_from": content.released_from,
        "details": {"variant": "responsible"},
    }


def check_reporting(order):
    """Refuse an appointment that is not possible (any more), and minutes of a meeting that is not held."""
    check_appointments(order)
    _check_held(order.organization, meeting_of(order))
    if order.details.get("variant") == "responsible" and not content_of(order).appointments:
        raise MoveRefused(_("The order appoints nobody. Choose the person and compose the text anew."))


def enact_reporting(order, *, by):
    """Begin and end the duties of the signed order; a report is approved by the signature itself."""
    enact_appointments(order, by=by)
