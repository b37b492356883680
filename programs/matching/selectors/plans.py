"""What the pages of plans show: lines with their news, mentors with places, figures, two plans side by side."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Min, Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.banks.models import MentorEntry
from programs.matching.models import PlanLine
from programs.matching.selectors.bank import group_size_of, mentees_waiting
from programs.matching.states import Decision, WhyLeft
from programs.mentorships.models import Member
from programs.mentorships.selectors import mentees_to_choose, mentors_to_choose
from programs.mentorships.states import Direction

SERVED = Q(lines__mentor_entry__isnull=False)
# Lines of a plan that a proposal could still be made of.
OF_WAITING = SERVED & Q(lines__mentorship__isnull=True)


def with_figures(plans):
    """Plans with ``n_lines``, ``n_served``, ``sum_of_scores``, ``n_proposed`` for a list."""
    return plans.select_related("made_by__person").annotate(
        n_lines=Count("lines"),
        n_served=Count("lines", filter=SERVED),
        n_proposed=Count("lines", filter=Q(lines__mentorship__isnull=False)),
        sum_of_scores=Sum("lines__score", default=0.0),
    )


@dataclass(frozen=True)
class Figures:
    """A plan in numbers; ``cost`` is the change against the best in percent, ``free`` the places left in the bank."""

    lines: int
    served: int
    left: int
    total: float
    lowest: float | None
    free: int
    best_total: float
    best_served: int
    by_hand: int

    @property
    def mean(self):
        return self.total / self.served if self.served else None

    @property
    def cost(self):
        return self.cost_with(0)

    def cost_with(self, change):
        """The cost if the sum changed by ``change`` points."""
        if not self.best_total:
            return 0.0
        return round(100 * (self.total + change - self.best_total) / self.best_total, 1)


def figures_of(plan, seats=None):
    """The Figures of ``plan`` as it stands; ``seats`` spares reading them twice."""
    rows = plan.lines.aggregate(
        lines=Count("pk"),
        served=Count("pk", filter=Q(mentor_entry__isnull=False)),
        total=Sum("score", default=0.0),
        lowest=Min("score"),
        by_hand=Count("pk", filter=Q(decision=Decision.BY_HAND)),
    )
    seats = seats_of(plan) if seats is None else seats
    return Figures(
        left=rows["lines"] - rows["served"],
        free=sum(max(seat.left, 0) for seat in seats),
        best_total=plan.computed["total"],
        best_served=plan.computed["served"],
        **rows,
    )


@dataclass(frozen=True)
class Seat:
    """A mentor of the bank in a plan: ``free`` places now, ``lines`` of the plan that want one."""

    entry: MentorEntry
    places: int
    taken: int
    lines: tuple

    @property
    def free(self):
        return max(self.places - self.taken, 0)

    @property
    def left(self):
        return self.free - len(self.lines)

    @property
    def used(self):
        """Places taken in the end: by running pairs and by this plan."""
        return self.taken + len(self.lines)

    @property
    def is_over(self):
        return self.left < 0


def seats_of(plan):
    """A Seat for every mentor who can be chosen and for whoever else stands in the plan, those with places first."""
    waiting = defaultdict(list)
    for line in plan.lines.waiting().with_people():
        waiting[line.mentor_entry_id].append(line)
    found = [
        Seat(entry, entry.places, entry.taken, tuple(waiting.pop(entry.pk, ())))
        for entry in mentors_to_choose(plan.organization).prefetch_related(None)
    ]
    found += [Seat(lines[0].mentor_entry, 0, 0, tuple(lines)) for lines in waiting.values()]
    return sorted(found, key=lambda seat: (not seat.is_over, not seat.left, seat.entry.employment.person.search_key))


def group_size_now(plan):
    """The least size of a group of ``plan`` by the regulation of today; 0 where it wants none or has none any more."""
    size = group_size_of(plan.organization)
    return max(size, plan.group_size) if size and plan.group_size else 0


def units_of(plan, lines):
    """``lines`` put together as they would be proposed: a list of lists, a group where enough share one request."""
    units, groups, group_size = [], {}, group_size_now(plan)
    for line in lines:
        if line.in_group and group_size:
            key = line.mentor_entry_id, line.request
            if key not in groups:
                groups[key] = []
                units.append(groups[key])
            groups[key].append(line)
        else:
            units.append([line])
    whole = []
    for unit in units:
        whole += [unit] if len(unit) == 1 or len(unit) >= group_size else [[line] for line in unit]
    return whole


def sizes_of_groups(plan):
    """How many lines sit together, by (mentor entry, request)."""
    if not (least := group_size_now(plan)):
        return {}
    rows = plan.lines.filter(in_group=True, mentor_entry__isnull=False)
    sizes = Counter(rows.values_list("mentor_entry_id", "request"))
    return {key: size for key, size in sizes.items() if size >= least}


def news_of(plan, seats):
    """Sentences about lines that cannot be proposed any more as they stand, by key of the line."""
    waiting = [line for seat in seats for line in seat.lines]
    mentees = [line.mentee_entry_id for line in waiting]
    taken = Member.objects.holding_places().filter(mentee_entry__in=mentees, direction=Direction.FORWARD)
    mentor_of = {member.mentee_entry_id: member.mentor_person for member in taken.select_related("mentor_person")}
    choosable = set(mentees_to_choose(plan.organization).values_list("pk", flat=True))
    found = {}
    for seat in seats:
        for line in seat.lines:
            if sentence := _news(line, seat, mentor_of, choosable):
                found[line.pk] = sentence
    return found


def _news(line, seat, mentor_of, choosable):
    if mentor := mentor_of.get(line.mentee_entry_id):
        return _("Has a mentor meanwhile, proposed or working (%(mentor)s).") % {"mentor": mentor.short_name}
    if line.mentee_entry_id not in choosable:
        return _("Cannot be chosen now: look at the card in the bank.")
    if not seat.places:
        return _("%(name)s cannot be chosen any more. Move to another mentor.") % {"name": line.mentor.short_name}
    if seat.is_over:
        text = ngettext(
            "%(name)s has only %(free)s free place now. Move somebody to another mentor.",
            "%(name)s has only %(free)s free places now. Move somebody to another mentor.",
            seat.free,
        )
        return text % {"name": line.mentor.short_name, "free": seat.free}
    return ""


def why_words(line):
    """Why the mentee of ``line`` has no mentor in the plan, in a sentence; "" where there is one."""
    if line.mentor_entry_id:
        return ""
    values = {"mentor": line.why_values.get("mentor", ""), "score": f"{line.why_values.get('score', 0):.0f}"}
    match line.why:
        case WhyLeft.NO_PLACES:
            return _("No mentor has a free place. Raise the number of places in the bank or add mentors.")
        case WhyLeft.BARRED:
            return " ".join(line.why_values["sentences"])
        case WhyLeft.ASKS:
            text = _("Only line managers are left, %(mentor)s first. Such a pair is proposed by itself, with a reason.")
            return text % values
        case WhyLeft.THRESHOLD:
            text = _("Nobody reaches the threshold; %(mentor)s comes nearest with %(score)s.")
            return text % values
        case WhyLeft.TAKEN:
            return _taken_words(line.why_values)
        case WhyLeft.BY_HAND:
            return _("Left out by hand.")
    return _("The mentor is not in the bank any more. Choose another one.")


def _taken_words(values):
    """Whose places are taken by whom; «fits better» only of those who do."""
    score = values["score"]
    better = [f"{name} ({other:.0f})" for name, other in values["holders"] if other > score]
    words = {"mentor": values["mentor"], "score": f"{score:.0f}", "names": ", ".join(better)}
    if better:
        return _("All who fit are taken. Best: %(mentor)s (%(score)s), taken by a better fit (%(names)s).") % words
    words["names"] = ", ".join(name for name, _other in values["holders"])
    text = _("All who fit are taken. Best: %(mentor)s (%(score)s), given to others for the sake of all (%(names)s).")
    return text % words


@dataclass(frozen=True)
class Difference:
    """One mentee whose mentor differs between two plans; a line is None where the plan does not have the mentee."""

    name: str
    first: PlanLine | None
    second: PlanLine | None

    @property
    def change(self):
        """Points the second plan gives more."""
        scores = [(line.score or 0) if line else 0 for line in (self.first, self.second)]
        return round(scores[1] - scores[0], 2)


def differences(first, second):
    """Differences between two plans by the names of the mentees, and how many mentees have the same mentor."""
    sides = [{line.mentee_entry_id: line for line in plan.lines.with_people()} for plan in (first, second)]
    found, same = [], 0
    for key in sides[0] | sides[1]:
        lines = [side.get(key) for side in sides]
        if all(lines) and lines[0].mentor_entry_id == lines[1].mentor_entry_id:
            same += 1
            continue
        found.append(Difference((lines[0] or lines[1]).mentee.short_name, *lines))
    return sorted(found, key=lambda each: each.name), same


def bank_counts(organization):
    """(mentees without a mentor, mentors, free places) as they stand now."""
    mentors = list(mentors_to_choose(organization).prefetch_related(None))
    free = sum(max(entry.places - entry.taken, 0) for entry in mentors)
    return mentees_waiting(organization).count(), len(mentors), free
