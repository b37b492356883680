"""The question about mutual sympathy (regulations, 6.1): asked of each side, answered to the curator alone.

Nothing of it goes into the history or the notices of the pair: those are read by others.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from programs.mentorships.models import SympathyAnswer
from programs.mentorships.selectors import is_sympathy_asked
from programs.mentorships.services import guards, tidings
from programs.mentorships.states import LOW_FEELING, Feeling

WORDS_LENGTH = 1000


@transaction.atomic
def answer_sympathy(mentorship, *, by, employment, feeling, words=""):
    """Tell the curator how ``employment`` gets on with the other side; changed until the curator has read it.

    Raises MoveRefused where nothing is asked, after the reading, and by field (feeling, words).
    """
    row = guards.lock(mentorship)
    if not is_sympathy_asked(row, employment):
        raise MoveRefused(_("Nothing is asked of you here now. The question comes after the first meeting."))
    if feeling not in Feeling.values:
        raise MoveRefused({"feeling": _("Choose one of the answers.")})
    words = clean_text(words).strip()
    if len(words) > WORDS_LENGTH:
        raise MoveRefused({"words": _("Say it shorter: 1000 characters at most.")})
    answer = row.sympathies.select_for_update().filter(by=by).first()
    if answer and answer.read_at:
        raise MoveRefused(_("The curator has read your answer already. Talk to the curator if something changed."))
    answer = answer or SympathyAnswer(mentorship=row, by=by)
    answer.feeling, answer.words, answer.at = feeling, words, now()
    answer.save()
    tidings.tell_sympathy(row)
    return answer


@transaction.atomic
def read_sympathy(answer, *, by):
    """Note that the curator has read the answer: from now on it stays as it is. Returns it."""
    row = SympathyAnswer.objects.select_for_update().get(pk=answer.pk)
    if row.read_at is None:
        row.read_at, row.read_by = now(), by
        row.save(update_fields=["read_at", "read_by"])
    return row


@transaction.atomic
def note_talk(answer, *, by):
    """Note that the curator has talked with the pair about a low answer. Raises MoveRefused before it was read."""
    row = SympathyAnswer.objects.select_for_update().get(pk=answer.pk)
    if row.read_at is None:
        raise MoveRefused(_("Read the answer first, then talk with the pair."))
    if row.feeling <= LOW_FEELING and row.talked_on is None:
        row.talked_on = row.mentorship.organization.today()
        row.save(update_fields=["talked_on"])
    return row
