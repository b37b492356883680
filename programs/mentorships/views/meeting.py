"""The one meeting of a speed session: its day and place, and whether it took place."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from programs.mentorships import selectors, services
from programs.mentorships.forms import MeetingForm, MeetingMarkForm
from programs.mentorships.states import LIVE, MentorshipState
from programs.mentorships.views.common import fetch_pair, to_card


def mentorship_meeting(request, slug, pk):
    """Day, time and place."""
    pair = fetch_pair(request, pk)
    if pair.state not in LIVE or not selectors.is_single_meeting(pair):
        messages.info(request, _("No meeting is set here. This is how it stands."))
        return to_card(request, pair)
    meeting = getattr(pair, "single_meeting", None)
    initial = {"on": max(request.actor.today(), pair.starts_on)}
    if meeting:
        initial = {name: getattr(meeting, name) for name in ("on", "at", "place")}
    form = MeetingForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            services.set_meeting(pair, by=request.user, **form.cleaned_data)
            messages.success(request, _("The meeting is set; the others are told."))
            return to_card(request, pair)
    return render(request, "programs/mentorships/mentorship_meeting.html", {"pair": pair, "form": form})


def mentorship_met(request, slug, pk):
    """Held or not, with a sentence; a held meeting completes the pair."""
    pair = fetch_pair(request, pk)
    meeting = getattr(pair, "single_meeting", None)
    if pair.state != MentorshipState.ACTIVE or meeting is None or meeting.is_held is not None:
        messages.info(request, _("There is no meeting to mark now. This is how it stands."))
        return to_card(request, pair)
    form = MeetingMarkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            services.mark_meeting(pair, by=request.user, **form.cleaned_data)
            if not form.cleaned_data["is_held"]:
                messages.info(request, _("Written down. Set another day when you know it."))
                return redirect(request.actor.url("programs:mentorship_meeting", pk))
            messages.success(request, _("Thank you: the meeting took place, and the work is completed."))
            return to_card(request, pair)
    values = {"pair": pair, "meeting": meeting, "form": form}
    return render(request, "programs/mentorships/mentorship_met.html", values)
