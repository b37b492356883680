"""Planning a meeting and changing one that is ahead."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.organizations.selectors import regulation_on
from programs.council import services
from programs.council.forms import MeetingForm
from programs.council.forms.planning import as_initial
from programs.council.models import Meeting
from programs.council.permissions import kinds_kept
from programs.council.selectors import council_of, next_number
from programs.council.states import MeetingKind


def meeting_create(request, slug):
    """Plan a meeting; «?kind=seminar» says which. A session of the council starts with the council as ordered."""
    meeting = Meeting(organization=request.actor.organization)
    data = request.POST if request.method == "POST" else None
    initial = _usual(request) if data is None else {"version": meeting.version}
    form = MeetingForm(data, meeting=meeting, kinds=kinds_kept(request.actor), initial=initial)
    if form.is_valid():
        lists = {name: form.cleaned_data[name] for name in ("agenda", "attendees")}
        with refusals_in(form):
            made = services.plan_meeting(meeting.organization, by=request.user, values=form.values, **lists)
            told = _("The meeting is planned. The invited have got a notice.")
            messages.success(request, told if made.is_ahead else _("The meeting is planned."))
            return redirect(request.actor.url("programs:meeting_card", made.pk))
    return render(request, "programs/council/meeting_form.html", {"form": form})


def _usual(request):
    organization, day = request.actor.organization, request.actor.today()
    kinds, asked = kinds_kept(request.actor), request.GET.get("kind", "")
    kind = asked if asked in kinds else MeetingKind.COUNCIL.value
    values = {"kind": kind, "version": 1}
    if kind == MeetingKind.COUNCIL:
        year = regulation_on(organization, day).school_year_of(day)
        values |= council_of(organization, day) | {"number": next_number(organization, kind, year)}
    return values


def meeting_edit(request, slug, pk):
    """Change a meeting that is ahead; two writers see each other's words."""
    meeting = fetch(request, Meeting, pk=pk)
    if not meeting.is_planned:
        messages.info(request, _("The meeting is not ahead any more. This is how it stands."))
        return redirect(request.actor.url("programs:meeting_card", pk))
    form = _edit_form(request, meeting, request.POST if request.method == "POST" else None)
    if form.is_valid():
        lists = {name: form.cleaned_data[name] for name in ("agenda", "attendees")}
        version = form.cleaned_data["version"]
        try:
            with refusals_in(form):
                services.edit_meeting(meeting, by=request.user, values=form.values, expected_version=version, **lists)
                messages.success(request, _("The meeting is saved."))
                return redirect(request.actor.url("programs:meeting_card", pk))
        except StaleSave as stale:
            form = form.renewed(_edit_form(request, stale.current))
    return render(request, "programs/council/meeting_form.html", {"form": form, "meeting": meeting})


def _edit_form(request, meeting, data=None):
    return MeetingForm(data, meeting=meeting, kinds=kinds_kept(request.actor), initial=as_initial(meeting))
