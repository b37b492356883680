"""Those asked accept or decline; the curator withdraws."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.states import Role
from people.consents.wording import render_wording
from programs.mentorships import selectors, services
from programs.mentorships.forms import AcceptForm, DeclineForm
from programs.mentorships.states import BEFORE_ORDER, CounterState
from programs.mentorships.views.common import fetch_pair, to_card


def mentorship_accept(request, slug, pk):
    """Both sides read the same terms; the consent that is lacking is signed in the same step."""
    mentorship, employment = fetch_pair(request, pk), request.actor.employment
    if not selectors.is_asked(mentorship, employment):
        messages.info(request, _("Nothing is asked of you here any more. This is how it stands."))
        return to_card(request, mentorship)
    role, _member = selectors.place_of(mentorship, employment)
    text = services.text_to_sign(employment, role)
    initial = {"seen": mentorship.version, "text_seen": text.pk if text else None}
    form = AcceptForm(request.POST or None, user=request.user, signs=text is not None, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _accept(request, mentorship, form)
    regulations = selectors.Regulations(request.actor.organization)
    values = {
        "pair": mentorship,
        "form": form,
        "role": role,
        "form_label": regulations.form_label(mentorship),
        "term_words": selectors.program_term_words(regulations.on(mentorship.starts_on).program),
        "rules": regulations.on(mentorship.starts_on).program,
        "kinds_word": regulations.on(mentorship.starts_on).kinds.print_as,
        "kinds": regulations.kind_labels(mentorship),
        "is_single": selectors.is_single_meeting(mentorship),
        "group_size": len(mentorship.joins.current_members) if mentorship.is_joining else 0,
        "counters": mentorship.counters.filter(by=request.user)
        .exclude(state=CounterState.WITHDRAWN)
        .order_by("-pk")[:1],
        "others": [side for side in selectors.sides(mentorship, request.actor) if not side.is_me],
        "text": text,
        "wording": render_wording(text, employment, request.actor.today()) if text else "",
        "lacks_processing": selectors.lacks_processing(employment, role),
    }
    return render(request, "programs/mentorships/mentorship_accept.html", values)


def _accept(request, mentorship, form):
    with refusals_told(request):
        services.accept_mentorship(
            mentorship, by=request.user, employment=request.actor.employment, **_signed(form.cleaned_data)
        )
        messages.success(request, _("You accepted. The curator knows."))
        return to_card(request, mentorship)
    # The page is read again from the start: the refusal may mean that the terms are others now.
    return redirect(request.path)


def _signed(values):
    return {"password": values.get("password", ""), "seen": values["seen"], "text_seen": values["text_seen"]}


def mentorship_decline(request, slug, pk):
    """Those asked decline, the curator withdraws; both say why."""
    mentorship = fetch_pair(request, pk)
    if mentorship.state not in BEFORE_ORDER:
        messages.info(request, _("It is too late to decline here. This is how it stands."))
        return to_card(request, mentorship)
    form = DeclineForm(request.POST or None)
    role, _member = selectors.place_of(mentorship, request.actor.employment)
    if form.is_valid():
        with refusals_in(form):
            services.decline_mentorship(mentorship, by=request.user, reason=form.cleaned_data["reason"])
            done = _("You declined. The curator knows.") if role else _("The proposal is withdrawn.")
            messages.success(request, done)
            return redirect(request.actor.url("programs:mentorship_list"))
    only_leaves = role == Role.MENTEE and len(mentorship.current_members) > 1
    values = {"pair": mentorship, "form": form, "role": role, "only_leaves": only_leaves}
    return render(request, "programs/mentorships/mentorship_decline.html", values)
