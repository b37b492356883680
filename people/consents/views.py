"""The register of consents, the page of one consent and the answers to it."""

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.downloads import file_response
from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.moves import MoveRefused
from mentoring.lib.uploads import content_type_of
from people.accounts.access import fetch
from people.accounts.passwords import PasswordCheckForm
from people.consents import selectors, services
from people.consents.filters import ConsentFilter
from people.consents.forms import PaperConsentForm
from people.consents.models import Consent
from people.consents.states import ConsentState, Purpose
from people.consents.wording import render_wording
from people.history.selectors import timeline_of
from people.organizations.selectors import regulation_on
from people.staff.models import Employment

REQUIRABLE = (Purpose.PROCESSING, Purpose.MENTOR, Purpose.MENTEE)


def consent_list(request, slug):
    """Who gave what, what waits for an answer and who still has to give which."""
    organization, day = request.actor.organization, request.actor.today()
    rows = selectors.register_of(organization, regulation_on(organization, day), day)
    page = ListPage(
        request,
        rows,
        columns={
            "person": Column(_("Person"), "person__search_key"),
            **{purpose.value: Column(label) for purpose, label in _headings().items()},
        },
        default_sort="person",
        filterset_class=ConsentFilter,
        quick=_quick_filters(rows, organization),
    )
    context = {"page": page, "rows": selectors.standings(page.rows, organization)}
    return render(request, "people/consents/consent_list.html", context)


def _headings():
    return {
        Purpose.PROCESSING: _("Processing"),
        Purpose.MENTOR: _("To be a mentor"),
        Purpose.MENTEE: _("To have a mentor"),
        Purpose.TRANSFER: _("Transfer"),
        Purpose.DISCLOSURE: _("Disclosure"),
    }


def _quick_filters(rows, organization):
    consents = Consent.objects.filter(organization=organization, person_id=OuterRef("person_id"))
    rows = rows.annotate(
        waits=Exists(consents.filter(state=ConsentState.REQUESTED)),
        refused=Exists(consents.filter(state=ConsentState.REFUSED)),
        withdrawn=Exists(consents.filter(state=ConsentState.WITHDRAWN)),
    )
    conditions = {f"lacks_{purpose}": Q(**{f"lacks_{purpose}": True}) for purpose in REQUIRABLE}
    conditions |= {name: Q(**{name: True}) for name in ("waits", "refused", "withdrawn")}
    counts = rows.aggregate(
        everybody=Count("pk"), **{f"n_{name}": Count("pk", filter=each) for name, each in conditions.items()}
    )
    lacking = {
        Purpose.PROCESSING: _("No consent to processing"),
        Purpose.MENTOR: _("No mentor's consent"),
        Purpose.MENTEE: _("No mentee's consent"),
    }
    return [
        Quick(_("Everybody"), {}, counts["everybody"]),
        *(Quick(label, {"lacks": p.value}, counts[f"n_lacks_{p}"]) for p, label in lacking.items()),
        Quick(_("Waiting for an answer"), {"state": ConsentState.REQUESTED.value}, counts["n_waits"]),
        Quick(_("Refused"), {"state": ConsentState.REFUSED.value}, counts["n_refused"]),
        Quick(_("Withdrawn"), {"state": ConsentState.WITHDRAWN.value}, counts["n_withdrawn"]),
    ]


def consent_mine(request, slug):
    """What I am asked for, what I have given and how to take it back."""
    organization, person = request.actor.organization, request.actor.person
    mine = list(Consent.objects.filter(organization=organization, person=person).select_related("text"))
    context = {
        "waiting": [row for row in mine if row.awaits_answer],
        "given": [row for row in mine if row.is_given],
        "past": [row for row in mine if not row.awaits_answer and not row.is_given],
    }
    return render(request, "people/consents/consent_mine.html", context)


def consent_card(request, slug, pk):
    """The exact text, how and when it was given, what happened to it."""
    consent = fetch(request, _with_people(request), pk=pk)
    employment = selectors.employment_here(consent)
    context = {
        "consent": consent,
        "employment": employment,
        "wording": _words_of(consent, employment),
        "is_own": request.actor.person == consent.person,
        "timeline": timeline_of(consent),
    }
    return render(request, "people/consents/consent_card.html", context)


def _with_people(request):
    return Consent.objects.visible_to(request.actor).select_related(
        "text", "person", "organization__authority", "registrar__person"
    )


def _words_of(consent, employment):
    """What was given, word for word; before that, what is asked for."""
    return consent.wording or render_wording(consent.text, employment, consent.organization.today())


def consent_give(request, slug, pk):
    """Read the text and give the consent with the password."""
    consent = fetch(request, _with_people(request), pk=pk)
    if not consent.awaits_answer:
        messages.info(request, _("This consent waits for no answer any more. Below is how it stands."))
        return redirect(request.actor.url("people:consent_card", pk))
    form = PasswordCheckForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            services.give_consent(consent, by=request.user, password=form.cleaned_data["password"])
        except MoveRefused as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The consent is given. You may withdraw it on any day."))
            return redirect(request.actor.url("people:consent_mine"))
    wording = _words_of(consent, selectors.employment_here(consent))
    context = {"consent": consent, "form": form, "wording": wording}
    return render(request, "people/consents/consent_give.html", context)


@require_POST
def consent_refuse(request, slug, pk):
    consent = fetch(request, Consent, pk=pk)
    try:
        services.refuse_consent(consent, by=request.user)
    except MoveRefused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Your refusal is written down. The curator has been told; nobody may press you."))
    return redirect(request.actor.url("people:consent_mine"))


def consent_withdraw(request, slug, pk):
    """The consequences of a withdrawal, and the button that does it."""
    consent = fetch(request, _with_people(request), pk=pk)
    card = request.actor.url("people:consent_card", pk)
    if request.method != "POST" and consent.is_given:
        is_own = request.actor.person == consent.person
        return render(request, "people/consents/consent_withdraw.html", {"consent": consent, "is_own": is_own})
    try:
        services.withdraw_consent(consent, by=request.user)
    except MoveRefused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The consent is withdrawn."))
    return redirect(card)


def consent_scan(request, slug, pk):
    """The scan of the signed paper, to those who may read the consent itself."""
    consent = fetch(request, Consent, pk=pk)
    if not consent.scan:
        raise Http404
    try:
        return file_response(consent.scan, consent.scan_name, content_type_of(consent.scan.name))
    except FileNotFoundError:
        raise Http404 from None


def _purpose(text):
    if text not in Purpose.values:
        raise Http404
    return Purpose(text)


@require_POST
def consent_request(request, slug, pk, purpose):
    """Ask for a consent, or remind of it."""
    employment = fetch(request, Employment, pk=pk)
    try:
        consent = services.request_consent(employment, _purpose(purpose), by=request.user)
    except MoveRefused as refusal:
        messages.error(request, refusal.message)
        return redirect(request.actor.url("people:consent_list"))
    if hasattr(consent.person, "user"):
        messages.success(request, _("The person has been asked and will see it on the first page."))
    else:
        messages.warning(request, _("The person has no account yet. Print the text below and enter the signed paper."))
    return redirect(request.actor.url("people:consent_card", consent.pk))


def consent_paper(request, slug, pk, purpose):
    """Enter a consent signed on paper."""
    employment, purpose = fetch(request, Employment, pk=pk), _purpose(purpose)
    organization = request.actor.organization
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PaperConsentForm(*data, organization=organization, initial={"given_on": organization.today()})
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("given_on", "scan")}
        try:
            consent = services.record_paper_consent(employment, purpose, by=request.user, **values)
        except MoveRefused as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The consent is entered."))
            return redirect(request.actor.url("people:consent_card", consent.pk))
    context = {"employment": employment, "purpose": purpose, "form": form}
    return render(request, "people/consents/consent_paper.html", context)
