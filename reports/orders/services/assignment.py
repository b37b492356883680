"""Order O4: composed from agreed pairs; its signature starts their work."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.organizations.selectors import rules_kept
from programs.mentorships.models import Mentorship
from programs.mentorships.services import activate_mentorship
from programs.orders.services import draft_order, hold_draft, rewrite_order
from programs.orders.states import OrderKind
from reports.documents.assignment import compose_assignment
from reports.orders.selectors import curator_of
from reports.orders.services.texts import worded


@transaction.atomic
@rules_kept.within
def prepare_assignment(organization, mentorships, *, by, due_on=None):
    """Draft O4 for agreed pairs and groups; ``due_on`` is the last day for their programs.

    Raises MoveRefused if nothing is chosen, or a pair is not agreed (any more) or stands in another order.
    """
    text, curator, rows = _composed(organization, mentorships, by, due_on)
    held = {"mentorships": rows, "locked": True}
    return draft_order(organization, OrderKind.ASSIGNMENT, by=by, named=curator, **held, **text)


@transaction.atomic
@rules_kept.within
def recompose_assignment(order, mentorships, *, by, due_on=None):
    """Give the draft other pairs and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    hold_draft(order)
    text, curator, rows = _composed(order.organization, mentorships, by, due_on)
    return rewrite_order(order, by=by, mentorships=rows, locked=True, named=curator, **text)


def _composed(organization, mentorships, by, due_on):
    wanted = [mentorship.pk for mentorship in mentorships]
    if not wanted:
        raise MoveRefused({"mentorships": _("Choose at least one pair or group.")})
    # Locked before the text is composed, so that it says what the locked rows say.
    rows = Mentorship.objects.filter(organization=organization, pk__in=wanted).order_by("pk")
    known = {row.pk: row for row in rows.select_for_update(of=("self",)).with_people()}
    rows = [known[pk] for pk in wanted if pk in known]
    if len(rows) != len(wanted):
        raise MoveRefused(_("Somebody chosen does not belong to this organization. Choose again."))
    curator = curator_of(organization, by)
    # The rules cited are those of the day the work begins: a new edition approved by then is in force on it.
    day = max(organization.today(), min(row.starts_on for row in rows))
    text = compose_assignment(organization, rows, day=day, curator=curator, due_on=due_on)
    return worded(organization, OrderKind.ASSIGNMENT, text), [curator] if curator else [], rows


def start_work(order, *, by):
    """Start the work of every pair of the order just registered, or let it wait for its day.

    Consents and staff cards are held since the registration, which checked them.
    """
    rows = Mentorship.objects.filter(order_lines__order=order).order_by("pk")
    for row in rows.select_for_update(of=("self",)).with_people():
        activate_mentorship(row, by=by, on=order.signed_on, held=row)
