"""What waits for an order on programs: those agreed by all (O5), those that have ended (O11), and held meetings."""

from django.db.models import Exists, OuterRef

from people.organizations.selectors import regulation_on
from programs.council.models import Meeting
from programs.council.selectors import meetings_of_council
from programs.council.states import MeetingState
from programs.mentorships.states import RUNNING, MentorshipState
from programs.orders.models import OrderedProgram
from programs.orders.states import OrderKind
from programs.plans.models import Program
from programs.plans.states import ENDED, ProgramState


def approvable_programs(organization, order=None):
    """Programs agreed by all whose pair works and that stand in no other order on programs, the earliest first.

    Those the draft ``order`` holds already come along, whatever became of them.
    """
    rows = Program.objects.filter(
        mentorship__organization=organization, mentorship__state=MentorshipState.ACTIVE, state=ProgramState.AGREED
    )
    rows = rows.exclude(order_lines__in=OrderedProgram.objects.holding(OrderKind.PROGRAMS).exclude(order=order))
    return _shown(rows, order, ("starts_on", "pk"))


def ended_programs(organization, order=None):
    """Programs that have ended and that no order on results names, the latest first; what goes on elsewhere aside."""
    rows = Program.objects.filter(
        mentorship__organization=organization, state__in=ENDED, approved_on__isnull=False, continuations__isnull=True
    )
    lines = OrderedProgram.objects.exclude(order=order)
    rows = rows.exclude(order_lines__in=lines.holding(OrderKind.RESULTS) | lines.signed(OrderKind.RESULTS))
    return _shown(rows, order, ("-ended_on", "-pk"))


def _shown(rows, order, sequence):
    held = Program.objects.filter(order_lines__order=order) if order else Program.objects.none()
    keys = [*rows.values_list("pk", flat=True), *held.values_list("pk", flat=True)]
    return Program.objects.filter(pk__in=keys).with_people().order_by(*sequence)


def closing_pairs(programs):
    """Those of ``programs`` with which a pair at work is done: nothing else of the pair runs."""
    others = Program.objects.filter(mentorship=OuterRef("mentorship"), state=ProgramState.RUNNING)
    return programs.filter(~Exists(others), mentorship__state__in=RUNNING)


def held_meetings(organization):
    """The meetings whose minutes an order may cite, the latest first."""
    rows = Meeting.objects.filter(organization=organization, state=MeetingState.HELD, held_on__isnull=False)
    return rows.order_by("-held_on", "-pk")


def reviews_of(organization):
    """The sessions in whose minutes programs may have been reviewed: those of the council, the latest first."""
    return meetings_of_council(organization)


def needs_review(organization):
    """Whether by the regulation the council reviews programs before they are approved."""
    rules = regulation_on(organization, organization.today()).council
    return rules.enabled and rules.approves_programs
