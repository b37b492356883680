"""Answering: on a phone first, saved as one goes, and what was typed is never lost."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import tell_refusal
from people.accounts.access import fetch
from people.consents.selectors import keepers_of
from people.surveys import services
from people.surveys.asking import ask, catalog_for, missing, read_answers
from people.surveys.models import Campaign
from people.surveys.selectors import my_invitations, questions_of
from people.surveys.services import SurveyClosed
from people.surveys.views.campaigns import said_in


@require_safe
def survey_mine(request, slug):
    """What waits for my answer, and what I have answered."""
    day = request.actor.today()
    rows = list(my_invitations(request.actor))
    waiting = [row for row in rows if not row.has_answered and row.campaign.takes_answers(day)]
    context = {"waiting": waiting, "past": [row for row in rows if row not in waiting]}
    return render(request, "people/surveys/survey_mine.html", context)


def _invitation(request, pk):
    rows = Campaign.objects.visible_to(request.actor).select_related("questionnaire", "organization")
    campaign = fetch(request, rows, pk=pk)
    invitee = get_object_or_404(campaign.invitees, employment=request.actor.employment)
    invitee.campaign = campaign
    return campaign, invitee


def _draft(invitee):
    response = getattr(invitee, "response", None)
    return response.answers if response else {}


def survey_answer(request, slug, pk):
    """The questions one under another; a press of «Save» keeps them, «Send» is the end."""
    campaign, invitee = _invitation(request, pk)
    if invitee.has_answered:
        return redirect(request.actor.url("people:survey_done", pk))
    questions = questions_of(campaign)
    groups = catalog_for(questions, campaign.organization)
    if request.method == "POST":
        return _take(request, campaign, invitee, questions, groups)
    answers = _draft(invitee)
    if not campaign.takes_answers(request.actor.today()):
        return _closed(request, campaign, ask(questions, answers, groups))
    return _form(request, campaign, invitee, ask(questions, answers, groups))


def _take(request, campaign, invitee, questions, groups):
    answers, wrong = read_answers(questions, request.POST, groups)
    saves = "save" in request.POST and not campaign.is_anonymous
    errors = wrong if saves else missing(questions, answers) | wrong
    try:
        if errors or saves:
            _keep(campaign, invitee, questions, answers, wrong)
        else:
            services.send_answers(invitee, answers)
    except SurveyClosed as closed:
        return _closed(request, campaign, ask(questions, answers, groups), closed)
    except MoveRefused as refusal:
        tell_refusal(request, refusal)
        return redirect(request.actor.url("people:survey_answer", campaign.pk))
    if errors:
        return _form(request, campaign, invitee, ask(questions, answers, groups, errors))
    if saves:
        messages.success(request, _("Saved. You may go on later, on any device."))
        return redirect(request.actor.url("people:survey_answer", campaign.pk))
    return redirect(request.actor.url("people:survey_done", campaign.pk))


def _keep(campaign, invitee, questions, answers, wrong):
    """What can be kept of an unfinished answer is, where the survey is with names."""
    if not campaign.is_anonymous:
        services.save_answers(invitee, answers, {question.code for question in questions} - set(wrong))


def _form(request, campaign, invitee, asked):
    context = {
        "campaign": campaign,
        "invitee": invitee,
        "asked": asked,
        "answered": sum(each.is_answered for each in asked),
        "faults": [each for each in asked if each.error],
    }
    return render(request, "people/surveys/survey_answer.html", context)


def _closed(request, campaign, asked, refusal=None):
    """The survey is over: what was typed can be copied, and the curator can be asked."""
    said = [each for each in asked if each.words]
    context = {
        "campaign": campaign,
        "refusal": refusal or SurveyClosed(campaign),
        "was_sent": refusal is not None,
        "said": said,
        "copy": "\n\n".join(f"{each.number}. {each.question.text}\n{each.words}" for each in said),
        "curators": [user.person or user for user in keepers_of(campaign.organization)],
    }
    status = 409 if refusal else 200
    return render(request, "people/surveys/survey_closed.html", context, status=status)


@require_POST
def survey_save(request, slug, pk):
    """Keep the fields just changed; the page shows what became of it."""
    campaign, invitee = _invitation(request, pk)
    codes = set(request.POST.getlist("code"))
    questions = [question for question in questions_of(campaign) if question.code in codes]
    answers, errors = read_answers(questions, request.POST, catalog_for(questions, campaign.organization))
    if errors:
        return JsonResponse({"refusal": " ".join(errors.values())}, status=400)
    try:
        if questions:
            services.save_answers(invitee, answers, codes)
    except MoveRefused as refusal:
        return JsonResponse({"refusal": " ".join(refusal.messages)}, status=409)
    return JsonResponse({"saved": True})


@require_safe
def survey_done(request, slug, pk):
    """Thanks; with names one's own answers, and what the points mean."""
    campaign, invitee = _invitation(request, pk)
    if not invitee.has_answered:
        return redirect(request.actor.url("people:survey_answer", pk))
    context = {"campaign": campaign, "invitee": invitee}
    if not campaign.is_anonymous:
        context |= said_in(campaign, _draft(invitee))
    return render(request, "people/surveys/survey_done.html", context)
