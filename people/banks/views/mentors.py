"""The bank of mentors: its open part, a card, entering and changing it."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.lists import Column, ListPage
from people.accounts.access import fetch
from people.accounts.states import Role
from people.banks.filters import OpenFilter
from people.banks.forms import MentorForm
from people.banks.models import MentorEntry
from people.banks.permissions import is_own
from people.banks.selectors import open_mentors, opens_to_staff, with_places
from people.banks.services import edit_mentor, enter_mentor
from people.banks.views.common import (
    card_context,
    chosen_employment,
    create_page,
    edit_page,
)
from people.organizations.selectors import regulation_on

NAME = "employment__person__search_key"


def mentor_open_list(request, slug):
    """The part of the bank that every teacher may see: name, post, subject, competences."""
    page = ListPage(
        request,
        open_mentors(request.actor).prefetch_related("competences"),
        columns={
            "name": Column(_("Mentor"), NAME),
            "subject": Column(_("Subject or group"), ("employment__subject", NAME)),
            "competences": Column(_("Competences")),
        },
        default_sort="name",
        filterset_class=OpenFilter,
    )
    context = {"page": page, "is_open": opens_to_staff(request.actor)}
    return render(request, "people/banks/mentor_open_list.html", context)


def mentor_card(request, slug, pk):
    """Everything the bank knows of a mentor, and the next step."""
    regulation = regulation_on(request.actor.organization, request.actor.today())
    rows = with_places(MentorEntry.objects.visible_to(request.actor), regulation.bank.max_mentees)
    entry = fetch(request, rows.select_related("employment__person", "employment__organization"), pk=pk)
    context = card_context(request.actor, entry, Role.MENTOR)
    context |= {
        "levels": entry.strengths.select_related("competence__direction"),
        "results": entry.results.select_related("mentee_entry__employment__person"),
        "criteria": _criteria(entry, regulation),
    }
    return render(request, "people/banks/mentor_card.html", context)


def _criteria(entry, regulation):
    """What the curator found of the criteria of the regulation, in its words."""
    found = (*entry.criteria, *entry.qualities)
    asked = (*regulation.criteria.mentor, *regulation.criteria.mentor_competences)
    return list(dict.fromkeys(each.label for each in asked if each.code in found))


def _frame(request):
    organization = request.actor.organization
    return {"organization": organization, "regulation": regulation_on(organization, request.actor.today())}


def mentor_create(request, slug):
    """Enter somebody of the staff in the bank of mentors."""
    data = request.POST if request.method == "POST" else None
    form = chosen_employment(request, MentorForm(data, **_frame(request)))

    def enter(employment, form, as_draft):
        return enter_mentor(employment, by=request.user, strengths=form.levels, as_draft=as_draft, **form.values)

    return create_page(request, form, "people/banks/mentor_create.html", enter, "people:mentor_card")


def mentor_edit(request, slug, pk):
    """Change a mentor's card."""
    rows = MentorEntry.objects.visible_to(request.actor)
    entry = fetch(request, rows.select_related("employment__person", "employment__organization"), pk=pk)
    data = request.POST if request.method == "POST" else None
    form = MentorForm(data, instance=entry, is_own=is_own.test(request.actor, entry), **_frame(request))

    def edit(entry, form):
        version = form.cleaned_data["version"]
        edit_mentor(entry, by=request.user, values=form.values, strengths=form.levels, expected_version=version)

    return edit_page(request, entry, form, "people/banks/mentor_edit.html", edit, "people:mentor_card")
