"""Reads about the network: who is open, how many places are free, what two organizations agreed on."""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext as _

from people.banks.models import MenteeEntry
from people.banks.selectors import is_proposed, places_in_use
from people.banks.states import EntryState
from people.history.models import Move
from people.network.models import NetworkGrant, NetworkOffer
from people.network.states import GRANTED, OPEN_GRANT, GrantState
from people.staff.models import Employment


def open_offers(organization):
    """Open mentors of the territory with ``free``, the places that may be asked for; those without one left out."""
    members = MenteeEntry._meta.get_field("members").related_model.objects.order_by()
    taken = members.filter(
        left_on__isnull=True, mentorship__ended_on__isnull=True, mentorship__mentor_entry=OuterRef("entry")
    )
    held = Coalesce(Subquery(taken.values("mentorship__mentor_entry").annotate(n=Count("pk")).values("n")), 0)
    rows = NetworkOffer.objects.open_to(organization).annotate(
        free=Least(
            F("places") - _places(OPEN_GRANT),
            F("entry__capacity") - F("entry__places_away") - held - _places([GrantState.ASKED]),
            output_field=IntegerField(),
        )
    )
    return rows.filter(free__gt=0).select_related("entry__employment__person", "entry__employment__organization")


def not_asked_by(offers, organization):
    """Of ``offers`` those whose mentor ``organization`` has not asked for."""
    asked = NetworkGrant.objects.open().filter(host=organization)
    return offers.exclude(entry__in=asked.values("entry"))


def _places(states):
    rows = NetworkGrant.objects.filter(entry=OuterRef("entry"), state__in=states).order_by()
    return Coalesce(Subquery(rows.values("entry").annotate(n=Sum("places")).values("n")), 0)


def grants_of(actor):
    """What is asked, granted and over between the actor's organization and others, what goes on first."""
    rows = list(NetworkGrant.objects.visible_to(actor).with_people(actor.today()))
    order = list(GrantState.values)
    return sorted(rows, key=lambda row: (row.state not in OPEN_GRANT, order.index(row.state), -row.pk))


def name_of(grant, actor):
    """The mentor's name as the actor may read it.

    The asking organization reads it while the mentor allows the transfer and once the mentor works there.
    """
    person = grant.entry.employment.person
    if actor.organization == grant.home or grant.guest_id or grant.transfer_allowed:
        return person.full_name
    return _("A mentor of the network")


def history_of(grant, actor):
    """What happened, for a timeline; whoever acted in the other organization is not named."""
    moves = list(Move.objects.of(grant))
    people = [move.by.person_id for move in moves if move.by]
    here = Employment.objects.filter(organization=actor.organization, person__in=people)
    known = set(here.values_list("person", flat=True))
    return [
        {
            "title": move.deed_label,
            "who": move.by.person.short_name if move.by and move.by.person_id in known else "",
            "when": move.at,
            "why": move.reason,
        }
        for move in moves
    ]


def taking(entries):
    """Of the mentor ``entries`` those who may get mentees: no guests whose work only waits for its last pair."""
    ending = NetworkGrant.objects.filter(guest=OuterRef("employment"), state=GrantState.ENDING)
    return entries.filter(~Exists(ending))


def is_at_work(grant):
    """Whether a pair at the asking organization, running or proposed, counts on the mentor."""
    entry = getattr(grant.guest, "mentor_entry", None) if grant.guest else None
    return entry is not None and (entry.state == EntryState.PAIRED or is_proposed(entry))


def free_at_home(entry):
    """Places of the mentor that nobody has: neither a mentee at home nor another organization."""
    return entry.capacity - entry.places_away - places_in_use(entry)


def to_decide(actor):
    """Requests that wait for the actor's word, by the state that asks for it."""
    rows = NetworkGrant.objects.visible_to(actor).filter(home=actor.organization).with_people(actor.today())
    return rows.filter(state__in=[GrantState.ASKED, GrantState.AGREED, GrantState.RELEASED])


def ending_here(actor):
    """Grants to the actor's organization that are over but for a pair that still works."""
    rows = NetworkGrant.objects.visible_to(actor).filter(host=actor.organization, state=GrantState.ENDING)
    return rows.with_people(actor.today())


def homes_of_guests(organization):
    """The mentors of other organizations who work in ``organization``: employment → short name of the home."""
    rows = NetworkGrant.objects.filter(host=organization, state__in=GRANTED)
    return dict(rows.values_list("guest", "home__short_name"))
