"""Entering a regulation: a page for every group, every list, every stage and item of the roadmap."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.organizations import forms
from people.organizations.models import RegulationVersion
from people.organizations.regulations import check_regulation
from people.organizations.regulations.catalog import GROUPS, SETTINGS, group_of
from people.organizations.regulations.schema import value_at
from people.organizations.regulations.wording import change_words
from people.organizations.services import change_settings

MOST_EMPTY = 50


def regulation_edit(request, slug, pk, group):
    """The settings of one group."""
    if group not in GROUPS:
        raise Http404
    version = _fetch(request, pk)
    make = partial(forms.GroupForm, group=GROUPS[group])
    codes = list(GROUPS)
    place = codes.index(group)
    context = {
        "group": GROUPS[group],
        "groups": GROUPS.values(),
        "next_group": GROUPS[codes[place + 1]] if place + 1 < len(codes) else None,
        "stages": forms.STAGES,
    }
    here = request.actor.url("people:regulation_edit", pk, group)
    return _page(request, version, make, "regulation_edit", context, here)


def regulation_entries(request, slug, pk, path):
    """One list of the regulation, entry by entry."""
    if not forms.is_list(path):
        raise Http404
    version = _fetch(request, pk)
    context = {"setting": SETTINGS[path], "group": group_of(path)}
    here = request.actor.url("people:regulation_entries", pk, path)
    return _page(request, version, partial(forms.EntriesForm, path=path), "regulation_entries", context, here)


def regulation_stages(request, slug, pk):
    """The stages of the roadmap."""
    here = request.actor.url("people:regulation_stages", pk)
    return _page(request, _fetch(request, pk), forms.StagesForm, "regulation_stages", {}, here)


def regulation_stage_create(request, slug, pk):
    """A new stage with its first item."""
    there = request.actor.url("people:regulation_stages", pk)
    return _page(request, _fetch(request, pk), forms.NewStageForm, "regulation_stage_create", {}, there)


def regulation_stage(request, slug, pk, stage):
    """One stage: its name and its items."""
    version = _fetch(request, pk)
    found = _stage(version, stage)
    there = request.actor.url("people:regulation_stages", pk)
    make = partial(_with_stage, forms.StageForm, stage)
    return _page(request, version, make, "regulation_stage", {"stage": found}, there)


def regulation_item_create(request, slug, pk, stage):
    """A new item of a stage."""
    version = _fetch(request, pk)
    found = _stage(version, stage)
    there = request.actor.url("people:regulation_stage", pk, stage)
    make = partial(_with_stage, forms.ItemForm, stage)
    return _page(request, version, make, "regulation_item", {"stage": found, "item": None}, there)


def regulation_item(request, slug, pk, stage, item):
    """One item of a stage; one that somebody removed meanwhile is entered anew from what was typed."""
    version = _fetch(request, pk)
    found = _stage(version, stage)
    row = _coded(found["items"], item)
    if row is None and request.method != "POST":
        raise Http404
    there = request.actor.url("people:regulation_stage", pk, stage)
    make = partial(_with_item, stage, item)
    return _page(request, version, make, "regulation_item", {"stage": found, "item": row}, there)


def _fetch(request, pk):
    return fetch(request, RegulationVersion, pk=pk)


def _document(version):
    """The settings as the schema has them today: an older draft gets what the schema has gained since."""
    return check_regulation(version.settings).model_dump(mode="json")


def _coded(entries, code):
    return next((entry for entry in entries if entry["code"] == code), None)


def _stage(version, code):
    stage = _coded(value_at(_document(version), forms.STAGES), code)
    if stage is None:
        raise Http404
    return stage


def _with_stage(make, code, *args, document, **options):
    stage = _coded(value_at(document, forms.STAGES), code)
    return make(*args, stage=stage, document=document, **options)


def _with_item(stage, code, *args, document, **options):
    found = _coded(value_at(document, forms.STAGES), stage)
    item = _coded(found["items"], code)
    return forms.ItemForm(*args, stage=found, item=item, document=document, **options)


def _page(request, version, make, template, context, onward):
    """Show the form of a draft and save it; what was typed is never lost and never written over a colleague's."""
    if not version.is_editable:
        messages.info(request, _("This regulation does not change now. This is how it stands."))
        return redirect(request.actor.url("people:regulation_card", version.pk))
    form = make(request.POST or None, document=_document(version), empty=_empty_rows(request))
    conflicts = ()
    if "more" in request.POST:
        form = _unfinished(form)
    elif request.method == "POST" and form.is_valid():
        form, conflicts, is_saved = _save(request, version, make, form)
        if is_saved:
            return redirect(request.POST.get("then") == "next" and _next(request, version, context) or onward)
    context |= {"version": version, "form": form, "conflicts": conflicts}
    return render(request, f"people/organizations/{template}.html", context)


def _save(request, version, make, form):
    """Write the changes; returns the form to show, what a colleague saved meanwhile, and whether it is saved."""
    try:
        changes = form.changes()
        if form.is_stale and changes:
            raise StaleSave(version)
        written = change_settings(version, changes, by=request.user, expected=version.version)
    except MoveRefused as refusal:
        form.refuse(_problems(refusal))
        return form, (), False
    except StaleSave as stale:
        return _reconciled(request, make, form, stale.current)
    messages.success(request, _("Saved.") if written else _("Nothing has changed."))
    return form, (), True


def _reconciled(request, make, form, current):
    """The form with what was typed, made of what stands now, and both texts wherever they differ."""
    data = request.POST.copy()
    fresh = make(data, document=_document(current))
    data["seen"] = fresh.mark
    fresh = make(data, document=_document(current))
    fresh.is_valid()
    changes = fresh.changes()
    conflicts = [change_words(key, _stored(fresh.document, key), value) for key, value in changes.items()]
    return fresh, conflicts, False


def _stored(document, key):
    if key.startswith("clauses."):
        return document["clauses"].get(key.partition(".")[2])
    return value_at(document, key)


def _problems(refusal):
    if hasattr(refusal, "error_dict"):
        return refusal.message_dict
    return {"": refusal.messages}


def _unfinished(form):
    """The same page with what was typed and more empty rows, without a word on what is still missing."""
    form.full_clean()
    form._errors = {}
    return form


def _empty_rows(request):
    wanted = request.GET.get("empty", "")
    return min(int(wanted), MOST_EMPTY) if wanted.isdecimal() and len(wanted) < 4 else 2


def _next(request, version, context):
    following = context.get("next_group")
    return following and request.actor.url("people:regulation_edit", version.pk, following.code)
