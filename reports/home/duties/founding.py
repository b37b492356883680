"""What the year stands on: the regulation, its roadmap, the orders that put them into force, the chain of approvals."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.accounts.states import Role
from people.banks.selectors import newly_hired
from people.models import RegulationVersion
from people.organizations.selectors import needs_order, open_draft, regulation_on
from people.organizations.states import OPEN_REGULATION, RegulationState
from programs.appointments.selectors import council_on, curators_on
from programs.council.selectors import is_refused
from programs.mentorships.selectors import awaiting_approval_of, next_approval
from programs.mentorships.states import MentorshipState
from programs.models import Mentorship, Order, Roadmap
from programs.orders.states import EDITABLE, OrderState
from programs.roadmap.selectors import needs_order as roadmap_needs_order
from programs.roadmap.selectors import order_in_preparation
from programs.roadmap.states import RoadmapState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty
from reports.home.standing import needs, standing


@needs(standing(RegulationVersion, *OPEN_REGULATION))
def regulation_in_hand(actor, day):
    """The edition being written, returned, or waiting for its order."""
    draft = open_draft(actor.organization)
    if draft is None:
        return []
    url, number = actor.url("people:regulation_card", draft.pk), {"number": draft.number}
    if draft.state == RegulationState.RETURNED:
        return [Duty(_("The head returned the regulation"), _("Open"), url, draft.return_remark, URGENT)]
    if draft.state == RegulationState.DRAFT:
        title = _("Edition %(number)s of the regulation is not sent to the head yet") % number
        return [Duty(title, _("Go on"), url, draft.reason, LATER)]
    if not needs_order(draft) or _in_order(draft.orders):
        return []
    title = _("Edition %(number)s of the regulation waits for its order") % number
    return [Duty(title, _("Draft the order"), actor.url("reports:order_adoption_draft"), draft.reason, WEEK)]


def _in_order(orders):
    return orders.filter(state__in=[*EDITABLE, OrderState.SUBMITTED]).exists()


@needs(standing(Roadmap, RoadmapState.SUBMITTED))
def roadmap_without_order(actor, day):
    """A roadmap or revision sent to the head that only an order brings into force."""
    rows = Roadmap.objects.filter(organization=actor.organization, state=RoadmapState.SUBMITTED)
    return [
        Duty(
            _("The roadmap for %(year)s waits for its order") % {"year": plan},
            _("Draft the order"),
            actor.url("reports:order_adoption_draft"),
            tone=WEEK,
        )
        for plan in rows.select_related("organization", "regulation")
        if roadmap_needs_order(plan) and order_in_preparation(plan) is None
    ]


@needs(standing(RegulationVersion, RegulationState.SUBMITTED))
def regulation_to_approve(actor, day):
    """An edition the head may approve without an order."""
    draft = open_draft(actor.organization)
    if draft is None or not draft.is_submitted or needs_order(draft):
        return []
    title = _("Edition %(number)s of the regulation waits for your approval") % {"number": draft.number}
    return [Duty(title, _("Read and approve"), actor.url("people:regulation_card", draft.pk), draft.reason, WEEK)]


@needs(standing(Mentorship, MentorshipState.AGREED))
def pairs_to_approve(actor, day):
    """Pairs whose next step of approval belongs to one of the actor's roles (``pairing.approvals``).

    The council decides on a page of its own; a pair it does not recommend waits for the curator.
    """
    return [
        Duty(
            _("%(pair)s: your approval is the next step") % {"pair": pair},
            _("Decide"),
            actor.url(_page_of_step(pair), pair.pk),
            tone=WEEK,
        )
        for pair in awaiting_approval_of(actor)
        if not is_refused(pair)
    ]


def _page_of_step(pair):
    is_of_council = next_approval(pair).role == Role.COUNCIL
    return "programs:pair_decide" if is_of_council else "programs:mentorship_approve"


def newcomers(actor, day):
    """Newly hired teachers who enter the bank without a request (``bank.enter_on_hiring``)."""
    count = len(newly_hired(actor.organization, regulation_on(actor.organization, day)))
    if not count:
        return []
    title = ngettext(
        "%(n)s newly hired teacher is not in the bank of mentees yet",
        "%(n)s newly hired teachers are not in the bank of mentees yet",
        count,
    )
    return [Duty(title % {"n": count}, _("Look"), actor.url("people:mentee_hired"), tone=WEEK)]


def nobody_appointed(actor, day):
    """The curator or the required council by no order, and none on its way."""
    rules = regulation_on(actor.organization, day)
    wanted = [
        (rules.curator.required, curators_on, "O2", _("No order names the curator"), "reports:order_curator_draft"),
        (
            rules.council.presence == "required",
            council_on,
            "O3",
            _("No order names the members of the council"),
            "reports:order_council_draft",
        ),
    ]
    open_orders = Order.objects.filter(organization=actor.organization, state__in=[*EDITABLE, OrderState.SUBMITTED])
    return [
        Duty(title, _("Draft the order"), actor.url(address), tone=LATER)
        for is_wanted, appointed_on, kind, title, address in wanted
        if is_wanted
        and not appointed_on(actor.organization, day).exists()
        and not open_orders.filter(kind__in=[kind, "O1"]).exists()
    ]
