"""The questions of a draft, one by one."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.surveys import services
from people.surveys.forms import QuestionForm
from people.surveys.models import Question, Questionnaire
from people.surveys.states import Kind
from people.surveys.views.common import step

STEPS = {"up": -1, "down": 1}


def question_add(request, slug, pk, kind):
    """A new question of one kind, at the end."""
    questionnaire = fetch(request, Questionnaire, pk=pk)
    if kind not in Kind.values:
        raise Http404
    form = QuestionForm(request.POST if request.method == "POST" else None, instance=Question(kind=kind))
    if form.is_valid():
        with refusals_in(form):
            services.add_question(questionnaire, by=request.user, kind=kind, **form.values)
            messages.success(request, _("The question is added at the end."))
            return redirect(request.actor.url("people:questionnaire_card", pk))
    return _page(request, form, questionnaire, Kind(kind).label)


def question_edit(request, slug, pk):
    """A question of a draft."""
    question = fetch(request, Question.objects.visible_to(request.actor).select_related("questionnaire"), pk=pk)
    questionnaire = question.questionnaire
    if request.method == "GET" and not questionnaire.is_draft:
        messages.info(request, _("This questionnaire is in use and stays as it is. Its next edition can be changed."))
        return redirect(request.actor.url("people:questionnaire_card", questionnaire.pk))
    form = QuestionForm(request.POST if request.method == "POST" else None, instance=question)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            with refusals_in(form):
                services.edit_question(question, by=request.user, values=form.values, expected_version=version)
                messages.success(request, _("The question is saved."))
                return redirect(request.actor.url("people:questionnaire_card", questionnaire.pk))
        except StaleSave as stale:
            form.show_stale(stale.current)
    return _page(request, form, questionnaire, question.get_kind_display())


def _page(request, form, questionnaire, title):
    context = {"form": form, "questionnaire": questionnaire, "title": title}
    return render(request, "people/surveys/questionnaire_edit.html", context)


@require_POST
def question_move(request, slug, pk):
    """One place up or down."""
    question = fetch(request, Question.objects.visible_to(request.actor).select_related("questionnaire"), pk=pk)
    towards = STEPS.get(request.POST.get("towards"), 0)
    card = "people:questionnaire_card"
    deed = partial(services.move_question, question, towards, by=request.user)
    return step(request, deed, _("The question is moved."), card, question.questionnaire_id)


@require_POST
def question_remove(request, slug, pk):
    question = fetch(request, Question.objects.visible_to(request.actor).select_related("questionnaire"), pk=pk)
    questionnaire = question.questionnaire_id
    deed = partial(services.remove_question, question, by=request.user)
    return step(request, deed, _("The question is removed."), "people:questionnaire_card", questionnaire)
