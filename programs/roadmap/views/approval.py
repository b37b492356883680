"""The way of a roadmap between the curator and the head."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.dates import school_year_label
from mentoring.lib.moves import MoveRefused
from programs.roadmap import services
from programs.roadmap.forms import ApprovalForm, ReturnForm
from programs.roadmap.selectors import items_of_text, submitter_of, text_hash
from programs.roadmap.views.common import add_refusal, fetch_roadmap, to_card


def _deed(request, deed, done):
    """Do it and say so, or say why not; either way back to the card."""
    try:
        roadmap = deed()
    except MoveRefused as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, done % {"year": school_year_label(roadmap.school_year)})


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


def roadmap_approve(request, slug, pk):
    """The head reads the paper beside and approves it with the password."""
    roadmap = fetch_roadmap(request, pk)
    if not roadmap.is_submitted:
        messages.info(request, _("The roadmap does not wait for approval. This is how it stands."))
        return to_card(request, roadmap.pk)
    form = ApprovalForm(request.POST or None, user=request.user, initial={"seen": text_hash(roadmap)})
    if request.method == "POST" and form.is_valid():
        try:
            services.approve_roadmap(roadmap, by=request.user, **form.cleaned_data)
        except MoveRefused as refusal:
            # The page is read again from the start: the text may be another one now.
            messages.error(request, " ".join(refusal.messages))
            return to_card(request, roadmap.pk)
        messages.success(request, _("The roadmap is approved and in force. Everybody of the organization can read it."))
        return to_card(request, roadmap.pk)
    values = {
        "roadmap": roadmap,
        "year": school_year_label(roadmap.school_year),
        "form": form,
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
    if request.method == "POST" and form.is_valid():
        try:
            services.return_roadmap(roadmap, by=request.user, remark=form.cleaned_data["remark"])
        except MoveRefused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The roadmap is returned. The curator reads your remark."))
            return to_card(request, roadmap.pk)
    values = {"roadmap": roadmap, "year": school_year_label(roadmap.school_year), "form": form}
    return render(request, "programs/roadmap/roadmap_return.html", values)
