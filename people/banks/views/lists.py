"""The lists of both banks: who is shown, with which columns, and the same as a workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.downloads import file_response
from mentoring.lib.lists import ListPage, Quick
from people.accounts.access import may
from people.banks import tables
from people.banks.filters import MenteeFilter, MentorFilter
from people.banks.forms import BulkForm
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.selectors import counts_of, mentee_rows, mentor_rows, newly_hired
from people.banks.services import LABELS
from people.banks.states import IN_FORM
from people.lists.permissions import shares_views
from people.lists.selectors import columns_for, views_for
from people.organizations.selectors import difficulties_word, regulation_on

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Side:
    """One of the two banks: where its rows, columns and filters come from."""

    name: str
    model: Any
    rows: Callable
    filters: Any
    columns: dict

    def address(self, page):
        return f"people:{self.name}_{page}"


MENTORS = Side("mentor", MentorEntry, mentor_rows, MentorFilter, tables.MENTOR_COLUMNS)
MENTEES = Side("mentee", MenteeEntry, mentee_rows, MenteeFilter, tables.MENTEE_COLUMNS)


def quick_filters(actor, counts, free_label):
    """The chips above a bank; who may not read the register of consents is not told who lacks one."""
    chips = [Quick(_("All"), {}, counts["total"]), Quick(free_label, {"only": "free"}, counts["free"])]
    if may(actor, "people:consent_list"):
        chips.append(Quick(_("Without consent"), {"only": "lacks_consent"}, counts["lacks_consent"]))
    return [*chips, Quick(_("Long not confirmed"), {"only": "stale"}, counts["stale"])]


def page_of(request, side, rows, frame, quick=()):
    """The list as its address and the reader's columns ask for it."""
    words = {} if side is MENTORS else {"needs": _needs_label(frame.organization)}
    return ListPage(
        request,
        rows,
        columns=tables.list_columns(side.columns, frame, words),
        default_sort="name",
        filterset_class=side.filters,
        filterset_kwargs={"regulation": frame.regulation} if side is MENTEES else {},
        quick=quick,
        late=True,
        chosen=columns_for(request.actor, side.address("list")),
    )


def _needs_label(organization):
    return _("%(difficulties)s and request") % {"difficulties": difficulties_word(organization)}


def steps_of(actor, side):
    """The bulk steps the actor may do in this bank: [(code, label)]."""
    if not may(actor, side.address("bulk")):
        return []
    # Keepers bring cards in; only the curator takes them out, here as on the card.
    return [(code, label) for code, label in LABELS.items() if code != "archive" or _archives(actor, side)]


def _archives(actor, side):
    return may(actor, side.address("archive"))


def _show(request, side, template, free_label, more=None):
    actor = request.actor
    regulation = regulation_on(actor.organization, actor.today())
    frame = tables.frame_of(actor, regulation)
    rows = side.rows(actor, regulation)
    counts = counts_of(actor, side.model, regulation, with_consents=may(actor, "people:consent_list"))
    page = page_of(request, side, rows, frame, quick_filters(actor, counts, free_label))
    steps = steps_of(actor, side)
    context = {
        "page": page,
        "counts": counts,
        "rows": tables.shown_rows(page, side.columns, frame),
        "list_name": side.address("list"),
        "bulk_name": side.address("bulk"),
        "workbook_name": side.address("workbook"),
        "form_name": side.address("form"),
        "may_form": may(actor, side.address("form")),
        "steps": steps,
        "bulk_form": BulkForm(rows=side.model.objects.visible_to(actor), steps=steps) if steps else None,
        "views": views_for(actor, side.address("list")),
        "may_share": shares_views.test(actor),
    }
    return render(request, template, context | (more(regulation) if more else {}))


def mentor_list(request, slug):
    """Who can mentor, in what, and who has a place left."""
    return _show(request, MENTORS, "people/banks/mentor_list.html", _("Have a free place"))


def mentee_list(request, slug):
    """Who asks for a mentor, and in what."""
    keeps = may(request.actor, "people:mentee_hired")

    def hired(regulation):
        return {"hired": len(newly_hired(request.actor.organization, regulation)) if keeps else 0}

    return _show(request, MENTEES, "people/banks/mentee_list.html", _("Looking for a mentor"), hired)


def _workbook(request, side, title, *, as_form):
    actor = request.actor
    regulation = regulation_on(actor.organization, actor.today())
    frame = tables.frame_of(actor, regulation)
    page = page_of(request, side, side.rows(actor, regulation), frame)
    if as_form:
        content = tables.form_workbook(page.queryset.filter(state__in=IN_FORM), side.columns, frame, title)
    else:
        content = tables.screen_workbook(page.queryset, side.columns, page.shown, frame, title)
    return file_response(content, f"{title}, {actor.today():%d.%m.%Y}.xlsx", XLSX)


@require_safe
def mentor_workbook(request, slug):
    """The list of mentors as it is filtered, sorted and shown now."""
    return _workbook(request, MENTORS, _("Mentors"), as_form=False)


@require_safe
def mentee_workbook(request, slug):
    """The list of mentees as it is filtered, sorted and shown now."""
    return _workbook(request, MENTEES, _("Mentees"), as_form=False)


def mentor_form(request, slug):
    """The filtered mentors in the form of the base."""
    return _workbook(request, MENTORS, "База наставников", as_form=True)


def mentee_form(request, slug):
    """The filtered mentees in the form of the base."""
    return _workbook(request, MENTEES, "База наставляемых", as_form=True)
