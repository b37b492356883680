"""Reads about orders: whom an order names, who has read it, whose notices it needs."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Prefetch, Q, Value

from people.accounts.models import User
from people.accounts.states import Role
from people.history.models import Move
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Mentorship, members_with_people
from programs.mentorships.states import RUNNING, MentorshipState
from programs.orders.models import Order, OrderedChange, OrderedMentorship, OrderedProgram, OrderSeries
from programs.orders.states import SENT_DEED, SIGNED, VISA_REMARK_DEED, OrderKind, OrderState, VisaState


def mentorships_of(order):
    """The pairs and groups of the order in its own sequence, with everybody's cards: two queries."""
    rows = Mentorship.objects.filter(order_lines__order=order).with_people()
    return list(rows.order_by("order_lines__position", "order_lines__pk"))


def _with_people(rows, path=""):
    """Both sides with their cards in two queries."""
    joined = rows.select_related(f"{path}organization", f"{path}mentor_entry__employment__person")
    return joined.prefetch_related(members_with_people(path.removesuffix("__")))


def programs_of(order):
    """The programs the order approves or sums up in its own sequence, with everybody's cards: two queries."""
    lines = OrderedProgram.objects.filter(order=order).order_by("position", "pk")
    return [line.program for line in _with_people(lines, "program__mentorship__")]


def approval_order_of(program):
    """The registered order that approved ``program`` (O5), or None where the curator did."""
    line = program.order_lines.signed(OrderKind.PROGRAMS).select_related("order").first()
    return line.order if line else None


def order_holding(program, kind):
    """The order of ``kind`` in which ``program`` stands and which is not signed yet, or None."""
    line = program.order_lines.holding(kind).select_related("order").first()
    return line.order if line else None


def pairs_in_words(orders, most=3):
    """What each order is about, by its key: «Ковальчук М. П. → Черных Л. О.; …», no more than ``most`` pairs.

    Three queries, however many orders.
    """
    keys = [order.pk for order in orders]
    if not keys:
        return {}
    places = ((OrderedMentorship, "mentorship"), (OrderedChange, "mentorship"), (OrderedProgram, "program__mentorship"))
    parts = [
        model.objects.filter(order__in=keys).order_by().values_list(Value(sort), "position", "pk", "order", path)
        for sort, (model, path) in enumerate(places)
    ]
    lines = sorted(parts[0].union(*parts[1:], all=True))
    known = Mentorship.objects.with_people().in_bulk({line[-1] for line in lines})
    pairs = {}
    for _sort, _position, _pk, order, pair in lines:
        pairs.setdefault(order, []).append(str(known[pair]))
    return {key: "; ".join(names[:most]) + (" …" if len(names) > most else "") for key, names in pairs.items()}


def subjects_of(order):
    """Everybody the order names, with their card, account and acquaintance: one query."""
    return order.subjects.select_related("employment__person__user", "acquaintance__by__person").order_by(
        "employment__person__search_key", "pk"
    )


def subject_of(order, employment):
    """The place of ``employment`` among those the order names, or None."""
    return subjects_of(order).filter(employment=employment).first() if employment else None


def is_acquainted(subject):
    return getattr(subject, "acquaintance", None) is not None


def visas_of(order):
    """Whose visa the order asks for and what they said: one query."""
    return order.visas.select_related("employment__person__user").order_by("employment__person__search_key", "pk")


def earlier_remarks(order):
    """The moves by which visas returned the order before it was sent the last time, the oldest first."""
    moves = Move.objects.of(order)
    sent = moves.filter(deed=SENT_DEED).aggregate(at=Max("at"))["at"]
    return list(moves.filter(deed=VISA_REMARK_DEED, at__lt=sent).order_by("at", "pk")) if sent else []


def visas_awaited(order):
    """The visas that are not given."""
    return visas_of(order).exclude(state=VisaState.GIVEN)


def cancelled_by(order):
    """The registered order that cancelled ``order``, the last one where another took a part of it before, or None."""
    return order.cancellations.filter(state__in=SIGNED).order_by("signed_on", "pk").last()


def drafted_about(order):
    """The draft that is to cancel ``order`` and is not signed yet, or None."""
    return order.cancellations.exclude(state__in=(*SIGNED, OrderState.DROPPED)).first()


@dataclass(frozen=True)
class Register:
    """A register of the present year as it stands: ``next_number`` is given next, ``highest`` was the last one used."""

    code: str
    label: str
    by_hand: bool
    next_number: int
    highest: int
    example: str
    series: Any = None


def registers_of(organization, day):
    """The registers orders of ``organization`` are entered in on ``day``, the usual one first."""
    style = regulation_on(organization, day).orders
    rows = OrderSeries.objects.filter(organization=organization, year=day.year)
    stored = {row.code: row for row in rows.annotate(highest=Max("orders__number"))}
    found = []
    for one in (None, *style.series):
        row = stored.get(one.code if one else "")
        number = row.next_number if row else 1
        found.append(
            Register(
                code=one.code if one else "",
                label=one.label if one else "",
                by_hand=(one or style).numbering == "hand",
                next_number=number,
                highest=(row.highest if row else None) or 0,
                example=style.number_text(number, day.year, kind=one.kinds[0] if one else ""),
                series=row,
            )
        )
    return found


def orderable(organization):
    """Agreed pairs and groups that passed the regulation's approvals and wait for their order, earliest start first.

    One that takes over from a pair at work goes by an order on the replacement instead.
    """
    rows = Mentorship.objects.filter(organization=organization, state=MentorshipState.AGREED)
    rows = rows.exclude(replaces__state__in=RUNNING)
    rows = rows.approved(regulation_on(organization, organization.today()).pairing)
    return _with_people(rows).order_by("starts_on", "mentor_entry__employment__person__search_key", "pk")


def count_by_state(orders):
    """How many of ``orders`` are in each state: one query."""
    # pk keeps the rows apart where the queryset is distinct over a join.
    rows = Order.objects.filter(pk__in=orders.order_by().values("pk"))
    return dict(rows.order_by().values_list("state").annotate(Count("pk")))


def holders_of(role, organization):
    """The users who hold a given ``role`` in ``organization`` today."""
    return list(User.objects.holding(Role(role), organization))


def with_marks(orders):
    """The rows with the orders that cancelled them (``cancelling``) or changed their words (``rewording``).

    What is in force still though an order cancels it lost a part of its pairs.
    """
    signed = Order.objects.filter(state__in=SIGNED).order_by("signed_on", "pk")
    in_force = Q(state=OrderState.REGISTERED)
    cancelling = signed.filter(Q(cancels__state=OrderState.CANCELLED) | in_force)
    return orders.prefetch_related(
        Prefetch("cancellations", cancelling, to_attr="cancelling"),
        Prefetch("rewordings", signed.filter(in_force), to_attr="rewording"),
    )


def journal_of(orders):
    """The signed ones of ``orders`` (``with_marks``) as the register prints them: by year, register and number.

    ``changed_by`` are the changes to the pairs each assigned.
    """
    rows = orders.filter(state__in=SIGNED).select_related("series", "drafted_by__person", "signer__person")
    changes = OrderedChange.objects.filter(order__state=OrderState.REGISTERED).select_related("order")
    changes = changes.order_by("order__signed_on", "order")
    rows = rows.prefetch_related(Prefetch("amendments", changes, to_attr="changed_by"))
    return rows.order_by("series__year", "series__code", "number", "signed_at", "pk")
