"""What several pages need."""

from django.shortcuts import redirect

from people.accounts.access import fetch
from programs.applications.models import Application


def fetch_application(request, pk):
    """The application of the address with its people, through the door."""
    rows = Application.objects.visible_to(request.actor).with_people()
    return fetch(request, rows.select_related("meeting", "order", "successor__organization"), pk=pk)


def to_card(request, application):
    return redirect(request.actor.url("programs:application_card", application.pk))
