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


RIGHTS = {
    "programs:meeting_list": goes_to_meetings,
    "programs:meeting_create": curator | council,
    "programs:meeting_card": goes_to_meetings,
    "programs:meeting_edit": keeps,
    "programs:meeting_hold": keeps,
    "programs:meeting_unmark": keeps & marked_it,
    "programs:meeting_cancel": keeps,
    "programs:meeting_file": goes_to_meetings,
}
