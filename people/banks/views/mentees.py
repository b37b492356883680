"""The bank of mentees: a card, entering and changing it, those newly hired."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from mentoring.lib.refusals import refusals_in
from people.accounts.access import fetch
from people.accounts.states import Role
from people.banks.criteria import Answer
from people.banks.forms import HiredForm, MenteeForm
from people.banks.models import MenteeEntry
from people.banks.permissions import is_own, sees_sensitive
from people.banks.selectors import grounds_of, labels_of_categories, newly_hired
from people.banks.services import edit_mentee, enter_mentee, enter_newly_hired
from people.banks.views.common import (
    card_context,
    chosen_employment,
    create_page,
    edit_page,
)
from people.organizations.selectors import regulation_on


def mentee_hired(request, slug):
    """Who was hired lately and enters the bank without a request; one button enters those ticked."""
    organization = request.actor.organization
    regulation = regulation_on(organization, request.actor.today())
    rows = newly_hired(organization, regulation)
    ready = [employment for employment, _grounds, answer in rows if answer == Answer.HELD]
    data = request.POST if request.method == "POST" else None
    form = HiredForm(data, organization=organization, proposed=ready)
    if form.is_valid():
        with refusals_in(form):
            entered = enter_newly_hired(organization, form.cleaned_data["employments"], by=request.user)
            done = ngettext("%(n)s mentee entered the bank.", "%(n)s mentees entered the bank.", len(entered))
            messages.success(request, done % {"n": len(entered)})
            return redirect(request.actor.url("people:mentee_list"))
    values = {"form": form, "rows": rows, "ready": ready, "is_on": regulation.bank.enter_on_hiring}
    return render(request, "people/banks/mentee_hired.html", values)


def _entry(request, pk):
    rows = MenteeEntry.objects.visible_to(request.actor)
    return fetch(request, rows.select_related("employment__person", "employment__organization"), pk=pk)


def mentee_card(request, slug, pk):
    """The request, the difficulties and the next step; a sensitive category only to those it concerns."""
    entry = _entry(request, pk)
    context = card_context(request.actor, entry, Role.MENTEE)
    regulation = regulation_on(request.actor.organization, request.actor.today())
    context |= {
        "levels": entry.needs.select_related("competence__direction"),
        "results": entry.results.select_related("mentor_entry__employment__person"),
        "grounds": [ground for ground in _grounds(entry) if ground.answer == Answer.HELD],
        "categories": labels_of_categories(entry, regulation, sensitive=sees_sensitive.test(request.actor, entry)),
    }
    return render(request, "people/banks/mentee_card.html", context)


def _grounds(entry):
    """The grounds by the regulation of the day on which the mentee came in."""
    regulation = regulation_on(entry.employment.organization, entry.entered_on)
    return grounds_of(entry.employment, regulation, entry.entered_on)


def mentee_create(request, slug):
    """Enter somebody of the staff in the bank of mentees."""
    organization = request.actor.organization
    regulation = regulation_on(organization, request.actor.today())
    data = request.POST if request.method == "POST" else None
    form = chosen_employment(request, MenteeForm(data, organization=organization, regulation=regulation))

    def enter(employment, form, as_draft):
        return enter_mentee(employment, by=request.user, needs=form.levels, as_draft=as_draft, **form.values)

    return create_page(request, form, "people/banks/mentee_create.html", enter, "people:mentee_card")


def mentee_edit(request, slug, pk):
    """Change a mentee's card."""
    entry = _entry(request, pk)
    frame = {
        "organization": request.actor.organization,
        "regulation": regulation_on(request.actor.organization, request.actor.today()),
        "is_own": is_own.test(request.actor, entry),
    }
    form = MenteeForm(request.POST if request.method == "POST" else None, instance=entry, **frame)

    def edit(entry, form):
        version = form.cleaned_data["version"]
        edit_mentee(entry, by=request.user, values=form.values, needs=form.levels, expected_version=version)

    return edit_page(request, entry, form, "people/banks/mentee_edit.html", edit, "people:mentee_card")
