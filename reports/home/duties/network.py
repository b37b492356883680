"""What the network of organizations asks for."""

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_words
from people.accounts.access import may
from people.network.models import NetworkGrant, NetworkOffer
from people.network.selectors import ending_here, name_of
from people.network.selectors import to_decide as waiting_requests
from people.network.states import GrantState, OfferState
from reports.home.duties.base import URGENT, WEEK, Duty
from reports.home.standing import needs, standing

# Which page answers a request in this state.
PAGES = {
    GrantState.ASKED: "people:grant_agree",
    GrantState.AGREED: "people:grant_sign",
    GrantState.RELEASED: "people:grant_accept",
}


def _asked_for(actor, day):
    return NetworkGrant.objects.filter(home=actor.organization, state__in=PAGES)


@needs(_asked_for)
def to_decide(actor, day):
    """Requests for mentors of the own organization that wait for the actor: curator, head or the mentor."""
    return [
        Duty(
            _("%(organization)s asks for you as a mentor") % {"organization": row.host.short_name}
            if row.state == GrantState.RELEASED
            else _("%(organization)s asks for a mentor: %(name)s")
            % {"organization": row.host.short_name, "name": name_of(row, actor)},
            _("Answer"),
            actor.url("people:grant_card", row.pk),
            _("from %(start)s to %(end)s") % {"start": date_words(row.starts_on), "end": date_words(row.ends_on)},
            WEEK,
        )
        for row in waiting_requests(actor)
        if may(actor, PAGES[row.state], row)
    ]


@needs(standing(NetworkGrant, GrantState.ENDING))
def to_end(actor, day):
    """Granted mentors whose time is over while a pair here still counts on them."""
    return [
        Duty(
            _("The time of the granted mentor is over: %(name)s") % {"name": name_of(row, actor)},
            _("Open"),
            actor.url("people:grant_card", row.pk),
            _("End or hand over the pairs"),
            URGENT,
        )
        for row in ending_here(actor)
    ]


def to_open(actor, day):
    """The curator asks the mentor to open the own card."""
    if actor.employment is None:
        return []
    rows = NetworkOffer.objects.filter(state=OfferState.PROPOSED, entry__employment=actor.employment)
    detail = _("Mentors of the territory help each other's organizations. You decide.")
    return [
        Duty(_("You are asked to open your card for other organizations"), _("Look"), url, detail, WEEK)
        for url in (actor.url("people:network_offer", row.entry_id) for row in rows)
    ]
