"""What a meeting fulfils in the roadmap."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from people.accounts.access import fetch
from programs.council.models import Meeting
from programs.roadmap import services
from programs.roadmap.forms import MeetingItemsForm
from programs.roadmap.selectors import open_items


def meeting_items(request, slug, pk):
    """Choose open items of the roadmap in force that the meeting fulfils."""
    meeting = fetch(request, Meeting, pk=pk)
    items = open_items(request.actor.organization).exclude(evidence__meeting=meeting)
    form = MeetingItemsForm(request.POST if request.method == "POST" else None, items=items)
    if form.is_valid():
        with refusals_in(form):
            services.tie_items(meeting, form.cleaned_data["items"], by=request.user)
            done = _("The items are tied to the meeting: when it is held, they are done.")
            messages.success(request, _("The items are done by this meeting.") if meeting.is_held else done)
            return redirect(request.actor.url("programs:meeting_card", pk))
    context = {"meeting": meeting, "form": form, "has_items": items.exists()}
    return render(request, "programs/roadmap/meeting_items.html", context)
