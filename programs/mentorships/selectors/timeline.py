"""Everything that happened to a pair on one line of time: who, when, why, with the way to what it came from."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from people.accounts.access import may
from people.accounts.states import Role
from people.history.models import Move
from programs.mentorships.models import MENTORSHIP_READERS
from programs.mentorships.selectors.standing import place_of
from programs.mentorships.states import MENTORSHIP_TONES, MentorshipState

# What the council said of a pair, never for its own people; the room of the council stands above this one.
BY_COUNCIL = ("The council recommended", "The council did not recommend")
# Whose words fewer read than those who keep the pairs.
NARROWER = dict.fromkeys(BY_COUNCIL, (Role.DIRECTOR, Role.CURATOR, Role.COUNCIL))
NARROWER |= dict.fromkeys(
    ("Other terms are proposed", "Other terms are answered: they stay"), (Role.CURATOR, Role.COUNCIL)
)


def history(mentorship, actor):
    """Moves, approvals, orders, rests, members, wishes and applications, oldest first, as a timeline draws them.

    A reason is shown to those who keep the pairs and to its author; an application to whoever may read it, an order
    once it is registered.
    """
    lines = [
        *_moves(mentorship, actor),
        *_orders(mentorship, actor),
        *_applications(mentorship, actor),
        *_other_pairs(mentorship, actor),
    ]
    return sorted(lines, key=lambda line: line["when"])


def _line(title, who, when, why="", tone="", url=""):
    return {"title": title, "who": _name(who), "when": when, "why": why, "tone": tone, "url": url}


def _name(user):
    if user is None:
        return ""
    return user.person.short_name if user.person else str(user)


def _moves(mentorship, actor):
    ways = _ways(mentorship, actor)
    return [
        _line(
            row.deed_label,
            row.by,
            row.at,
            row.reason if row.by == actor.user or _reads(row, mentorship, actor) else "",
            MENTORSHIP_TONES.get(row.to_state, ""),
            ways.get(row.to_state) or ways.get((row.deed, row.reason), ""),
        )
        for row in Move.objects.of(mentorship)
    ]


def _reads(row, mentorship, actor):
    """Whether the words of a move are for ``actor``: wishes and the council's reasons are for fewer readers."""
    if row.deed in BY_COUNCIL and place_of(mentorship, actor.employment)[0]:
        return False
    return actor.has(*NARROWER.get(row.deed, MENTORSHIP_READERS))


def _ways(mentorship, actor):
    """Where a move leads: to the pair that took over, to whoever was proposed for the group, to the group joined."""
    ways = {}
    for after in mentorship.replacements.all():
        ways[MentorshipState.REPLACED] = actor.url("programs:mentorship_card", after.pk)
    if mentorship.is_joining:
        ways[MentorshipState.JOINED] = actor.url("programs:mentorship_card", mentorship.joins_id)
    for joining in mentorship.joinings.with_people():
        url = actor.url("programs:mentorship_card", joining.pk)
        for member in joining.members.all():
            for deed in ("A mentee is proposed for the group", "A mentee joined the group"):
                ways[deed, member.person.short_name] = url
    return ways if actor.has(*MENTORSHIP_READERS) else {}


def _orders(mentorship, actor):
    """The registered orders that name the pair."""
    rows = mentorship.order_lines.filter(order__signed_at__isnull=False).select_related(
        "order__signer__person", "order__entered_by__person"
    )
    found = []
    for order in [line.order for line in rows]:
        title = _("Order № %(number)s is signed") % {"number": order.number_text}
        url = actor.url("reports:order_card", order.pk)
        found.append(_line(title, order.answering, order.signed_at, order.heading, "green", url))
    return found


def _applications(mentorship, actor):
    """The moves of applications about the pair, for those who may read them; their words stand on their own card."""
    model = mentorship.applications.model
    known = {row.pk: row for row in model.objects.visible_to(actor).filter(mentorship=mentorship)}
    if not known:
        return []
    kind = ContentType.objects.get_for_model(model)
    moves = Move.objects.filter(kind=kind, thing_id__in=known).select_related("by__person")
    found = []
    for row in moves:
        application = known[row.thing_id]
        opens = may(actor, "programs:application_card", application)
        url = actor.url("programs:application_card", application.pk) if opens else ""
        title = f"{application.get_kind_display()}: {row.deed_label}"
        found.append(_line(title, row.by, row.at, row.reason if row.by == actor.user else "", url=url))
    return found


def _other_pairs(mentorship, actor):
    """The pair this one took over from."""
    before = mentorship.replaces
    if before is None or not actor.has(*MENTORSHIP_READERS):
        return []
    zone = ZoneInfo(mentorship.organization.time_zone)
    when = datetime.combine(before.ended_on or mentorship.starts_on, time(), zone)
    url = actor.url("programs:mentorship_card", before.pk)
    return [_line(_("Takes over from %(pair)s") % {"pair": before}, None, when, url=url)]
