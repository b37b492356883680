"""What a survey says, and what its answers propose for the banks."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from mentoring.lib.downloads import file_response
from mentoring.lib.fields import LONGEST_KEY
from people.accounts.access import fetch, may
from people.banks.selectors import catalog
from people.surveys import services
from people.surveys.models import Campaign
from people.surveys.results import results_of
from people.surveys.selectors import proposals_of, questions_of
from people.surveys.services.proposals import card_of_proposal
from people.surveys.workbook import results_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _results(request, pk):
    rows = Campaign.objects.visible_to(request.actor).select_related("questionnaire", "organization")
    campaign = fetch(request, rows, pk=pk)
    names = may(request.actor, "people:response_card")
    return results_of(campaign, group=request.GET.get("group", ""), names=names)


@require_safe
def campaign_results(request, slug, pk):
    """Charts with their numbers, question by question."""
    results = _results(request, pk)
    return render(request, "people/surveys/campaign_results.html", {"results": results, "campaign": results.campaign})


@require_safe
def campaign_workbook(request, slug, pk):
    """The same as a workbook."""
    results = _results(request, pk)
    return file_response(results_workbook(results), f"{results.campaign.title}.xlsx", XLSX)


def campaign_proposals(request, slug, pk):
    """What the answers would write in the bank: confirmed or declined one by one or together."""
    rows = Campaign.objects.visible_to(request.actor).select_related("questionnaire", "organization")
    campaign = fetch(request, rows, pk=pk)
    if request.method == "POST":
        return _decide(request, campaign)
    questions, groups = questions_of(campaign), catalog(campaign.organization)
    waiting, decided = [], []
    for proposal in proposals_of(campaign):
        if proposal.waits:
            waiting.append((proposal, card_of_proposal(proposal, questions, groups)))
        else:
            decided.append(proposal)
    context = {"campaign": campaign, "waiting": waiting, "decided": decided}
    return render(request, "people/surveys/campaign_proposals.html", context)


def _decide(request, campaign):
    """One button decides one proposal, the two below all that are ticked."""
    single = request.POST.get("confirm") or request.POST.get("decline")
    declines = "decline" in request.POST or request.POST.get("deed") == "decline"
    keys = [single] if single else request.POST.getlist("proposals")
    known = [int(key) for key in keys if key.isdecimal() and len(key) <= LONGEST_KEY]
    proposals = list(proposals_of(campaign).filter(pk__in=known))
    back = redirect(request.actor.url("people:campaign_proposals", campaign.pk))
    if not proposals:
        messages.warning(request, _("Tick the proposals first."))
        return back
    service = services.decline_proposals if declines else services.confirm_proposals
    outcome = service(campaign, proposals, by=request.user)
    _report(request, outcome, declines)
    return back


def _report(request, outcome, declines):
    n = len(outcome.done)
    if n and declines:
        words = ngettext("%(n)s proposal is declined.", "%(n)s proposals are declined.", n)
        messages.success(request, words % {"n": n})
    elif n:
        words = ngettext("%(n)s card of the bank is written.", "%(n)s cards of the bank are written.", n)
        messages.success(request, words % {"n": n})
    for proposal, why in outcome.refused:
        messages.error(request, f"{proposal.employment.person.short_name}: {why}")
