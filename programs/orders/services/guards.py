"""What must hold before an order goes to the head and once more when it is signed; each refusal says what to do."""

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from programs.mentorships.models import Mentorship
from programs.mentorships.services.guards import (
    check_at_work,
    check_consents_of,
    check_group,
    check_members,
    hold_everybody,
    purposes_given_by,
)
from programs.mentorships.states import MentorshipState
from programs.orders.models import Order
from programs.orders.selectors import mentorships_of


def lock(order):
    """The row as it stands, held until the end of the transaction."""
    return Order.objects.select_for_update(of=("self",)).select_related("organization").get(pk=order.pk)


def check_editable(order):
    """Refuse to change the text of an order that waits for the signature, is signed or dropped."""
    if not order.is_editable:
        message = _("The order cannot be changed now: its state is “%(state)s”. Ask the head to return it.")
        raise MoveRefused(message % {"state": order.get_state_display()})


def check_ready(order):
    """Refuse an order without points, with a pair that left it, with somebody gone or without a consent.

    What the other kinds put into force is checked by their own rooms. The consents and staff cards are locked first:
    a consent withdrawn or a leaving noted at this moment is seen, or waits for the end of this transaction.
    """
    if not any(point["text"].strip() for point in order.points):
        raise MoveRefused(_("The order has no points. Write at least one and save."))
    held = hold_everybody(order.organization, Mentorship.objects.filter(order_lines__order=order))
    mentorships = mentorships_of(order) if held else []
    if order.holds_pairs and not mentorships:
        raise MoveRefused(_("The order names no pair. Choose the pairs and compose the text anew."))
    given = purposes_given_by(mentorships)
    for mentorship in mentorships:
        if mentorship.state != MentorshipState.IN_ORDER or mentorship.ordered_on:
            message = _("%(pair)s: the state is “%(state)s”, this pair cannot be ordered. Take it out of the order.")
            raise MoveRefused(message % {"pair": mentorship, "state": mentorship.get_state_display()})
        check_group(mentorship)
        check_members(mentorship)
        check_at_work(mentorship)
        check_consents_of(mentorship, given)
