"""The first page of every role, and the search over everything one may see."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.accounts.selectors import first_place
from reports.home.duties import AT_MOST, duties_of
from reports.home.duties.base import URGENT
from reports.home.pictures import coverage, own_pairs, own_plan, stages_of_year
from reports.home.searching import find


def start(request):
    """After sign-in: to the organization, the territory or the installation the user belongs to."""
    address = first_place(request.user)
    if address is None:
        return render(request, "reports/home/nowhere.html")
    return redirect(address)


def _sentence(duties):
    """«Seven things wait for you, two of them urgent.»"""
    if not duties:
        return _("Nothing waits for you today.")
    sentence = ngettext("%(n)s thing waits for you", "%(n)s things wait for you", len(duties)) % {"n": len(duties)}
    urgent = sum(duty.tone == URGENT for duty in duties)
    if not urgent:
        return _("%(sentence)s.") % {"sentence": sentence}
    more = ngettext("%(n)s of them is urgent", "%(n)s of them are urgent", urgent) % {"n": urgent}
    return _("%(sentence)s, %(more)s.") % {"sentence": sentence, "more": more}


def home(request, slug):
    """What needs this person today, most urgent first, and beside it what they answer for."""
    duties = duties_of(request.actor)
    shown = duties if request.GET.get("all") else duties[:AT_MOST]
    context = {
        "day": request.actor.today(),
        "sentence": _sentence(duties),
        "urgent": [duty for duty in shown if duty.tone == URGENT],
        "others": [duty for duty in shown if duty.tone != URGENT],
        "left_out": len(duties) - len(shown),
        "figures": coverage(request.actor),
        "own_plan": own_plan(request.actor),
        "own_pairs": own_pairs(request.actor),
        "year": stages_of_year(request.actor),
    }
    return render(request, "reports/home/home.html", context)


def search(request, slug):
    """People, pairs, programs and orders by a word of theirs; only what this person may see."""
    words = request.GET.get("q", "").strip()[:100]
    groups = find(request.actor, words) if words else []
    return render(request, "reports/home/search.html", {"words": words, "groups": groups})
