"""Other terms: wished by those asked, taken over or answered by the curator and the council."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.accounts.states import Role
from people.organizations.selectors import regulation_on
from programs.mentorships import selectors, services
from programs.mentorships.forms import CounterAnswerForm, CounterForm
from programs.mentorships.models import CounterProposal
from programs.mentorships.states import BEFORE_ORDER, CounterState
from programs.mentorships.views.common import fetch_pair, to_card


def mentorship_counter(request, slug, pk):
    """What I would have otherwise: the terms in fields, the rest in words."""
    pair = fetch_pair(request, pk)
    if pair.state not in BEFORE_ORDER:
        messages.info(request, _("The terms can be changed only before the pair goes into an order."))
        return to_card(request, pair)
    earlier = pair.counters.filter(by=request.user, state=CounterState.WAITING).first()
    source = earlier or pair
    initial = {name: getattr(source, name) for name in CounterProposal.TERMS}
    initial["words"] = earlier.words if earlier else ""
    settings = regulation_on(pair.organization, pair.starts_on)
    form = CounterForm(request.POST if request.method == "POST" else None, settings=settings, initial=initial)
    if form.is_valid():
        with refusals_in(form):
            services.propose_change(
                pair,
                by=request.user,
                employment=request.actor.employment,
                terms=form.terms(),
                words=form.cleaned_data["words"],
            )
            messages.success(request, _("Your wish is with the curator and the council. You will see their answer."))
            return to_card(request, pair)
    return render(request, "programs/mentorships/mentorship_counter.html", {"pair": pair, "form": form})


def counter_card(request, slug, pk):
    """The wish beside the present terms: take it over, or say why they stay."""
    rows = CounterProposal.objects.visible_to(request.actor).select_related("by__person", "answered_by__person")
    counter = fetch(request, rows, pk=pk)
    pair = _pair_of(counter)
    decides = request.actor.has(Role.CURATOR, Role.COUNCIL) and counter.by_id != request.user.pk
    waits = counter.state == CounterState.WAITING and pair.state in BEFORE_ORDER
    takes = request.POST.get("do") == "take"
    form = CounterAnswerForm(request.POST if request.method == "POST" and not takes else None)
    if request.method == "POST" and decides and (takes or form.is_valid()):
        with refusals_told(request) if takes else refusals_in(form):
            _decide(counter, request.user, takes, form)
            done = _("Taken over: everybody is asked again.") if takes else _("Your answer is sent.")
            messages.success(request, done)
            return to_card(request, pair)
        if takes:
            return redirect(request.path)
    values = {
        "pair": pair,
        "counter": counter,
        "rows": _compared(pair, counter),
        "form": form,
        "decides": decides and waits,
    }
    return render(request, "programs/mentorships/counter_card.html", values)


def _pair_of(counter):
    """The pair of the wish with its people; the door has let the reader in by the wish."""
    return type(counter.mentorship).objects.with_people().get(pk=counter.mentorship_id)


def _decide(counter, user, takes, form):
    if takes:
        services.take_counter(counter, by=user)
    else:
        services.answer_counter(counter, by=user, answer=form.cleaned_data["answer"])


def _compared(pair, counter):
    """Each term as it stands and as it is wished, in words."""
    regulations = selectors.Regulations(pair.organization)
    before, after = _in_words(regulations, pair), _in_words(regulations, counter)
    return [
        {"label": label, "now": now, "wished": wished, "differs": now != wished}
        for (label, now), (_label, wished) in zip(before, after, strict=True)
        if now or wished
    ]


def _in_words(regulations, terms):
    period = f"{date_numeric(terms.starts_on)} – {date_numeric(terms.ends_on)}"
    return [
        (_("Period"), period),
        (_("Form"), regulations.form_label(terms)),
        (_("Kinds"), ", ".join(sorted(regulations.kind_labels(terms)))),
        (_("Mentor as"), regulations.mentor_word(terms).nominative if terms.mentor_role else ""),
        (_("What to work on"), terms.focus),
    ]
