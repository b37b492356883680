"""The stages (sections) of a draft."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from programs.roadmap import services
from programs.roadmap.forms import StageForm
from programs.roadmap.selectors import regulation_of
from programs.roadmap.states import ItemState
from programs.roadmap.views.common import back, fetch_roadmap, fetch_stage, to_card, words_of


def stage_add(request, slug, pk):
    roadmap = fetch_roadmap(request, pk)
    return _form_page(request, roadmap, None, lambda name: services.add_stage(roadmap, by=request.user, name=name))


def stage_edit(request, slug, pk):
    stage = fetch_stage(request, pk)
    rename = lambda name: services.rename_stage(stage, by=request.user, name=name)  # noqa: E731
    return _form_page(request, stage.roadmap, stage, rename)


def _form_page(request, roadmap, stage, deed):
    if not roadmap.is_editable:
        return back(request, roadmap)
    form = StageForm(request.POST or None, initial={"name": stage.name} if stage else None)
    if form.is_valid():
        with refusals_in(form):
            saved = deed(form.cleaned_data["name"])
            messages.success(request, _("The name is saved."))
            return to_card(request, roadmap.pk, f"#stage-{saved.pk}")
    values = {"roadmap": roadmap, "year": roadmap.label, "stage": stage, "form": form, "words": _words(roadmap)}
    return render(request, "programs/roadmap/stage_form.html", values)


@require_POST
def stage_move(request, slug, pk):
    """Up or down by one place."""
    stage = fetch_stage(request, pk)
    with refusals_told(request):
        services.move_stage(stage, by=request.user, up=request.POST.get("way") == "up")
    return to_card(request, stage.roadmap_id, f"#stage-{stage.pk}")


def stage_delete(request, slug, pk):
    """What goes with the stage, then its end."""
    stage = fetch_stage(request, pk)
    roadmap = stage.roadmap
    if not roadmap.is_editable:
        return back(request, roadmap)
    if request.method == "POST":
        with refusals_told(request):
            services.delete_stage(stage, by=request.user)
            messages.success(request, _("It is deleted with its items."))
        return to_card(request, roadmap.pk)
    values = {
        "roadmap": roadmap,
        "year": roadmap.label,
        "stage": stage,
        "items": stage.items.exclude(state=ItemState.CANCELLED),
        "words": _words(roadmap),
    }
    return render(request, "programs/roadmap/stage_delete.html", values)


def _words(roadmap):
    return words_of(regulation_of(roadmap).roadmap.division)
