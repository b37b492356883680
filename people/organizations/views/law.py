"""Where the law is stricter than the regulation, and where the head departs from it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.organizations.forms.law import OverrideForm
from people.organizations.models import LegalOverride
from people.organizations.regulations import FLOORS
from people.organizations.regulations.catalog import label_of
from people.organizations.selectors import floors_on, overrides_on
from people.organizations.services.law import override_law, revoke_override


def legal_override(request, slug):
    """Every rule of the law with what holds here; the head departs from one with a reason and the password."""
    organization, day = request.actor.organization, request.actor.today()
    above = floors_on(organization, day)
    present = {row.key: row for row in overrides_on(organization, day).select_related("by__person")}
    open_floors = [floor for floor in above if floor.key not in present or present[floor.key].ends_on]
    form = OverrideForm(request.POST or None, user=request.user, floors=open_floors)
    if form.is_valid():
        with refusals_in(form):
            override_law(organization, by=request.user, **form.cleaned_data)
            messages.success(request, _("The regulation holds as written. The page of compliance shows the reason."))
            return redirect("people:legal_override", slug)
    context = {
        "rules": [(floor, label_of(floor.key), floor in above, present.get(floor.key)) for floor in FLOORS],
        "is_open": bool(open_floors),
        "form": form,
        "past": LegalOverride.objects.filter(organization=organization, ends_on__lt=day).select_related("by__person"),
    }
    return render(request, "people/organizations/legal_override.html", context)


@require_POST
def legal_override_revoke(request, slug, pk):
    """The stricter rule of the law holds again."""
    rows = LegalOverride.objects.filter(organization=request.actor.organization)
    override = fetch(request, rows, pk=pk)
    with refusals_told(request):
        revoke_override(override, by=request.user)
        messages.success(request, _("The departure is revoked: the stricter rule of the law holds again."))
    return redirect("people:legal_override", slug)
