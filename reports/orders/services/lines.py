"""Orders O9, O10, O12, O13, O15: composed from particulars and lines about people, and what their signature does."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from people.accounts.states import Role
from people.history.services import record
from people.organizations.selectors import rules_kept
from people.staff.models import Employment
from programs.orders.models import OrderedPerson
from programs.orders.services import draft_order, hold_draft, rewrite_order
from programs.orders.states import OrderKind
from reports.documents.lines import compose_lines, particulars_of
from reports.documents.lines.particulars import RESPONSIBLE
from reports.orders.selectors import curator_of
from reports.orders.services.line_guards import check_content
from reports.orders.services.payments import check_payments, settle_payments
from reports.orders.services.texts import worded


@dataclass(frozen=True)
class LinesContent:
    """What such an order is made of: ``lines`` are rows of OrderedPerson not saved yet, ``campaigns`` surveys (O9).

    The ``position`` of a line is its place in the form, by which a refusal finds it.
    """

    particulars: Any
    lines: tuple = ()
    campaigns: tuple = ()


@transaction.atomic
@rules_kept.within
def prepare_lines(kind, organization, content, *, by):
    """Draft an order of ``kind``. Raises MoveRefused, by field where one is to blame."""
    text, named = _composed(kind, organization, content, by)
    order = draft_order(organization, kind, by=by, details=content.particulars.stored(), **named, **text)
    _write(order, content)
    return order


@transaction.atomic
@rules_kept.within
def recompose_lines(order, content, *, by):
    """Give the draft other contents and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    hold_draft(order)
    text, named = _composed(order.kind, order.organization, content, by, order)
    row = rewrite_order(order, by=by, details=content.particulars.stored(), **named, **text)
    row.people.all().delete()
    _write(row, content)
    return row


def check_lines(order):
    """Refuse what cannot be any more: somebody who left, an agreement that ended, a clause that is gone."""
    _hold(order.people.all())
    content = LinesContent(particulars_of(order), tuple(order.people.with_people()), tuple(order.campaigns.all()))
    check_content(order.kind, order.organization, content)
    if order.kind == OrderKind.PAYMENT:
        check_payments(content.lines, order=order)


def enact_lines(order, *, by):
    """Write the registered order down where it counts: on the cards, the agreements, the surveys."""
    lines = [line for line in order.people.with_people() if line.code != RESPONSIBLE]
    for campaign in order.campaigns.order_by("pk"):
        record(campaign, gettext_noop("Held by an order"), by=by, reason=str(order))
    for line in lines:
        for thing, deed, words in _traces(order.kind, line):
            record(thing, deed, by=by, reason=": ".join(filter(None, (str(order), words))))


def _traces(kind, line):
    """What of a line is written down on what: (thing, deed, words)."""
    if kind == OrderKind.ENCOURAGEMENT:
        yield line.employment, gettext_noop("Encouraged by an order"), line.words
    elif kind == OrderKind.PAYMENT:
        yield line.agreement, gettext_noop("Payment set by an order"), ""
    elif kind == OrderKind.RELEASE:
        yield line.employment, gettext_noop("Released from work by an order"), ""
        if line.substitute:
            name = line.employment.person.short_name
            yield line.substitute, gettext_noop("Does the work of somebody by an order"), name


def _composed(kind, organization, content, by, order=None):
    """The text of a content that holds, and whom the order names: everybody in its lines, and the curator."""
    _hold(content.lines)
    check_content(kind, organization, content)
    if kind == OrderKind.PAYMENT:
        settle_payments(content.lines, order=order)
    curator = curator_of(organization, by)
    text = compose_lines(
        kind,
        organization,
        content.particulars,
        content.lines,
        day=organization.today(),
        curator=curator,
        campaigns=content.campaigns,
    )
    people = [work for line in content.lines for work in (line.employment, line.substitute) if work]
    # Where somebody else answers for the matter, the text gives the curator nothing to do.
    if curator and not any(line.code == RESPONSIBLE for line in content.lines):
        people.append(curator)
    roles = {work.pk: Role.CURATOR if work == curator else _role_of(work) for work in people}
    return worded(organization, kind, text), {"named": people, "roles": roles}


def _role_of(employment):
    if hasattr(employment, "mentor_entry"):
        return Role.MENTOR
    return Role.MENTEE if hasattr(employment, "mentee_entry") else Role.STAFF


def _hold(lines):
    """Lock the staff cards: a leaving is noted before this transaction or after it."""
    keys = {key for line in lines for key in (line.employment_id, line.substitute_id) if key}
    list(Employment.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk"))


def _write(order, content):
    for line in content.lines:
        line.order = order
    OrderedPerson.objects.bulk_create(content.lines)
    order.campaigns.set(content.campaigns)
