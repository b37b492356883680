"""Lines of a plan become proposals, each by itself: what cannot be proposed stays in the plan with the sentence."""

from datetime import date
from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django_tasks import task

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.progress import forget_progress, tell_progress, told_progress
from mentoring.lib.versions import StaleSave
from people.accounts.models import User
from people.history.services import move
from programs.matching.models import MatchPlan, PlanLine
from programs.matching.selectors import units_of
from programs.matching.selectors.bank import asked_elsewhere
from programs.matching.services.moving import lock_plan
from programs.matching.states import Decision, PlanState
from programs.mentorships.services import propose_mentorship
from programs.mentorships.services.guards import check_terms
from programs.mentorships.states import Direction

# So many proposals are made while the user waits.
AT_ONCE = 50


def progress_of(plan):
    """How far the background worker has come with the proposals of ``plan``: Progress in pairs and groups."""
    return told_progress(_key(plan.pk))


def _key(pk):
    return f"match-plan-{pk}"


def propose_lines(plan, lines, *, by, expected_version, terms, group_kinds=()):
    """Propose ``lines`` of ``plan``: a group where enough of one are among them, a pair otherwise.

    ``terms``: form, kinds, mentor_role, starts_on, ends_on; ``group_kinds`` are the kinds of groups. Each proposal is a
    savepoint of its own. Raises StaleSave if the plan was changed since ``expected_version``, MoveRefused by field for
    terms the regulation refuses. Returns (proposed, refused) in lines, or None when handed to the worker.
    """
    with transaction.atomic():
        row = lock_plan(plan)
        if row.version != expected_version:
            raise StaleSave(row)
        chosen = list(row.lines.waiting().with_people().filter(pk__in=[line.pk for line in lines]))
        units = units_of(row, chosen)
        if not units:
            raise MoveRefused(_("Choose at least one mentee with a mentor."))
        _check_once(row.organization, units, terms, group_kinds)
        move(row, PlanState.ACCEPTING, by=by, deed=gettext_noop("Began to propose the plan"))
        if len(units) <= AT_ONCE:
            result = _propose_all(row, units, terms, group_kinds, by=by)
            _settle(row, by=by)
            return result
        tell_progress(_key(row.pk), 0, len(units))
        keys = [line.pk for line in chosen]
        sent = {name: value.isoformat() if name.endswith("_on") else value for name, value in terms.items()}
        deed = partial(propose_in_background.enqueue, row.pk, by.pk, keys, sent, list(group_kinds))
        transaction.on_commit(deed)
    return None


def _check_once(organization, units, terms, group_kinds):
    """Refuse terms that fit none of the proposals once and beside the field, not at every line."""
    sizes = [len(unit) for unit in units]
    common = {"direction": Direction.FORWARD, **terms}
    if 1 in sizes:
        check_terms(organization, mentees=1, **common)
    groups = [size for size in sizes if size > 1]
    if groups:
        try:
            check_terms(organization, mentees=min(groups), **common | {"kinds": list(group_kinds)})
        except MoveRefused as refusal:
            errors = getattr(refusal, "error_dict", None)
            if errors and "kinds" in errors:
                errors["group_kinds"] = errors.pop("kinds")
            raise


def _propose_all(plan, units, terms, group_kinds, *, by, tell=None):
    proposed = refused = 0
    for number, unit in enumerate(units, 1):
        kinds = list(group_kinds) if len(unit) > 1 else terms["kinds"]
        if _propose(plan.organization, unit, terms | {"kinds": kinds}, by):
            proposed += len(unit)
        else:
            refused += len(unit)
        if tell:
            tell(number, len(units))
    return proposed, refused


def _propose(organization, unit, terms, by):
    """One pair or group; whether it could be proposed. Either everything of it is written or the sentence alone."""
    rows = PlanLine.objects.filter(pk__in=[line.pk for line in unit])
    try:
        with transaction.atomic():
            if _are_stale(unit):
                return False
            mentorship = propose_mentorship(
                organization,
                by=by,
                mentor_entry=unit[0].mentor_entry,
                mentee_entries=[line.mentee_entry for line in unit],
                focus=unit[0].request,
                **terms,
            )
            rows.update(
                mentorship=mentorship,
                decision=Decision.ACCEPTED,
                refusal="",
                changed_by=by,
                changed_at=now(),
                version=F("version") + 1,
            )
    except MoveRefused as refusal:
        rows.update(refusal=_words_of(refusal))
        return False
    return True


def _words_of(refusal):
    if "override_reason" in getattr(refusal, "error_dict", {}):
        return asked_elsewhere()
    return " ".join(refusal.messages)


def _are_stale(unit):
    """Whether somebody proposed or moved one of ``unit`` while the worker was on its way."""
    seen = {line.pk: line.version for line in unit}
    now_there = PlanLine.objects.select_for_update().filter(pk__in=seen, mentorship__isnull=True)
    return dict(now_there.values_list("pk", "version")) != seen


def _settle(plan, *, by):
    """Out of «being proposed» into the state that its lines are in."""
    proposed = plan.lines.filter(mentorship__isnull=False).exists()
    waiting = plan.lines.waiting().exists()
    state = PlanState.IN_PART if proposed and waiting else PlanState.ACCEPTED if proposed else PlanState.DRAFT
    deeds = {
        PlanState.IN_PART: gettext_noop("Plan proposed in part"),
        PlanState.ACCEPTED: gettext_noop("Plan proposed"),
        PlanState.DRAFT: gettext_noop("Nothing of the plan could be proposed"),
    }
    move(plan, state, by=by, deed=deeds[state], version=plan.version + 1)


@task()
def propose_in_background(plan_id, user_id, keys, terms, group_kinds):
    """Propose many lines one by one; each is committed by itself, so what is done stays done."""
    plan, by = MatchPlan.objects.get(pk=plan_id), User.objects.get(pk=user_id)
    terms = {name: date.fromisoformat(value) if name.endswith("_on") else value for name, value in terms.items()}
    units = units_of(plan, list(plan.lines.waiting().with_people().filter(pk__in=keys)))
    try:
        _propose_all(plan, units, terms, group_kinds, by=by, tell=partial(tell_progress, _key(plan_id)))
    finally:
        _take_back(plan, by=by)
        forget_progress(_key(plan_id))


@transaction.atomic
def _take_back(plan, *, by):
    row = MatchPlan.objects.select_for_update().get(pk=plan.pk)
    if row.state == PlanState.ACCEPTING:
        _settle(row, by=by)


def take_up(plan, *, by):
    """Open a plan again whose proposing fell silent: what is proposed stays, the rest can be ticked anew.

    Raises MoveRefused while the worker still works.
    """
    if progress_of(plan).is_alive:
        raise MoveRefused(_("The proposals are being made. Wait until they are done."))
    _take_back(plan, by=by)
