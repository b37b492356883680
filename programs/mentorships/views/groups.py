"""Members who come and go, and a group of which one mentee is left."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from people.organizations.selectors import regulation_on
from programs.mentorships import services
from programs.mentorships.forms import JoinForm, KindsForm, LeaveForm
from programs.mentorships.states import BEFORE_ORDER, RUNNING, MentorshipState
from programs.mentorships.views.common import fetch_pair, to_card


def mentorship_join(request, slug, pk):
    """Add a mentee: at once to a proposal, by an order of its own to a group at work."""
    pair = fetch_pair(request, pk)
    is_at_work = pair.state == MentorshipState.ACTIVE
    if not (is_at_work or pair.state in BEFORE_ORDER) or pair.is_joining:
        messages.info(request, _("Nobody can be added now. This is how it stands."))
        return to_card(request, pair)
    initial = {"starts_on": max(request.actor.today(), pair.starts_on)}
    form = JoinForm(request.POST or None, pair=pair, is_at_work=is_at_work, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            row = _join(request, pair, form.cleaned_data)
            messages.success(request, _("The mentee and the mentor are asked for an answer."))
            return to_card(request, row)
    values = {"pair": pair, "form": form, "is_at_work": is_at_work, "asks_all": len(pair.current_members) < 2}
    return render(request, "programs/mentorships/mentorship_join.html", values)


def _join(request, pair, data):
    join = services.propose_joining if "starts_on" in data else services.add_mentee
    return join(pair, data.pop("mentee"), by=request.user, **data)


def mentorship_leave(request, slug, pk, member):
    """One mentee leaves the group, with the day and the reason."""
    pair = fetch_pair(request, pk)
    own = next((each for each in pair.current_members if each.pk == member), None)
    if own is None:
        raise Http404
    is_at_work = pair.state in RUNNING
    data = request.POST if request.method == "POST" else None
    form = LeaveForm(data, is_at_work=is_at_work, initial={"on": request.actor.today()})
    if form.is_valid():
        with refusals_in(form):
            row = services.leave_group(own, by=request.user, **form.cleaned_data)
            messages.success(request, _("Written down: %(name)s is not in the group any more.") % {"name": own.person})
            if row.is_shrunken:
                return redirect(request.actor.url("programs:mentorship_shrunken", row.pk))
            return to_card(request, row)
    shrinks = len(pair.current_members) == 2
    values = {"pair": pair, "member": own, "form": form, "is_at_work": is_at_work, "shrinks": shrinks}
    return render(request, "programs/mentorships/mentorship_leave.html", values)


def mentorship_shrunken(request, slug, pk):
    """What to do with a group of which one mentee is left: add somebody, make it a pair, end it."""
    pair = fetch_pair(request, pk)
    if not pair.is_shrunken:
        messages.info(request, _("The group has its mentees again. This is how it stands."))
        return to_card(request, pair)
    settings = regulation_on(pair.organization, pair.starts_on)
    is_at_work = pair.state in RUNNING
    form = KindsForm(request.POST or None, settings=settings, initial={"kinds": pair.kinds})
    if form.is_valid():
        with refusals_in(form):
            services.make_pair(pair, by=request.user, kinds=form.cleaned_data["kinds"])
            messages.success(request, _("The group goes on as a pair; both are told."))
            return to_card(request, pair)
    program = pair.programs.filter(state="running").first()
    values = {"pair": pair, "form": form, "is_at_work": is_at_work, "program": program}
    return render(request, "programs/mentorships/mentorship_shrunken.html", values)
