"""What must hold for an order made of lines, when it is drafted and once more when it is signed."""

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.organizations.selectors import regulation_on
from people.staff.selectors import last_day_words
from programs.orders.states import OrderKind
from reports.documents.lines.particulars import RESPONSIBLE
from reports.documents.lines.writer import people_of

# Orders of these kinds say nothing without people.
NEEDS_PEOPLE = (OrderKind.ENCOURAGEMENT, OrderKind.PAYMENT, OrderKind.RELEASE)


def field_of(line, name="employment"):
    """The field of the form a line was chosen in."""
    return "responsible" if line.code == RESPONSIBLE else f"people-{line.position}-{name}"


def release_is_known(organization):
    """Whether the regulation of today lets the head release people from work for an event."""
    return regulation_on(organization, organization.today()).release_clause


def check_content(kind, organization, content):
    """Refuse an empty order, somebody gone or foreign or named twice, and what the kind does not allow."""
    kind = OrderKind(kind)
    if kind in NEEDS_PEOPLE and not people_of(content.lines):
        raise MoveRefused({"people-0-employment": _("Choose at least one person.")})
    for line in content.lines:
        _check_at_work(kind, organization, content.particulars, line)
    _check_once(content.lines)
    if any(campaign.organization_id != organization.pk for campaign in content.campaigns):
        raise MoveRefused({"campaigns": _("Somebody chosen does not belong to this organization. Choose again.")})
    if kind in CHECKS:
        CHECKS[kind](organization, content)


def _check_at_work(kind, organization, particulars, line):
    day = max(organization.today(), _needed_on(kind, particulars, line))
    for name, work in (("employment", line.employment), ("substitute", line.substitute)):
        if work is None:
            continue
        if work.organization_id != organization.pk:
            message = _("Somebody chosen does not belong to this organization. Choose again.")
            raise MoveRefused({field_of(line, name): message})
        if work.ends_on and work.ends_on < day:
            advice = _("Choose somebody else, or take the line out.")
            raise MoveRefused({field_of(line, name): last_day_words(work, advice)})


def _needed_on(kind, particulars, line):
    """The day on which somebody must still work here for the order to make sense."""
    if kind == OrderKind.FINAL_EVENT:
        return particulars.held_on
    if kind == OrderKind.RELEASE:
        return particulars.last_on
    if kind == OrderKind.MONITORING:
        return particulars.report_on
    return line.starts_on or line.employment.organization.today()


def _check_once(lines):
    seen = set()
    for line in people_of(lines):
        if (line.employment_id, line.code) in seen:
            message = _("%(name)s stands in the order twice. Leave one of the lines.")
            raise MoveRefused({field_of(line): message % {"name": line.employment.person.short_name}})
        seen.add((line.employment_id, line.code))


def _check_monitoring(organization, content):
    about = content.particulars
    if about.ends_on < about.starts_on:
        raise MoveRefused({"ends_on": _("The last day lies before the first one. Check both days.")})
    if about.report_on < about.ends_on:
        raise MoveRefused({"report_on": _("The note comes after the monitoring. Choose its last day or a later one.")})
    if not (content.campaigns or about.instrument):
        raise MoveRefused({"instrument": _("Choose a survey, or write by what else the monitoring is done.")})


def _check_release(organization, content):
    about = content.particulars
    if not release_is_known(organization):
        message = _("The regulation does not know the release from work for an event. Change the regulation first.")
        raise MoveRefused(message)
    if about.last_on < about.first_on:
        raise MoveRefused({"last_on": _("The last day lies before the first one. Check both days.")})
    one_day = about.first_on == about.last_on
    if one_day and about.begins_at and about.ends_at and about.ends_at <= about.begins_at:
        raise MoveRefused({"ends_at": _("The end lies before the beginning. Check both hours.")})
    released = {line.employment_id for line in content.lines}
    for line in content.lines:
        if line.substitute_id in released:
            message = _("%(name)s is released too and cannot do the work meanwhile. Choose somebody else.")
            values = {"name": line.substitute.person.short_name}
            raise MoveRefused({field_of(line, "substitute"): message % values})


CHECKS = {OrderKind.MONITORING: _check_monitoring, OrderKind.RELEASE: _check_release}
