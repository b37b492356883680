"""Every write of the room: meetings from the plan to the minutes, and what the council says to proposed pairs."""

from programs.council.services.holding import cancel_meeting, correct_minutes, mark_held, take_mark_back
from programs.council.services.pairs import (
    cast_ballot,
    change_comment,
    close_vote,
    comment_on,
    decide_on_pair,
    drop_votes,
    open_vote,
    withdraw_comment,
)
from programs.council.services.planning import add_point, edit_meeting, plan_meeting

__all__ = [
    "add_point",
    "cancel_meeting",
    "cast_ballot",
    "change_comment",
    "close_vote",
    "comment_on",
    "correct_minutes",
    "decide_on_pair",
    "drop_votes",
    "edit_meeting",
    "mark_held",
    "open_vote",
    "plan_meeting",
    "take_mark_back",
    "withdraw_comment",
]
