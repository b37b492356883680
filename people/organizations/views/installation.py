"""The installation with its organizations for its administrator."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.lists import Column, ListPage
from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.accounts.models import Invitation
from people.accounts.services import renew_code
from people.organizations.forms import KeeperForm, OrganizationForm
from people.organizations.models import Organization
from people.organizations.selectors import placements_of
from people.organizations.services import invite_keeper, open_organization


def installation(request):
    """Every organization and authority, without a look at anybody's personal data."""
    rows = Organization.objects.select_related("authority").annotate(accounts=Count("memberships__user", distinct=True))
    columns = {
        "name": Column(_("Organization"), ("short_name",)),
        "kind": Column(_("Kind"), ("kind",)),
        "authority": Column(_("Authority"), ("authority__name",)),
        "accounts": Column(_("People with a role"), ("accounts",), numeric=True),
    }
    page = ListPage(request, rows, columns=columns, default_sort="name")
    return render(request, "people/organizations/installation.html", {"page": page})


def organization_create(request):
    form = OrganizationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        organization = open_organization(by=request.user, valid_from=form.valid_from(), **form.values())
        messages.success(request, _("The organization is open. Now invite its head, curator or administrator."))
        return redirect("people:organization_card", organization.pk)
    return render(request, "people/organizations/organization_create.html", {"form": form})


def organization_card(request, pk):
    """Invite the first people of an organization: head, curator, system administrator."""
    organization = fetch(request, Organization.objects.all(), pk=pk)
    form = KeeperForm(request.POST or None, has_head=organization.heads.filter(ends_on=None).exists())
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="login"):
            invite_keeper(organization, by=request.user, **form.cleaned_data)
            messages.success(request, _("The code is made. It stands in the list below; hand it over in person."))
            return redirect("people:organization_card", organization.pk)
    codes = Invitation.objects.filter(organization=organization, used_at=None, by=request.user)
    context = {"organization": organization, "form": form, "codes": codes.select_related("employment__person")}
    context["placements"] = placements_of(organization)
    return render(request, "people/organizations/organization_card.html", context)


@require_POST
def organization_code(request, pk, code):
    """A new code for one of the first people: the old one ran out or was lost."""
    organization = fetch(request, Organization.objects.all(), pk=pk)
    invitation = get_object_or_404(Invitation, pk=code, organization=organization, used_at=None)
    with refusals_told(request):
        renew_code(invitation, by=request.user)
        messages.success(request, _("The code is made. It stands in the list below; hand it over in person."))
    return redirect("people:organization_card", organization.pk)
