"""The texts of consents: which is used, which comes, a new version with a look at how it reads."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.refusals import refusals_in
from people.accounts.access import fetch, may
from people.consents import services
from people.consents.forms import TextForm
from people.consents.models import ConsentText
from people.consents.selectors import PURPOSES
from people.consents.states import Purpose
from people.consents.wording import PLACEHOLDERS, REQUIRED, render_wording
from people.history.selectors import timeline_of
from people.staff.models import Employment


@require_safe
def consent_text_list(request, slug):
    """Every purpose with its versions: how many consents each has, which is used today."""
    organization, day = request.actor.organization, request.actor.today()
    services.ensure_texts(organization)
    texts = ConsentText.objects.visible_to(request.actor).annotate(given=Count("consents"))
    groups = []
    for purpose in PURPOSES:
        versions = [text for text in texts if text.purpose == purpose]
        used = max(text.number for text in versions if not services.is_ahead(text, day))
        groups.append((purpose, used, sorted(versions, key=lambda text: -text.number)))
    return render(request, "people/consents/consent_text_list.html", {"groups": groups, "day": day})


@require_safe
def consent_text_card(request, slug, pk):
    """One version as it is written and as it reads."""
    text = fetch(request, ConsentText, pk=pk)
    context = {
        "text": text,
        "wording": _sample(request, text),
        "is_ahead": services.is_ahead(text, request.actor.today()),
        "timeline": timeline_of(text),
    }
    return render(request, "people/consents/consent_text_card.html", context)


def _sample(request, text):
    """The text with the reader's own data, or with those of the first of the staff."""
    staff = Employment.objects.filter(organization=request.actor.organization).select_related(
        "person", "organization__authority__parent"
    )
    employment = request.actor.employment or staff.first()
    return render_wording(text, employment, request.actor.today()) if employment else text.body


def consent_text_create(request, slug, pk):
    """Write a version that follows the one of the address; «look» shows how it reads before it is saved."""
    purpose = Purpose(fetch(request, ConsentText, pk=pk).purpose)
    organization = request.actor.organization
    latest = ConsentText.objects.filter(organization=organization, purpose=purpose).latest("number")
    day = services.first_day(latest, request.actor.today())
    initial = {name: getattr(latest, name) for name in ("title", "body", "months")}
    initial |= {"valid_from": latest.valid_from if services.is_ahead(latest, day) else day, "seen": latest.number}
    form = TextForm(request.POST if request.method == "POST" else None, initial=initial)
    sample = ""
    if request.method == "POST" and form.is_valid():
        if "look" in request.POST:
            sample = _sample(request, ConsentText(organization=organization, purpose=purpose, **_columns(form)))
        elif text := _save(request, form, purpose, latest):
            return redirect(request.actor.url("people:consent_text_card", text.pk))
    context = {
        "form": form,
        "purpose": purpose,
        "latest": latest,
        "sample": sample,
        "placeholders": [(f"${name}", label, name in REQUIRED[purpose]) for name, label in PLACEHOLDERS.items()],
        "may_list": may(request.actor, "people:consent_text_list"),
    }
    return render(request, "people/consents/consent_text_create.html", context)


def _columns(form):
    return {name: form.cleaned_data[name] for name in ("title", "body", "months", "valid_from")}


def _save(request, form, purpose, latest):
    with refusals_in(form):
        text = services.save_text(
            request.actor.organization, purpose, by=request.user, seen=form.cleaned_data["seen"], **_columns(form)
        )
        messages.success(request, _("The text is saved. What was given before keeps its exact words."))
        return text
    # The next press means the version that is named in the refusal.
    form.data = form.data.copy()
    form.data["seen"] = latest.number
    return None
