"""The way of a roadmap between the curator and the head."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from programs.roadmap import services
from programs.roadmap.forms import ApprovalForm, ReasonForm, ReturnForm
from programs.roadmap.selectors import items_of_text, needs_order, order_in_preparation, submitter_of, text_hash
from programs.roadmap.views.common import back, fetch_roadmap, to_card


def _deed(request, deed, done):
    """Do it and say so, or say why not; either way back to the card."""
    with refusals_told(request):
        roadmap = deed()
        messages.success(request, done % {"year": roadmap.label})


@require_POST
def roadmap_submit(request, slug, pk):
    roadmap = fetch_roadmap(request, pk)
    done = _("The roadmap is with the head. You will be told of the decision.")
    _deed(request, lambda: services.submit_roadmap(roadmap, by=request.user), done)
    return to_card(request, roadmap.pk)


@require_POST
def roadmap_close(request, slug, pk):
    roadmap = fetch_roadmap(request, pk)
    _deed(request, lambda: services.close_roadmap(roadmap, by=request.user), _("The year %(year)s is closed."))
    return to_card(request, roadmap.pk)


def roadmap_revise(request, slug, pk):
    """Why, and what a revision does; then its draft."""
    roadmap = fetch_roadmap(request, pk)
    if not roadmap.is_running:
        return back(request, roadmap)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            revision = services.revise_roadmap(roadmap, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, _("The draft of the revision is ready. Change it and send it to the head."))
            return to_card(request, revision.pk)
    values = {"roadmap": roadmap, "year": roadmap.label, "form": form}
    return render(request, "programs/roadmap/roadmap_revise.html", values)


def roadmap_drop(request, slug, pk):
    """What goes with the draft, then its end."""
    roadmap = fetch_roadmap(request, pk)
    if not roadmap.is_editable:
        return back(request, roadmap)
    if request.method == "POST":
        with refusals_told(request):
            former = services.drop_roadmap(roadmap, by=request.user)
            messages.success(request, _("The draft is deleted."))
            return to_card(request, former.pk) if former else redirect(request.actor.url("programs:roadmap_list"))
        return to_card(request, roadmap.pk)
    values = {"roadmap": roadmap, "year": roadmap.label, "n_items": items_of_text(roadmap).count()}
    return render(request, "programs/roadmap/roadmap_drop.html", values)


def roadmap_approve(request, slug, pk):
    """The head reads the paper beside and approves it with the password."""
    roadmap = fetch_roadmap(request, pk)
    if not roadmap.is_submitted:
        messages.info(request, _("The roadmap does not wait for approval. This is how it stands."))
        return to_card(request, roadmap.pk)
    form = ApprovalForm(request.POST or None, user=request.user, initial={"seen": text_hash(roadmap)})
    if form.is_valid():
        with refusals_told(request):
            services.approve_roadmap(roadmap, by=request.user, **form.cleaned_data)
            done = _("The roadmap is approved and in force. Everybody of the organization can read it.")
            messages.success(request, done)
        # Where it was refused too, the page is read again from the start: the text may be another one now.
        return to_card(request, roadmap.pk)
    values = {
        "roadmap": roadmap,
        "year": roadmap.label,
        "form": form,
        "needs_order": needs_order(roadmap),
        "order": order_in_preparation(roadmap),
        "n_items": items_of_text(roadmap).count(),
        "is_own": submitter_of(roadmap) == request.user.pk,
    }
    return render(request, "programs/roadmap/roadmap_approve.html", values)


def roadmap_return(request, slug, pk):
    roadmap = fetch_roadmap(request, pk)
    if not roadmap.is_submitted:
        messages.info(request, _("The roadmap does not wait for approval. This is how it stands."))
        return to_card(request, roadmap.pk)
    form = ReturnForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            services.return_roadmap(roadmap, by=request.user, remark=form.cleaned_data["remark"])
            messages.success(request, _("The roadmap is returned. The curator reads your remark."))
            return to_card(request, roadmap.pk)
    values = {"roadmap": roadmap, "year": roadmap.label, "form": form}
    return render(request, "programs/roadmap/roadmap_return.html", values)
