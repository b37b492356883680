"""Duties of the work itself: orders, programs, roadmap."""

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_noop

from mentoring.lib.dates import lasts_months
from programs.mentorships.models import Mentorship
from programs.mentorships.states import RUNNING
from programs.orders.models import OrderSubject
from programs.orders.states import OrderState
from programs.plans.models import Program
from programs.plans.states import ProgramState
from programs.roadmap.models import Item, Roadmap
from programs.roadmap.states import OPEN, RoadmapState
from reports.compliance.ground import MET, UNMET, WAITING, Remedy, Standing, judged

APPROVED = (ProgramState.RUNNING, ProgramState.COMPLETED)


def _pairs(ground):
    return Mentorship.objects.filter(organization=ground.organization, state__in=RUNNING).with_people()


def orders_before_work(ground):
    """No working pair began before its order was signed."""
    rows = _pairs(ground).filter(Q(ordered_on__isnull=True) | Q(ordered_on__gt=F("starts_on")))
    return judged(rows, Remedy(gettext_noop("Show the pairs"), "programs:mentorship_list", query="?stage=active"))


def acquainted(ground):
    """Everybody named in a registered order has read it."""
    rows = OrderSubject.objects.filter(
        order__organization=ground.organization, order__state=OrderState.REGISTERED, acquaintance=None
    )
    rows = rows.select_related("employment__person", "order").order_by("order__signed_on", "pk")
    names = [f"{row.employment.person.short_name}, № {row.order.number_text}" for row in rows]
    return judged(names, Remedy(gettext_noop("Show the orders"), "reports:order_list"))


def programs_approved(ground):
    """Every working pair has an approved program; a single meeting needs none."""
    single = {kind.code for kind in ground.rules.kinds.items if kind.single_meeting}
    approved = Program.objects.filter(mentorship=OuterRef("pk"), state__in=APPROVED)
    wrong = [row for row in _pairs(ground).filter(~Exists(approved)) if not set(row.kinds) <= single]
    return judged(wrong, Remedy(gettext_noop("Show the programs"), "programs:program_list"))


def programs_within_length(ground):
    """Every running program is as long as the regulation of the day of its approval allows."""
    rows = Program.objects.filter(mentorship__organization=ground.organization, state=ProgramState.RUNNING)
    wrong = []
    for program in rows.select_related("mentorship"):
        months = ground.written_on(program.approved_on or program.starts_on).program.months
        if months is None:
            fits = program.ends_on == program.mentorship.ends_on
        else:
            fits = lasts_months(program.starts_on, program.ends_on, *months)
        if not fits:
            wrong.append(program.title)
    return judged(wrong, Remedy(gettext_noop("Show the programs"), "programs:program_list"))


def roadmap_approved(ground):
    """The school year has a roadmap in force."""
    year = ground.rules.school_year_of(ground.day)
    rows = Roadmap.objects.filter(organization=ground.organization, school_year__lte=year)
    rows = [row for row in rows if row.last_year >= year]
    if any(row.state == RoadmapState.RUNNING for row in rows):
        return Standing(MET)
    waiting = next((row for row in rows if row.state in OPEN), None)
    if waiting:
        remedy = Remedy(gettext_noop("Open the roadmap"), "programs:roadmap_card", (waiting.pk,))
        return Standing(WAITING, 1, (waiting.get_state_display(),), remedy=remedy)
    return Standing(UNMET, 1, remedy=Remedy(gettext_noop("Open the year"), "programs:roadmap_create"))


def roadmap_in_time(ground):
    """No item of the roadmap in force is overdue."""
    rows = Item.objects.filter(stage__roadmap__organization=ground.organization).overdue(ground.day)
    found = list(rows.select_related("stage").order_by("due_on", "pk"))
    remedy = None
    if found:
        card = found[0].stage.roadmap_id
        remedy = Remedy(gettext_noop("Show the items"), "programs:roadmap_card", (card,), "?overdue=true")
    return judged([_short(row.content) for row in found], remedy)


def _short(text, limit=90):
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"
