"""Editions of the regulation: the list, one edition to read, the draft and its way into force."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.lists import Column, ListPage
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch, may
from people.accounts.states import Role
from people.history.models import Move
from people.organizations import services
from people.organizations.forms import ApproveForm, DraftForm, RemarkForm, TermsForm
from people.organizations.models import RegulationChange, RegulationVersion
from people.organizations.reading import read_regulation
from people.organizations.regulations import check_regulation, legal_warnings
from people.organizations.regulations.catalog import GROUPS, group_of
from people.organizations.regulations.wording import change_words, changes_between
from people.organizations.selectors import first_free_day, latest_in_force, needs_order, open_draft

WRITERS = (Role.CURATOR, Role.SYSADMIN)
ADOPTION_DRAFT = "reports:order_adoption_draft"


@require_safe
def regulation_versions(request, slug):
    """Every edition with its days; drafts for those who write and approve them."""
    actor = request.actor
    rows = RegulationVersion.objects.visible_to(actor).select_related("drafted_by__person", "approved_by__person")
    columns = {
        "number": Column(_("Edition"), "number"),
        "from": Column(_("In force from"), "valid_from"),
        "until": Column(_("In force until"), "valid_until"),
        "why": Column(_("What changes and why")),
        "state": Column(_("State"), "state"),
    }
    page = ListPage(request, rows, columns=columns, default_sort="-from")
    return render(request, "people/organizations/regulation_versions.html", {"page": page} | draft_context(actor))


@require_safe
def regulation_version(request, slug, pk):
    """The settings of one edition as they were."""
    version = _fetch(request, pk)
    settings = check_regulation(version.settings)
    groups = read_regulation(settings, request.actor.today())
    context = {"version": version, "settings": settings, "groups": groups}
    return render(request, "people/organizations/regulation_version.html", context)


@require_safe
def regulation_changes(request, slug):
    """Who changed what in the drafts, setting by setting, in words."""
    versions = RegulationVersion.objects.visible_to(request.actor)
    rows = RegulationChange.objects.filter(regulation__in=versions).select_related("regulation", "by__person")
    columns = {
        "at": Column(_("When"), "at"),
        "by": Column(_("Who"), "by__person__search_key"),
        "edition": Column(_("Edition"), "regulation__number"),
        "change": Column(_("What changed")),
    }
    page = ListPage(request, rows, columns=columns, default_sort="-at")
    lines = [(row, change_words(row.key, row.before, row.after)) for row in page.rows]
    return render(request, "people/organizations/regulation_changes.html", {"page": page, "lines": lines})


def regulation_draft(request, slug):
    """Open the draft of a new edition."""
    organization = request.actor.organization
    draft = open_draft(organization)
    if draft:
        messages.info(request, _("A draft is open already. This is how it stands."))
        return redirect(request.actor.url("people:regulation_card", draft.pk))
    initial = {"valid_from": first_free_day(organization)}
    form = DraftForm(request.POST or None, has_regulation=latest_in_force(organization) is not None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            draft = services.draft_regulation(organization, by=request.user, **form.cleaned_data)
            messages.success(request, _("The draft is open. Change what is to change and send it to the head."))
            return redirect(request.actor.url("people:regulation_card", draft.pk))
    return render(request, "people/organizations/regulation_draft.html", {"form": form})


@require_safe
def regulation_card(request, slug, pk):
    """One edition at work: its state, what differs from the edition before, the next step."""
    version = _fetch(request, pk)
    before = _edition_before(version)
    changes = changes_between(before.settings, version.settings) if before else []
    context = {
        "version": version,
        "before": before,
        "changes": changes,
        "groups": _groups(changes),
        "history": _history(version),
        "by_order": needs_order(version),
        "order_url": _order_url(request),
        "writes": request.actor.has(*WRITERS) and version.is_editable,
        "approves": request.actor.has(Role.DIRECTOR) and version.is_submitted,
        "warnings": _warnings(version),
    }
    return render(request, "people/organizations/regulation_card.html", context)


def _history(version):
    rows = reversed(Move.objects.of(version))
    return [{"title": row.deed_label, "who": row.by, "when": row.at, "why": row.reason} for row in rows]


def _groups(changes):
    """Every group with how many of its settings differ."""
    touched = [group_of(change.key.removeprefix("clauses.")) for change in changes]
    return [(group, touched.count(group)) for group in GROUPS.values()]


def _warnings(version):
    """Where the law asks for more than an edition says that may still change."""
    return () if version.is_in_force else legal_warnings(check_regulation(version.settings), version.valid_from)


def _edition_before(version):
    """The edition this one follows: in force before it, or in force now for a draft."""
    rows = version.organization.regulations.in_force().exclude(pk=version.pk)
    if version.is_in_force:
        rows = rows.filter(valid_from__lt=version.valid_from)
    return rows.order_by("-valid_from").first()


def regulation_terms(request, slug, pk):
    """From what day a draft is to be in force, and why."""
    version = _fetch(request, pk)
    card = request.actor.url("people:regulation_card", pk)
    if not version.is_editable:
        messages.info(request, _("This regulation does not change now. This is how it stands."))
        return redirect(card)
    form, current = TermsForm(request.POST or None, instance=version), None
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("valid_from", "reason")}
        try:
            with refusals_in(form):
                services.set_terms(version, by=request.user, expected=form.cleaned_data["seen"], **values)
                messages.success(request, _("Saved."))
                return redirect(card)
        except StaleSave as stale:
            current = stale.current
            form.data = form.data.copy()
            form.data["seen"] = str(current.version)
            form.add_error(None, _("Somebody saved this draft meanwhile. Compare both texts and save yours again."))
    return render(
        request, "people/organizations/regulation_terms.html", {"version": version, "form": form, "current": current}
    )


@require_POST
def regulation_submit(request, slug, pk):
    version = _fetch(request, pk)
    done = _("The regulation is with the head. You will be told of the decision.")
    return _deed(request, version, lambda: services.submit_regulation(version, by=request.user), done)


@require_POST
def regulation_drop(request, slug, pk):
    version = _fetch(request, pk)
    done = _("The draft is dropped. It stays in the list of editions.")
    return _deed(request, version, lambda: services.drop_regulation(version, by=request.user), done)


def regulation_return(request, slug, pk):
    version = _fetch(request, pk)
    card = request.actor.url("people:regulation_card", pk)
    if not version.is_submitted:
        return _not_waiting(request, card)
    form = RemarkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = _("The regulation is returned. The curator reads your remark.")
        return _deed(
            request,
            version,
            lambda: services.return_regulation(version, by=request.user, remark=form.cleaned_data["remark"]),
            done,
        )
    return render(request, "people/organizations/regulation_return.html", {"version": version, "form": form})


def regulation_approve(request, slug, pk):
    """The head reads what differs and approves with the password; where an order is needed, the way to it."""
    version = _fetch(request, pk)
    card = request.actor.url("people:regulation_card", pk)
    if not version.is_submitted:
        return _not_waiting(request, card)
    form = ApproveForm(request.POST or None, user=request.user, initial={"seen": version.version})
    if request.method == "POST" and form.is_valid():
        done = _("The regulation is approved. Everybody of the organization can read it.")
        return _deed(
            request, version, lambda: services.approve_regulation(version, by=request.user, **form.cleaned_data), done
        )
    before = _edition_before(version)
    context = {
        "version": version,
        "form": form,
        "before": before,
        "changes": changes_between(before.settings, version.settings) if before else [],
        "by_order": needs_order(version),
        "order_url": _order_url(request),
        "warnings": _warnings(version),
    }
    return render(request, "people/organizations/regulation_approve.html", context)


def _fetch(request, pk):
    rows = RegulationVersion.objects.visible_to(request.actor)
    return fetch(request, rows.select_related("drafted_by__person", "approved_by__person"), pk=pk)


def _deed(request, version, deed, done):
    """Do it and say so, or say why not; either way back to the card."""
    with refusals_told(request):
        deed()
        messages.success(request, done)
    return redirect(request.actor.url("people:regulation_card", version.pk))


def _not_waiting(request, card):
    messages.info(request, _("The regulation does not wait for approval. This is how it stands."))
    return redirect(card)


def _order_url(request):
    """The page that drafts the order on the regulation, for those who draft it; the app of orders stands above."""
    return request.actor.url(ADOPTION_DRAFT) if may(request.actor, ADOPTION_DRAFT) else ""


def draft_context(actor):
    """What pages on the regulation say of the open draft to those who write and approve it."""
    knows = actor.has(Role.DIRECTOR, *WRITERS)
    return {"draft": open_draft(actor.organization) if knows else None, "writes": actor.has(*WRITERS), "knows": knows}
