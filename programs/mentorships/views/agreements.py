"""From a pair to the supplementary agreement of its mentor."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_told
from programs.mentorships import services
from programs.mentorships.views.common import fetch_pair, to_card


@require_POST
def mentorship_agreement(request, slug, pk):
    """Draft the agreement from the terms of the pair and open it for correction."""
    mentorship = fetch_pair(request, pk)
    with refusals_told(request):
        agreement = services.draft_agreement_of(mentorship, by=request.user)
        messages.success(request, _("Drafted from the terms of the pair and the regulation. Check it, then print it."))
        return redirect(request.actor.url("people:agreement_edit", agreement.pk))
    return to_card(request, mentorship)
