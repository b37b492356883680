"""The path of a proposal and the change of its terms."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from mentoring.lib.versions import StaleSave
from people.organizations.selectors import regulation_on
from programs.mentorships import selectors, services
from programs.mentorships.forms import ChangeForm, ProposalForm, has_reverse
from programs.mentorships.states import BEFORE_ORDER
from programs.mentorships.views.common import fetch_pair, to_card


def mentorship_propose(request, slug):
    """Three steps whose choices stand in the address: mentees, mentor, terms; only the last one writes."""
    organization = request.actor.organization
    settings = regulation_on(organization, organization.today())
    if request.method == "POST":
        return _send(request, settings)
    mentees = list(selectors.mentees_to_choose(organization, with_reverse=has_reverse(settings)))
    chosen = _chosen(mentees, request.GET.getlist("mentee"))
    mentors = list(selectors.mentors_to_choose(organization))
    mentor = next(iter(_chosen(mentors, request.GET.getlist("mentor"))), None)
    step = request.GET.get("step")
    if not chosen or step == "1":
        return _mentees_step(request, mentees, chosen, mentor, too_early=step in ("2", "3"))
    if mentor is None or step == "2":
        return _mentor_step(request, mentors, chosen, mentor, too_early=step == "3")
    day = organization.today()
    initial = {
        "mentor": mentor.pk,
        "mentee": [entry.pk for entry in chosen],
        "starts_on": day,
        "ends_on": _last_day(settings, day, [mentor, *chosen]),
        "kinds": request.GET.getlist("kind"),
        "override_reason": selectors.reason_given(mentor, chosen, request.user),
    }
    if "form" in request.GET:
        initial["form"] = request.GET["form"]
    form = ProposalForm(organization=organization, settings=settings, initial=initial, **_asked_of(mentor, chosen))
    return _terms_step(request, form, chosen, mentor)


def _last_day(settings, day, entries):
    """The end of the school year, or the last day somebody works here if that comes before it."""
    last = [entry.employment.ends_on for entry in entries if entry.employment.ends_on]
    return min([selectors.end_of_school_year(settings, day), *last])


def _send(request, settings):
    organization = request.actor.organization
    form = ProposalForm(request.POST, organization=organization, settings=settings)
    mentor, chosen = _sent(request, form)
    form = ProposalForm(request.POST, organization=organization, settings=settings, **_asked_of(mentor, chosen))
    if form.is_valid():
        with refusals_in(form):
            mentorship = _propose(request, form)
            messages.success(request, _("The proposal is made. Everybody in it is asked for an answer."))
            return to_card(request, mentorship)
    return _terms_step(request, form, chosen, mentor)


def _sent(request, form):
    """The mentor and the mentees that the sent form names."""
    chosen = _chosen(form.fields["mentee"].queryset, request.POST.getlist("mentee"))
    return next(iter(_chosen(form.fields["mentor"].queryset, request.POST.getlist("mentor"))), None), chosen


def _asked_of(mentor, chosen):
    """What the form asks of these people: a line manager's reason; the other way round, where both banks have both."""
    if mentor is None:
        return {}
    both_ways = len(chosen) == 1 and bool(selectors.reverse_entries(mentor, chosen[0]))
    return {"leads": bool(selectors.led_by(mentor, chosen)), "both_ways": both_ways}


def _propose(request, form):
    organization, values = request.actor.organization, form.proposal()
    if not form.cleaned_data.get("both_ways"):
        return services.propose_mentorship(organization, by=request.user, **values)
    values.pop("direction")
    forward, _reverse = services.propose_both_ways(organization, by=request.user, **values)
    return forward


def _address(request, step, chosen, mentor):
    """The address of one step with everything chosen so far."""
    choice = {"mentee": [entry.pk for entry in chosen], "mentor": [mentor.pk] if mentor else [], "step": step}
    return f"{request.path}?{urlencode(choice, doseq=True)}"


def _render_step(request, number, chosen, mentor, **values):
    labels = (_("Mentees"), _("Mentor"), _("Terms and sending"))
    values |= {
        "step": number,
        "steps": [(label, _address(request, place, chosen, mentor)) for place, label in enumerate(labels, 1)],
        "chosen": chosen,
        "mentor": mentor,
    }
    return render(request, "programs/mentorships/mentorship_propose.html", values)


def _mentees_step(request, mentees, chosen, mentor, too_early):
    rows = [
        {"entry": entry, "on": entry in chosen, "matches": selectors.matches(mentor, [entry]) if mentor else []}
        for entry in mentees
    ]
    values = {
        "free": [row for row in rows if not row["entry"].has_mentor],
        "with_mentor": [row for row in rows if row["entry"].has_mentor],
        "opens_with_mentor": any(entry.has_mentor for entry in chosen),
        "too_early": too_early,
    }
    return _render_step(request, 1, chosen, mentor, **values)


def _mentor_step(request, mentors, chosen, mentor, too_early):
    """Mentors with enough free places, those who can help most first."""
    people = {entry.employment.person_id for entry in chosen}
    rows = [
        {"entry": entry, "on": entry == mentor, "matches": selectors.matches(entry, chosen)}
        for entry in mentors
        if entry.places - entry.taken >= len(chosen) and entry.employment.person_id not in people
    ]
    rows.sort(key=lambda row: (-len(row["matches"]), row["entry"].taken - row["entry"].places))
    values = {"rows": rows, "left_out": len(mentors) - len(rows), "too_early": too_early}
    return _render_step(request, 2, chosen, mentor, **values)


def _terms_step(request, form, chosen, mentor):
    found = selectors.matches(mentor, chosen) if mentor else []
    without_account = [
        entry.employment for entry in [mentor, *chosen] if entry and not hasattr(entry.employment.person, "user")
    ]
    values = {"form": form, "matches": found, "without_account": without_account}
    return _render_step(request, 3, chosen, mentor, **values)


def _chosen(entries, keys):
    """Those of ``entries`` named by ``keys``; what is nonsense or not free is left out."""
    return [entry for entry in entries if str(entry.pk) in keys]


def mentorship_edit(request, slug, pk):
    """The terms, while no order holds them."""
    mentorship, organization = fetch_pair(request, pk), request.actor.organization
    if mentorship.state not in BEFORE_ORDER:
        messages.info(request, _("The terms can be changed only before the pair goes into an order."))
        return to_card(request, mentorship)
    names = ("form", "kinds", "mentor_role", "starts_on", "ends_on", "focus", "version")
    settings = regulation_on(organization, mentorship.starts_on)
    initial = {name: getattr(mentorship, name) for name in names}
    form, current = ChangeForm(request.POST or None, settings=settings, initial=initial), None
    if form.is_valid():
        terms = dict(form.cleaned_data)
        try:
            with refusals_in(form):
                services.change_mentorship(mentorship, by=request.user, expected_version=terms.pop("version"), **terms)
                messages.success(request, _("The terms are saved."))
                return to_card(request, mentorship)
        except StaleSave as stale:
            current = stale.current
            form = _with_present_version(form, settings, current)
    regulations = selectors.Regulations(organization)
    values = {"pair": mentorship, "form": form, "current": current, "is_approved": mentorship.approvals.exists()}
    if current:
        values |= {
            "form_label": regulations.form_label(current),
            "kinds_word": regulations.on(current.starts_on).kinds.print_as,
            "kinds": regulations.kind_labels(current),
        }
    return render(request, "programs/mentorships/mentorship_edit.html", values)


def _with_present_version(form, settings, current):
    """The same form with what was typed, ready to be saved over the present terms once both were compared."""
    data = form.data.copy()
    data["version"] = current.version
    return ChangeForm(data, settings=settings)
