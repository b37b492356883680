"""The staff of one organization: the list, the card and everything done on it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from mentoring.lib.grammar import Case, decline_name, decline_post
from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch, may
from people.history.selectors import timeline_of
from people.organizations.selectors import regulation_on
from people.staff import permissions
from people.staff.filters import StaffFilter
from people.staff.forms import CaseFormsForm, ContactsForm, LeaveForm, StaffForm
from people.staff.models import Employment
from people.staff.selectors import (
    career_of,
    in_active_pair,
    may_show_photo,
    other_posts,
    path_of,
    periods_of,
    staff_counts,
    works_on,
)
from people.staff.services import (
    correct_forms,
    create_employment,
    end_employment,
    undo_end,
    update_contacts,
    update_employment,
)
from people.staff.views.facts import experience_words, path_lines, work_facts


def _quick(counts, sees_accounts):
    quick = [
        Quick(_("All"), {}, counts["all"]),
        Quick(_("Teachers"), {"show": "teachers"}, counts["teachers"]),
        Quick(_("Young teachers"), {"show": "young"}, counts["young"]),
        Quick(_("Without an account"), {"show": "no_account"}, counts["no_account"]),
        Quick(_("Left"), {"show": "left"}, counts["left"]),
    ]
    return [each for each in quick if sees_accounts or each.params.get("show") != "no_account"]


COLUMNS = {
    "name": Column(gettext_lazy("Name in full"), "person__search_key"),
    "post": Column(gettext_lazy("Post"), ("post", "person__search_key")),
    "category": Column(gettext_lazy("Category"), ("category", "person__search_key")),
    "experience": Column(gettext_lazy("Experience"), "-experience_since"),
    "since": Column(gettext_lazy("Here since"), "starts_on"),
    "banks": Column(gettext_lazy("Banks")),
}


def staff_list(request, slug):
    """Everybody who works here, with quick filters and the marks of both banks."""
    actor, day = request.actor, request.actor.today()
    rows = Employment.objects.visible_to(actor)
    young = regulation_on(actor.organization, day).young_teacher
    sees_accounts = may(actor, "people:account_list")
    posts = rows.filter(works_on(day)).order_by("post").values_list("post", flat=True).distinct()
    counts = staff_counts(rows, young, day)
    page = ListPage(
        request,
        rows.select_related("person__user", "mentor_entry", "mentee_entry"),
        columns=COLUMNS,
        default_sort="name",
        filterset_class=StaffFilter,
        filterset_kwargs={"young_teacher": young, "day": day, "posts": list(posts), "sees_accounts": sees_accounts},
        quick=_quick(counts, sees_accounts),
    )
    for row in page.rows:
        row.experience = experience_words(row, day)
    values = {
        "page": page,
        "sees_accounts": sees_accounts,
        "is_empty": not any(counts.values()),
        "kept": [(name, value) for name, value in request.GET.items() if name not in ("q", "page")],
    }
    return render(request, "people/staff/staff_list.html", values)


def _case_table(employment):
    """[(case, name, post, whether a hand has corrected either)]."""
    person = employment.person
    parts = (person.last_name, person.first_name, person.patronymic, person.gender)
    return [
        (
            case.label,
            decline_name(*parts, case, person.case_forms).full,
            decline_post(employment.post, case, person.gender, employment.post_case_forms),
            case in person.case_forms or case in employment.post_case_forms,
        )
        for case in Case
    ]


def staff_card(request, slug, pk):
    """One of the staff, as much of them as the reader may know."""
    rows = Employment.objects.visible_to(request.actor)
    card = fetch(request, rows.select_related("person__user", "mentor_entry", "mentee_entry"), pk=pk)
    actor, day = request.actor, request.actor.today()
    keeps, reads_all = permissions.keeps_staff.test(actor, card), permissions.reads_all.test(actor, card)
    reads_work, is_own = permissions.reads_work.test(actor, card), permissions.is_own.test(actor, card)
    periods = list(periods_of(card)) if reads_work else []
    # What happened elsewhere is shown to nobody but the person.
    path = list(path_of(card.person)) if is_own else (periods if reads_all else [])
    values = {
        "card": card,
        "mentor_entry": getattr(card, "mentor_entry", None),
        "mentee_entry": getattr(card, "mentee_entry", None),
        "has_left": not card.goes_on(day),
        "is_own": is_own,
        "reads_work": reads_work,
        "reads_contacts": permissions.reads_contacts.test(actor, card),
        "reads_all": reads_all,
        "cases": _case_table(card) if keeps else [],
        "posts": other_posts(card, day) if reads_work else [],
        "path": path_lines(path, day) if len(path) > 1 else [],
        "timeline": [line for each in reversed(career_of(card)) for line in timeline_of(each)] if reads_all else [],
        "shows_photo": bool(card.photo) and may_show_photo(card, day),
    }
    values |= work_facts(card, periods, day) if reads_work else {}
    return render(request, "people/staff/staff_card.html", values)


def staff_create(request, slug):
    """Take one person on the staff by hand."""
    organization = request.actor.organization
    form = StaffForm(request.POST or None, organization=organization)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data.get("person")
        with refusals_in(form):
            card = create_employment(organization, by=request.user, person=person, **form.values)
            messages.success(request, _("%(name)s is on the staff.") % {"name": card.person.full_name})
            return redirect(request.actor.url("people:staff_card", card.pk))
    return render(request, "people/staff/staff_create.html", {"form": form})


def _save(request, card, form, deed, **values):
    """Do ``deed`` unless somebody saved meanwhile; returns the redirect, or None with the differences on the form."""
    try:
        deed(card, by=request.user, expected_version=form.cleaned_data["version"], **values)
    except StaleSave as stale:
        form.data = form.data.copy()
        form.data["version"] = stale.current.version
        form.stale = form.against(stale.current) if hasattr(form, "against") else []
        form.is_stale = True
        return None
    messages.success(request, _("Saved."))
    return redirect(request.actor.url("people:staff_card", card.pk))


def staff_edit(request, slug, pk):
    """Change a staff card; a save over somebody else's shows both texts."""
    card = fetch(request, Employment.objects.visible_to(request.actor).select_related("person"), pk=pk)
    form = StaffForm(request.POST or None, instance=card, organization=request.actor.organization)
    if request.method == "POST" and form.is_valid():
        response = _save(request, card, form, update_employment, **form.values)
        if response:
            return response
    return render(request, "people/staff/staff_edit.html", {"form": form, "card": card})


def staff_contacts(request, slug, pk):
    """The own phone and e-mail."""
    card = fetch(request, Employment.objects.visible_to(request.actor).select_related("person"), pk=pk)
    form = ContactsForm(request.POST or None, instance=card)
    if request.method == "POST" and form.is_valid():
        contacts = {name: form.cleaned_data[name] for name in ("phone", "email")}
        response = _save(request, card, form, update_contacts, **contacts)
        if response:
            return response
    return render(request, "people/staff/staff_contacts.html", {"form": form, "card": card})


def staff_forms(request, slug, pk):
    """Six cases of a name and a post as papers will have them, to be corrected by hand."""
    card = fetch(request, Employment.objects.visible_to(request.actor).select_related("person"), pk=pk)
    form = CaseFormsForm(request.POST or None, employment=card)
    if request.method == "POST" and form.is_valid():
        both = {"name_forms": form.forms_of("name"), "post_forms": form.forms_of("post")}
        response = _save(request, card, form, correct_forms, **both)
        if response:
            return response
    return render(request, "people/staff/staff_forms.html", {"form": form, "card": card})


def staff_leave(request, slug, pk):
    """Note the last day of work, after reading what it brings."""
    rows = Employment.objects.visible_to(request.actor).select_related("person__user", "mentor_entry", "mentee_entry")
    card = fetch(request, rows, pk=pk)
    form = LeaveForm(request.POST or None, today=request.actor.today(), initial={"ends_on": request.actor.today()})
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="ends_on"):
            end_employment(card, by=request.user, ends_on=form.cleaned_data["ends_on"])
            messages.success(request, _("The leaving is noted."))
            return redirect(request.actor.url("people:staff_card", card.pk))
    values = {"form": form, "card": card, "is_paired": in_active_pair(card)}
    values["posts"] = other_posts(card, request.actor.today())
    return render(request, "people/staff/staff_leave.html", values)


@require_POST
def staff_return(request, slug, pk):
    """Take a noted leaving back."""
    card = fetch(request, Employment, pk=pk)
    with refusals_told(request):
        undo_end(card, by=request.user)
        messages.success(request, _("The leaving was taken back."))
    return redirect(request.actor.url("people:staff_card", card.pk))
