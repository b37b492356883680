"""What the curator does: asks for a consent, reminds of it, enters one signed on paper."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.consents import services
from people.consents.forms import PaperConsentForm
from people.consents.views.common import purpose_of
from people.staff.models import Employment


@require_POST
def consent_request(request, slug, pk, purpose):
    """Ask for a consent, or remind of it."""
    employment = fetch(request, Employment, pk=pk)
    with refusals_told(request):
        consent = services.request_consent(employment, purpose_of(purpose), by=request.user)
        if hasattr(consent.person, "user"):
            messages.success(request, _("The person has been asked and will see it on the first page."))
        else:
            messages.warning(
                request, _("The person has no account yet. Print the text below and enter the signed paper.")
            )
        return redirect(request.actor.url("people:consent_card", consent.pk))
    return redirect(request.actor.url("people:consent_list"))


def consent_paper(request, slug, pk, purpose):
    """Enter a consent signed on paper."""
    employment, purpose = fetch(request, Employment, pk=pk), purpose_of(purpose)
    organization = request.actor.organization
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PaperConsentForm(
        *data, organization=organization, purpose=purpose, initial={"given_on": organization.today()}
    )
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("given_on", "scan")}
        with refusals_in(form):
            consent = services.record_paper_consent(employment, purpose, by=request.user, **values, **form.disclosed)
            messages.success(request, _("The consent is entered."))
            return redirect(request.actor.url("people:consent_card", consent.pk))
    context = {"employment": employment, "purpose": purpose, "form": form}
    return render(request, "people/consents/consent_paper.html", context)
