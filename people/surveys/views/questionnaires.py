"""Questionnaires: the list, a template taken over, the words around, publishing and the next edition."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.history.selectors import timeline_of
from people.surveys import services
from people.surveys.asking import ask, catalog_for
from people.surveys.forms import QuestionnaireForm
from people.surveys.models import Questionnaire
from people.surveys.states import Kind, QuestionnaireState
from people.surveys.templates import CODES, templates
from people.surveys.views.common import step


@require_safe
def questionnaire_list(request, slug):
    """What can be asked: ready questionnaires, drafts, the archive."""
    rows = Questionnaire.objects.visible_to(request.actor)
    here = rows.exclude(state=QuestionnaireState.ARCHIVED)
    past = rows.filter(state=QuestionnaireState.ARCHIVED)
    shows_past = request.GET.get("show") == "archive"
    quick = [
        Quick(_("Questionnaires in use"), {}, here.count()),
        Quick(_("In the archive"), {"show": "archive"}, past.count()),
    ]
    columns = {
        "title": Column(_("Questionnaire"), "title"),
        "edition": Column(_("Edition"), "edition", numeric=True),
        "phase": Column(_("Asked")),
        "state": Column(_("State"), ("state", "title")),
    }
    page = ListPage(request, past if shows_past else here, columns=columns, default_sort="title", quick=quick)
    return render(request, "people/surveys/questionnaire_list.html", {"page": page})


def questionnaire_create(request, slug):
    """Take a template over, or begin with nothing but a title."""
    organization = request.actor.organization
    code = request.POST.get("template", "")
    if code:
        if code not in CODES:
            raise Http404
        questionnaire = services.copy_template(organization, code, by=request.user)
        messages.success(request, _("The questionnaire is yours now: change what you like, then put it to use."))
        return redirect(request.actor.url("people:questionnaire_card", questionnaire.pk))
    form = QuestionnaireForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        questionnaire = services.create_questionnaire(organization, by=request.user, **form.values)
        return redirect(request.actor.url("people:questionnaire_card", questionnaire.pk))
    context = {"form": form, "templates": templates()}
    return render(request, "people/surveys/questionnaire_create.html", context)


@require_safe
def questionnaire_card(request, slug, pk):
    """The questions in their order, and what can be done with them."""
    questionnaire = fetch(request, Questionnaire, pk=pk)
    context = {
        "questionnaire": questionnaire,
        "questions": questionnaire.questions.all(),
        "kinds": Kind.choices,
        "campaigns": questionnaire.campaigns.order_by("-opens_on"),
        "later": getattr(questionnaire, "later", None),
        "timeline": timeline_of(questionnaire),
    }
    return render(request, "people/surveys/questionnaire_card.html", context)


@require_safe
def questionnaire_preview(request, slug, pk):
    """The page as those who answer will see it; nothing is kept."""
    questionnaire = fetch(request, Questionnaire, pk=pk)
    questions = list(questionnaire.questions.all())
    asked = ask(questions, {}, catalog_for(questions, questionnaire.organization))
    return render(request, "people/surveys/questionnaire_preview.html", {"q": questionnaire, "asked": asked})


def questionnaire_edit(request, slug, pk):
    """The title and the words around the questions."""
    questionnaire = fetch(request, Questionnaire, pk=pk)
    card = request.actor.url("people:questionnaire_card", pk)
    form = QuestionnaireForm(request.POST if request.method == "POST" else None, instance=questionnaire)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            with refusals_in(form):
                services.edit_questionnaire(
                    questionnaire, by=request.user, values=form.values, expected_version=version
                )
                messages.success(request, _("The questionnaire is saved."))
                return redirect(card)
        except StaleSave as stale:
            form.show_stale(stale.current)
    context = {"form": form, "questionnaire": questionnaire, "title": _("Words around the questions")}
    return render(request, "people/surveys/questionnaire_edit.html", context)


def _step(request, pk, service, done):
    questionnaire = fetch(request, Questionnaire, pk=pk)
    return step(request, lambda: service(questionnaire, by=request.user), done, "people:questionnaire_card", pk)


@require_POST
def questionnaire_publish(request, slug, pk):
    done = _("The questionnaire is ready: plan a survey with it.")
    return _step(request, pk, services.publish_questionnaire, done)


@require_POST
def questionnaire_archive(request, slug, pk):
    done = _("The questionnaire is in the archive. It can be brought back.")
    return _step(request, pk, services.archive_questionnaire, done)


@require_POST
def questionnaire_revise(request, slug, pk):
    questionnaire = fetch(request, Questionnaire, pk=pk)
    with refusals_told(request):
        later = services.revise_questionnaire(questionnaire, by=request.user)
        messages.success(request, _("This is the next edition, a draft. Surveys that run keep the edition they have."))
        return redirect(request.actor.url("people:questionnaire_card", later.pk))
    return redirect(request.actor.url("people:questionnaire_card", pk))


@require_POST
def questionnaire_drop(request, slug, pk):
    questionnaire = fetch(request, Questionnaire, pk=pk)
    with refusals_told(request):
        services.drop_questionnaire(questionnaire, by=request.user)
        messages.success(request, _("The draft is dropped."))
        return redirect(request.actor.url("people:questionnaire_list"))
    return redirect(request.actor.url("people:questionnaire_card", pk))
