"""Orders O1, O2, O3: composed from a regulation, a roadmap and duties, and what their signature puts into force."""

from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.organizations.selectors import rules_kept
from people.organizations.services import put_in_force
from people.staff.models import Employment
from programs.appointments.services import check_appointments, enact_appointments, set_appointments
from programs.appointments.states import Duty
from programs.orders.models import Order
from programs.orders.services import draft_order, rewrite_order
from programs.orders.states import OrderKind, OrderState
from programs.roadmap.services import approve_by_order
from reports.documents.adoption import compose_adoption
from reports.documents.appointment import announcer_of, compose_council, compose_curator
from reports.documents.regulation import adoption_by, is_confirmed, missing_stamp, settings_of
from reports.orders.selectors import curator_of
from reports.orders.services.texts import worded

COMPOSERS = {
    OrderKind.ADOPTION: compose_adoption,
    OrderKind.CURATOR: compose_curator,
    OrderKind.COUNCIL: compose_council,
}
# As whom an order names those it gives a duty to.
NAMED_AS = {Duty.CURATOR: Role.CURATOR, Duty.COUNCIL: Role.COUNCIL, Duty.HELPER: Role.STAFF}


@dataclass(frozen=True)
class Content:
    """What a founding order is made of: ``appointments`` are ``Wanted``, ``releases`` appointments to be ended.

    Those whose duty nobody takes over are released from ``released_from``. ``label`` is the council as the order
    calls it; with ``everybody`` all the teaching staff is to read the order. ``announcer`` is the curator whom the
    order charges with telling those named, or the staff where it names nobody.
    """

    version: Any = None
    roadmap: Any = None
    appointments: tuple = ()
    releases: tuple = ()
    released_from: Any = None
    announcer: Any = None
    label: str = ""
    everybody: bool = False


@transaction.atomic
@rules_kept.within
def prepare_founding(kind, organization, content, *, by):
    """Draft O1, O2 or O3. Raises MoveRefused with the reason if what it would put into force is not possible."""
    _check_content(kind, content)
    text, named = _composed(kind, organization, content)
    held = {"regulation": content.version, "roadmap": content.roadmap}
    order = draft_order(organization, kind, by=by, **text, **named, **held)
    set_appointments(order, content.appointments, content.releases)
    _check_approved(order)
    return order


@transaction.atomic
@rules_kept.within
def recompose_founding(order, content, *, by):
    """Give the draft other contents and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    _check_content(order.kind, content)
    text, named = _composed(order.kind, order.organization, content)
    row = rewrite_order(order, by=by, regulation=content.version, roadmap=content.roadmap, **text, **named)
    set_appointments(row, content.appointments, content.releases)
    _check_approved(row)
    return row


def check_founding(order):
    """Refuse, with the reason, what cannot come into force: a version not sent, a stamp not filled in, a duty."""
    _check_approved(order)
    check_appointments(order)


def _check_approved(order):
    version, roadmap = order.regulation, order.roadmap
    if version and not version.is_submitted:
        raise MoveRefused(_("The regulation does not wait for approval. Send it for approval first."))
    if roadmap and not roadmap.is_submitted:
        raise MoveRefused(_("The roadmap does not wait for approval. Send it for approval first."))
    if version and (stamp := missing_stamp(settings_of(version))):
        message = _("The stamp “%(stamp)s” lacks the number or the day of its minutes. Enter them in the regulation.")
        raise MoveRefused(message % {"stamp": f"{stamp.word} {stamp.body}"})
    _check_no_other_order(order)


def enact_founding(order, *, by):
    """Bring into force what the registered order approves, begin and end its duties. Raises MoveRefused."""
    if order.regulation:
        _write_adoption(order)
        put_in_force(order.regulation, by=by, on=order.signed_on)
    if order.roadmap:
        approve_by_order(order.roadmap, order, by=by)
    enact_appointments(order, by=by)


def content_of(order):
    """What a founding order is made of at present."""
    rows = order.appointments.select_related("employment__person")
    council = next((row.title for row in rows if row.duty == Duty.COUNCIL), "")
    releases = order.releases.select_related("appointment__employment__person", "appointment__order")
    released = [release.appointment.employment_id for release in releases]
    only_readers = order.subjects.filter(role=Role.STAFF).exclude(employment__appointments__order=order)
    return Content(
        version=order.regulation,
        roadmap=order.roadmap,
        appointments=tuple(rows),
        releases=tuple(release.appointment for release in releases),
        released_from=order.released_from,
        label=council,
        everybody=only_readers.exclude(employment__in=released).exists(),
    )


def _check_content(kind, content):
    if kind == OrderKind.ADOPTION and not (content.version or content.roadmap):
        raise MoveRefused(_("Choose the regulation, the roadmap or both: the order approves them."))
    if kind != OrderKind.ADOPTION and not (content.appointments or content.releases):
        raise MoveRefused(_("Choose whom the order appoints or releases."))


def _composed(kind, organization, content):
    """The text, and whom the order names: those who get or lose a duty, with ``everybody`` all the teachers."""
    day = organization.today()
    curator = curator_of(organization)
    content = _with_announcer(kind, content, curator)
    text = COMPOSERS[OrderKind(kind)](organization, content, day=day, curator=curator)
    roles = {one.employment.pk: NAMED_AS[one.duty] for one in (*content.releases, *content.appointments)}
    named = [one.employment for one in (*content.appointments, *content.releases)]
    named += [content.announcer] if content.announcer else []
    if content.everybody:
        teachers = Employment.objects.active_on(day).filter(organization=organization, is_teacher=True)
        named += [teacher for teacher in teachers if teacher.pk not in roles]
        roles = {teacher.pk: Role.STAFF for teacher in teachers} | roles
    return worded(organization, kind, text), {"named": named, "roles": roles, "released_from": content.released_from}


def _with_announcer(kind, content, curator):
    """The curator is to tell the staff of an order that names nobody, and those named of their duties."""
    if kind != OrderKind.ADOPTION:
        return replace(content, announcer=announcer_of(content, curator))
    if content.appointments or content.releases or content.everybody:
        return content
    return replace(content, announcer=curator)


def _check_no_other_order(order):
    """One version and one roadmap stand in one order at a time."""
    others = Order.objects.exclude(pk=order.pk).exclude(state=OrderState.DROPPED)
    for name in ("regulation", "roadmap"):
        thing = getattr(order, name)
        other = others.filter(**{name: thing}).first() if thing else None
        if other:
            message = _("The order “%(heading)s” approves the same already. Drop one of the two.")
            raise MoveRefused(message % {"heading": other.heading})


def _write_adoption(order):
    """The number and the day by which papers cite the regulation from now on; one that only goes on keeps its own."""
    version = order.regulation
    if is_confirmed(version):
        return
    adopted = adoption_by(version, order.number_text, order.signed_on)
    adopted["in_force_on"] = max(version.valid_from, order.signed_on)
    regulation = settings_of(version).regulation.model_copy(update=adopted)
    version.settings["regulation"] = regulation.model_dump(mode="json")
    version.save(update_fields=["settings"])
