"""Lines of a plan become proposals: terms asked once, the deed, work that was cut off."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from people.organizations.selectors import regulation_on
from programs.matching import selectors, services
from programs.matching.forms import ProposeForm
from programs.matching.views.plans import fetch_plan, to_plan
from programs.mentorships.selectors import end_of_school_year


def plan_propose(request, slug, pk):
    """The terms for the ticked lines, or for all of them; only the last step writes."""
    plan, organization = fetch_plan(request, pk), request.actor.organization
    if not plan.is_open:
        messages.info(request, _("Nothing of this plan is left to be proposed. Compute a new one."))
        return to_plan(request, plan)
    keys = set((request.POST if request.method == "POST" else request.GET).getlist("line"))
    waiting = list(plan.lines.waiting().with_people())
    chosen = [line for line in waiting if str(line.pk) in keys] if keys else waiting
    if request.method == "POST":
        # Of a choice that is not there any more the form speaks.
        chosen = chosen or waiting
    units = selectors.units_of(plan, chosen)
    if not units:
        messages.info(request, _("Nobody chosen waits for a proposal. Tick mentees who have a mentor in the plan."))
        return to_plan(request, plan)
    sizes = {len(unit) > 1 for unit in units}
    settings, day = regulation_on(organization, organization.today()), organization.today()
    shape = {"plan": plan, "settings": settings, "has_pairs": False in sizes, "has_groups": True in sizes}
    initial = {
        "line": [line.pk for line in chosen],
        "version": plan.version,
        "starts_on": day,
        "ends_on": end_of_school_year(settings, day),
    }
    form, is_stale = ProposeForm(request.POST or None, initial=initial, **shape), False
    if form.is_valid():
        try:
            with refusals_in(form):
                return _send(request, plan, form)
        except StaleSave as stale:
            is_stale = True
            data = form.data.copy()
            data["version"] = stale.current.version
            form = ProposeForm(data, initial=initial, **shape)
    values = {"plan": plan, "form": form, "units": units, "chosen": chosen, "is_stale": is_stale}
    return render(request, "programs/matching/plan_propose.html", values, status=409 if is_stale else 200)


def _send(request, plan, form):
    result = services.propose_lines(
        plan,
        form.cleaned_data["line"],
        by=request.user,
        expected_version=form.cleaned_data["version"],
        terms=form.terms(),
        group_kinds=form.cleaned_data.get("group_kinds", ()),
    )
    if result is None:
        messages.info(request, _("The proposals are being made. You may leave this page; they go on."))
        return to_plan(request, plan)
    proposed, refused = result
    if proposed:
        text = ngettext(
            "%(n)s mentee is proposed. Everybody is asked for an answer.",
            "%(n)s mentees are proposed. Everybody is asked for an answer.",
            proposed,
        )
        messages.success(request, text % {"n": proposed})
    if refused:
        text = ngettext(
            "%(n)s mentee could not be proposed and stays in the plan; the reason stands beside the name.",
            "%(n)s mentees could not be proposed and stay in the plan; the reasons stand beside the names.",
            refused,
        )
        messages.warning(request, text % {"n": refused})
    return to_plan(request, plan)


@require_POST
def plan_resume(request, slug, pk):
    """Open a plan again whose proposing was cut off."""
    plan = fetch_plan(request, pk)
    with refusals_told(request):
        services.take_up(plan, by=request.user)
        messages.info(request, _("What was proposed stays proposed. Tick the rest and propose it again."))
    return to_plan(request, plan)
