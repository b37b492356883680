"""Writing an item of the draft: its text and date, its place, its end."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from programs.roadmap import services
from programs.roadmap.forms import ItemForm
from programs.roadmap.models import Stage
from programs.roadmap.selectors import item_history, regulation_of, times_of
from programs.roadmap.views.common import back, fetch_item, fetch_stage, to_card, words_of


def item_add(request, slug, pk):
    stage = fetch_stage(request, pk)
    if not stage.roadmap.is_editable:
        return back(request, stage.roadmap)
    form = _form(request, stage.roadmap)
    if _is_saved(request, form):
        with refusals_in(form):
            item = services.add_item(stage, by=request.user, **form.values())
            messages.success(request, _("The item is added."))
            return to_card(request, stage.roadmap_id, f"#item-{item.pk}")
    return render(request, "programs/roadmap/item_form.html", _values(stage, form))


def item_edit(request, slug, pk):
    """A colleague's save in between loses nothing: what stands is shown beside what was typed."""
    item = fetch_item(request, pk)
    roadmap = item.stage.roadmap
    if not roadmap.is_editable:
        return back(request, roadmap)
    form = _form(request, roadmap, instance=item, initial={"version": item.version})
    current = None
    if _is_saved(request, form):
        expected = form.cleaned_data["version"] or item.version
        try:
            with refusals_in(form):
                services.edit_item(item, by=request.user, expected=expected, **form.values())
                messages.success(request, _("The item is saved."))
                return to_card(request, roadmap.pk, f"#item-{item.pk}")
        except StaleSave as stale:
            current = stale.current
            form.data = form.data | {"version": str(current.version)}
            form.add_error(None, _("Somebody saved this item meanwhile. Compare both texts and save yours again."))
    values = _values(item.stage, form) | {
        "item": item,
        "current": current,
        "history": item_history(item),
        "others": roadmap.stages.exclude(pk=item.stage_id),
        "n_times": len(times_of(item)),
    }
    return render(request, "programs/roadmap/item_form.html", values)


def _form(request, roadmap, **kwargs):
    data = request.POST if request.method == "POST" else None
    return ItemForm(data, roadmap=roadmap, rules=regulation_of(roadmap), actor=request.actor, **kwargs)


def _is_saved(request, form):
    """Whether the form is right and is not only to show the days it counts to."""
    return form.is_valid() and "preview" not in request.POST


def _values(stage, form):
    roadmap = stage.roadmap
    division = regulation_of(roadmap).roadmap.division
    return {"stage": stage, "roadmap": roadmap, "year": roadmap.label, "form": form, "words": words_of(division)}


@require_POST
def item_move(request, slug, pk):
    """Up or down within the stage, or to the end of another one."""
    item = fetch_item(request, pk)
    stage = request.POST.get("stage")
    with refusals_told(request):
        if stage:
            others = Stage.objects.filter(roadmap=item.stage.roadmap_id)
            target = others.filter(pk=stage).first() if stage.isdecimal() and len(stage) < 18 else None
            if target is None:
                raise MoveRefused(_("Choose where to put the item."))
            services.place_item(item, target, by=request.user)
        else:
            services.move_item(item, by=request.user, up=request.POST.get("way") == "up")
        messages.success(request, _("The item has its new place."))
        if request.POST.get("back") == "form":
            return redirect(request.actor.url("programs:item_edit", item.pk))
        return to_card(request, item.stage.roadmap_id, f"#item-{item.pk}")
    return to_card(request, item.stage.roadmap_id)


def item_delete(request, slug, pk):
    """What goes with the item, then its end."""
    item = fetch_item(request, pk)
    roadmap = item.stage.roadmap
    if not roadmap.is_editable:
        return back(request, roadmap)
    if request.method == "POST":
        with refusals_told(request):
            services.delete_item(item, by=request.user)
            messages.success(request, _("The item is deleted."))
        return to_card(request, roadmap.pk)
    values = {"item": item, "roadmap": roadmap, "year": roadmap.label, "n_times": len(times_of(item))}
    return render(request, "programs/roadmap/item_delete.html", values)
