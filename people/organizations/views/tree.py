"""The tree of authorities for the administrator of the installation."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.dates import today
from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.accounts.models import Membership
from people.history.selectors import timeline_of
from people.organizations.forms.tree import (
    ActForm,
    AuthorityEditForm,
    AuthorityMergeForm,
    EndForm,
    ObserverForm,
    PlaceForm,
)
from people.organizations.models import Authority, AuthorityAct, Organization
from people.organizations.selectors import authorities_above, tree_of_authorities
from people.organizations.services.ending import close_organization, merge_organization, reopen_organization
from people.organizations.services.observers import end_observer, grant_observer, remove_act, save_act
from people.organizations.services.tree import (
    change_authority,
    close_authority,
    enter_authority,
    merge_authority,
    place_organization,
)

PAGES = "people/organizations"


def authority_tree(request):
    """Every authority with what stands under it, at any depth."""
    lines, loose = tree_of_authorities()
    return render(request, f"{PAGES}/authority_tree.html", {"lines": lines, "loose": loose})


def authority_create(request):
    return _written(request, AuthorityEditForm(request.POST or None, initial={"parent": request.GET.get("parent")}))


def authority_edit(request, pk):
    """Rename an authority or hang it elsewhere."""
    authority = fetch(request, Authority.objects.all(), pk=pk)
    return _written(request, AuthorityEditForm(request.POST or None, instance=authority), authority)


def _written(request, form, authority=None):
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="parent"):
            if authority:
                change_authority(authority, by=request.user, **form.cleaned_data)
            else:
                authority = enter_authority(by=request.user, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("people:authority_card", authority.pk)
    return render(request, f"{PAGES}/authority_edit.html", {"form": form, "authority": authority})


def authority_card(request, pk):
    """What stands under an authority, the acts orders cite, who observes."""
    authority = fetch(request, Authority.objects.select_related("parent", "merged_into"), pk=pk)
    context = {
        "authority": authority,
        "above": list(reversed(authorities_above(authority.parent))),
        "children": authority.children.order_by("name"),
        "organizations": authority.organizations.all(),
        "acts": authority.acts.all(),
        "observers": authority.memberships.select_related("user").order_by("-starts_on", "pk"),
        "timeline": timeline_of(authority),
        "day": today(),
    }
    return render(request, f"{PAGES}/authority_card.html", context)


def authority_close(request, pk):
    """Ask, then close an authority nothing stands under."""
    authority = fetch(request, Authority.objects.all(), pk=pk)
    if request.method != "POST":
        return render(request, f"{PAGES}/authority_close.html", {"authority": authority})
    return _done(request, authority, lambda: close_authority(authority, by=request.user), _("The authority is closed."))


def _done(request, authority, deed, message):
    with refusals_told(request):
        deed()
        messages.success(request, message)
    return redirect("people:authority_card", authority.pk)


def authority_merge(request, pk):
    """Merge an authority into another one."""
    authority = fetch(request, Authority.objects.all(), pk=pk)
    form = AuthorityMergeForm(request.POST or None, authority=authority)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="into"):
            into = merge_authority(authority, form.cleaned_data["into"], by=request.user)
            messages.success(request, _("The authorities are merged."))
            return redirect("people:authority_card", into.pk)
    return render(request, f"{PAGES}/authority_merge.html", {"form": form, "authority": authority})


def act_create(request, pk):
    authority = fetch(request, Authority.objects.all(), pk=pk)
    return _act(request, AuthorityAct(authority=authority))


def act_edit(request, pk):
    return _act(request, fetch(request, AuthorityAct.objects.select_related("authority"), pk=pk))


def _act(request, act):
    form = ActForm(request.POST or None, instance=act)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            save_act(form.instance, by=request.user)
            messages.success(request, _("Saved. Orders composed from now on cite it."))
            return redirect("people:authority_card", act.authority_id)
    return render(request, f"{PAGES}/act_edit.html", {"form": form, "authority": act.authority})


def act_remove(request, pk):
    """Ask, then take an act out of the list."""
    act = fetch(request, AuthorityAct.objects.select_related("authority"), pk=pk)
    if request.method != "POST":
        return render(request, f"{PAGES}/act_remove.html", {"act": act, "authority": act.authority})
    return _done(request, act.authority, lambda: remove_act(act, by=request.user), _("The act is out of the list."))


def observer_grant(request, pk):
    """Let somebody observe an authority; the address for the first password is shown once."""
    authority = fetch(request, Authority.objects.all(), pk=pk)
    form = ObserverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            membership, address = grant_observer(authority, by=request.user, **form.cleaned_data)
            context = {"authority": authority, "membership": membership, "address": address}
            return render(request, f"{PAGES}/observer_granted.html", context)
    return render(request, f"{PAGES}/observer_grant.html", {"form": form, "authority": authority})


def observer_end(request, pk):
    """Ask, then end the role of an observer."""
    rows = Membership.objects.exclude(authority=None).select_related("authority", "user")
    membership = fetch(request, rows, pk=pk)
    if request.method != "POST":
        context = {"membership": membership, "authority": membership.authority, "day": today()}
        return render(request, f"{PAGES}/observer_end.html", context)
    return _done(
        request, membership.authority, lambda: end_observer(membership, by=request.user), _("The role has ended.")
    )


def organization_place(request, pk):
    """Let an organization join, change or leave an authority."""
    organization = fetch(request, Organization.objects.all(), pk=pk)
    form = PlaceForm(request.POST or None, organization=organization)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_in(form):
            place_organization(organization, data["authority"], by=request.user, starts_on=data["starts_on"])
            messages.success(request, _("The place in the tree is noted."))
            return redirect("people:organization_card", organization.pk)
    return render(request, f"{PAGES}/organization_place.html", {"form": form, "organization": organization})


def organization_end(request, pk):
    """Close an organization or merge it into another."""
    organization = fetch(request, Organization.objects.all(), pk=pk)
    form = EndForm(request.POST or None, organization=organization)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_in(form):
            if data["into"]:
                merge_organization(organization, data["into"], by=request.user, on=data["on"])
            else:
                close_organization(organization, by=request.user, on=data["on"])
            messages.success(request, _("The organization is closed. Its papers stay readable."))
            return redirect("people:organization_card", organization.pk)
    return render(request, f"{PAGES}/organization_end.html", {"form": form, "organization": organization})


@require_POST
def organization_reopen(request, pk):
    organization = fetch(request, Organization.objects.all(), pk=pk)
    with refusals_told(request):
        reopen_organization(organization, by=request.user)
        messages.success(request, _("The organization is open again."))
    return redirect("people:organization_card", organization.pk)
