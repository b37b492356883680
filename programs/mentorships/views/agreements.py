"""From a pair to the supplementary agreement of its mentor."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.moves import MoveRefused
from programs.mentorships import services
from programs.mentorships.views.common import fetch_pair, to_card


@require_POST
def mentorship_agreement(request, slug, pk):
    """Draft the agreement from the terms of the pair and open it for correction."""
    mentorship = fetch_pair(request, pk)
    try:
        agreement = services.draft_agreement_of(mentorship, by=request.user)
    except MoveRefused as refusal:
        messages.error(request, " ".join(refusal.messages))
        return to_card(request, mentorship)
    messages.success(request, _("Drafted from the terms of the pair and the regulation. Check it, then print it."))
    return redirect(request.actor.url("people:agreement_edit", agreement.pk))
