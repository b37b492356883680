"""The regulation to read."""

from django.shortcuts import render

from people.organizations.reading import read_regulation
from people.organizations.regulations import legal_warnings
from people.organizations.selectors import head_on, version_on, written_on
from people.organizations.views.versions import draft_context


def regulation(request, slug):
    """The regulation in force today, setting by setting, with its clauses and where law is stricter."""
    organization = request.actor.organization
    day = organization.today()
    settings = written_on(organization, day)
    context = {
        "settings": settings,
        "version": version_on(organization, day),
        "groups": read_regulation(settings, day),
        "warnings": legal_warnings(settings, day),
        "head": head_on(organization, day),
    }
    return render(request, "people/organizations/regulation.html", context | draft_context(request.actor))
