"""The draft: its text, the pairs it holds, its way to the head and back."""

import re
from copy import copy

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text, search_key
from mentoring.lib.versions import save_version
from people.accounts.states import Role
from people.history.services import move, record
from people.organizations.selectors import rules_kept
from programs.mentorships.models import Mentorship
from programs.mentorships.services import enter_order, leave_order
from programs.mentorships.states import MentorshipState
from programs.orders.models import RELEASED_FROM, Order, OrderedMentorship, OrderSubject
from programs.orders.selectors import mentorships_of
from programs.orders.services import guards, tidings
from programs.orders.services.visas import begin_visas
from programs.orders.states import RETURN_DEED, SENT_DEED, OrderState

TEXTS = ("heading", "basis", "points", "control")
HEADING_LENGTH, POINT_LENGTH, POINTS, SUFFIX_LENGTH = 300, 4000, 60, 20


@transaction.atomic
def draft_order(
    organization,
    kind,
    *,
    by,
    heading,
    basis,
    points,
    control,
    released_from=None,
    mentorships=(),
    locked=False,
    named=(),
    roles=None,
    **held,
):
    """Make a draft that holds ``mentorships``; ``named`` are further employments to be acquainted with it.

    ``named`` stand in the order as curators, or as ``roles`` (employment key → Role) says. ``held`` are further
    fields: the regulation and the roadmap of O1, the order this one is about, its particulars. ``released_from`` is
    the first day without the duties it ends. Each pair moves into the order under a lock; ``locked`` says that
    ``mentorships`` are the locked rows themselves, with their people. Raises MoveRefused if one is not agreed, stands
    in another order or lacks a consent; then nothing is written.
    """
    order = Order(organization=organization, kind=kind, drafted_by=by, drafted_at=now(), **held)
    _set_texts(order, heading=heading, basis=basis, points=points, control=control, released_from=released_from)
    order.save()
    taken = _take_in(order, mentorships, by, locked=locked)
    _name_people(order, taken, named, roles)
    record(order, gettext_noop("Drafted"), by=by, to_state=OrderState.DRAFT)
    return order


def hold_draft(order):
    """Lock the draft that is composed anew, before anything it is about: its signature locks in this sequence too.

    Raises MoveRefused if it may not change any more.
    """
    row = guards.lock(order)
    guards.check_editable(row)
    return row


@transaction.atomic
def rewrite_order(
    order,
    *,
    by,
    heading,
    basis,
    points,
    control,
    released_from=None,
    mentorships=(),
    locked=False,
    named=(),
    roles=None,
    **held,
):
    """Give a draft other contents and the text composed for them. Raises MoveRefused as ``draft_order`` does."""
    row = hold_draft(order)
    wanted, kept = {mentorship.pk for mentorship in mentorships}, set()
    for mentorship in mentorships_of(row):
        if mentorship.pk in wanted:
            kept.add(mentorship.pk)
        else:
            leave_order(mentorship, by=by)
    row.lines.all().delete()
    row.subjects.all().delete()
    taken = _take_in(row, mentorships, by, kept, locked=locked)
    _name_people(row, taken, named, roles)
    _set_texts(row, heading=heading, basis=basis, points=points, control=control, released_from=released_from)
    for name, thing in held.items():
        setattr(row, name, thing)
    save_version(row, [*TEXTS, "search_key", *held], expected=row.version)
    record(row, gettext_noop("Composed anew"), by=by)
    return row


@transaction.atomic
def update_order(order, *, by, expected_version, heading, basis, points, control, number_suffix=None):
    """Save the text; ``number_suffix`` replaces the usual letters of the number («§ 3»), None leaves it as it is.

    Raises StaleSave if somebody saved meanwhile, MoveRefused if it may not change any more.
    """
    row = guards.lock(order)
    guards.check_editable(row)
    saved = (*TEXTS, "number_suffix")
    before = [getattr(row, name) for name in saved]
    _set_texts(row, heading=heading, basis=basis, points=points, control=control, released_from=row.released_from)
    if number_suffix is not None:
        row.number_suffix = _checked_suffix(number_suffix)
    changed = before != [getattr(row, name) for name in saved]
    if changed or row.version != expected_version:
        save_version(row, [*saved, "search_key"], expected=expected_version)
        record(row, gettext_noop("Text changed"), by=by)
    return row


@transaction.atomic
@rules_kept.within
def submit_order(order, *, by):
    """Send the draft to those whose visa is asked for, then to the head.

    Raises MoveRefused if it is not ready, by a sentence that says what to mend.
    """
    row = guards.lock(order)
    guards.check_ready(row)
    asked = begin_visas(row)
    move(order, OrderState.SUBMITTED, by=by, deed=SENT_DEED, held=row, return_remark="")
    tidings.tell_submitted(row, asked)
    return order


@transaction.atomic
def return_order(order, *, by, remark, deed=RETURN_DEED):
    """Give the order back with what is to be mended; its pairs stay in it. Raises MoveRefused without a remark."""
    remark = clean_text(remark).strip()
    if not remark:
        raise MoveRefused({"remark": _("Write what is to be mended.")})
    move(order, OrderState.RETURNED, by=by, deed=deed, reason=remark, return_remark=remark)
    tidings.tell_returned(order)
    return order


@transaction.atomic
def drop_order(order, *, by, reason=""):
    """Give up the draft; its pairs are agreed again and wait for another order."""
    row = guards.lock(order)
    guards.check_editable(row)
    deed = gettext_noop("Dropped")
    move(order, OrderState.DROPPED, by=by, deed=deed, reason=clean_text(reason).strip(), held=row)
    for mentorship in mentorships_of(row):
        if mentorship.state == MentorshipState.IN_ORDER:
            leave_order(mentorship, by=by)
    return order


def with_texts(order, *, heading, basis, points, control):
    """``order`` with other texts, as a preview shows it; nothing is saved. Raises MoveRefused as ``update_order``."""
    typed = copy(order)
    _set_texts(typed, heading=heading, basis=basis, points=points, control=control, released_from=order.released_from)
    return typed


def _set_texts(order, *, heading, basis, points, control, released_from=None):
    # Blanks become one, but a day stays tied to its «от».
    order.heading = re.sub(r"[^\S\u00a0]+", " ", clean_text(heading)).strip()
    if not order.heading or len(order.heading) > HEADING_LENGTH:
        raise MoveRefused({"heading": _("Write the heading in 1 to 300 characters.")})
    order.basis, order.control = clean_text(basis).strip(), clean_text(control).strip()
    order.points = _checked_points(points)
    if released_from and order.points:
        order.points[0][RELEASED_FROM] = released_from.isoformat()
    order.search_key = search_key(order.number_text, order.heading)


def _checked_suffix(text):
    suffix = " ".join(clean_text(text).split())
    if len(suffix) > SUFFIX_LENGTH:
        raise MoveRefused({"number_suffix": _("The letters after the number are at most 20 characters long.")})
    return suffix


def _checked_points(points):
    """The points cleaned, without empty ones; a subpoint without a point above it becomes a point."""
    checked = []
    for place, point in enumerate(points, start=1):
        text = clean_text(point["text"]).strip()
        if len(text) > POINT_LENGTH:
            message = _("Point %(number)s of the list is longer than 4000 characters. Divide it.")
            raise MoveRefused({"points": message % {"number": place}})
        if text:
            checked.append({"text": text, "depth": 2 if checked and point["depth"] == 2 else 1})
    if len(checked) > POINTS:
        message = _("An order holds at most 60 points. Put the rest into an annex or another order.")
        raise MoveRefused({"points": message})
    return checked


def _take_in(order, mentorships, by, kept=frozenset(), *, locked=False):
    """Let the order hold ``mentorships`` in their sequence; those ``kept`` stand in it. Returns the locked rows."""
    if order.holds_pairs and not mentorships:
        raise MoveRefused(_("Choose at least one pair or group."))
    wanted = [mentorship.pk for mentorship in mentorships]
    if not wanted:
        return []
    # Locked in one sequence, so that two drafts of the same pairs wait for each other and never deadlock.
    rows = Mentorship.objects.filter(organization=order.organization, pk__in=wanted).order_by("pk")
    rows = mentorships if locked else rows.select_for_update(of=("self",)).with_people()
    known = {row.pk: row for row in rows}
    if len(known) != len(set(wanted)):
        raise MoveRefused(_("Somebody chosen does not belong to this organization. Choose again."))
    for pk in sorted(known.keys() - kept):
        _enter(known[pk], by)
    taken = [known[pk] for pk in wanted]
    OrderedMentorship.objects.bulk_create(
        OrderedMentorship(order=order, mentorship=row, position=place) for place, row in enumerate(taken)
    )
    return taken


def _enter(mentorship, by):
    if mentorship.state == MentorshipState.IN_ORDER:
        raise MoveRefused(_("%(pair)s already stands in another order. Leave it out.") % {"pair": mentorship})
    if mentorship.state != MentorshipState.AGREED:
        message = _("%(pair)s is not agreed any more: the state is “%(state)s”. Leave it out.")
        raise MoveRefused(message % {"pair": mentorship, "state": mentorship.get_state_display()})
    enter_order(mentorship, by=by, held=mentorship)


def _name_people(order, mentorships, further, roles=None):
    """Write down whom the order names: mentors, mentees, then ``further`` employments as ``roles`` says; each once."""
    named = {}
    for mentorship in mentorships:
        named.setdefault(mentorship.mentor_entry.employment_id, Role.MENTOR)
        for member in mentorship.current_members:
            named.setdefault(member.mentee_entry.employment_id, Role.MENTEE)
    for employment in further:
        named.setdefault(employment.pk, (roles or {}).get(employment.pk, Role.CURATOR))
    OrderSubject.objects.bulk_create(
        OrderSubject(order=order, employment_id=employment, role=role) for employment, role in named.items()
    )
