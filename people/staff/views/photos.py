"""The photo of a staff card: shown while the consent holds, put on and taken off."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.downloads import file_response
from mentoring.lib.refusals import refusals_in
from mentoring.lib.uploads import content_type_of
from people.accounts.access import fetch
from people.staff import permissions
from people.staff.forms import PhotoForm
from people.staff.models import Employment
from people.staff.selectors import may_show_photo
from people.staff.services import keep_photo, remove_photo


def staff_photo(request, slug, pk):
    """The picture itself, as long as its person allows it."""
    card = fetch(request, Employment.objects.visible_to(request.actor).select_related("person"), pk=pk)
    if not card.photo or not may_show_photo(card, request.actor.today()):
        raise Http404
    try:
        return file_response(card.photo, "photo.jpg", content_type_of(card.photo.name), inline=True)
    except FileNotFoundError as error:
        raise Http404 from error


def staff_photo_edit(request, slug, pk):
    """Put a photo on the card, change it or take it off."""
    card = fetch(request, Employment.objects.visible_to(request.actor).select_related("person"), pk=pk)
    back = redirect(request.actor.url("people:staff_card", card.pk))
    if request.method == "POST" and "remove" in request.POST:
        remove_photo(card, by=request.user)
        messages.success(request, _("The photo is deleted."))
        return back
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="photo"):
            keep_photo(card, form.cleaned_data["photo"], by=request.user)
            messages.success(request, _("The photo is on the card."))
            return back
    values = {
        "card": card,
        "form": form,
        "may_show": may_show_photo(card, request.actor.today()),
        "is_own": permissions.is_own.test(request.actor, card),
    }
    return render(request, "people/staff/staff_photo_edit.html", values)
