"""Who may open which address of the room: permissions.md, row «council minutes».

The curator keeps all meetings, a member of the council those of the council; whoever is invited reads the card.
"""

import rules

from people.accounts.predicates import (
    council,
    curator,
    director,
    mentee,
    mentor,
    psychologist,
    staff,
    sysadmin,
)
from people.accounts.states import Role
from programs.council.states import MeetingKind
from programs.mentorships.permissions import takes_part

# The rows themselves are narrowed by `Meeting.objects.visible_to`.
goes_to_meetings = director | curator | council | psychologist | mentor | mentee | staff | sysadmin


@rules.predicate
def is_of_council(actor, meeting):
    return meeting is not None and meeting.kind == MeetingKind.COUNCIL


@rules.predicate
def marked_it(actor, meeting):
    """The actor is the one who marked the meeting as held."""
    return meeting is not None and meeting.marked_by_id is not None and meeting.marked_by_id == actor.user.pk


keeps = curator | council & is_of_council


def kinds_kept(actor):
    """The sorts of meetings the actor may plan: a set of MeetingKind."""
    if actor.has(Role.CURATOR):
        return set(MeetingKind)
    return {MeetingKind.COUNCIL} if actor.has(Role.COUNCIL) else set()


@rules.predicate
def takes_part_there(actor, thing):
    """The actor is in the pair that a vote or a comment is about."""
    return thing is not None and takes_part.test(actor, thing.mentorship)


@rules.predicate
def wrote_it(actor, comment):
    return comment is not None and comment.by_id == actor.user.pk


RIGHTS = {
    "programs:meeting_list": goes_to_meetings,
    "programs:meeting_create": curator | council,
    "programs:meeting_card": goes_to_meetings,
    "programs:meeting_edit": keeps,
    "programs:meeting_hold": keeps,
    "programs:meeting_unmark": keeps & marked_it,
    "programs:meeting_cancel": keeps,
    "programs:meeting_file": goes_to_meetings,
    # What is said of a pair is never for its own people, whatever their roles.
    "programs:pair_discussion": (director | curator | council) & ~takes_part,
    "programs:pair_comment": council & ~takes_part,
    "programs:pair_comment_edit": council & wrote_it,
    "programs:pair_comment_withdraw": council & wrote_it,
    "programs:pair_vote_open": curator & ~takes_part,
    "programs:pair_ballot": council & ~takes_part_there,
    "programs:pair_vote_close": curator & ~takes_part_there,
    "programs:pair_decide": council & ~takes_part,
}
