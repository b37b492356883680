"""Marking a meeting as held with its minutes, taking the mark back, cancelling."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from programs.council import services
from programs.council.forms import CancelForm, MinutesForm
from programs.council.models import Meeting


def _fetch(request, pk):
    return fetch(request, Meeting, pk=pk)


def _to_card(request, pk):
    return redirect(request.actor.url("programs:meeting_card", pk))


def meeting_hold(request, slug, pk):
    """The day, who was there, what was heard and decided; on a held meeting the same to correct it."""
    meeting = _fetch(request, pk)
    if meeting.is_cancelled:
        messages.info(request, _("The meeting is cancelled and stays so. Plan a new one."))
        return _to_card(request, pk)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = _minutes_form(request, meeting, data, files)
    if form.is_valid():
        try:
            with refusals_in(form):
                _keep(request, meeting, form)
                messages.success(request, _("The minutes are saved."))
                return _to_card(request, pk)
        except StaleSave as stale:
            meeting = stale.current
            form = form.renewed(_minutes_form(request, meeting))
    return render(request, "programs/council/meeting_hold.html", {"form": form, "meeting": meeting})


def _minutes_form(request, meeting, data=None, files=None):
    day = request.actor.today()
    initial = {"held_on": min(meeting.planned_on, day)}
    return MinutesForm(data, files, meeting=meeting, day=day, initial=initial)


def _keep(request, meeting, form):
    kwargs = form.minutes | {"by": request.user, "expected_version": form.cleaned_data["version"]}
    if "held_on" in form.fields:
        return services.mark_held(meeting, held_on=form.cleaned_data["held_on"], **kwargs)
    return services.correct_minutes(meeting, **kwargs)


@require_POST
def meeting_unmark(request, slug, pk):
    """Not held after all: the one who marked it takes the mark back."""
    meeting = _fetch(request, pk)
    with refusals_told(request):
        services.take_mark_back(meeting, by=request.user)
        messages.success(request, _("The mark is taken back. The minutes are kept for the next one."))
    return _to_card(request, pk)


def meeting_cancel(request, slug, pk):
    """Cancel a meeting that is ahead, with the reason for the invited."""
    meeting = _fetch(request, pk)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            services.cancel_meeting(meeting, by=request.user, reason=form.cleaned_data["reason"])
            told = _("The meeting is cancelled. The invited have got a notice.")
            messages.success(request, told if meeting.is_ahead else _("The meeting is cancelled."))
            return _to_card(request, pk)
    elif not meeting.is_planned:
        messages.info(request, _("The meeting is not ahead any more. This is how it stands."))
        return _to_card(request, pk)
    return render(request, "programs/council/meeting_cancel.html", {"form": form, "meeting": meeting})
