"""The curator's visa, the council, the decision of the head, the new mentor."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from programs.applications import selectors, services
from programs.applications.forms import AgendaForm, DecisionForm, MediationForm, SuccessorForm, VisaForm
from programs.applications.states import NEVER_REFUSED, OF_BOTH, ApplicationState
from programs.applications.views.common import fetch_application, to_card


def _done_already(request, application):
    messages.info(request, _("This step is done already or not next. This is how it stands."))
    return to_card(request, application)


def _page(request, application, form, deed, done, template, **values):
    """Show the form; sent and right, do ``deed`` with its values and say ``done``."""
    if form.is_valid():
        with refusals_in(form):
            deed(form)
            messages.success(request, done)
            return to_card(request, application)
    ground = selectors.ground_of(selectors.rules_of(application.organization), application.ground)
    context = {
        "application": application,
        "form": form,
        "reads_reason": selectors.reads_reason(application, request.actor),
        "reads_desk": selectors.reads_desk(application, request.actor),
        "ground": ground.label if ground else application.ground,
        "changes": selectors.changes_in_words(application) if application.changes else [],
        **values,
    }
    return render(request, f"programs/applications/{template}.html", context)


def application_visa(request, slug, pk):
    """The curator reads it and sends it on, with a remark."""
    application = fetch_application(request, pk)
    if not selectors.awaits_visa(application):
        return _done_already(request, application)
    to_council = selectors.needs_council(application.kind, selectors.rules_of(application.organization))
    data = request.POST if request.method == "POST" else None
    form = VisaForm(data, organization=application.organization, to_council=to_council)

    def deed(form):
        services.give_visa(application, by=request.user, **form.cleaned_data)

    done = _("Your visa is put; the council is asked.") if to_council else _("Your visa is put; the head decides.")
    return _page(request, application, form, deed, done, "application_visa", to_council=to_council)


def application_agenda(request, slug, pk):
    """Onto the agenda of a session that still lies ahead."""
    application = fetch_application(request, pk)
    if application.state != ApplicationState.MEDIATION:
        return _done_already(request, application)
    form = AgendaForm(request.POST if request.method == "POST" else None, organization=application.organization)

    def deed(form):
        services.put_on_agenda(application, by=request.user, meeting=form.cleaned_data["meeting"])

    return _page(request, application, form, deed, _("It stands on the agenda."), "application_agenda")


def application_mediate(request, slug, pk):
    """What the council came to."""
    application = fetch_application(request, pk)
    if application.state != ApplicationState.MEDIATION:
        return _done_already(request, application)
    form = MediationForm(request.POST if request.method == "POST" else None, application=application)

    def deed(form):
        services.record_mediation(application, by=request.user, **form.cleaned_data)

    done = _("Written down; both sides are told.")
    return _page(request, application, form, deed, done, "application_mediate")


def application_decide(request, slug, pk):
    """The head reads everything and decides with the password."""
    application = fetch_application(request, pk)
    if application.state != ApplicationState.VISAED:
        return _done_already(request, application)
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        application=application,
        settings=selectors.rules_of(application.organization),
        today=request.actor.today(),
    )

    def deed(form):
        services.decide_application(application, by=request.user, **form.values)

    never_refused = application.kind in NEVER_REFUSED
    values = {"never_refused": never_refused, "is_of_both": application.kind in OF_BOTH}
    done = _("Your decision is signed; everybody is told.")
    return _page(request, application, form, deed, done, "application_decide", **values)


def application_succeed(request, slug, pk):
    """Propose the mentor who takes over: a new pair that both agree to."""
    application, actor = fetch_application(request, pk), request.actor
    if not selectors.awaits_successor(application):
        return _done_already(request, application)
    old = application.mentorship
    initial = {"starts_on": application.takes_effect_on or actor.today(), "ends_on": old.ends_on, "focus": old.focus}
    data = request.POST if request.method == "POST" else None
    form = SuccessorForm(data, application=application, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            pair = services.propose_successor(application, by=request.user, **form.cleaned_data)
            messages.success(request, _("The new pair is proposed; both are asked for an answer."))
            return redirect(actor.url("programs:mentorship_card", pair.pk))
    values = {"application": application, "form": form, "reads_reason": selectors.reads_reason(application, actor)}
    return render(request, "programs/applications/application_succeed.html", values)
