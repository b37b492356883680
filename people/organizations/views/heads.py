"""Heads of an organization, and duties handed over while somebody is away."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from people.accounts.access import fetch
from people.accounts.models import Membership
from people.organizations.forms.heads import DelegationForm, EndDelegationForm, HeadForm
from people.organizations.models import Organization
from people.organizations.selectors import head_on, heads_of, stand_ins_of
from people.organizations.services.heads import delegate, end_delegation, enter_head


def head_list(request, slug):
    """Who headed the organization when, and who stands in for whom."""
    organization = request.actor.organization
    context = {
        "heads": heads_of(organization),
        "present": head_on(organization, organization.today()),
        "stand_ins": stand_ins_of(organization),
        "day": organization.today(),
    }
    return render(request, "people/organizations/head_list.html", context)


def delegation_create(request, slug):
    """The head hands duties over to a colleague for some days."""
    organization = request.actor.organization
    form = DelegationForm(request.POST or None, organization=organization)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        duties = data["duties"]
        absent = duties.user.person.employments.filter(organization=organization).order_by("-is_primary", "-pk").first()
        with refusals_in(form):
            delegate(
                organization,
                data["employment"],
                by=request.user,
                absent=absent,
                role=duties.role,
                starts_on=data["starts_on"],
                ends_on=data["ends_on"],
                basis=data["basis"],
            )
            messages.success(request, _("The duties are handed over. They end by themselves."))
            return redirect("people:head_list", slug)
    return render(request, "people/organizations/delegation_create.html", {"form": form})


def delegation_end(request, slug, pk):
    """Let duties handed over end before their day."""
    organization = request.actor.organization
    rows = Membership.objects.filter(organization=organization, ends_on__gte=organization.today())
    membership = fetch(request, rows.exclude(stands_in_for=None).select_related("user__person"), pk=pk)
    form = EndDelegationForm(request.POST or None, initial={"last": organization.today()})
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="last"):
            end_delegation(membership, by=request.user, last=form.cleaned_data["last"])
            messages.success(request, _("Noted. The duties end earlier."))
            return redirect("people:head_list", slug)
    return render(request, "people/organizations/delegation_end.html", {"form": form, "membership": membership})


def head_enter(request, pk):
    """The administrator of the installation enters a new or an acting head by the login."""
    organization = fetch(request, Organization.objects.all(), pk=pk)
    form = HeadForm(request.POST or None, organization=organization)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            _enter(organization, form, request.user)
            messages.success(request, _("The head is entered. Papers from that day name them."))
            return redirect("people:organization_card", organization.pk)
    return render(request, "people/organizations/head_enter.html", {"form": form, "organization": organization})


def _head_in_person(organization, day):
    """The employment of the head on ``day``, not of an acting one nor of one still to come; None without."""
    rows = organization.heads.filter(Q(ends_on=None) | Q(ends_on__gte=day), acting_basis="", starts_on__lte=day)
    head = rows.order_by("-starts_on", "-pk").first()
    return head.employment if head else None


def _enter(organization, form, by):
    data = form.cleaned_data
    common = {"by": by, "starts_on": data["starts_on"], "basis": data["basis"]}
    if not data["is_acting"]:
        enter_head(organization, form.employment, post=data["post"], **common)
        return
    absent = _head_in_person(organization, data["starts_on"])
    delegate(organization, form.employment, absent=absent, role="director", ends_on=data["ends_on"], **common)
