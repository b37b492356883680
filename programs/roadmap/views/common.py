"""What several pages need."""

from django.shortcuts import redirect

from people.accounts.access import fetch
from programs.roadmap.models import Item, Roadmap


def fetch_roadmap(request, pk):
    """The roadmap of the address, through the door."""
    rows = Roadmap.objects.visible_to(request.actor).select_related("organization", "approved_by__person")
    return fetch(request, rows, pk=pk)


def fetch_item(request, pk):
    """The item of the address with its roadmap, through the door."""
    return fetch(request, Item.objects.visible_to(request.actor).select_related("stage__roadmap"), pk=pk)


def to_card(request, roadmap_pk, anchor=""):
    return redirect(request.actor.url("programs:roadmap_card", roadmap_pk) + anchor)


def add_refusal(form, refusal):
    """Put a refusal beside the field it belongs to, or at the top of the form."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
