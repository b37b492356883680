"""A colleague is asked to help with named events, answers, and is thanked."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from programs.plans import selectors, services
from programs.plans.forms import HelpDeclineForm, HelperForm
from programs.plans.models import Helper, Program
from programs.plans.states import ENDED, HELPING


def _program(request, program):
    return redirect(request.actor.url("programs:program_card", program.pk))


def helper_invite(request, slug, pk):
    """Choose a colleague and the events."""
    program = fetch(request, selectors.for_card(Program.objects.visible_to(request.actor)), pk=pk)
    if program.state in ENDED:
        messages.info(request, _("The program has ended: nobody is involved in it any more."))
        return _program(request, program)
    data = request.POST if request.method == "POST" else None
    form = HelperForm(data, program=program, initial={"events": request.GET.getlist("event")})
    if form.is_valid():
        with refusals_in(form):
            services.invite_helper(program, by=request.user, **form.cleaned_data)
            messages.success(request, _("The colleague is asked and answers under the own account."))
            return _program(request, program)
    return render(request, "programs/plans/helper_invite.html", {"program": program, "form": form})


def helper_answer(request, slug, pk):
    """The events, and yes or no."""
    helper = fetch(request, Helper.objects.visible_to(request.actor).with_people(), pk=pk)
    accepts = request.POST.get("do") == "accept"
    form = HelpDeclineForm(request.POST if request.method == "POST" and not accepts else None)
    if request.method == "POST" and (accepts or form.is_valid()):
        with refusals_told(request) if accepts else refusals_in(form):
            _answer(helper, request.user, accepts, form)
            done = _("Thank you: you take part.") if accepts else _("Written down; the mentor is told.")
            messages.success(request, done)
            return redirect(request.path)
        if accepts:
            return redirect(request.path)
    values = {
        "helper": helper,
        "events": helper.events.order_by("planned_on", "pk"),
        "form": form,
        "is_open": helper.state in HELPING and helper.program.state not in ENDED,
    }
    return render(request, "programs/plans/helper_answer.html", values)


def _answer(helper, user, accepts, form):
    if accepts:
        services.accept_help(helper, by=user)
    else:
        services.decline_help(helper, by=user, answer=form.cleaned_data["answer"])


@require_POST
def helper_withdraw(request, slug, pk):
    """The help is not needed any more."""
    helper = fetch(request, Helper.objects.visible_to(request.actor).with_people(), pk=pk)
    with refusals_told(request):
        services.withdraw_helper(helper, by=request.user)
        messages.success(request, _("Taken back; the colleague is told."))
    return _program(request, helper.program)
