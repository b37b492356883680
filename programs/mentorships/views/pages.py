"""The list and the card."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.lists import Column, ListPage, Quick
from people.accounts.access import may
from people.accounts.states import Role
from people.consents.models import AGREEMENT_READERS
from people.consents.selectors import agreements_during
from people.organizations.regulations import agreement_required
from people.organizations.selectors import regulation_on
from programs.mentorships import selectors
from programs.mentorships.filters import MentorshipFilter
from programs.mentorships.models import MENTORSHIP_READERS, Mentorship
from programs.mentorships.permissions import takes_part
from programs.mentorships.states import AWAITING, BEFORE_ORDER, LIVE, RUNNING, CounterState, MentorshipState, Stage
from programs.mentorships.views.common import chain_lines, fetch_pair

CONSENT_READERS = {Role.DIRECTOR, Role.CURATOR, Role.SYSADMIN}
MENTOR_NAME = "mentor_entry__employment__person__search_key"


def _columns(settings):
    mentor, mentees = selectors.people_words(settings)
    return {
        "mentor": Column(mentor, MENTOR_NAME),
        "mentees": Column(mentees),
        "form": Column(_("Form and kinds"), "form"),
        "from": Column(_("From"), ("starts_on", MENTOR_NAME)),
        "to": Column(_("To"), ("ends_on", MENTOR_NAME)),
        "state": Column(_("State")),
    }


@require_safe
def mentorship_list(request, slug):
    actor = request.actor
    visible = Mentorship.objects.visible_to(actor)
    counts = selectors.count_by_stage(visible)
    quick = [Quick(_("All"), count=sum(counts.values()))]
    quick += [Quick(stage.label, {"stage": stage.value}, counts[stage]) for stage in Stage]
    regulations = selectors.Regulations(actor.organization)
    page = ListPage(
        request,
        visible.with_people(),
        columns=_columns(regulations.on(actor.today())),
        default_sort="-from",
        filterset_class=MentorshipFilter,
        filterset_kwargs={"settings": regulations.on(actor.today())},
        quick=quick,
    )
    rows = [
        {
            "pair": pair,
            "form": regulations.form_label(pair),
            "kinds": regulations.kind_labels(pair),
            "awaited": selectors.awaited_people(pair),
            "is_asked": selectors.is_asked(pair, actor.employment),
        }
        for pair in page.rows
    ]
    values = {"page": page, "rows": rows, "keeps": actor.has(*MENTORSHIP_READERS), "total": sum(counts.values())}
    return render(request, "programs/mentorships/mentorship_list.html", values)


def _before(mentorship):
    """The pair this one takes over from, with its people, or None."""
    former = mentorship.replaces_id
    return Mentorship.objects.with_people().get(pk=former) if former else None


def _agreements(mentorship, actor):
    """The supplementary agreements of the mentor for the time of the pair, to those who read them."""
    if not actor.has(*AGREEMENT_READERS):
        return {}
    found = agreements_during(mentorship.mentor_entry.employment, mentorship.starts_on, mentorship.ends_on)
    needed = agreement_required(regulation_on(mentorship.organization, actor.today()), actor.today())
    return {"shows_agreements": True, "agreements": found, "needs_agreement": needed}


def _beside(mentorship, actor):
    """What stands beside the pair: its meeting, its other direction, newcomers, wishes, and what may be done now."""
    keeps = actor.has(*MENTORSHIP_READERS)
    asks = actor.has(Role.CURATOR, Role.COUNCIL)
    counters = mentorship.counters.exclude(state=CounterState.WITHDRAWN).select_related("by__person")
    answered = mentorship.sympathies.filter(by=actor.user).exists()
    return {
        **_meeting(mentorship, actor),
        "counterparts": selectors.counterparts(mentorship) if keeps or takes_part(actor, mentorship) else [],
        "joinings": selectors.joinings_underway(mentorship) if keeps else [],
        "counters": counters if asks else counters.filter(by=actor.user),
        "is_sympathy_asked": not answered and selectors.is_sympathy_asked(mentorship, actor.employment),
        "reads_sympathy": mentorship.sympathies.exists(),
        "may_leave": mentorship.state in (*BEFORE_ORDER, *RUNNING) and len(mentorship.current_members) > 1,
        "acts": [act for act in _acts(mentorship, actor) if may(actor, act.pop("right"), mentorship)],
    }


def _meeting(mentorship, actor):
    """The one meeting of a speed session and what the actor may do about it."""
    if not selectors.is_single_meeting(mentorship):
        return {}
    meeting = getattr(mentorship, "single_meeting", None)
    keeps = may(actor, "programs:mentorship_meeting", mentorship) and mentorship.state in LIVE
    due = meeting is not None and meeting.is_held is None
    is_now = due and mentorship.state == MentorshipState.ACTIVE and meeting.on <= actor.today()
    return {"is_single": True, "meeting": meeting, "may_set": keeps, "may_mark": keeps and is_now}


def _acts(mentorship, actor):
    """Rarer deeds on the pair as it stands: [{right, label, url, post}]."""
    state, pk = mentorship.state, mentorship.pk
    found = []
    if not mentorship.is_joining and (state in BEFORE_ORDER or state == MentorshipState.ACTIVE):
        found.append(("mentorship_join", _("Add a mentee"), False))
    if state == MentorshipState.ACTIVE:
        found.append(("mentorship_suspend", _("Let the work rest"), False))
    if state == MentorshipState.SUSPENDED:
        found += [
            ("mentorship_resume", _("Let the work go on"), True),
            ("mentorship_suspend", _("Change the period of the rest"), False),
        ]
    return [
        {"right": f"programs:{name}", "label": label, "url": actor.url(f"programs:{name}", pk), "post": post}
        for name, label, post in found
    ]


@require_safe
def mentorship_card(request, slug, pk):
    mentorship, actor = fetch_pair(request, pk), request.actor
    regulations = selectors.Regulations(actor.organization)
    approvals = selectors.approval_steps(mentorship)
    due_on = selectors.program_due_on(mentorship)
    orders = [line.order for line in mentorship.order_lines.select_related("order").order_by("-pk")]
    changes = mentorship.ordered_changes.select_related("order").order_by("-pk")
    orders = list(dict.fromkeys([*(change.order for change in changes), *orders]))
    values = {
        "pair": mentorship,
        "kinds_word": regulations.on(mentorship.starts_on).kinds.print_as,
        "form_label": regulations.form_label(mentorship),
        "kinds": regulations.kind_labels(mentorship),
        "sides": selectors.sides(mentorship, actor),
        "is_asked": selectors.is_asked(mentorship, actor.employment),
        "takes_part": takes_part(actor, mentorship),
        "is_open": mentorship.state in BEFORE_ORDER,
        "waits_for_answers": mentorship.state in AWAITING,
        "curators": selectors.curators_of(mentorship),
        "program_due_on": due_on,
        "program_is_late": selectors.is_program_late(mentorship, due_on, actor.today()),
        "approvals": chain_lines(approvals),
        "waits_for_approval": any(step.is_next for step in approvals),
        "next_step": selectors.next_step(mentorship),
        "programs": mentorship.programs.all(),
        # A draft is known only to those who prepare and sign.
        "orders": [order for order in orders if order.number_text or actor.has(Role.CURATOR, Role.DIRECTOR)],
        "running": RUNNING,
        "before": _before(mentorship),
        "after": list(mentorship.replacements.exclude(state=MentorshipState.DECLINED).with_people()),
        "shows_consents": actor.has(*CONSENT_READERS),
        "missing_consents": selectors.missing_consents(mentorship) if actor.has(*CONSENT_READERS) else [],
        **_agreements(mentorship, actor),
        **_beside(mentorship, actor),
        "history": selectors.history(mentorship, actor),
        "keeps": actor.has(*MENTORSHIP_READERS),
    }
    return render(request, "programs/mentorships/mentorship_card.html", values)
