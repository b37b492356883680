"""Keeping columns and views; every answer leads back to the list."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in
from people.accounts.access import fetch, may
from people.lists import services
from people.lists.forms import ColumnsForm, ViewForm
from people.lists.models import SavedView
from people.lists.permissions import shares_views


def _address_of(actor, list_name):
    """The address of the list, or nothing for one that is not there or that ``actor`` does not read."""
    if not may(actor, list_name):
        return ""
    try:
        return actor.url(list_name)
    except NoReverseMatch:
        return ""


def _lost(request):
    messages.error(request, _("It is not known which list this was about. Open the list and try again."))
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_POST
def list_columns(request, slug):
    """Keep the ticked columns for this user; none ticked brings the first ones back."""
    form = ColumnsForm(request.POST)
    form.is_valid()
    list_name = form.cleaned_data.get("list_name", "")
    address = _address_of(request.actor, list_name)
    if not address or form.errors:
        return _lost(request)
    services.choose_columns(request.actor.organization, list_name, form.cleaned_data["columns"], by=request.user)
    return redirect(f"{address}?{form.without_columns}")


@require_POST
def view_save(request, slug):
    """Keep the list as it stands under a name."""
    actor = request.actor
    form = ViewForm(request.POST, may_share=shares_views.test(actor))
    form.is_valid()
    values = form.cleaned_data
    list_name = values.pop("list_name", "")
    address = _address_of(actor, list_name)
    if not address:
        return _lost(request)
    if form.errors:
        return _asked_again(request, form, address)
    with refusals_in(form):
        view = services.save_view(actor.organization, list_name, by=request.user, **values)
        messages.success(request, _("The view “%(name)s” is saved. It stands under “Views”.") % {"name": view.name})
        return redirect(f"{address}?{values['query']}")
    return _asked_again(request, form, address)


def _asked_again(request, form, address):
    return render(request, "people/lists/view_form.html", {"form": form, "address": address})


@require_POST
def view_remove(request, slug, pk):
    """Forget a view and go back to its list."""
    view = fetch(request, SavedView, pk=pk)
    services.remove_view(view)
    messages.success(request, _("The view “%(name)s” is removed.") % {"name": view.name})
    return redirect(_address_of(request.actor, view.list_name) or settings.LOGIN_REDIRECT_URL)
