"""The list and the card of programs, the text, the agreement, the approval and the end."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.charts import Event as Mark
from mentoring.lib.charts import timeline_chart
from mentoring.lib.dates import add_months
from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.text import clean_text
from mentoring.lib.ui import date_words
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch, may
from people.history.selectors import timeline_of
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Mentorship
from programs.mentorships.selectors import is_program_late, people_words, program_due_on
from programs.orders.selectors import approval_order_of, order_holding
from programs.orders.states import OrderKind
from programs.plans import selectors, services
from programs.plans.filters import ProgramFilter
from programs.plans.forms import LONGEST_PART, EndForm, RemarkForm, StartForm, TextForm, base_name
from programs.plans.models import PROGRAM_READERS, KeptText, Program
from programs.plans.permissions import reads_whole
from programs.plans.states import PUT_ASIDE, EventState, ProgramState
from programs.plans.views.common import conflicts_of, renewed

WITHOUT_PROGRAM_SHOWN = 6


def program_list(request, slug):
    """All programs as a table for those who keep or review them, the own ones as cards for the others."""
    visible = Program.objects.visible_to(request.actor)
    day = request.actor.today()
    context = _lacking(request.actor, day)
    if not request.actor.has(*PROGRAM_READERS):
        context["cards"] = [_own_card(program, request.actor, day) for program in selectors.for_cards(visible, day)]
        return render(request, "programs/plans/program_own.html", context)
    page = ListPage(
        request,
        selectors.for_list(visible, day),
        columns={
            "title": Column(_("Program"), "search_key"),
            "mentor": Column(_people(request.actor, day), "mentorship__mentor_entry__employment__person__search_key"),
            "starts": Column(_("Term"), ("starts_on", "ends_on")),
            "progress": Column(_("Events held"), ("n_held", "n_events")),
            "overdue": Column(_("Overdue"), "n_overdue", numeric=True),
            "state": Column(_("State"), "state"),
        },
        default_sort="-starts",
        filterset_class=ProgramFilter,
        quick=_quick_filters(visible, day),
    )
    return render(request, "programs/plans/program_list.html", context | {"page": page})


def _people(actor, day):
    """«Mentor and mentees» in the words of the organization."""
    mentor, mentees = people_words(regulation_on(actor.organization, day))
    return _("%(mentor)s and %(mentees)s") % {"mentor": mentor, "mentees": mentees.lower()}


def _lacking(actor, day):
    """The pairs for which the actor may start a program, the first of them and whether there are more."""
    settings = regulation_on(actor.organization, day)
    pairs = selectors.pairs_without_program(Mentorship.objects.visible_to(actor), settings)
    mine = [pair for pair in pairs if may(actor, "programs:program_create", pair)]
    return {"lacking": mine[:WITHOUT_PROGRAM_SHOWN], "more_lacking": len(mine) > WITHOUT_PROGRAM_SHOWN}


def _quick_filters(visible, day):
    counts = selectors.count_by_state(visible)
    overdue = selectors.overdue_programs(visible, day).count()
    states = [Quick(state.label, {"state": state.value}, counts[state]) for state in ProgramState if state in counts]
    return [
        Quick(_("All"), {}, sum(counts.values())),
        *states,
        Quick(_("With overdue events"), {"overdue": "true"}, overdue),
    ]


def _own_card(program, actor, day):
    """A program as its participant meets it: the next event and whether an answer is awaited."""
    coming = program.coming[0] if program.is_running and program.coming else None
    return {
        "program": program,
        "event": coming,
        "standing": coming and selectors.standing_of(coming, program, day),
        "is_asked": bool(program.n_events) and selectors.is_asked(program, actor.employment),
    }


def program_create(request, slug, pk):
    """From a template or from an empty page."""
    pair = fetch(request, Mentorship.objects.visible_to(request.actor).with_people(), pk=pk)
    rules = regulation_on(pair.organization, request.actor.today()).program
    initial = {"starts_on": pair.starts_on, "ends_on": _last_day(pair, rules)}
    data = request.POST if request.method == "POST" else None
    form = StartForm(data, organization=pair.organization, rules=rules, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            program = services.create_program(pair, by=request.user, **form.cleaned_data)
            messages.success(request, _("The program is started. Read it, change it and agree to it together."))
            return redirect(request.actor.url("programs:program_card", program.pk))
    return render(request, "programs/plans/program_create.html", {"pair": pair, "form": form})


def _last_day(pair, rules):
    """The last day of the pair, or of the longest term the regulation allows if that comes earlier."""
    if rules.months is None:
        return pair.ends_on
    longest = add_months(pair.starts_on, rules.months[1])
    return min(pair.ends_on, longest.fromordinal(longest.toordinal() - 1))


def program_card(request, slug, pk):
    """Where the program stands, its plan on a line of time, what to do next, and what happened."""
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    actor, day = request.actor, request.actor.today()
    whole = reads_whole.test(actor, program)
    plan = selectors.plan_of(program, day) if whole else []
    regulation = regulation_on(program.organization, program.approved_on or day)
    due_on = program_due_on(program.mentorship)
    context = {
        "program": program,
        "period": f"{date_words(program.starts_on)} – {date_words(program.ends_on)}",
        "plan": plan,
        "chart": _chart(program, plan, day) if plan else "",
        "counts": _counts(plan),
        "needs": selectors.needs_of(program),
        "parts": [(_part_label(name), getattr(program, name)) for name in _text_parts(program, whole)],
        "whole": whole,
        "steps": _steps(program) if whole else [],
        "helpers": selectors.helpers_of(program) if whole else [],
        "awaited": selectors.awaited_people(program),
        "is_asked": selectors.is_asked(program, actor.employment),
        "seen": selectors.text_mark(program),
        "to_mark": _next_to_mark(program, plan),
        "due_on": due_on,
        "is_late": is_program_late(program.mentorship, due_on, day),
        "later_programs": list(program.continuations.with_people()),
        "report_due_on": selectors.report_due_on(program),
        "end_label": selectors.ended_labels(regulation).get(program.end_reason, ""),
        "approved_by_order": approval_order_of(program),
    }
    if program.state == ProgramState.AGREED:
        context["needs_order"] = regulation_on(program.organization, day).program.needs_order
        context["in_order"] = order_holding(program, OrderKind.PROGRAMS)
    return render(request, "programs/plans/program_card.html", context)


def _counts(plan):
    alive = [(event, standing) for event, standing in plan if event.state not in PUT_ASIDE]
    return {
        "all": len(alive),
        "held": sum(event.state == EventState.HELD for event, _standing in alive),
        "overdue": sum(standing.is_overdue for _event, standing in alive),
    }


def _text_parts(program, whole):
    names = program.NOTE_FIELDS if whole else program.SUPPORT_FIELDS
    return [name for name in names if name != "mode" and getattr(program, name)]


def _part_label(name):
    return Program._meta.get_field(name).verbose_name


def _next_to_mark(program, plan):
    """The first event without a mark, which the main button of the card leads to."""
    planned = (event for event, _standing in plan if event.state == EventState.PLANNED)
    return next(planned, None) if program.is_running else None


def _chart(program, plan, day):
    marks = [
        Mark(event.held_on or event.planned_on, f"{event.content} ({standing.label})", standing.tone)
        for event, standing in plan
        if event.state not in PUT_ASIDE
    ]
    return timeline_chart(
        marks, start=program.starts_on, end=program.ends_on, today=day, title=_("Events on the line of time")
    )


def _steps(program):
    """The history without repetitions, and the step that comes next."""
    steps = []
    for line in timeline_of(program):
        if steps and all(steps[-1][key] == line[key] for key in ("title", "who", "why")):
            steps.pop()
        steps.append(line)
    steps += [
        {"title": _("Agreement of %(name)s") % {"name": person.short_name}, "next": True}
        for person in selectors.awaited_people(program)
    ]
    if program.is_open:
        steps.append({"title": _("Approval by the curator"), "next": True})
    if program.is_running:
        steps.append({"title": _("Result of the program"), "when": program.ends_on, "next": True})
    return steps


def program_edit(request, slug, pk):
    """The title, the term and the note; a save over somebody's newer text shows both."""
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    card = request.actor.url("programs:program_card", pk)
    if not program.is_open:
        messages.info(request, _("The program is approved, so its text stays as it is."))
        return redirect(card)
    kept = KeptText.objects.filter(program=program, user=request.user).first()
    conflicts = []
    if request.method == "POST":
        form = TextForm(request.POST, instance=program)
        if form.is_valid():
            try:
                with refusals_in(form):
                    changed = services.edit_program(
                        program, by=request.user, values=form.touched, expected_version=form.cleaned_data["seen"]
                    )
                    messages.success(request, _("The program is saved.") if changed else _("Nothing has changed."))
                    return redirect(card)
            except StaleSave as stale:
                conflicts = conflicts_of(form, stale.current)
                form = renewed(form, stale.current)
    else:
        initial = kept.values | {"seen": kept.version} if kept else None
        form = TextForm(instance=program, initial=initial)
    context = {
        "program": program,
        "form": form,
        "kept": kept if request.method == "GET" else None,
        "conflicts": conflicts,
        "needs": selectors.needs_of(program),
    }
    return render(request, "programs/plans/program_edit.html", context)


@require_safe
def program_versions(request, slug, pk):
    """What orders changed in the program: before and after, who, when, why, the last change first."""
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    rows = program.versions.select_related("by__person", "application", "order").order_by("-number")
    versions = [(row, selectors.differences(row.before, row.after)) for row in rows]
    return render(request, "programs/plans/program_versions.html", {"program": program, "versions": versions})


@require_POST
def program_keep(request, slug, pk):
    """Keep what is typed, unsaved, on the server; with «drop» forget it."""
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    if "drop" in request.POST:
        services.drop_kept_text(program, by=request.user)
        return redirect(request.actor.url("programs:program_edit", pk))
    seen = request.POST.get("seen", "")
    kept = None
    if program.is_open and seen.isdecimal() and len(seen) < 9:
        known = [*Program.TEXT_FIELDS, *map(base_name, Program.TEXT_FIELDS)]
        names = [name for name in known if name in request.POST]
        values = {name: clean_text(request.POST[name])[: LONGEST_PART * 2] for name in names}
        kept = services.keep_text(program, by=request.user, values=values, version=int(seen))
    return render(request, "programs/plans/kept.html", {"kept": kept})


@require_POST
def program_agree(request, slug, pk):
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    with refusals_told(request):
        row = services.agree_program(program, by=request.user, seen=request.POST.get("seen", ""))
        everybody = row.state == ProgramState.AGREED
        done = (
            _("Everybody has agreed. The curator has been told.") if everybody else _("Your agreement is written down.")
        )
        messages.success(request, done)
    return redirect(request.actor.url("programs:program_card", pk))


def program_return(request, slug, pk):
    """Give the program back with a remark."""
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    form = RemarkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            services.return_program(program, by=request.user, remark=form.cleaned_data["remark"])
            messages.success(request, _("The program is returned; its authors have been told."))
            return redirect(request.actor.url("programs:program_card", pk))
    return render(request, "programs/plans/program_return.html", {"program": program, "form": form})


@require_POST
def program_approve(request, slug, pk):
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    with refusals_told(request):
        services.approve_program(program, by=request.user)
        messages.success(request, _("The program is approved and runs."))
    return redirect(request.actor.url("programs:program_card", pk))


def program_end(request, slug, pk):
    """Close the program: the ground, the result, the levels reached."""
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    card = request.actor.url("programs:program_card", pk)
    if not program.is_running:
        messages.info(request, _("Only a program that runs can be ended."))
        return redirect(card)
    day = request.actor.today()
    reasons = regulation_on(program.organization, day).completion.reasons
    data = request.POST if request.method == "POST" else None
    form = EndForm(data, reasons=reasons, needs=selectors.needs_of(program), initial={"on": min(day, program.ends_on)})
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("on", "reason", "result")}
        end = services.complete_program if form.completes else services.terminate_program
        with refusals_in(form):
            end(program, by=request.user, levels=form.levels, **values)
            messages.success(request, _("The program has ended. The result is on its card."))
            return redirect(card)
    return render(request, "programs/plans/program_end.html", {"program": program, "form": form})
