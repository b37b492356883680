"""The person's own pages and the page of one consent: read, give, refuse, give anew, withdraw."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.consents import selectors, services
from people.consents.forms import GiveForm
from people.consents.models import Agreement, Consent
from people.consents.states import AgreementState
from people.consents.views.common import scan_response, with_people, words_of
from people.consents.wording import wording_to_answer
from people.history.selectors import timeline_of


def consent_mine(request, slug):
    """What I am asked for, what I have given and how to take it back, and my agreements."""
    organization, person, day = request.actor.organization, request.actor.person, request.actor.today()
    mine = list(
        Consent.objects.filter(organization=organization, person=person)
        .select_related("text", "organization")
        .prefetch_related("disclosures")
    )
    waiting = [row for row in mine if row.awaits_answer]
    asked = {row.purpose for row in waiting}
    agreements = Agreement.objects.filter(organization=organization, employment__person=person)
    context = {
        "waiting": waiting,
        "given": [(row, row.purpose not in asked and selectors.is_renewable(row, day)) for row in mine if row.is_given],
        "past": [row for row in mine if not row.awaits_answer and not row.is_given],
        "agreements": agreements.exclude(state=AgreementState.DROPPED).select_related("employment__person"),
    }
    return render(request, "people/consents/consent_mine.html", context)


def consent_card(request, slug, pk):
    """The exact text, how and when it was given, what happened to it."""
    consent = fetch(request, with_people(request).prefetch_related("disclosures"), pk=pk)
    employment = selectors.employment_here(consent)
    day = request.actor.today()
    context = {
        "consent": consent,
        "employment": employment,
        "wording": words_of(consent, employment),
        "is_own": request.actor.person == consent.person,
        "is_renewable": consent.is_given and selectors.is_renewable(consent, day),
        "has_newer_text": consent.is_given and _has_newer_text(consent, day),
        "timeline": timeline_of(consent),
    }
    return render(request, "people/consents/consent_card.html", context)


def _has_newer_text(consent, day):
    text = selectors.text_in_use(consent.organization, consent.purpose, day)
    return text is not None and text.number > consent.text.number


def consent_give(request, slug, pk):
    """Read the text, tick what may be shown and give the consent with the password."""
    consent = fetch(request, with_people(request), pk=pk)
    if not consent.awaits_answer:
        messages.info(request, _("This consent waits for no answer any more. Below is how it stands."))
        return redirect(request.actor.url("people:consent_card", pk))
    text = services.present_text(request.actor.organization, consent.purpose)
    data = request.POST if request.method == "POST" else None
    form = GiveForm(data, user=request.user, purpose=consent.purpose, initial={"text_seen": text.pk})
    if request.method == "POST" and form.is_valid() and _give(request, consent, form):
        return redirect(request.actor.url("people:consent_mine"))
    if form.is_bound:
        # Whoever reads the page again answers to the text that stands on it.
        form.data = form.data.copy()
        form.data["text_seen"] = text.pk
    wording = wording_to_answer(text, selectors.employment_here(consent), request.actor.today())
    context = {"consent": consent, "text": text, "form": form, "wording": wording}
    return render(request, "people/consents/consent_give.html", context)


def _give(request, consent, form):
    signed = {name: form.cleaned_data[name] for name in ("password", "text_seen")}
    with refusals_in(form):
        services.give_consent(consent, by=request.user, **signed, **form.disclosed)
        messages.success(request, _("The consent is given. You may withdraw it on any day."))
        return True
    return False


@require_POST
def consent_refuse(request, slug, pk):
    consent = fetch(request, Consent, pk=pk)
    with refusals_told(request):
        services.refuse_consent(consent, by=request.user)
        messages.success(request, _("Your refusal is written down. The curator has been told; nobody may press you."))
    return redirect(request.actor.url("people:consent_mine"))


@require_POST
def consent_renew(request, slug, pk):
    """Start giving a consent anew: by the newer text, for a new term or with other items to show."""
    consent = fetch(request, Consent, pk=pk)
    with refusals_told(request):
        renewed = services.request_consent(selectors.employment_here(consent), consent.purpose, by=request.user)
        return redirect(request.actor.url("people:consent_give", renewed.pk))
    return redirect(request.actor.url("people:consent_card", pk))


def consent_withdraw(request, slug, pk):
    """The consequences of a withdrawal, and the button that does it."""
    consent = fetch(request, with_people(request), pk=pk)
    card = request.actor.url("people:consent_card", pk)
    if request.method != "POST" and consent.is_given:
        is_own = request.actor.person == consent.person
        return render(request, "people/consents/consent_withdraw.html", {"consent": consent, "is_own": is_own})
    with refusals_told(request):
        services.withdraw_consent(consent, by=request.user)
        messages.success(request, _("The consent is withdrawn."))
    return redirect(card)


def consent_scan(request, slug, pk):
    """The scan of the signed paper, to those who may read the consent itself."""
    return scan_response(fetch(request, Consent, pk=pk))
