"""What several pages need."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.accounts.access import fetch
from programs.roadmap.models import Item, Roadmap, Stage


def fetch_roadmap(request, pk):
    """The roadmap of the address, through the door."""
    rows = Roadmap.objects.visible_to(request.actor).select_related("approved_by__person")
    return fetch(request, rows, pk=pk)


def fetch_item(request, pk):
    """The item of the address with its roadmap, through the door."""
    return fetch(request, Item.objects.visible_to(request.actor).select_related("stage__roadmap"), pk=pk)


def fetch_stage(request, pk):
    """The stage of the address with its roadmap, through the door."""
    return fetch(request, Stage.objects.visible_to(request.actor).select_related("roadmap__organization"), pk=pk)


def words_of(division):
    """What pages call the parts of a roadmap: stages or sections, as the regulation does."""
    if division == "sections":
        return {
            "one": _("Section"),
            "add": _("Add a section"),
            "rename": _("Rename the section"),
            "delete": _("Delete the section"),
            "picture": _("The year by sections"),
            "chart": _("The sections of the year"),
        }
    return {
        "one": _("Stage"),
        "add": _("Add a stage"),
        "rename": _("Rename the stage"),
        "delete": _("Delete the stage"),
        "picture": _("The year by stages"),
        "chart": _("The stages of the year"),
    }


def to_card(request, roadmap_pk, anchor=""):
    return redirect(request.actor.url("programs:roadmap_card", roadmap_pk) + anchor)


def back(request, roadmap):
    messages.info(request, _("This roadmap takes no such change now. This is how it stands."))
    return to_card(request, roadmap.pk)
