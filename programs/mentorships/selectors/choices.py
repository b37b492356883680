"""Whom to choose, and where a mentor can help."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from people.banks.models import MenteeEntry, MentorEntry
from people.banks.selectors import places_within
from people.banks.states import EntryState, Level
from people.network.selectors import taking
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Member
from programs.mentorships.states import LIVE, Direction

# Whoever stands in the bank in one of these may be put into a pair; a mentor takes several mentees.
CHOOSABLE = (EntryState.ACTIVE, EntryState.PAIRED)


def _at_work(organization):
    ends_on = "employment__ends_on"
    return Q(**{f"{ends_on}__isnull": True}) | Q(**{f"{ends_on}__gte": organization.today()})


def mentors_to_choose(organization):
    """Mentors of the bank who may be proposed, full ones included.

    ``taken`` counts the places held, ``places`` those given within the limit of the regulation.
    """
    limit = regulation_on(organization, organization.today()).bank.max_mentees
    holding = Q(mentorships__state__in=LIVE, mentorships__members__left_on__isnull=True)
    return (
        taking(MentorEntry.objects.of_organization(organization))
        .filter(_at_work(organization), state__in=CHOOSABLE)
        .annotate(taken=Count("mentorships__members", filter=holding, distinct=True), places=places_within(limit))
        .select_related("employment__person")
        .prefetch_related("strengths__competence")
        .order_by("employment__person__search_key", "pk")
    )


def mentees_to_choose(organization, *, with_reverse=False):
    """Mentees of the bank without a mentor; ``with_reverse`` adds those free for a reverse link only.

    ``has_mentor`` tells whether the forward direction is taken.
    """
    held = Member.objects.holding_places().filter(mentee_entry=OuterRef("pk"))
    rows = MenteeEntry.objects.of_organization(organization).annotate(
        has_mentor=Exists(held.filter(direction=Direction.FORWARD)),
        has_reverse=Exists(held.filter(direction=Direction.REVERSE)),
    )
    free = Q(has_mentor=False) | Q(has_reverse=False) if with_reverse else Q(has_mentor=False)
    return (
        rows.filter(free, _at_work(organization), state__in=CHOOSABLE)
        .select_related("employment__person")
        .prefetch_related("needs__competence")
        .order_by("employment__person__search_key", "pk")
    )


@dataclass(frozen=True)
class Match:
    """One competence in which the mentor is ahead of at least one of the mentees."""

    competence: str
    mentor_level: str
    mentees: tuple


def matches(mentor_entry, mentee_entries):
    """Where the mentor can help: competences in which the mentor's level is higher, with both levels in words."""
    found = []
    for strength in mentor_entry.strengths.all():
        behind = tuple(
            (entry.employment.person.short_name, need.get_level_before_display())
            for entry in mentee_entries
            for need in entry.needs.all()
            if need.competence_id == strength.competence_id and need.level_before < strength.level
        )
        if behind:
            found.append(Match(str(strength.competence), Level(strength.level).label, behind))
    return found
