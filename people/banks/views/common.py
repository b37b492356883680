"""What the pages of mentors and mentees share."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from mentoring.lib.versions import StaleSave
from people.accounts.access import may
from people.banks.permissions import is_own
from people.banks.selectors import is_stale
from people.banks.services import CriteriaRefused
from people.consents.selectors import ROLE_PURPOSES, Standing, latest_consents, missing_purposes
from people.consents.states import Purpose
from people.history.selectors import timeline_of
from people.organizations.selectors import regulation_on


def card_context(actor, entry, role):
    """What a card of either bank shows: consents with what is missing, freshness, what happened."""
    employment = entry.employment
    organization, day = employment.organization, employment.organization.today()
    missing = missing_purposes(employment, role, regulation_on(organization, day), day)
    latest = latest_consents([employment.person], organization)
    shown = (Purpose.PROCESSING, ROLE_PURPOSES[role], Purpose.TRANSFER, Purpose.DISCLOSURE)
    return {
        "entry": entry,
        "employment": employment,
        "sees_register": may(actor, "people:consent_list") or is_own.test(actor, entry),
        "standings": [
            Standing(purpose, latest.get((employment.person_id, purpose)), purpose in missing) for purpose in shown
        ],
        "missing": missing,
        "is_stale": is_stale(entry, day),
        "is_own": is_own.test(actor, entry),
        "timeline": timeline_of(entry),
    }


def create_page(request, form, template, enter, card):
    """Show the form of a new card, or enter the person and go to the card; what the regulation lacks is listed."""
    lacking = None
    if form.is_valid():
        with refusals_in(form):
            try:
                entry = enter(form.cleaned_data["employment"], form, "draft" in request.POST)
            except CriteriaRefused as refusal:
                lacking = refusal
                form.add_error("employment", refusal)
            else:
                done = _("Entered in the bank. The consents that are missing have been asked for.")
                messages.success(request, _("The draft is kept.") if entry.is_draft else done)
                return redirect(request.actor.url(card, entry.pk))
    return render(request, template, {"form": form, "lacking": lacking})


def edit_page(request, entry, form, template, edit, card):
    """Show the form of a card, or save it; a card saved meanwhile is shown beside what was typed."""
    conflicts, is_stale_save = [], False
    if form.is_valid():
        try:
            with refusals_in(form):
                edit(entry, form)
                messages.success(request, _("The card is saved and counts as confirmed today."))
                return redirect(request.actor.url(card, entry.pk))
        except StaleSave as stale:
            conflicts, is_stale_save = form.against(stale.current), True
            form.data = form.data.copy()
            form.data["version"] = stale.current.version
    stale = {"conflicts": conflicts, "is_stale_save": is_stale_save}
    return render(request, template, {"form": form, "entry": entry, **stale})


def chosen_employment(request, form):
    """Take the person from the address («?employment=5») where the staff card leads here."""
    asked = request.GET.get("employment", "")
    if asked.isdecimal():
        form.initial["employment"] = int(asked)
    return form
