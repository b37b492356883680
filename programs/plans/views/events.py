"""One event: its page, its line in the plan, the mark on a phone, the files."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.downloads import file_response
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.uploads import content_type_of
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.history.selectors import timeline_of
from programs.plans import selectors, services
from programs.plans.forms import EventForm, MarkForm, MoveForm, ReasonForm
from programs.plans.models import Event, Evidence, Program
from programs.plans.permissions import reads_whole
from programs.plans.states import PUT_ASIDE, HelperState
from programs.plans.views.common import conflicts_of, renewed


def _fetch_event(request, pk):
    return fetch(request, Event.objects.visible_to(request.actor).with_program(), pk=pk)


def _card(request, event):
    return redirect(request.actor.url("programs:event_card", event.pk))


def _program(request, program):
    return redirect(request.actor.url("programs:program_card", program.pk))


def event_card(request, slug, pk):
    """Everything about one event: what was planned, what came of it, the files, the history."""
    event = _fetch_event(request, pk)
    context = {
        "event": event,
        "program": event.program,
        "standing": selectors.standing_of(event, event.program, request.actor.today()),
        # A colleague who helps sees this event and no more of the program.
        "whole": reads_whole.test(request.actor, event),
        "helpers": event.helpers.exclude(state=HelperState.WITHDRAWN).select_related("employment__person"),
        "own_help": event.helpers.filter(employment=request.actor.employment, state=HelperState.ACCEPTED).first(),
    }
    if context["whole"]:
        context["steps"] = timeline_of(event)
    return render(request, "programs/plans/event_card.html", context)


def event_create(request, slug, pk):
    """Add a line to the plan."""
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    if not program.is_open:
        messages.info(request, _("The program is approved, so its plan stays as it is."))
        return _program(request, program)
    blank = Event(program=program, planned_on=program.starts_on, responsible=program.mentorship.mentor.short_name)
    form = EventForm(request.POST if request.method == "POST" else None, program=program, instance=blank)
    if form.is_valid():
        with refusals_in(form):
            services.add_event(program, by=request.user, values=form.values)
            messages.success(request, _("The event is added to the plan."))
            return _program(request, program)
    context = {"program": program, "form": form, "event": None}
    return render(request, "programs/plans/event_form.html", context)


def event_edit(request, slug, pk):
    """Change a line of the plan while the program is written; a save over a newer text shows both."""
    event = _fetch_event(request, pk)
    if not event.program.is_open:
        messages.info(request, _("The program is approved. Its events can be moved to another day or cancelled."))
        return _card(request, event)
    form = EventForm(request.POST if request.method == "POST" else None, program=event.program, instance=event)
    conflicts = []
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            with refusals_in(form):
                services.edit_event(event, by=request.user, values=form.touched, expected_version=seen)
                messages.success(request, _("The event is saved."))
                return _program(request, event.program)
        except StaleSave as stale:
            conflicts = conflicts_of(form, stale.current)
            form = renewed(form, stale.current, program=event.program)
    context = {"program": event.program, "form": form, "event": event, "conflicts": conflicts}
    return render(request, "programs/plans/event_form.html", context)


@require_POST
def event_remove(request, slug, pk):
    event = _fetch_event(request, pk)
    with refusals_told(request):
        services.remove_event(event, by=request.user)
        messages.success(request, _("The event is taken out of the plan."))
    return _program(request, event.program)


def event_mark(request, slug, pk):
    """Two taps: open this page, press the button; the remark and the files may wait."""
    event = _fetch_event(request, pk)
    program, day = event.program, request.actor.today()
    if not program.is_running or event.state in PUT_ASIDE:
        messages.info(request, _("Events are marked while the program runs; a cancelled one is restored first."))
        return _card(request, event)
    initial = {"held_on": event.held_on or day, "remark": event.remark}
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = MarkForm(*data, program=program, day=day, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            services.mark_event(event, by=request.user, **form.cleaned_data)
            messages.success(request, _("Marked: the event took place."))
            return _card(request, event)
    return render(request, "programs/plans/event_mark.html", {"program": program, "event": event, "form": form})


@require_POST
def event_unmark(request, slug, pk):
    event = _fetch_event(request, pk)
    with refusals_told(request):
        services.unmark_event(event, by=request.user)
        messages.success(request, _("The mark is taken back; the event is planned again."))
    return _card(request, event)


def event_cancel(request, slug, pk):
    """Cancel with a reason."""
    event = _fetch_event(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            services.cancel_event(event, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, _("The event is cancelled. It can be restored on its page."))
            return _program(request, event.program)
    return render(request, "programs/plans/event_cancel.html", {"program": event.program, "event": event, "form": form})


def event_move(request, slug, pk):
    """Another day; both days stay in the history."""
    event = _fetch_event(request, pk)
    initial = {"planned_on": event.planned_on, "seen": event.version}
    form = MoveForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("planned_on", "reason")}
        try:
            with refusals_in(form):
                services.reschedule_event(event, by=request.user, expected_version=form.cleaned_data["seen"], **values)
                messages.success(request, _("The event is moved."))
                return _program(request, event.program)
        except StaleSave:
            messages.error(request, _("Somebody moved the event meanwhile. Look at the day it has now."))
            return _card(request, event)
    return render(request, "programs/plans/event_move.html", {"program": event.program, "event": event, "form": form})


def _fetch_evidence(request, pk):
    rows = Evidence.objects.visible_to(request.actor)
    return fetch(request, rows.select_related("event__program__mentorship__mentor_entry"), pk=pk)


def evidence_file(request, slug, pk):
    """A file, to those who may see the program."""
    evidence = _fetch_evidence(request, pk)
    try:
        return file_response(evidence.file, evidence.name, content_type_of(evidence.file.name))
    except FileNotFoundError:
        raise Http404 from None


@require_POST
def evidence_remove(request, slug, pk):
    evidence = _fetch_evidence(request, pk)
    event = evidence.event
    with refusals_told(request):
        services.remove_evidence(evidence, by=request.user)
        messages.success(request, _("The file is removed."))
    return _card(request, event)
