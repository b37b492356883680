"""The list of plans, a new one, two side by side."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from mentoring.lib.dates import date_numeric
from mentoring.lib.lists import Column, ListPage
from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.organizations.selectors import regulation_on
from programs.matching import selectors, services
from programs.matching.forms import CompareForm, PlanForm
from programs.matching.models import MatchPlan


def fetch_plan(request, pk):
    return fetch(request, MatchPlan, pk=pk)


def to_plan(request, plan):
    return redirect(request.actor.url("programs:plan_card", plan.pk))


def _bank_words(organization):
    """How many wait, how many mentors there are and places, as one sentence; and the counts."""
    waiting, mentors, free = selectors.bank_counts(organization)
    words = [
        ngettext("%(n)s mentee without a mentor", "%(n)s mentees without a mentor", waiting) % {"n": waiting},
        ngettext("%(n)s mentor", "%(n)s mentors", mentors) % {"n": mentors},
        ngettext("%(n)s free place", "%(n)s free places", free) % {"n": free},
    ]
    return {"waiting": waiting, "mentors": mentors, "free": free, "bank": ", ".join(words)}


@require_safe
def plan_list(request, slug):
    actor = request.actor
    page = ListPage(
        request,
        selectors.with_figures(MatchPlan.objects.visible_to(actor)),
        columns={
            "title": Column(_("Plan"), "title"),
            "made": Column(_("Computed"), ("made_at",)),
            "served": Column(_("With a mentor"), "n_served", numeric=True),
            "sum": Column(_("Sum of scores"), "sum_of_scores", numeric=True),
            "proposed": Column(_("Proposals made"), "n_proposed", numeric=True),
            "state": Column(_("State")),
        },
        default_sort="-made",
    )
    values = {"page": page, **_bank_words(actor.organization)}
    if page.total > 1:
        newest = [plan.pk for plan in MatchPlan.objects.visible_to(actor)[:2]]
        values["compare_form"] = CompareForm(actor=actor, initial={"first": newest[1], "second": newest[0]})
    return render(request, "programs/matching/plan_list.html", values)


def plan_create(request, slug):
    organization = request.actor.organization
    settings = regulation_on(organization, organization.today())
    title = _("Plan of %(day)s") % {"day": date_numeric(organization.today())}
    form = PlanForm(request.POST or None, settings=settings, initial={"title": title})
    if form.is_valid():
        with refusals_in(form):
            plan = services.make_plan(organization, by=request.user, **form.options())
            return to_plan(request, plan)
    return render(request, "programs/matching/plan_create.html", {"form": form, **_bank_words(organization)})


@require_safe
def plan_compare(request, slug):
    form = CompareForm(request.GET, actor=request.actor)
    values = {"form": form}
    if form.is_valid():
        first, second = form.cleaned_data["first"], form.cleaned_data["second"]
        rows, same = selectors.differences(first, second)
        values |= {
            "plans": [(plan, selectors.figures_of(plan)) for plan in (first, second)],
            "rows": rows,
            "same": same,
        }
    return render(request, "programs/matching/plan_compare.html", values)


def plan_drop(request, slug, pk):
    plan = fetch_plan(request, pk)
    if request.method == "POST":
        with refusals_told(request):
            services.drop_plan(plan, by=request.user)
            messages.success(request, _("The plan is put aside. It can still be read and compared."))
        return to_plan(request, plan)
    proposed = plan.lines.filter(mentorship__isnull=False).count()
    return render(request, "programs/matching/plan_drop.html", {"plan": plan, "proposed": proposed})
