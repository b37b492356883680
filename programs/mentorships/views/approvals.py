"""Writing down the decisions a pair needs before its order."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import add_refusal, tell_refusal
from programs.mentorships import selectors, services
from programs.mentorships.forms import ApprovalForm
from programs.mentorships.views.common import chain_lines, fetch_pair, to_card


def mentorship_approve(request, slug, pk):
    """The decision of the step that comes next, with its document where the regulation asks for one."""
    mentorship = fetch_pair(request, pk)
    step = selectors.next_approval(mentorship)
    if step is None:
        messages.info(request, _("No decision is awaited now. This is how it stands."))
        return to_card(request, mentorship)
    initial = {"step": step.code, "decided_on": request.actor.today()}
    data = request.POST if request.method == "POST" else None
    form = ApprovalForm(data, needs_document=step.needs_document, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.approve_mentorship(mentorship, by=request.user, **form.cleaned_data)
        except MoveRefused as refusal:
            if not hasattr(refusal, "error_dict"):
                tell_refusal(request, refusal)
                return redirect(request.actor.url("programs:mentorship_card", pk))
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The decision is written down; whoever comes next has been told."))
            return to_card(request, mentorship)
    regulations = selectors.Regulations(request.actor.organization)
    values = {
        "pair": mentorship,
        "step": step,
        "steps": chain_lines(selectors.approval_steps(mentorship)),
        "form": form,
        "form_label": regulations.form_label(mentorship),
        "kinds_word": regulations.on(mentorship.starts_on).kinds.print_as,
        "kinds": regulations.kind_labels(mentorship),
    }
    return render(request, "programs/mentorships/mentorship_approve.html", values)
