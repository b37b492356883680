"""Who holds which duty by which order."""

from django.db.models import Case, Count, Value, When
from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.lists import Column, ListPage, Quick
from people.accounts.states import Role
from people.organizations.selectors import regulation_on
from people.staff.models import STAFF_READERS
from programs.appointments.filters import AppointmentFilter, standing_is
from programs.appointments.models import Appointment
from programs.appointments.selectors import council_on, curators_on, curators_without_order, duties_of, scope_labels
from programs.appointments.states import STANDING_TONES, Duty, Standing
from programs.orders.models import Order

# The curator first, the council last.
RANK = Case(When(duty=Duty.CURATOR, then=Value(0)), When(duty=Duty.HELPER, then=Value(1)), default=Value(2))


def appointment_list(request, slug):
    """The curator, the coordinator and the council, those of today and those before."""
    actor, day = request.actor, request.actor.today()
    duties = duties_of(actor.organization)
    page = ListPage(
        request,
        duties.annotate(rank=RANK),
        columns={
            "duty": Column(_("Duty"), ("rank", "position")),
            "name": Column(_("Name"), "employment__person__search_key"),
            "from": Column(_("From"), "starts_on"),
            "to": Column(_("To"), "ends_on"),
            "order": Column(_("Order"), ("order__signed_on", "order__number")),
            "state": Column(_("State")),
        },
        default_sort="duty",
        filterset_class=AppointmentFilter,
        quick=_quick(duties, day),
    )
    settings = regulation_on(actor.organization, day)
    labels = scope_labels(settings)
    for row in page.rows:
        row.standing = row.standing_on(day)
        row.standing_tone = STANDING_TONES[row.standing]
        row.scope_label = labels.get(row.scope, row.scope)
    _mark_ways(actor, page.rows)
    return render(request, "programs/appointments/appointment_list.html", {"page": page} | _missing(actor, settings))


def _mark_ways(actor, rows):
    """Which cards and orders of the rows the actor may open, in one query at most."""
    orders = Order.objects.visible_to(actor).filter(pk__in={row.order_id for row in rows})
    readable = set(orders.values_list("pk", flat=True))
    for row in rows:
        own = actor.employment is not None and row.employment_id == actor.employment.pk
        row.may_read_card = own or actor.has(*STAFF_READERS)
        row.may_read_order = row.order_id in readable


def _quick(duties, day):
    counts = duties.order_by().aggregate(
        **{standing.value: Count("pk", filter=standing_is(standing, day)) for standing in Standing}
    )
    present = [standing for standing in Standing if counts[standing.value]]
    if len(present) < 2:
        return []
    chips = [Quick(one.label, {"standing": one.value}, counts[one.value]) for one in present]
    return [Quick(_("All"), {}, sum(counts.values())), *chips]


def _missing(actor, settings):
    """What those who prepare and sign orders should see to."""
    if not actor.has(Role.CURATOR, Role.DIRECTOR, Role.SYSADMIN):
        return {}
    organization, day = actor.organization, actor.today()
    return {
        "no_curator": settings.curator.required and not curators_on(organization, day).exists(),
        "unordered": curators_without_order(organization, day),
        "no_council": settings.council.presence == "required" and not council_on(organization, day).exists(),
        "council_allowed": settings.council.enabled,
        "drafts": Appointment.objects.filter(order__organization=organization, order__signed_on=None)
        .exclude(order__state="dropped")
        .values("order")
        .distinct()
        .count(),
    }
