"""The other side answers under its own account: agrees, does not agree, or writes its word."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import move, record
from programs.applications.models import ApplicationConsent
from programs.applications.selectors import counterparts, may_answer, sides_of
from programs.applications.services import guards, tidings
from programs.applications.states import ApplicationKind, ApplicationState

WORD_LENGTH = 2000


@transaction.atomic
def answer_application(application, *, by, agrees, word=""):
    """Write the answer of ``by``, one of the pair: the consent to what the other side asks for.

    Whoever does not agree says why, and the application is closed. When all have agreed the curators are called.
    About an end ahead of time nobody is asked for consent: the word is kept for the head. Raises MoveRefused if
    nobody asks for the answer (any more), or without the word it needs. Returns the Application.
    """
    row = guards.lock(application)
    work = next((each for each in sides_of(row) if by.person_id and each.person_id == by.person_id), None)
    if not may_answer(row, work):
        message = _("Nothing is asked of you here (any more): the state is “%(state)s”.")
        raise MoveRefused(message % {"state": row.get_state_display()})
    word = clean_text(word).strip()
    if len(word) > WORD_LENGTH:
        raise MoveRefused({"word": _("Say it shorter: 2000 characters at most.")})
    only_word = row.kind == ApplicationKind.TERMINATION
    if not word and (only_word or not agrees):
        raise MoveRefused({"word": _("Write a few words: those who decide and the other side will read them.")})
    ApplicationConsent.objects.create(
        application=row, employment=work, agrees=None if only_word else agrees, word=word, by=by, at=now()
    )
    _settle(row, by, only_word=only_word, agrees=agrees, word=word)
    return guards.lock(row)


def _settle(row, by, *, only_word, agrees, word):
    if only_word:
        record(row, gettext_noop("One side wrote its word"), by=by, reason=word)
        return
    if not agrees:
        deed = gettext_noop("The other side does not agree")
        move(row, ApplicationState.WITHDRAWN, by=by, deed=deed, reason=word, held=row)
        tidings.tell_disagreed(row, by)
        return
    record(row, gettext_noop("Agreed to the application"), by=by, reason=word)
    if not counterparts(guards.lock(row)):
        tidings.tell_curators(row, by)
