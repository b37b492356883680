"""The private question after the first meeting."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in, refusals_told
from programs.mentorships import selectors, services
from programs.mentorships.forms import SympathyForm
from programs.mentorships.states import LOW_FEELING
from programs.mentorships.views.common import fetch_pair, to_card


def mentorship_sympathy(request, slug, pk):
    """One answer of the own, for the curator alone; changed until it was read."""
    pair, employment = fetch_pair(request, pk), request.actor.employment
    own = pair.sympathies.filter(by=request.user).first()
    if (own and own.read_at) or not selectors.is_sympathy_asked(pair, employment):
        messages.info(request, _("Nothing is asked of you here now. If something is hard, talk to the curator."))
        return to_card(request, pair)
    initial = {"feeling": own.feeling, "words": own.words} if own else {}
    form = SympathyForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            services.answer_sympathy(pair, by=request.user, employment=employment, **form.cleaned_data)
            messages.success(request, _("Thank you. Only the curator reads your answer."))
            return to_card(request, pair)
    values = {"pair": pair, "form": form, "answered": own is not None}
    return render(request, "programs/mentorships/mentorship_sympathy.html", values)


def mentorship_sympathies(request, slug, pk):
    """The answers of one pair, for the curator; each opens with a press and stays as it is from then on."""
    pair = fetch_pair(request, pk)
    if request.method == "POST":
        _note(request, pair)
        return redirect(request.path)
    values = {
        "pair": pair,
        "answers": pair.sympathies.select_related("by__person", "read_by__person"),
        "low": LOW_FEELING,
    }
    return render(request, "programs/mentorships/mentorship_sympathies.html", values)


def _note(request, pair):
    deeds = {"read": services.read_sympathy, "talked": services.note_talk}
    deed, _dash, key = request.POST.get("do", "").partition("-")
    answer = pair.sympathies.filter(pk=key).first() if key.isdecimal() and len(key) < 18 else None
    if deed not in deeds or answer is None:
        messages.error(request, _("There is no such answer any more. Look at the list again."))
        return
    with refusals_told(request):
        deeds[deed](answer, by=request.user)
        if deed == "talked":
            messages.success(request, _("Written down: you have talked with the pair."))
