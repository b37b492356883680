"""A regulation as a file: handed out with comments, read in with every error on its line."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.downloads import file_response
from mentoring.lib.refusals import refusals_told
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.organizations.forms.exchange import TextForm
from people.organizations.models import RegulationVersion
from people.organizations.regulations import RegulationSettings
from people.organizations.regulations.exchange import read_toml, write_toml
from people.organizations.regulations.wording import changes_between
from people.organizations.selectors import open_draft, written_on
from people.organizations.services.exchange import load_regulation_text


@require_safe
def regulation_export(request, slug, pk):
    """An edition as commented TOML, in the language of the page."""
    version = fetch(request, RegulationVersion, pk=pk)
    text = write_toml(RegulationSettings.model_validate(version.settings))
    name = f"{slugify(version.organization.slug)}-{version.number}.toml"
    return file_response(text.encode(), name, "application/toml; charset=utf-8")


def regulation_import(request, slug):
    """Check a text, show its errors or what it changes, and load it into the draft once that was read."""
    organization = request.actor.organization
    form = TextForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    text = form.cleaned_data["text"]
    reading = read_toml(text)
    if reading.problems:
        return _page(request, _refused(form, text), problems=reading.problems, listing=_listing(text, reading.problems))
    if "accept" in request.POST:
        try:
            with refusals_told(request):
                draft, count = load_regulation_text(
                    organization, reading.settings, by=request.user, expected=form.cleaned_data["expected"]
                )
                messages.success(request, _said(count))
                return redirect("people:regulation_card", slug, draft.pk)
        except StaleSave:
            messages.warning(request, _("The draft was changed meanwhile. Read the difference again and load it then."))
    return _difference(request, organization, text, reading.settings)


def _said(count):
    if not count:
        return _("The draft says the same as the text. Nothing changed.")
    return _("The text is loaded into the draft. Settings and clauses changed: %(n)s.") % {"n": count}


def _page(request, form, **context):
    return render(request, "people/organizations/regulation_import.html", {"form": form} | context)


def _refused(form, text):
    """The form with the text in it, wherever it came from, so that it can be mended on the spot."""
    again = TextForm({"text": text, "expected": form.cleaned_data["expected"]})
    again.add_error("text", _("Correct the lines named on this page and check the text again."))
    return again


def _listing(text, problems):
    """The lines of the text with what is wrong on each: [(number, line, sentences)]."""
    wrong = {}
    for problem in problems:
        wrong.setdefault(problem.line, []).append(problem.message)
    return [(number, line, wrong.get(number, ())) for number, line in enumerate(text.splitlines() or [""], start=1)]


def _difference(request, organization, text, settings):
    draft = open_draft(organization)
    if draft:
        present = RegulationSettings.model_validate(draft.settings)
    else:
        present = written_on(organization, organization.today())
    changes = changes_between(present.model_dump(mode="json"), settings.model_dump(mode="json"))
    context = {
        "draft": draft,
        "changes": changes,
        "form": TextForm(initial={"text": text, "expected": draft.version if draft else None}),
        "text": text,
    }
    return render(request, "people/organizations/regulation_import_check.html", context)
