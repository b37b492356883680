"""The list of mentees without a mentor, the card of one, the contacts."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.lists import Column, ListPage
from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch, may
from people.accounts.states import Role
from people.banks.models import MenteeEntry
from people.history.selectors import timeline_of
from people.organizations.selectors import regulation_on
from programs.support import selectors, services
from programs.support.forms import ContactForm
from programs.support.models import CASE_READERS, SupportContact, SupportNote
from programs.support.permissions import has_psychologist
from programs.support.states import CASE_TONES, CaseState

NAME = "employment__person__search_key"


@require_safe
def support_list(request, slug):
    """Who waits for a mentor, since when, what was tried and what support there is."""
    actor = request.actor
    page = ListPage(
        request,
        selectors.unpaired(actor.organization).prefetch_related("needs__competence"),
        columns={
            "name": Column(_("Mentee"), NAME),
            "since": Column(_("Waits since"), ("since", NAME)),
            "needs": Column(_("Needs help with")),
            "tried": Column(_("What was tried"), ("n_tried", NAME)),
            "contacts": Column(_("Contacts"), ("last_contact_on", NAME)),
            "state": Column(_("State"), ("case_state", NAME)),
        },
        default_sort="since",
    )
    for entry in page.rows:
        entry.days = (actor.today() - entry.since).days
        entry.case_tone, entry.case_label = CASE_TONES[entry.case_state], CaseState(entry.case_state).label
    context = {"page": page, "is_curator": actor.has(Role.CURATOR), "who": _who_supports(actor)}
    return render(request, "programs/support/support_list.html", context)


def _who_supports(actor):
    """Who leads the support by the regulation, in one sentence."""
    mode = regulation_on(actor.organization, actor.today()).psychologist.mode
    if mode == "off":
        return _("The regulation has no psychologist: the curator keeps this list and writes the contacts down.")
    if not has_psychologist(actor.organization, actor.today()):
        return _("Nobody has the role of the psychologist yet: until then the curator keeps this list.")
    if mode == "on_demand":
        return _("By the regulation the psychologist helps when asked: the curator asks on the card of the mentee.")
    return _("By the regulation the psychologist supports everybody who is left without a mentor.")


def _fetch(request, pk):
    rows = MenteeEntry.objects.visible_to(request.actor).select_related(
        "employment__person", "employment__organization"
    )
    return fetch(request, rows, pk=pk)


def _to_card(request, pk):
    return redirect(request.actor.url("programs:support_card", pk))


@require_safe
def support_card(request, slug, pk):
    """One mentee: the case, what was tried, the contacts, the way to the next search."""
    entry, actor = _fetch(request, pk), request.actor
    reads = actor.has(*CASE_READERS) and entry.employment != actor.employment
    case = selectors.latest_case(entry)
    context = {
        "entry": entry,
        "case": case,
        "reads": reads,
        "waiting": selectors.unpaired(actor.organization).filter(pk=entry.pk).first(),
        "proposal": selectors.waiting_proposal(entry),
        "attempts": selectors.attempts(entry) if reads else [],
        "needs": entry.needs.select_related("competence"),
        "contacts": _contacts(actor, case),
        "timeline": timeline_of(case) if case and reads else [],
        "may_support": may(actor, "programs:support_contact", entry),
        "may_ask": may(actor, "programs:support_ask", entry),
        "search_url": actor.url("programs:matching_suggestion", entry.pk) if actor.has(Role.CURATOR) else "",
    }
    return render(request, "programs/support/support_card.html", context)


def _contacts(actor, case):
    """Every contact of the case as the fact it is; to its writer with the note."""
    if case is None:
        return []
    contacts = list(SupportContact.objects.visible_to(actor).filter(case=case).select_related("by__person"))
    notes = dict(SupportNote.objects.visible_to(actor).filter(contact__case=case).values_list("contact", "text"))
    for contact in contacts:
        contact.own_note = notes.get(contact.pk, "")
        contact.is_mine = contact.by_id == actor.user.pk
    return contacts


@require_POST
def support_take(request, slug, pk):
    return _do(request, pk, services.take_into_support, _("The support has begun. The mentee and the curator know."))


@require_POST
def support_ask(request, slug, pk):
    return _do(request, pk, services.ask_psychologist, _("The psychologist is asked."))


def _do(request, pk, deed, done):
    entry = _fetch(request, pk)
    with refusals_told(request):
        deed(entry, by=request.user)
        messages.success(request, done)
    return _to_card(request, pk)


def support_contact(request, slug, pk):
    """Write down a contact with the mentee."""
    entry = _fetch(request, pk)
    form = _form(request, {"held_on": request.actor.today()})
    if form.is_valid():
        with refusals_in(form):
            services.add_contact(entry, by=request.user, **form.cleaned_data)
            messages.success(request, _("The contact is written down."))
            return _to_card(request, pk)
    return render(request, "programs/support/support_contact.html", {"form": form, "entry": entry})


def _form(request, initial):
    data = request.POST if request.method == "POST" else None
    with_note = request.actor.has(Role.PSYCHOLOGIST)
    return ContactForm(data, day=request.actor.today(), with_note=with_note, initial=initial)


def _fetch_contact(request, pk):
    rows = SupportContact.objects.visible_to(request.actor)
    return fetch(request, rows.select_related("case__mentee_entry__employment__person"), pk=pk)


def support_contact_edit(request, slug, pk):
    """Correct an own contact and its note."""
    contact = _fetch_contact(request, pk)
    note = SupportNote.objects.visible_to(request.actor).filter(contact=contact).first()
    form = _form(request, {"held_on": contact.held_on, "form": contact.form, "note": note.text if note else ""})
    entry = contact.case.mentee_entry
    if form.is_valid():
        with refusals_in(form):
            services.change_contact(contact, by=request.user, **form.cleaned_data)
            messages.success(request, _("The contact is corrected."))
            return _to_card(request, entry.pk)
    context = {"form": form, "entry": entry, "contact": contact}
    return render(request, "programs/support/support_contact.html", context)


@require_POST
def support_contact_remove(request, slug, pk):
    """Take an own contact away with its note."""
    contact = _fetch_contact(request, pk)
    with refusals_told(request):
        services.remove_contact(contact, by=request.user)
        messages.success(request, _("The contact is removed with its note."))
    return _to_card(request, contact.case.mentee_entry_id)
