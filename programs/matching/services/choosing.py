"""Choosing a mentor from the ranking: what was suggested and why somebody else was taken is kept."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.banks.models import MenteeEntry
from programs.matching.models import MatchChoice
from programs.matching.selectors import suggest


@transaction.atomic
def choose_mentor(mentee_entry, mentor_entry, *, by, reason=""):
    """Keep the choice of ``mentor_entry`` for ``mentee_entry`` with the ranking as it stands now.

    A choice of the same mentee by the same user that led to no proposal gives way. Raises MoveRefused where the
    mentee or the mentor cannot be chosen, and by the field reason where the mentor is not the first or is a line
    manager and no reason is given. Returns the MatchChoice.
    """
    MenteeEntry.objects.select_for_update().get(pk=mentee_entry.pk)
    found = suggest(mentee_entry)
    if found.barriers:
        raise MoveRefused([barrier.sentence for barrier in found.barriers])
    candidate = found.candidate(mentor_entry.pk)
    if candidate is None:
        _refuse(found, mentor_entry)
    reason = clean_text(reason).strip()
    if candidate.asks_reason and not reason:
        raise MoveRefused({"reason": _why_asked(candidate)})
    MatchChoice.objects.filter(mentee_entry=mentee_entry, by=by, mentorship=None).delete()
    return MatchChoice.objects.create(
        organization=mentee_entry.employment.organization,
        mentee_entry=mentee_entry,
        mentor_entry=mentor_entry,
        suggested=found.ranking,
        place=candidate.place,
        total=candidate.score.points,
        is_manager=candidate.score.asks_reason,
        reason=reason,
        by=by,
        at=now(),
    )


def _refuse(found, mentor_entry):
    left_out = next((each for each in found.left_out if each.mentor.pk == mentor_entry.pk), None)
    if left_out is None:
        raise MoveRefused(_("This mentor does not stand in the bank any more. Choose another one."))
    raise MoveRefused([barrier.sentence for barrier in left_out.barriers if not barrier.may_override])


def _why_asked(candidate):
    if candidate.score.asks_reason:
        return _("The mentor is a line manager of the mentee. Write why it should be this mentor all the same.")
    return _("Somebody else stands before this mentor in the ranking. Write why you choose this one.")


def keep_with_proposal(mentorship, *, by):
    """Bind the waiting choice of ``by`` for one of the mentees of ``mentorship`` to it, if there is one."""
    rows = MatchChoice.objects.filter(mentor_entry=mentorship.mentor_entry_id, by=by, mentorship=None)
    choice = rows.filter(mentee_entry__members__mentorship=mentorship).first()
    if choice is not None:
        choice.mentorship = mentorship
        choice.save(update_fields=["mentorship"])
    return choice
