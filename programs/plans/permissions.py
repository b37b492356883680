"""Who may open which address of the room: permissions.md, rows «personalized program» and «event of a plan»."""

import rules

from people.accounts.predicates import council, curator, director, mentee, mentor, psychologist, sysadmin
from programs.mentorships.permissions import takes_part as takes_part_in_pair
from programs.plans.states import HelperState

readers = director | curator | council | psychologist | sysadmin
# The plan, the note, the files: the psychologist reads only what the support of the participants needs.
whole_readers = director | curator | council | sysadmin


@rules.predicate
def takes_part(actor, thing):
    """On either side of the pair behind a program, an event or a file."""
    return thing is not None and takes_part_in_pair.test(actor, thing.mentorship)


# Whether a program, an event or a file is open as a whole.
reads_whole = whole_readers | takes_part


@rules.predicate
def mentors_pair(actor, pair):
    """The mentor of the pair itself."""
    return pair is not None and actor.employment is not None and pair.mentor_entry.employment_id == actor.employment.pk


@rules.predicate
def mentors(actor, thing):
    """The mentor of the pair behind a program, an event or a file."""
    return thing is not None and mentors_pair.test(actor, thing.mentorship)


@rules.predicate
def helps(actor, thing):
    """A colleague who agreed to help with an event, or with the event of a file."""
    if thing is None or actor.employment is None:
        return False
    event = getattr(thing, "event", thing)
    return event.helpers.filter(employment=actor.employment, state=HelperState.ACCEPTED).exists()


@rules.predicate
def is_asked_to_help(actor, helper):
    """The colleague of an invitation."""
    return helper is not None and actor.employment is not None and helper.employment_id == actor.employment.pk


@rules.predicate
def no_part(actor, thing):
    """Nobody decides on a program of their own."""
    return thing is not None and not takes_part_in_pair.test(actor, thing.mentorship)


RIGHTS = {
    "programs:program_list": readers | mentor | mentee,
    "programs:program_create": curator | mentors_pair,
    "programs:program_card": readers | takes_part,
    "programs:program_versions": reads_whole,
    "programs:program_edit": curator | takes_part,
    "programs:program_keep": curator | takes_part,
    "programs:program_agree": takes_part,
    "programs:program_return": curator & no_part,
    "programs:program_approve": curator & no_part,
    "programs:program_end": curator & no_part,
    "programs:event_card": reads_whole | helps,
    "programs:event_create": curator | takes_part,
    "programs:event_edit": curator | takes_part,
    "programs:event_remove": curator | takes_part,
    "programs:event_mark": curator | takes_part,
    "programs:event_unmark": curator | takes_part,
    # A mentee reports and reflects; what falls out or moves is the mentor's and the curator's word.
    "programs:event_cancel": curator | mentors,
    "programs:event_move": curator | mentors,
    "programs:evidence_file": reads_whole | helps,
    "programs:evidence_remove": curator | mentors,
    "programs:helper_invite": curator | mentors,
    "programs:helper_answer": is_asked_to_help,
    "programs:helper_withdraw": curator | mentors,
}
