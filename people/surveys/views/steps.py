"""The steps of a survey, one button each; what cannot be undone says first what it does."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.surveys import services
from people.surveys.forms import ExtendForm
from people.surveys.models import Campaign
from people.surveys.views.common import step

CARD = "people:campaign_card"


def _step(request, pk, service, done):
    campaign = fetch(request, Campaign, pk=pk)
    return step(request, lambda: service(campaign, by=request.user), done, CARD, pk)


@require_POST
def campaign_launch(request, slug, pk):
    """Open it, or let it open by itself on its day."""
    campaign = fetch(request, Campaign, pk=pk)
    with refusals_told(request):
        services.launch_campaign(campaign, by=request.user)
        opened = _("The survey is open: everybody asked has a notice.")
        messages.success(request, opened if campaign.is_open else _("The survey opens by itself on its day."))
    return redirect(request.actor.url(CARD, pk))


@require_POST
def campaign_take_back(request, slug, pk):
    return _step(request, pk, services.take_back, _("The survey is a draft again."))


@require_POST
def campaign_process(request, slug, pk):
    return _step(request, pk, services.process_campaign, _("The survey is marked as processed."))


def _counted_step(request, pk, service, said):
    """A deed that returns how many people it reached."""
    campaign = fetch(request, Campaign, pk=pk)
    with refusals_told(request):
        reached = service(campaign, by=request.user)
        messages.success(request, said(reached))
    return redirect(request.actor.url(CARD, pk))


@require_POST
def campaign_invite(request, slug, pk):
    def said(n):
        if not n:
            return _("Nobody has joined since: everybody of the audience is asked.")
        return ngettext("%(n)s more person is asked.", "%(n)s more people are asked.", n) % {"n": n}

    return _counted_step(request, pk, services.invite_newcomers, said)


@require_POST
def campaign_remind(request, slug, pk):
    def said(n):
        if not n:
            return _("Nobody to remind: all with an account have answered or were reminded today.")
        return ngettext("%(n)s person is reminded.", "%(n)s people are reminded.", n) % {"n": n}

    return _counted_step(request, pk, services.remind_invitees, said)


@require_POST
def campaign_drop(request, slug, pk):
    campaign = fetch(request, Campaign, pk=pk)
    with refusals_told(request):
        services.drop_campaign(campaign, by=request.user)
        messages.success(request, _("The planned survey is dropped."))
        return redirect(request.actor.url("people:campaign_list"))
    return redirect(request.actor.url(CARD, pk))


def campaign_close(request, slug, pk):
    """What closing does, and the button that does it."""
    campaign = fetch(request, Campaign.objects.visible_to(request.actor).with_rate(), pk=pk)
    if request.method == "POST":
        return _step(request, pk, services.close_campaign, _("The survey is closed. The results are ready."))
    return render(request, "people/surveys/campaign_close.html", {"campaign": campaign})


def campaign_extend(request, slug, pk):
    """Another last day; a closed survey with names goes on."""
    campaign = fetch(request, Campaign, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = ExtendForm(data, initial={"closes_on": max(campaign.closes_on, request.actor.today())})
    if form.is_valid():
        with refusals_in(form):
            services.extend_campaign(campaign, form.cleaned_data["closes_on"], by=request.user)
            messages.success(request, _("The last day is moved."))
            return redirect(request.actor.url(CARD, pk))
    return render(request, "people/surveys/campaign_extend.html", {"campaign": campaign, "form": form})
