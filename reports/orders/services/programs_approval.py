"""Order O5: composed from programs agreed by all; its signature lets them run."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.organizations.selectors import rules_kept
from programs.council.models import Meeting
from programs.mentorships.models import Mentorship
from programs.orders.models import OrderedProgram
from programs.orders.selectors import order_holding, programs_of
from programs.orders.services import draft_order, hold_draft, rewrite_order
from programs.orders.states import OrderKind
from programs.plans.models import Program
from programs.plans.selectors import agreed_on, text_mark
from programs.plans.services import approve_by_order, check_for_order
from reports.documents.programs_approval import compose_programs, mentees_of
from reports.orders.selectors import curator_of, needs_review, reviews_of
from reports.orders.services.texts import worded


@transaction.atomic
@rules_kept.within
def prepare_programs(organization, programs, *, by, meeting=None):
    """Draft O5 for programs agreed by all; ``meeting`` is the session of the council that reviewed them.

    Raises MoveRefused if nothing is chosen, a program is not agreed (any more), cannot run or stands in another
    order, and where the regulation wants a review and no session after the agreement is named.
    """
    rows, values = _composed(organization, programs, by, meeting)
    order = draft_order(organization, OrderKind.PROGRAMS, by=by, **values)
    write_lines(order, rows)
    return order


@transaction.atomic
@rules_kept.within
def recompose_programs(order, programs, *, by, meeting=None):
    """Give the draft other programs and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    hold_draft(order)
    rows, values = _composed(order.organization, programs, by, meeting, order)
    row = rewrite_order(order, by=by, **values)
    write_lines(row, rows)
    return row


def _composed(organization, programs, by, meeting, order=None):
    rows = locked_programs(organization, programs)
    for row in rows:
        _check_program(row, order)
    _check_review(organization, rows, meeting)
    curator, day = curator_of(organization, by), organization.today()
    text = compose_programs(organization, rows, day=day, curator=curator, meeting=meeting)
    # What was read when the text was composed: other programs must not slip under the signature.
    marks = {str(row.pk): text_mark(row) for row in rows}
    details = {"meeting": meeting.pk if meeting else None, "marks": marks}
    return rows, worded(organization, OrderKind.PROGRAMS, text) | named_in(rows, curator) | {"details": details}


def locked_programs(organization, programs):
    """The programs as they stand, in the sequence given, held with their pairs until the end of the transaction."""
    wanted = list(dict.fromkeys(program.pk for program in programs))
    if not wanted:
        raise MoveRefused({"programs": _("Choose at least one program.")})
    rows = Program.objects.filter(mentorship__organization=organization, pk__in=wanted)
    pairs = Mentorship.objects.filter(pk__in=rows.values("mentorship"))
    list(pairs.order_by("pk").select_for_update().values_list("pk"))
    list(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk"))
    known = {row.pk: row for row in rows.with_people()}
    if len(known) != len(wanted):
        raise MoveRefused(_("Somebody chosen does not belong to this organization. Choose again."))
    return [known[pk] for pk in wanted]


def named_in(programs, curator):
    """Whom an order on programs names: both sides of every pair who still work here, and the curator."""
    roles = {}
    for program in programs:
        roles.setdefault(program.mentorship.mentor_entry.employment, Role.MENTOR)
        for work in mentees_of(program):
            roles.setdefault(work, Role.MENTEE)
    present = {
        work: role
        for work, role in roles.items()
        if not work.ends_on or work.ends_on >= programs[0].organization.today()
    }
    return {
        "named": [*present, *([curator] if curator else [])],
        "roles": {work.pk: role for work, role in present.items()},
    }


def write_lines(order, programs):
    """Let the draft hold these programs and no others."""
    order.program_lines.all().delete()
    OrderedProgram.objects.bulk_create(
        OrderedProgram(order=order, program=program, position=place) for place, program in enumerate(programs)
    )


def _check_program(program, order):
    check_for_order(program)
    check_in_no_other(program, order, OrderKind.PROGRAMS)


def check_in_no_other(program, order, kind):
    """Refuse a program that another order of ``kind`` holds, drafted or waiting for its signature."""
    other = order_holding(program, kind)
    if other and other != order:
        message = _("“%(title)s” already stands in another order: %(heading)s. Leave it out.")
        raise MoveRefused(message % {"title": program.title, "heading": other.heading})


def _check_review(organization, programs, meeting):
    """The council reviews programs where the regulation says so: at a session after everybody agreed."""
    if meeting and not reviews_of(organization).filter(pk=meeting.pk).exists():
        raise MoveRefused({"meeting": _("This session is not marked as held any more. Choose another one.")})
    if not needs_review(organization):
        return
    if meeting is None:
        raise MoveRefused(
            {"meeting": _("By the regulation the council reviews programs first. Choose the session that did.")}
        )
    for program in programs:
        agreed = [at.astimezone(ZoneInfo(organization.time_zone)).date() for at in agreed_on(program).values()]
        if agreed and max(agreed) > meeting.held_on:
            message = _("“%(title)s” was agreed on %(day)s, after this session. Choose a later one or leave it out.")
            values = {"title": program.title, "day": date_numeric(max(agreed))}
            raise MoveRefused({"meeting": message % values})


def check_programs(order):
    """Refuse an order on a program that changed, cannot run or stands elsewhere, or without the council's review."""
    rows = locked_programs(order.organization, programs_held(order))
    for row in rows:
        _check_program(row, order)
        if order.details["marks"].get(str(row.pk)) != text_mark(row):
            message = _("“%(title)s” changed after the order was composed. Compose the text anew.")
            raise MoveRefused(message % {"title": row.title})
    _check_review(order.organization, rows, meeting_of(order))


def programs_held(order):
    """The programs the order names. Raises MoveRefused where it names none."""
    held = programs_of(order)
    if not held:
        raise MoveRefused(_("The order names no program. Choose the programs and compose the text anew."))
    return held


def meeting_of(order):
    """The meeting whose minutes the order cites, or None."""
    pk = order.details.get("meeting")
    return Meeting.objects.filter(organization=order.organization, pk=pk).first() if pk else None


def approve_programs(order, *, by):
    """Let every program of the signed order run."""
    for program in programs_of(order):
        approve_by_order(program, order, by=by)
