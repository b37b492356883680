"""Who may open which address of the room: permissions.md, row «replacement / release request»."""

import rules

from people.accounts.predicates import council, curator, director, mentee, mentor, psychologist
from programs.mentorships.permissions import takes_part as takes_part_in_pair

readers = director | curator | council | psychologist


@rules.predicate
def takes_part(actor, application):
    """On either side of the pair the application is about."""
    return application is not None and takes_part_in_pair.test(actor, application.mentorship)


@rules.predicate
def filed_it(actor, application):
    return application is not None and actor.user is not None and application.filed_by_id == actor.user.pk


@rules.predicate
def prepared_it(actor, application):
    """Whoever filed it or put the visa does not decide on it."""
    return application is not None and actor.user.pk in (application.filed_by_id, application.visa_by_id)


RIGHTS = {
    "programs:application_list": readers | mentor | mentee,
    "programs:application_card": readers | takes_part | filed_it,
    "programs:application_file": curator | takes_part_in_pair,
    "programs:application_keep": curator | takes_part_in_pair,
    "programs:application_answer": takes_part,
    "programs:application_withdraw": filed_it,
    # Nobody decides on a pair of their own.
    "programs:application_visa": curator & ~takes_part,
    "programs:application_agenda": (curator | council) & ~takes_part,
    "programs:application_mediate": (curator | council) & ~takes_part,
    "programs:application_decide": director & ~takes_part & ~prepared_it,
    "programs:application_succeed": curator & ~takes_part,
}
