"""What waits for the head, the council, the psychologist and the system administrator."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.models import Employment
from programs.mentorships.states import AWAITING, Stage
from programs.models import Mentorship, Order, Roadmap
from programs.orders.selectors import pairs_in_words
from programs.orders.states import OrderState
from programs.roadmap.selectors import needs_order
from programs.roadmap.states import RoadmapState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty
from reports.home.standing import needs, standing


@needs(standing(Order, OrderState.SUBMITTED))
def orders_to_sign(actor, day):
    """Orders the curator sent for signature."""
    rows = Order.objects.filter(organization=actor.organization, state=OrderState.SUBMITTED).order_by("drafted_at")
    about = pairs_in_words(rows)
    return [
        Duty(
            _("Order for signature: %(heading)s") % {"heading": order.heading},
            _("Read and sign"),
            actor.url("reports:order_card", order.pk),
            about.get(order.pk, ""),
            tone=URGENT,
            primary=True,
        )
        for order in rows
    ]


@needs(standing(Roadmap, RoadmapState.SUBMITTED))
def roadmap_to_approve(actor, day):
    """The plan of the year the curator sent for approval."""
    rows = Roadmap.objects.filter(organization=actor.organization, state=RoadmapState.SUBMITTED)
    return [
        Duty(
            _("The roadmap for %(year)s waits for your approval") % {"year": plan},
            _("Read and approve"),
            actor.url("programs:roadmap_card", plan.pk),
            tone=WEEK,
        )
        for plan in rows.select_related("organization", "regulation")
        if not needs_order(plan)
    ]


@needs(standing(Mentorship, *AWAITING))
def proposals_to_discuss(actor, day):
    """New proposals of pairs, which the council helps to choose (regulations, 3.5)."""
    count = Mentorship.objects.filter(organization=actor.organization, state__in=AWAITING).count()
    if not count:
        return []
    title = ngettext("%(n)s proposed pair", "%(n)s proposed pairs", count) % {"n": count}
    url = f"{actor.url('programs:mentorship_list')}?stage={Stage.PROPOSED.value}"
    return [Duty(title, _("Look"), url, tone=LATER)]


def staff_without_account(actor, day):
    """People who cannot sign in yet."""
    rows = Employment.objects.active_on(day).filter(organization=actor.organization, person__user__isnull=True)
    count = rows.count()
    if not count:
        return []
    title = ngettext("%(n)s person of the staff has no account", "%(n)s people of the staff have no account", count)
    return [Duty(title % {"n": count}, _("Invite"), actor.url("people:account_list") + "?show=without", tone=LATER)]
