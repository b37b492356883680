"""What must hold before an order goes to the head and once more when it is signed; each refusal says what to do."""

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.staff.models import Employment
from programs.mentorships.services.guards import check_consents, hold_everybodys_consents
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

    What the other kinds put into force is checked by their own rooms. The consents are locked first: one withdrawn
    at this moment is seen, or its withdrawal waits for the end of this transaction.
    """
    if not any(point["text"].strip() for point in order.points):
        raise MoveRefused(_("The order has no points. Write at least one and save."))
    mentorships = mentorships_of(order)
    if order.holds_pairs and not mentorships:
        raise MoveRefused(_("The order names no pair. Choose the pairs and compose the text anew."))
    hold_everybodys_consents(mentorships)
    _hold_work(mentorships)
    for mentorship in mentorships:
        if mentorship.state != MentorshipState.IN_ORDER or mentorship.ordered_on:
            message = _("%(pair)s: the state is “%(state)s”, this pair cannot be ordered. Take it out of the order.")
            raise MoveRefused(message % {"pair": mentorship, "state": mentorship.get_state_display()})
        _check_people(mentorship)


def _hold_work(mentorships):
    """Lock the staff cards of everybody: a leaving noted at this moment is seen, or finds the pair at work."""
    works = {row.mentor_entry.employment_id for row in mentorships}
    works |= {member.mentee_entry.employment_id for row in mentorships for member in row.current_members}
    held = Employment.objects.filter(pk__in=works).order_by("pk").select_for_update()
    present = dict(held.values_list("pk", "ends_on"))
    for row in mentorships:
        for entry in (row.mentor_entry, *(member.mentee_entry for member in row.current_members)):
            entry.employment.ends_on = present[entry.employment_id]


def _check_people(mentorship):
    sides = [(mentorship.mentor_entry.employment, Role.MENTOR)]
    sides += [(member.mentee_entry.employment, Role.MENTEE) for member in mentorship.current_members]
    first_day = max(mentorship.organization.today(), mentorship.starts_on)
    for employment, role in sides:
        if employment.ends_on and employment.ends_on < first_day:
            message = _("%(name)s works here only until %(day)s. Take this pair out of the order.")
            values = {"name": employment.person.short_name, "day": date_numeric(employment.ends_on)}
            raise MoveRefused(message % values)
        check_consents(employment, role)
