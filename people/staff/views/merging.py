"""Joining two staff cards of one person: choosing the other card, comparing, doing it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from mentoring.lib.text import search_key
from people.accounts.access import fetch
from people.staff.forms import MergeForm
from people.staff.models import Employment
from people.staff.selectors import merge_candidates
from people.staff.services import forbidding, forbidding_one_card, merge_cards, what_moves
from people.staff.services.comparing import further_works

AT_MOST = 30


def _cards(request):
    rows = Employment.objects.visible_to(request.actor)
    return rows.select_related("organization", "person__user", "mentor_entry", "mentee_entry")


def staff_merge(request, slug, pk):
    """Choose the other card: first those that look alike, then whoever is searched for."""
    card = fetch(request, _cards(request), pk=pk)
    wanted = search_key(request.GET.get("q", "")[:200])
    others = Employment.objects.visible_to(request.actor).exclude(person=card.person_id).select_related("person")
    found = (
        others.filter(person__search_key__contains=wanted).order_by("person__search_key")[:AT_MOST] if wanted else []
    )
    values = {"card": card, "alike": merge_candidates(card), "found": found, "q": request.GET.get("q", "")}
    return render(request, "people/staff/staff_merge.html", values)


def staff_merge_preview(request, slug, pk, other):
    """Both cards side by side, what moves and what forbids it; then the joining itself."""
    kept = fetch(request, _cards(request), pk=pk)
    gone = fetch(request, _cards(request).exclude(person=kept.person_id), pk=other)
    form = MergeForm(request.POST or None, kept=kept, gone=gone)
    if request.method == "POST" and form.is_valid():
        values = {"seen": form.cleaned_data["seen"], "choices": form.choices, "one_card": form.is_one_card}
        with refusals_in(form):
            card = merge_cards(kept, gone, by=request.user, **values)
            messages.success(request, _("The cards are joined."))
            return redirect(request.actor.url("people:staff_card", card.pk))
        form.data = form.data.copy()
        form.data["seen"] = form.fields["seen"].initial
    values = {
        "form": form,
        "kept": kept,
        "gone": gone,
        "moves": what_moves(gone),
        "works": further_works(gone),
        "reasons": forbidding(kept, gone),
        "one_card_reasons": forbidding_one_card(kept, gone),
    }
    return render(request, "people/staff/staff_merge_preview.html", values)
