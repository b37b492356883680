"""The work rests and goes on again."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from programs.mentorships import services
from programs.mentorships.forms import SuspendForm
from programs.mentorships.states import RUNNING, MentorshipState
from programs.mentorships.views.common import fetch_pair, to_card


def mentorship_suspend(request, slug, pk):
    """The period and the reason; the same page changes the period of a rest that goes on."""
    pair = fetch_pair(request, pk)
    if pair.state not in RUNNING:
        messages.info(request, _("Only work that goes on can rest. This is how it stands."))
        return to_card(request, pair)
    initial = {"starts_on": pair.suspended_from or request.actor.today(), "until": pair.suspended_until}
    form = SuspendForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            services.suspend_mentorship(pair, by=request.user, **form.cleaned_data)
            messages.success(request, _("The work rests; both sides know until when."))
            return to_card(request, pair)
    values = {"pair": pair, "form": form, "rests": pair.state == MentorshipState.SUSPENDED}
    return render(request, "programs/mentorships/mentorship_suspend.html", values)


@require_POST
def mentorship_resume(request, slug, pk):
    """Let the work go on."""
    pair = fetch_pair(request, pk)
    with refusals_told(request):
        services.resume_mentorship(pair, by=request.user)
        messages.success(request, _("The work goes on; both sides are told."))
    return to_card(request, pair)
