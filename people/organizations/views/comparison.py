"""The own regulation beside a preset, the recommendation or another edition."""

from django.shortcuts import render

from people.organizations.comparison import compare
from people.organizations.forms.comparison import ComparisonForm
from people.organizations.models import RegulationVersion
from people.organizations.selectors import open_draft, version_on
from people.organizations.services import RECOMMENDED
from people.organizations.states import RegulationState


def regulation_compare(request, slug):
    """Only what differs, or everything; without a choice the edition in force beside the recommendation."""
    organization = request.actor.organization
    versions = RegulationVersion.objects.visible_to(request.actor).exclude(state=RegulationState.DROPPED)
    own = version_on(organization, organization.today()) or open_draft(organization)
    usual = {"mine": own.pk if own else "", "other": RECOMMENDED}
    form = ComparisonForm(usual | request.GET.dict(), versions=versions)
    context = {"form": form, "sides": [], "groups": []}
    if form.is_valid():
        sides = form.sides()
        groups = compare(*(settings for _name, settings in sides))
        context |= {
            "sides": [name for name, _settings in sides],
            "groups": groups,
            "everything": form.cleaned_data["everything"],
            "n_differing": sum(group.n_differing for group in groups),
        }
    return render(request, "people/organizations/regulation_compare.html", context)
