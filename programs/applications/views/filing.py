"""Filing, the answer of the other side, taking it back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.dates import date_numeric
from mentoring.lib.refusals import refusals_in
from mentoring.lib.text import clean_text
from people.accounts.access import fetch
from programs.applications import selectors, services
from programs.applications.forms import AnswerForm, CorrectionForm, FilingForm, WithdrawForm
from programs.applications.models import KeptApplication
from programs.applications.states import ApplicationKind
from programs.applications.views.common import fetch_application, to_card
from programs.mentorships.models import Mentorship

MOST_KEPT, LONGEST_KEPT = 400, 10_000


def _fetch_pair(request, pk, kind):
    if kind not in ApplicationKind.values:
        raise Http404
    pair = fetch(request, Mentorship.objects.visible_to(request.actor).with_people(), pk=pk)
    return pair, ApplicationKind(kind)


def _form_of(request, pair, kind, kept):
    """The form of the kind: as sent, as kept, or empty."""
    today, program = request.actor.today(), selectors.running_program(pair)
    data = request.POST if request.method == "POST" else None
    values = {"initial": kept.values if kept else None, "today": today, "program": program}
    if kind == ApplicationKind.CORRECTION:
        return CorrectionForm(data, **values)
    return FilingForm(data, kind=kind, settings=selectors.rules_of(pair.organization), **values)


def application_file(request, slug, pk, kind):
    """One form per kind; what is typed is kept until it is sent."""
    pair, kind = _fetch_pair(request, pk, kind)
    if kind not in selectors.kinds_to_file(pair, request.actor):
        messages.info(request, _("This cannot be asked for now: it is open already, or the regulation has no such."))
        return redirect(request.actor.url("programs:mentorship_card", pair.pk))
    kept = KeptApplication.objects.filter(mentorship=pair, kind=kind, user=request.user).first()
    form = _form_of(request, pair, kind, kept)
    if form.is_valid():
        with refusals_in(form):
            application = services.file_application(pair, kind, by=request.user, **form.values)
            _say_filed(request, application, form.values)
            return to_card(request, application)
    values = {
        "pair": pair,
        "kind": kind,
        "form": form,
        "kept": kept if request.method == "GET" else None,
        "steps_ahead": selectors.steps_ahead(kind, selectors.rules_of(pair.organization)),
    }
    page = "application_correct" if kind == ApplicationKind.CORRECTION else "application_file"
    return render(request, f"programs/applications/{page}.html", values)


def _say_filed(request, application, values):
    done = _("The application is filed. Below you see where it stands.")
    wished = values.get("wished_on")
    if wished and application.wished_on != wished:
        done = _("The application is filed. The notice lasts longer: the day is moved to %(day)s.")
        done = done % {"day": date_numeric(application.wished_on)}
    messages.success(request, done)


@require_POST
def application_keep(request, slug, pk, kind):
    """Keep what is typed, unsent, on the server; with «drop» forget it."""
    pair, kind = _fetch_pair(request, pk, kind)
    if "drop" in request.POST:
        services.drop_kept(pair, kind, by=request.user)
        return redirect(request.actor.url("programs:application_file", pair.pk, kind.value))
    names = [name for name in request.POST if name != "csrfmiddlewaretoken"][:MOST_KEPT]
    values = {name: clean_text(request.POST[name])[:LONGEST_KEPT] for name in names}
    kept = services.keep_application(pair, kind, by=request.user, values=values)
    return render(request, "programs/plans/kept.html", {"kept": kept})


def application_answer(request, slug, pk):
    """The other side agrees or does not; about an end ahead of time it writes its word."""
    application, actor = fetch_application(request, pk), request.actor
    if not selectors.may_answer(application, actor.employment):
        messages.info(request, _("Nothing is asked of you here any more. This is how it stands."))
        return to_card(request, application)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        agrees = "disagree" not in request.POST
        with refusals_in(form):
            services.answer_application(application, by=request.user, agrees=agrees, word=form.cleaned_data["word"])
            messages.success(request, _("Your answer is written down."))
            return to_card(request, application)
    only_word = application.kind == ApplicationKind.TERMINATION
    settings = selectors.rules_of(application.organization)
    ground = selectors.ground_of(settings, application.ground)
    values = {
        "application": application,
        "form": form,
        "only_word": only_word,
        "reads_reason": selectors.reads_reason(application, actor),
        "ground": ground.label if ground else application.ground,
        "changes": selectors.changes_in_words(application) if application.changes else [],
    }
    return render(request, "programs/applications/application_answer.html", values)


def application_withdraw(request, slug, pk):
    """Whoever filed it takes it back, until an order takes it."""
    application = fetch_application(request, pk)
    if application.state not in selectors.WITHDRAWABLE:
        messages.info(request, _("It is too late to withdraw the application. This is how it stands."))
        return to_card(request, application)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            services.withdraw_application(application, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, _("The application is withdrawn."))
            return to_card(request, application)
    values = {"application": application, "form": form}
    return render(request, "programs/applications/application_withdraw.html", values)
