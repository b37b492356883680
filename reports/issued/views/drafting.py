"""From a form to a paper sent for signature."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from mentoring.lib.fields import LONGEST_KEY
from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from people.history.models import Move
from reports.issued import services
from reports.issued.forms import FORMS
from reports.issued.models import IssuedPaper
from reports.issued.states import IssuedKind, IssuedState
from reports.issued.views.common import fetch_paper
from reports.issued.views.desks import DESKS

# What the address may ask to be chosen beforehand.
ASKED = ("participant", "about")


def _draft(request, slug, kind):
    """Fill in what the kind asks; each kind has an address and a row of rights of its own."""
    organization = request.actor.organization
    asked = {name: request.GET[name] for name in ASKED if name in request.GET}
    form = FORMS[kind](request.POST if request.method == "POST" else None, organization=organization, initial=asked)
    if form.is_valid():
        with refusals_in(form):
            paper = services.draft_paper(organization, kind, form.content(), by=request.user)
            messages.success(request, _("The draft is made. Look at the paper, correct what you want and send it."))
            return redirect(request.actor.url("reports:issued_edit", paper.pk))
    return render(request, "reports/issued/issued_draft.html", {"form": form, "desk": DESKS[kind]})


issued_certificate_draft = partial(_draft, kind=IssuedKind.CERTIFICATE)
issued_thanks_draft = partial(_draft, kind=IssuedKind.THANKS)
issued_record_draft = partial(_draft, kind=IssuedKind.RECORD)
issued_letter_draft = partial(_draft, kind=IssuedKind.LETTER)
issued_act_draft = partial(_draft, kind=IssuedKind.ACT)


def issued_edit(request, slug, pk):
    """The form on the left, the paper it makes on the right."""
    paper = fetch_paper(request, pk)
    if not paper.is_draft:
        messages.info(request, _("The text cannot be changed in this state. Below is how the paper stands."))
        return redirect(request.actor.url("reports:issued_card", pk))
    form = _form(paper, request.POST if request.method == "POST" else None)
    stale = None
    if form.is_valid():
        try:
            with refusals_in(form):
                version = form.cleaned_data["version"] or 0
                services.rewrite_paper(paper, form.content(), by=request.user, expected_version=version)
                messages.success(request, _("Saved. The paper on the page shows the new text."))
                return redirect(request.actor.url("reports:issued_edit", pk))
        except StaleSave as refused:
            stale = Move.objects.of(paper).last()
            data = request.POST.copy()
            data["version"] = refused.current.version
            form = _form(paper, data)
    return render(request, "reports/issued/issued_edit.html", {"paper": paper, "form": form, "stale": stale})


def _form(paper, data=None):
    return FORMS[IssuedKind(paper.kind)](data, organization=paper.organization, paper=paper)


@require_POST
def issued_submit(request, slug, pk):
    """Send the draft to the head."""
    paper = fetch_paper(request, pk)
    with refusals_told(request):
        services.send_paper(paper, by=request.user)
        messages.success(request, _("Sent for signature; the head has been told."))
    return redirect(request.actor.url("reports:issued_card", pk))


@require_POST
def issued_send(request, slug):
    """Send every ticked draft, each for itself."""
    ids = [key for key in request.POST.getlist("ids") if key.isdecimal() and len(key) <= LONGEST_KEY]
    drafts = IssuedPaper.objects.visible_to(request.actor).filter(pk__in=ids, state=IssuedState.DRAFT)
    sent = 0
    for paper in drafts.with_people().order_by("pk"):
        try:
            services.send_paper(paper, by=request.user)
            sent += 1
        except MoveRefused as refusal:
            messages.error(request, f"{paper}: {' '.join(refusal.messages)}")
    if sent:
        said = ngettext("%(n)s paper is sent for signature.", "%(n)s papers are sent for signature.", sent)
        messages.success(request, said % {"n": sent})
    elif not drafts:
        messages.info(request, _("Tick the drafts to be sent."))
    return redirect(request.actor.url("reports:issued_list"))


def issued_drop(request, slug, pk):
    """Give up the draft."""
    paper = fetch_paper(request, pk)
    if request.method == "POST":
        with refusals_told(request):
            services.drop_paper(paper, by=request.user)
            messages.success(request, _("The draft is dropped."))
            return redirect(request.actor.url("reports:issued_list"))
        return redirect(request.actor.url("reports:issued_card", pk))
    return render(request, "reports/issued/issued_drop.html", {"paper": paper})
