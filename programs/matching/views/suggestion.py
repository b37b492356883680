"""The ranking for one mentee and the choice from it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import add_refusal, tell_refusal
from mentoring.lib.text import search_key
from mentoring.lib.ui import percent
from people.accounts.access import fetch, may
from people.banks.models import MenteeEntry, MentorEntry
from people.network.selectors import homes_of_guests
from programs.matching import selectors, services
from programs.matching.forms import ReasonForm
from programs.matching.scoring import MENTEE, best_form

# How many candidates are drawn at first and with every «show more».
STEP = 10
# From and below these values a part speaks clearly for somebody or against.
STRONG, WEAK = 0.75, 0.4
# Parts whose facts stand on the staff card; the others stand on the card of the bank.
ON_STAFF_CARD = ("subject", "workplace", "experience")


def _fetch_mentee(request, pk):
    rows = MenteeEntry.objects.visible_to(request.actor).select_related(
        "employment__person", "employment__organization"
    )
    return fetch(request, rows, pk=pk)


@require_safe
def matching_suggestion(request, slug, pk):
    """Who fits this mentee, the best first, with every part of the score in words."""
    entry, actor = _fetch_mentee(request, pk), request.actor
    found = selectors.suggest(entry)
    query = request.GET.get("q", "")
    words = search_key(query).split()
    rows = [each for each in found.candidates if _is_named(each, words)]
    shown, homes = _shown(request), homes_of_guests(actor.organization)
    values = {
        "entry": entry,
        "found": found,
        "barriers": [_barrier(actor, barrier, found.mentee) for barrier in found.barriers],
        "rows": [_row(actor, found, each) | {"home": homes.get(each.mentor.employment)} for each in rows[:shown]],
        "matching": len(rows),
        "more": max(len(rows) - shown, 0),
        "shown_next": shown + STEP,
        "query": query,
        "is_long": len(found.candidates) > STEP or bool(words),
        "left_out": [_left_out(actor, each) for each in found.left_out if _is_named(each, words)],
        "may_choose": may(actor, "programs:matching_choose", entry) and not found.barriers,
    }
    return render(request, "programs/matching/suggestion.html", values)


def _is_named(candidate, words):
    key = search_key(candidate.mentor.full_name, candidate.mentor.post, candidate.mentor.subject_words)
    return all(word in key for word in words)


def _shown(request):
    asked = request.GET.get("show", "")
    return int(asked) if asked.isdecimal() and len(asked) < 5 else STEP


def _row(actor, found, candidate):
    return {
        "candidate": candidate,
        "mentor": candidate.mentor,
        "score": candidate.score,
        "width": percent(candidate.score.points, 100),
        "parts": [_part(actor, found.mentee, candidate.mentor, part) for part in candidate.score.parts],
        "overrides": candidate.barriers,
        "strong": _labels(candidate, lambda value: value >= STRONG),
        "weak": _labels(candidate, lambda value: value < WEAK),
    }


def _labels(candidate, question):
    """The parts that count and whose value is such, those that count most first."""
    parts = [part for part in candidate.score.parts if part.weight and not part.missing and question(part.value)]
    return ", ".join(part.label.lower() for part in sorted(parts, key=lambda part: -part.weight))


def _part(actor, mentee, mentor, part):
    return {
        "part": part,
        "width": percent(part.value, 1),
        "tone": "green" if part.value >= STRONG else "amber" if part.value < WEAK else "blue",
        "fixes": [_fix(actor, part.code, side, mentee, mentor) for side in part.missing],
    }


def _fix(actor, code, side, mentee, mentor):
    """Where the missing fact is written: (words, address); the address is empty for those who may not write there."""
    one = mentee if side == MENTEE else mentor
    if code in ON_STAFF_CARD:
        name, key = "people:staff_edit", one.employment
        words = _("Staff card of %(name)s")
    else:
        name, key = f"people:{side}_edit", one.pk
        words = _("Card of %(name)s in the bank")
    return words % {"name": one.name}, actor.url(name, key) if may(actor, name) else ""


def _left_out(actor, candidate):
    barriers = [
        _barrier(actor, barrier, candidate.mentor) for barrier in candidate.barriers if not barrier.may_override
    ]
    return {"mentor": candidate.mentor, "points": candidate.score.points, "barriers": barriers}


def _barrier(actor, barrier, one):
    """A rule in the way with the action that mends it, as far as the reader may do it."""
    name, args, action = {
        "state": (f"people:{barrier.side}_card", [one.pk], _("Open the card")),
        "places": ("people:mentor_edit", [one.pk], _("Change the number of places")),
        "dates": ("people:staff_card", [one.employment], _("Open the staff card")),
        "consent": ("people:consent_list", [], _("Open the register of consents")),
        "has_mentor": ("programs:mentorship_list", [], _("Open the pairs")),
    }.get(barrier.code, ("", [], ""))
    url = actor.url(name, *args) if name and may(actor, name) else ""
    if url and barrier.code == "has_mentor":
        url = f"{url}?{urlencode({'mentee': one.pk})}"
    return {"sentence": barrier.sentence, "url": url, "action": action}


def matching_choose(request, slug, pk):
    """The choice of one candidate; a reason is asked where the ranking or a rule says otherwise."""
    entry, actor = _fetch_mentee(request, pk), request.actor
    back = actor.url("programs:matching_suggestion", pk)
    asked = request.GET.get("mentor", "")
    mentors = MentorEntry.objects.visible_to(actor)
    mentor_entry = mentors.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 18 else None
    found = selectors.suggest(entry)
    candidate = mentor_entry and found.candidate(mentor_entry.pk)
    if candidate is None or found.barriers:
        messages.info(request, _("This mentor cannot be chosen now. This is how it stands."))
        return redirect(back)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.choose_mentor(entry, mentor_entry, by=request.user, **form.cleaned_data)
        except MoveRefused as refusal:
            if not hasattr(refusal, "error_dict"):
                tell_refusal(request, refusal)
                return redirect(back)
            add_refusal(form, refusal)
        else:
            return redirect(_proposal(actor, found.mentee, candidate.mentor))
    first = found.candidates[0]
    values = {
        "entry": entry,
        "found": found,
        "row": _row(actor, found, candidate),
        "first": _row(actor, found, first) if first.mentor.pk != candidate.mentor.pk else None,
        "form": form,
        "back": back,
    }
    return render(request, "programs/matching/choose.html", values)


def _proposal(actor, mentee, mentor):
    """The last step of a proposal with what the ranking knows: both people, the form, the way both wish."""
    form = best_form(mentee, mentor)
    choice = {
        "mentee": [mentee.pk],
        "mentor": [mentor.pk],
        "form": [form.code] if form else [],
        "kind": sorted(option.code for option in mentee.ways & mentor.ways),
        "step": 3,
    }
    return f"{actor.url('programs:mentorship_propose')}?{urlencode(choice, doseq=True)}"
