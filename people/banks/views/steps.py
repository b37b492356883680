"""The steps of a card, one button each."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_told
from people.accounts.access import fetch
from people.banks import services
from people.banks.models import MenteeEntry, MentorEntry


def _step(request, model, pk, service, done):
    """Do one step and come back to the card, with what was done or why not."""
    entry = fetch(request, model, pk=pk)
    with refusals_told(request):
        service(entry, by=request.user)
        messages.success(request, done)
    card = "people:mentor_card" if model is MentorEntry else "people:mentee_card"
    return redirect(request.actor.url(card, pk))


@require_POST
def mentor_pause(request, slug, pk):
    return _step(request, MentorEntry, pk, services.pause_entry, _("The card is paused: nobody is offered it."))


@require_POST
def mentor_resume(request, slug, pk):
    return _step(request, MentorEntry, pk, services.resume_entry, _("The card is back in the bank."))


@require_POST
def mentor_archive(request, slug, pk):
    return _step(request, MentorEntry, pk, services.archive_entry, _("The card is archived. It can be brought back."))


@require_POST
def mentor_refresh(request, slug, pk):
    return _step(request, MentorEntry, pk, services.refresh_entry, _("The card is confirmed as of today."))


@require_POST
def mentee_pause(request, slug, pk):
    return _step(request, MenteeEntry, pk, services.pause_entry, _("The card is paused: nobody is offered it."))


@require_POST
def mentee_resume(request, slug, pk):
    return _step(request, MenteeEntry, pk, services.resume_entry, _("The card is back in the bank."))


@require_POST
def mentee_archive(request, slug, pk):
    return _step(request, MenteeEntry, pk, services.archive_entry, _("The card is archived. It can be brought back."))


@require_POST
def mentee_refresh(request, slug, pk):
    return _step(request, MenteeEntry, pk, services.refresh_entry, _("The card is confirmed as of today."))
