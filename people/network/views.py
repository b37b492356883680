"""Mentors of the network, opening a card, the way of a request."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.lists import Column, ListPage
from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch, may
from people.accounts.passwords import PasswordCheckForm
from people.accounts.states import Role
from people.banks.models import MentorEntry
from people.banks.permissions import is_own
from people.network import selectors, services
from people.network.forms import AskForm, OfferForm, ReasonForm
from people.network.models import NetworkGrant, NetworkOffer
from people.network.services.offers import lacks_transfer
from people.network.states import BEFORE_GRANT, GrantState

NAME = "entry__employment__person__search_key"


@require_safe
def network_list(request, slug):
    """Open mentors of the territory, and what is asked and granted between this organization and others."""
    actor = request.actor
    offers = selectors.not_asked_by(selectors.open_offers(actor.organization), actor.organization)
    page = ListPage(
        request,
        offers.prefetch_related("entry__competences"),
        columns={
            "name": Column(_("Mentor"), NAME),
            "organization": Column(_("Organization"), ("entry__employment__organization__short_name", NAME)),
            "subject": Column(_("Subject or group"), ("entry__employment__subject", NAME)),
            "competences": Column(_("Competences")),
            "mode": Column(_("Form of the work"), ("mode", NAME)),
            "free": Column(_("Free places"), ("free", NAME), numeric=True),
        },
        default_sort="name",
    )
    grants = selectors.grants_of(actor)
    context = {
        "page": page,
        "grants": [{"grant": row, "name": selectors.name_of(row, actor)} for row in grants],
        "authority": actor.organization.authority,
        "may_ask": may(actor, "people:network_ask"),
    }
    return render(request, "people/network/network_list.html", context)


def network_ask(request, slug, pk):
    """Ask the organization of an open mentor for places."""
    rows = selectors.open_offers(request.actor.organization).prefetch_related("entry__competences")
    offer = fetch(request, rows, pk=pk)
    form = AskForm(request.POST if request.method == "POST" else None, initial={"starts_on": request.actor.today()})
    if form.is_valid():
        with refusals_in(form):
            grant = services.ask_for(offer, request.actor.organization, by=request.user, **form.cleaned_data)
            messages.success(request, _("The request is sent to the curator of the mentor."))
            return _to_card(request, grant.pk)
    return render(request, "people/network/network_ask.html", {"form": form, "offer": offer})


def _fetch_entry(request, pk):
    rows = MentorEntry.objects.visible_to(request.actor)
    return fetch(request, rows.select_related("employment__person", "employment__organization__authority"), pk=pk)


def _to_mentor(request, entry):
    return redirect(request.actor.url("people:mentor_card", entry.pk))


def network_offer(request, slug, pk):
    """The mentor opens the own card for the network; the curator asks the mentor to."""
    entry = _fetch_entry(request, pk)
    offer = NetworkOffer.objects.filter(entry=entry).first()
    if not is_own.test(request.actor, entry):
        return _propose(request, entry, offer)
    initial = {"places": offer.places, "mode": offer.mode} if offer else {"places": 1, "mode": "mixed"}
    form = OfferForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            services.open_offer(entry, by=request.user, **form.cleaned_data)
            if lacks_transfer(entry):
                messages.warning(
                    request, _("Now give the consent to the transfer: until then nobody outside sees you.")
                )
                return redirect(request.actor.url("people:consent_mine"))
            messages.success(request, _("The curators of other organizations see your card now."))
            return _to_mentor(request, entry)
    return render(request, "people/network/network_offer.html", {"form": form, "entry": entry, "offer": offer})


def _propose(request, entry, offer):
    if request.method == "POST":
        with refusals_told(request):
            services.propose_opening(entry, by=request.user)
            messages.success(request, _("The mentor is asked. Only the mentor opens the card."))
        return _to_mentor(request, entry)
    return render(request, "people/network/network_propose.html", {"entry": entry, "offer": offer})


@require_POST
def network_close(request, slug, pk):
    """Take the card out of the network."""
    entry = _fetch_entry(request, pk)
    with refusals_told(request):
        services.close_offer(entry, by=request.user)
        messages.success(request, _("The card is out of the network. What is granted already goes on."))
    return _to_mentor(request, entry)


def _fetch_grant(request, pk):
    return fetch(request, NetworkGrant.objects.visible_to(request.actor).with_people(request.actor.today()), pk=pk)


def _to_card(request, pk):
    return redirect(request.actor.url("people:grant_card", pk))


@require_safe
def grant_card(request, slug, pk):
    """Who asks for whom, how it stands, what comes next."""
    grant, actor = _fetch_grant(request, pk), request.actor
    is_home = actor.organization == grant.home
    keeps = actor.has(Role.CURATOR, Role.DIRECTOR)
    context = {
        "grant": grant,
        "name": selectors.name_of(grant, actor),
        "is_home": is_home,
        "home_entry": grant.entry if is_home else None,
        "guest_entry": getattr(grant.guest, "mentor_entry", None) if grant.guest and not is_home else None,
        "may_agree": grant.state == GrantState.ASKED and may(actor, "people:grant_agree", grant),
        "may_sign": grant.state == GrantState.AGREED and may(actor, "people:grant_sign", grant),
        "may_accept": grant.state == GrantState.RELEASED and may(actor, "people:grant_accept", grant),
        "may_refuse": grant.state in BEFORE_GRANT and may(actor, "people:grant_refuse", grant),
        "may_end": grant.state == GrantState.ACTIVE and may(actor, "people:grant_end", grant),
        "timeline": selectors.history_of(grant, actor) if keeps else [],
    }
    return render(request, "people/network/grant_card.html", context)


@require_POST
def grant_agree(request, slug, pk):
    """The curator of the mentor agrees."""
    return _do(request, pk, services.agree_grant, _("You agreed. The head of your organization is asked next."))


@require_POST
def grant_accept(request, slug, pk):
    """The mentor agrees."""
    done = _("You agreed. The other organization will ask for your consents and propose mentees.")
    return _do(request, pk, services.accept_grant, done)


def _do(request, pk, deed, done):
    grant = _fetch_grant(request, pk)
    with refusals_told(request):
        deed(grant, by=request.user)
        messages.success(request, done)
    return _to_card(request, pk)


def grant_sign(request, slug, pk):
    """The head of the mentor's organization agrees with the password."""
    grant = _fetch_grant(request, pk)
    if grant.state != GrantState.AGREED:
        messages.info(request, _("No decision is awaited now. This is how it stands."))
        return _to_card(request, pk)
    form = PasswordCheckForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        with refusals_in(form):
            services.sign_grant(grant, by=request.user)
            messages.success(request, _("Signed. The mentor is asked next."))
            return _to_card(request, pk)
    context = {"form": form, "grant": grant, "name": selectors.name_of(grant, request.actor)}
    return render(request, "people/network/grant_sign.html", context)


def grant_refuse(request, slug, pk):
    """One side says no, or the asking organization takes the request back."""
    grant = _fetch_grant(request, pk)
    withdrawn = request.actor.organization == grant.host
    title = _("Take the request back") if withdrawn else _("Refuse the request")

    def deed(grant, by, reason):
        return services.refuse_grant(grant, by=by, reason=reason, withdrawn=withdrawn)

    return _with_reason(request, grant, deed, title, grant.state in BEFORE_GRANT)


def grant_end(request, slug, pk):
    """The work of a granted mentor ends before its term."""
    grant = _fetch_grant(request, pk)
    is_running = grant.state == GrantState.ACTIVE
    return _with_reason(request, grant, services.end_grant, _("End the work of the mentor"), is_running)


def _with_reason(request, grant, deed, title, is_possible):
    if not is_possible:
        messages.info(request, _("This is answered already. This is how it stands."))
        return _to_card(request, grant.pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            deed(grant, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, _("Written down. The other side knows."))
            return _to_card(request, grant.pk)
    context = {"form": form, "grant": grant, "title": title, "name": selectors.name_of(grant, request.actor)}
    return render(request, "people/network/grant_reason.html", context)
