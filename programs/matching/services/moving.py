"""Changing a plan by hand, one mentee at a time."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave, save_version
from people.history.services import record
from programs.matching.models import MatchPlan, PlanLine
from programs.matching.selectors import candidate_of
from programs.matching.states import Decision, WhyLeft

FIELDS = ["mentor_entry", "score", "in_group", "why", "why_values", "decision", "changed_by", "changed_at", "refusal"]


def lock_plan(plan):
    """The plan as it stands, held until the end of the transaction; refuses one that is not open for changes."""
    row = MatchPlan.objects.select_for_update().get(pk=plan.pk)
    if not row.is_open:
        message = _("The plan is “%(state)s”: nothing is changed in it any more. Compute a new one.")
        raise MoveRefused(message % {"state": row.get_state_display()})
    return row


@transaction.atomic
def move_line(line, mentor_entry, *, by, expected_version):
    """Give the mentee of ``line`` to ``mentor_entry``, or to nobody (None), and measure the new score.

    Raises StaleSave if somebody changed the line since ``expected_version``; MoveRefused with the sentence if a rule
    bars the two, the mentor has no place left in the plan, or the line is proposed already. Returns the line.
    """
    plan = lock_plan(line.plan)
    row = PlanLine.objects.with_people().get(pk=line.pk)
    if row.version != expected_version:
        raise StaleSave(row)
    if not row.is_movable:
        raise MoveRefused(_("This pair is proposed already. It is changed on the card of the pair."))
    before = row.mentor
    if mentor_entry is None:
        _leave_out(row)
    else:
        _seat(row, mentor_entry)
    row.decision = Decision.KEPT if row.mentor_entry_id == row.computed_mentor_id else Decision.BY_HAND
    row.changed_by, row.changed_at, row.refusal = by, now(), ""
    save_version(row, FIELDS, expected=expected_version)
    MatchPlan.objects.filter(pk=plan.pk).update(version=F("version") + 1)
    words = {"mentee": row.mentee.short_name, "before": _name(before), "after": _name(row.mentor)}
    record(plan, gettext_noop("Changed by hand"), by=by, reason="{mentee}: {before} → {after}".format(**words))
    return row


def _name(person):
    return person.short_name if person else "–"


def _leave_out(row):
    row.mentor_entry = row.score = None
    row.in_group = False
    row.why, row.why_values = WhyLeft.BY_HAND, {}


def _seat(row, mentor_entry):
    candidate = candidate_of(row, mentor_entry.pk)
    if candidate is None:
        raise MoveRefused(_("This mentor cannot be chosen now. Choose somebody else."))
    if candidate.barriers:
        raise MoveRefused(" ".join(candidate.barriers))
    row.mentor_entry, row.score = mentor_entry, candidate.score
    row.why, row.why_values = "", {}
    row.in_group = bool(row.request) and (
        row.plan.lines.waiting()
        .filter(mentor_entry=mentor_entry, request=row.request, in_group=True)
        .exclude(pk=row.pk)
        .exists()
    )
