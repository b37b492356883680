"""Reads about meetings and about what the council says to pairs."""

from programs.council.selectors.meetings import (
    choosable_staff,
    coming_meetings,
    council_of,
    kind_labels,
    next_number,
    waiting_for_mark,
    years_of,
)
from programs.council.selectors.pairs import (
    Tally,
    ballots_awaited_of,
    council_users,
    has_lapsed,
    is_refused,
    meetings_of_council,
    minutes_words,
    people_of,
    size_of_council,
    standing_decision,
    tally_of,
    voters_of,
    votes_to_close,
)

__all__ = [
    "Tally",
    "ballots_awaited_of",
    "choosable_staff",
    "coming_meetings",
    "council_of",
    "council_users",
    "has_lapsed",
    "is_refused",
    "kind_labels",
    "meetings_of_council",
    "minutes_words",
    "next_number",
    "people_of",
    "size_of_council",
    "standing_decision",
    "tally_of",
    "voters_of",
    "votes_to_close",
    "waiting_for_mark",
    "years_of",
]
