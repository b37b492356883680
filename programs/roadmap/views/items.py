"""Writing an item of the draft, and marking one of the roadmap in force."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.dates import school_year_label
from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from programs.roadmap import services
from programs.roadmap.forms import ItemForm, MarkForm
from programs.roadmap.models import Stage
from programs.roadmap.selectors import item_history
from programs.roadmap.states import ItemState
from programs.roadmap.views.common import add_refusal, fetch_item, to_card


def item_add(request, slug, pk):
    stages = Stage.objects.visible_to(request.actor).select_related("roadmap")
    stage = fetch(request, stages, pk=pk)
    if not stage.roadmap.is_editable:
        return _back(request, stage.roadmap)
    form = ItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            item = services.add_item(stage, by=request.user, **form.values())
        except MoveRefused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The item is added."))
            return to_card(request, stage.roadmap_id, f"#item-{item.pk}")
    values = {"stage": stage, "roadmap": stage.roadmap, "year": _year(stage.roadmap), "form": form}
    return render(request, "programs/roadmap/item_form.html", values)


def item_edit(request, slug, pk):
    """A colleague's save in between loses nothing: what stands is shown beside what was typed."""
    item = fetch_item(request, pk)
    roadmap = item.stage.roadmap
    if not roadmap.is_editable:
        return _back(request, roadmap)
    form = ItemForm(request.POST or None, instance=item, initial={"version": item.version})
    current = None
    if request.method == "POST" and form.is_valid():
        expected = form.cleaned_data["version"] or item.version
        try:
            services.edit_item(item, by=request.user, expected=expected, **form.values())
        except MoveRefused as refusal:
            add_refusal(form, refusal)
        except StaleSave as stale:
            current = stale.current
            form.data = form.data | {"version": str(current.version)}
            form.add_error(None, _("Somebody saved this item meanwhile. Compare both texts and save yours again."))
        else:
            messages.success(request, _("The item is saved."))
            return to_card(request, roadmap.pk, f"#item-{item.pk}")
    values = {
        "item": item,
        "stage": item.stage,
        "roadmap": roadmap,
        "year": _year(roadmap),
        "form": form,
        "current": current,
        "history": item_history(item),
    }
    return render(request, "programs/roadmap/item_form.html", values)


def item_mark(request, slug, pk):
    """Done with the day and what was done, begun, cancelled with the reason, or back; in a draft: struck out."""
    item = fetch_item(request, pk)
    roadmap, day = item.stage.roadmap, request.actor.today()
    if not (roadmap.is_running or roadmap.is_editable):
        return _back(request, roadmap)
    initial = {"state": _likely(item, roadmap), "done_on": day, "result": item.result}
    form = MarkForm(request.POST or None, item=item, strikes_only=roadmap.is_editable, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.mark_item(item, by=request.user, **form.cleaned_data)
        except MoveRefused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The mark is saved."))
            return to_card(request, roadmap.pk, f"#item-{item.pk}")
    values = {
        "item": item,
        "roadmap": roadmap,
        "year": _year(roadmap),
        "form": form,
        "is_overdue": roadmap.is_running and item.is_overdue(day),
        "history": item_history(item),
    }
    return render(request, "programs/roadmap/item_mark.html", values)


def _likely(item, roadmap):
    """What is asked for most often from here."""
    if roadmap.is_editable:
        return ItemState.PLANNED if item.state == ItemState.CANCELLED else ItemState.CANCELLED
    return {ItemState.DONE: ItemState.IN_PROGRESS, ItemState.CANCELLED: ItemState.PLANNED}.get(
        item.state, ItemState.DONE
    )


def _back(request, roadmap):
    messages.info(request, _("This roadmap takes no such change now. This is how it stands."))
    return to_card(request, roadmap.pk)


def _year(roadmap):
    return school_year_label(roadmap.school_year)
