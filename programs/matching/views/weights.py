"""What counts how much, and what a change did."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in
from mentoring.lib.versions import StaleSave
from people.history.selectors import timeline_of
from programs.matching import selectors, services
from programs.matching.forms import WeightsForm
from programs.matching.scoring import DEFAULTS, PARTS, full


def matching_weights(request, slug):
    """The weights, the last changes, and after a change what it did to the rankings."""
    organization = request.actor.organization
    row = selectors.weights_row(organization)
    form = WeightsForm(request.POST or None, initial={"version": row.version, **full(row.weights)})
    if form.is_valid():
        try:
            with refusals_in(form):
                done = services.save_weights(
                    organization, form.weights(), by=request.user, expected_version=form.cleaned_data["version"]
                )
                return _tell(request, *done)
        except StaleSave as stale:
            form = _with_present_version(form, stale.current)
    values = {
        "form": form,
        "rows": [(form[code], DEFAULTS[code]) for code in PARTS],
        "is_default": full(row.weights) == DEFAULTS,
        "may_take_back": bool(row.pk) and full(row.previous) != full(row.weights),
        "history": list(reversed(timeline_of(row))) if row.pk else [],
    }
    return render(request, "programs/matching/weights.html", values)


def _with_present_version(form, current):
    """What was typed, ready to be saved over the present weights, with a word on what stands there now."""
    data = form.data.copy()
    data["version"] = current.version
    fresh = WeightsForm(data)
    present = full(current.weights)
    changed = [f"{part.label}: {present[code]}" for code, part in PARTS.items() if str(present[code]) != data.get(code)]
    text = _("Somebody saved other weights meanwhile: %(weights)s. Save once more to set yours.")
    fresh.add_error(None, text % {"weights": ", ".join(changed) or "–"})
    return fresh


@require_POST
def matching_weights_back(request, slug):
    """Back to what held before the last change, or to what everybody starts from."""
    service = services.reset_weights if request.POST.get("to") == "initial" else services.take_weights_back
    return _tell(request, *service(request.actor.organization, by=request.user))


def _tell(request, before, after):
    if before == after:
        messages.info(request, _("Nothing to change: these weights hold already."))
        return redirect(request.actor.url("programs:matching_weights"))
    effect = selectors.effect_of(request.actor.organization, before, after)
    messages.success(request, " ".join((_("The weights are saved."), _effect_words(effect))))
    return redirect(request.actor.url("programs:matching_weights"))


def _effect_words(effect):
    if not effect.mentees:
        return _("Nobody looks for a mentor now, so no ranking has changed.")
    words = _("The first candidate has changed for %(changed)s of %(mentees)s mentees without a mentor.") % {
        "changed": effect.changed,
        "mentees": effect.mentees,
    }
    names = {
        "mentee": effect.example,
        "before": effect.before[0],
        "points_before": effect.before[1],
        "after": effect.after[0],
        "points_after": effect.after[1],
    }
    if effect.changed:
        text = _("For example, %(mentee)s: it was %(before)s (%(points_before)s), now %(after)s (%(points_after)s).")
    else:
        text = _("For example, %(mentee)s: still %(after)s, %(points_before)s before and %(points_after)s now.")
    return f"{words} {text % names}"
