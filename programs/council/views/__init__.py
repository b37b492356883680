"""The pages of the room."""

from programs.council.views.holding import meeting_cancel, meeting_hold, meeting_unmark
from programs.council.views.pages import meeting_card, meeting_file, meeting_list
from programs.council.views.pairs import (
    pair_ballot,
    pair_comment,
    pair_comment_edit,
    pair_comment_withdraw,
    pair_decide,
    pair_discussion,
    pair_vote_close,
    pair_vote_open,
)
from programs.council.views.planning import meeting_create, meeting_edit

__all__ = [
    "meeting_cancel",
    "meeting_card",
    "meeting_create",
    "meeting_edit",
    "meeting_file",
    "meeting_hold",
    "meeting_list",
    "meeting_unmark",
    "pair_ballot",
    "pair_comment",
    "pair_comment_edit",
    "pair_comment_withdraw",
    "pair_decide",
    "pair_discussion",
    "pair_vote_close",
    "pair_vote_open",
]
