"""The card of an organization for everybody of it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.downloads import file_response
from mentoring.lib.uploads import content_type_of
from mentoring.lib.versions import StaleSave
from people.accounts.access import may
from people.history.selectors import timeline_of
from people.organizations.forms.card import CardForm
from people.organizations.forms.zones import zone_label
from people.organizations.models import Organization
from people.organizations.selectors import head_with_basis_on, placements_of, regulation_on
from people.organizations.services.card import fingerprint, update_card

# A number like those of the middle of a year.
EXAMPLE = 41


def organization_view(request, slug):
    """What the organization is: names, letterhead, contacts, codes, head, place in the tree."""
    organization = request.actor.organization
    day = organization.today()
    in_force = organization.regulations.in_force().exists()
    settings = regulation_on(organization, day) if in_force else None
    context = {
        "organization": organization,
        "number": settings.orders.number_text(EXAMPLE, day.year) if settings else "",
        "head": head_with_basis_on(organization, day),
        "zone": zone_label(organization.time_zone),
        "placements": placements_of(organization),
        "settings": settings,
        "timeline": timeline_of(organization) if may(request.actor, "people:organization_edit") else [],
    }
    return render(request, "people/organizations/organization_view.html", context)


def organization_edit(request, slug):
    """Change the card; a save over somebody else's shows both texts."""
    organization = request.actor.organization
    # A row of its own: what a form refuses must not show in the frame of the page.
    row = Organization.objects.get(pk=organization.pk)
    form = CardForm(request.POST or None, request.FILES or None, instance=row)
    if request.method == "POST" and form.is_valid():
        try:
            update_card(organization, by=request.user, seen=form.cleaned_data["seen"], **form.values())
        except StaleSave as stale:
            _show_both(form, stale.current)
        else:
            messages.success(request, _("Saved."))
            if form.renewed:
                messages.info(request, _("The name changed, so its case forms are made anew. Check them."))
            return redirect("people:organization_view", slug)
    return render(request, "people/organizations/organization_edit.html", {"form": form})


def _show_both(form, current):
    """Keep what was written in the form and list what stands there now."""
    form.data = form.data.copy()
    form.data["seen"] = fingerprint(current)
    form.is_stale = True
    form.stale = [
        (form.fields[name].label, form.cleaned_data[name], getattr(current, name))
        for name in form.Meta.fields
        if form.cleaned_data[name] != getattr(current, name)
    ]


def organization_logo(request, slug):
    """The picture of the letterhead."""
    logo = request.actor.organization.logo
    if not logo:
        raise Http404
    try:
        return file_response(logo, logo.name.rpartition("/")[2], content_type_of(logo.name), inline=True)
    except FileNotFoundError as error:
        raise Http404 from error
