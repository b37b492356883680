"""Surveys: the list, planning one, its card with who was asked."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.refusals import refusals_in
from people.accounts.access import fetch, may
from people.history.selectors import timeline_of
from people.surveys import services
from people.surveys.asking import ask, catalog_for
from people.surveys.filters import CampaignFilter
from people.surveys.forms import CampaignForm, usual_values
from people.surveys.models import Campaign, Proposal, Questionnaire, Response
from people.surveys.reading import points_of, words_for
from people.surveys.selectors import audience_of, has_account, newcomers, questions_of, waiting_invitees
from people.surveys.states import CampaignState

MOST_NAMED = 200


@require_safe
def campaign_list(request, slug):
    """What was asked, what is asked now, how many have answered."""
    rows = Campaign.objects.visible_to(request.actor)
    counts = [rows.count(), rows.open().count(), rows.filter(state=CampaignState.CLOSED).count()]
    page = ListPage(
        request,
        rows.with_rate().select_related("questionnaire"),
        columns={
            "title": Column(_("Survey"), "title"),
            "audience": Column(_("Who is asked")),
            "opens": Column(_("Days"), "opens_on"),
            "rate": Column(_("Answered")),
            "state": Column(_("State"), ("state", "title")),
        },
        default_sort="-opens",
        filterset_class=CampaignFilter,
        quick=[
            Quick(_("All"), {}, counts[0]),
            Quick(pgettext("surveys", "Open"), {"state": CampaignState.OPEN.value}, counts[1]),
            Quick(_("To be processed"), {"state": CampaignState.CLOSED.value}, counts[2]),
        ],
    )
    has_questionnaires = Questionnaire.objects.published().filter(organization=request.actor.organization).exists()
    context = {"page": page, "total": counts[0], "has_questionnaires": has_questionnaires}
    return render(request, "people/surveys/campaign_list.html", context)


def campaign_create(request, slug):
    """Plan a survey; «?questionnaire=5» says by which questionnaire."""
    organization = request.actor.organization
    ready = Questionnaire.objects.published().filter(organization=organization)
    if not ready.exists():
        messages.info(request, _("First there must be a questionnaire in use. Take a template, look it through."))
        return redirect(request.actor.url("people:questionnaire_create"))
    asked = request.GET.get("questionnaire", "")
    chosen = ready.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
    initial = usual_values(chosen, request.actor.today())
    return _campaign_form(request, Campaign(organization=organization), initial=initial)


def campaign_edit(request, slug, pk):
    """Change a survey before it opens."""
    campaign = fetch(request, Campaign, pk=pk)
    if not campaign.is_editable:
        messages.info(request, _("The survey is open already: only its last day can be moved."))
        return redirect(request.actor.url("people:campaign_card", pk))
    return _campaign_form(request, campaign)


def _campaign_form(request, campaign, initial=None):
    data = request.POST if request.method == "POST" else None
    form = CampaignForm(data, instance=campaign, organization=campaign.organization, initial=initial)
    is_new = campaign.pk is None
    if form.is_valid():
        with refusals_in(form):
            services.plan_campaign(form.instance, by=request.user, chosen=form.cleaned_data["chosen"])
            messages.success(request, _("The survey is saved. Look whom it asks, then launch it."))
            return redirect(request.actor.url("people:campaign_card", form.instance.pk))
    context = {"form": form, "campaign": campaign, "is_new": is_new}
    return render(request, "people/surveys/campaign_form.html", context)


@require_safe
def campaign_card(request, slug, pk):
    """How many have answered, who has not, what to do next."""
    rows = Campaign.objects.visible_to(request.actor).with_rate()
    campaign = fetch(request, rows.select_related("questionnaire", "organization"), pk=pk)
    day = request.actor.today()
    context = {
        "campaign": campaign,
        "takes_answers": campaign.takes_answers(day),
        "is_late": campaign.is_open and campaign.closes_on < day,
        "timeline": timeline_of(campaign),
        "waiting_proposals": Proposal.objects.visible_to(request.actor)
        .waiting()
        .filter(response__invitee__campaign=campaign)
        .count(),
    }
    if may(request.actor, "people:campaign_edit"):
        context |= _people_of(campaign)
    return render(request, "people/surveys/campaign_card.html", context)


def _people_of(campaign):
    """Whom the curator can reach and whom not: before it opens the audience, later those asked."""
    if campaign.is_editable:
        people = audience_of(campaign)
        return {"audience": people[:MOST_NAMED], "audience_size": len(people)}
    waiting = list(waiting_invitees(campaign))
    found = {
        "waiting": [each for each in waiting if has_account(each)][:MOST_NAMED],
        "unreachable": [each for each in waiting if not has_account(each)],
        "newcomers": newcomers(campaign) if campaign.is_open else [],
    }
    if not campaign.is_anonymous:
        sent = Response.objects.filter(invitee__campaign=campaign, is_sent=True)
        found["sent"] = sent.select_related("invitee__employment__person").order_by("invitee")[:MOST_NAMED]
    return found


@require_safe
def response_card(request, slug, pk):
    """What one person said in a survey with names."""
    rows = Response.objects.visible_to(request.actor)
    links = ("invitee__campaign__questionnaire", "invitee__campaign__organization", "invitee__employment__person")
    response = fetch(request, rows.select_related(*links), pk=pk)
    campaign = response.invitee.campaign
    context = {"response": response, "campaign": campaign, "person": response.invitee.employment.person}
    return render(request, "people/surveys/response_card.html", context | said_in(campaign, response.answers))


def said_in(campaign, answers):
    """Sent answers in words, with the sum of points and how it is read."""
    questions = questions_of(campaign)
    points = points_of(questions, answers)
    return {
        "asked": ask(questions, answers, catalog_for(questions, campaign.organization)),
        "points": points,
        "level": words_for(campaign.questionnaire.reading, points[0]) if points else "",
    }
