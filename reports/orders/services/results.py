"""Order O11: composed from programs that have ended; its signature ends their pairs, agreements and duties."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.consents.states import NoticeSide
from people.organizations.selectors import rules_kept
from programs.mentorships.services import end_agreements_of, end_by_order
from programs.mentorships.services.guards import hold_everybodys_employment
from programs.mentorships.states import RUNNING, MentorshipState
from programs.orders.models import OrderedProgram
from programs.orders.selectors import programs_of
from programs.orders.services import draft_order, hold_draft, rewrite_order
from programs.orders.states import OrderKind
from programs.plans.models import Program
from programs.plans.services import end_program_by_order
from programs.plans.states import ENDED, ProgramState
from reports.documents.programs_approval import mentees_of
from reports.documents.results import compose_results
from reports.orders.selectors import curator_of
from reports.orders.services.enacting import by_order, close_others
from reports.orders.services.figures import events_kept
from reports.orders.services.programs_approval import (
    check_in_no_other,
    locked_programs,
    named_in,
    programs_held,
    write_lines,
)
from reports.orders.services.texts import worded


@transaction.atomic
@rules_kept.within
def prepare_results(organization, programs, *, by, note=False, publish_by=None):
    """Draft O11 for programs that have ended; ``note`` adds the analytical note, ``publish_by`` the publication.

    Raises MoveRefused if nothing is chosen, a program has not ended, an order names it already, or its pair still
    works by another program.
    """
    rows, values = _composed(organization, programs, by, note, publish_by)
    order = draft_order(organization, OrderKind.RESULTS, by=by, **values)
    write_lines(order, rows)
    return order


@transaction.atomic
@rules_kept.within
def recompose_results(order, programs, *, by, note=False, publish_by=None):
    """Give the draft other programs and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    hold_draft(order)
    rows, values = _composed(order.organization, programs, by, note, publish_by, order)
    row = rewrite_order(order, by=by, **values)
    write_lines(row, rows)
    return row


def _composed(organization, programs, by, note, publish_by, order=None):
    rows = locked_programs(organization, programs)
    for row in rows:
        _check_program(row, order)
    curator, day = curator_of(organization, by), organization.today()
    text = compose_results(organization, rows, day=day, curator=curator, note=note, publish_by=publish_by)
    details = {"note": bool(note), "publish_by": publish_by.isoformat() if publish_by else None}
    if note:
        details |= events_kept(rows)
    return rows, worded(organization, OrderKind.RESULTS, text) | named_in(rows, curator) | {"details": details}


def _check_program(program, order):
    if program.state not in ENDED or program.approved_on is None:
        message = _("“%(title)s” has not ended: the state is “%(state)s”. End it first or leave it out.")
        raise MoveRefused(message % {"title": program.title, "state": program.get_state_display()})
    check_in_no_other(program, order, OrderKind.RESULTS)
    earlier = OrderedProgram.objects.signed(OrderKind.RESULTS).filter(program=program).select_related("order").first()
    if earlier:
        message = _("“%(title)s” is summed up by the order № %(number)s already. Leave it out.")
        raise MoveRefused(message % {"title": program.title, "number": earlier.order.number_text})
    _check_pair(program)


def _check_pair(program):
    """Refuse by its name a pair that goes on, or that rests and so cannot be completed."""
    pair = program.mentorship
    if pair.state not in RUNNING:
        return
    running = Program.objects.filter(mentorship=pair, state=ProgramState.RUNNING).first()
    if running:
        message = _("%(pair)s still works by the program “%(title)s”. End that program first or leave this one out.")
        raise MoveRefused(message % {"pair": pair, "title": running.title})
    if pair.state == MentorshipState.SUSPENDED and program.state == ProgramState.COMPLETED:
        message = _("%(pair)s rests. Let the pair go on first: then the order completes it.")
        raise MoveRefused(message % {"pair": pair})


def check_results(order):
    """Refuse an order on a program that another one sums up, or whose pair goes on by another program."""
    held = programs_held(order)
    # The staff cards first, as a leaving does: it holds the card, then the pairs it ends.
    hold_everybodys_employment([program.mentorship for program in held])
    for row in locked_programs(order.organization, held):
        _check_program(row, order)


def end_pairs(order, *, by):
    """End every pair at work whose programs are summed up, on the day the last of them ended.

    A completed program completes its pair, one that ended early ends it early; the agreement ends with its notice
    (Labor Code art. 351.8), places and people are free again, a program not approved yet falls.
    """
    last = {}
    for program in sorted(programs_of(order), key=lambda one: (one.ended_on, one.pk)):
        last[program.mentorship_id] = program
    for program in last.values():
        if program.mentorship.state in RUNNING:
            _end_pair(order, program, by)


def _end_pair(order, program, by):
    pair, reason = program.mentorship, by_order(order)
    day, gone = max(program.ended_on, pair.starts_on), mentees_of(program)
    completed = program.state == ProgramState.COMPLETED
    end_by_order(pair, by=by, on=day, reason=reason, completed=completed)
    end_program_by_order(pair, by=by, on=day, ground=program.end_reason, order=order)
    end_agreements_of(
        pair,
        gone,
        by=by,
        side=NoticeSide.EMPLOYER,
        given_on=order.signed_on,
        day=day + timedelta(days=1),
        reason=reason,
    )
    close_others(pair.pk, by)
