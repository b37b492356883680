"""The head's desk: several signatures under one password, a return, an annulment."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from reports.issued import services
from reports.issued.forms import AnnulForm, RemarkForm, SigningForm
from reports.issued.selectors import waiting_for_signature
from reports.issued.views.common import fetch_paper


def issued_signing(request, slug):
    """Everything that waits for the signature: read, tick, sign; ``?paper=`` ticks and shows one."""
    organization = request.actor.organization
    waiting = list(waiting_for_signature(organization))
    data = request.POST if request.method == "POST" else None
    form = SigningForm(data, user=request.user, organization=organization)
    if data is not None and form.is_valid():
        papers, password = form.cleaned_data["papers"], form.cleaned_data["password"]
        issued, refused = services.issue_papers(papers, by=request.user, password=password, seen=form.seen())
        return _signed(request, issued, refused)
    asked = request.GET.get("paper", "")
    shown = next((paper for paper in waiting if str(paper.pk) == asked), waiting[0] if waiting else None)
    ticked = {str(shown.pk)} if shown and (asked == str(shown.pk) or len(waiting) == 1) else set()
    if data is not None:
        ticked = set(data.getlist("papers"))
    context = {"waiting": waiting, "form": form, "ticked": ticked, "shown": shown}
    return render(request, "reports/issued/issued_signing.html", context)


def _signed(request, issued, refused):
    """Say what came of it; one signed paper is shown at once."""
    for paper, why in refused:
        messages.error(request, f"{paper}: {why}")
    if issued:
        numbers = ", ".join(f"№ {paper.number_text}" for paper in issued)
        messages.success(request, _("Signed and issued: %(numbers)s.") % {"numbers": numbers})
    if len(issued) == 1 and not refused:
        return redirect(request.actor.url("reports:issued_card", issued[0].pk))
    return redirect(request.actor.url("reports:issued_signing" if refused else "reports:issued_list"))


def issued_return(request, slug, pk):
    """Give the paper back with a remark."""
    paper = fetch_paper(request, pk)
    card = request.actor.url("reports:issued_card", pk)
    if not paper.awaits_signature:
        messages.info(request, _("This paper waits for no signature. Below is how it stands."))
        return redirect(card)
    form = RemarkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            services.return_paper(paper, by=request.user, remark=form.cleaned_data["remark"])
            messages.success(request, _("The paper is returned; whoever prepared it has been told."))
            return redirect(card)
    return render(request, "reports/issued/issued_return.html", {"paper": paper, "form": form, "card": card})


def issued_annul(request, slug, pk):
    """Declare an issued paper void; its number and its file stay."""
    paper = fetch_paper(request, pk)
    card = request.actor.url("reports:issued_card", pk)
    if not paper.is_issued:
        messages.info(request, _("Only an issued paper can be annulled. Below is how this one stands."))
        return redirect(card)
    form = AnnulForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        with refusals_in(form):
            services.annul_paper(paper, by=request.user, **form.cleaned_data)
            messages.success(request, _("The paper is annulled. Its number is not given again."))
            return redirect(card)
    return render(request, "reports/issued/issued_annul.html", {"paper": paper, "form": form, "card": card})
