"""The regulation to read."""

from django.shortcuts import render

from people.organizations.overview import overview
from people.organizations.regulations import legal_warnings
from people.organizations.selectors import head_on, written_on


def regulation(request, slug):
    """The regulation in force today, setting by setting, with its clauses and where law is stricter."""
    organization = request.actor.organization
    settings = written_on(organization, organization.today())
    context = {
        "settings": settings,
        "groups": overview(settings),
        "warnings": legal_warnings(settings, organization.today()),
        "head": head_on(organization, organization.today()),
    }
    return render(request, "people/organizations/regulation.html", context)
