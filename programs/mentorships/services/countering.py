"""Neither yes nor no: somebody asked wishes other terms; the curator or the council takes them over or says why not."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import move, record
from programs.mentorships.models import CounterProposal
from programs.mentorships.selectors import place_of
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.proposals import change_mentorship
from programs.mentorships.states import BEFORE_ORDER, CounterState

WORDS_LENGTH = 1000


@transaction.atomic
def propose_change(mentorship, *, by, employment, terms, words=""):
    """Keep what ``employment`` would have otherwise: ``terms`` by name (CounterProposal.TERMS) and ``words``.

    An earlier wish of the same person that still waits is taken back. Raises MoveRefused for somebody who takes no
    part, for a pair in an order, and where nothing else is wished. Returns the CounterProposal.
    """
    row = guards.lock(mentorship)
    if place_of(row, employment)[0] is None:
        raise MoveRefused(_("You do not take part in this pair (any more). Ask the curator."))
    if row.state not in BEFORE_ORDER:
        raise MoveRefused(_("The terms can be changed only before the pair goes into an order."))
    words = clean_text(words).strip()
    if len(words) > WORDS_LENGTH:
        raise MoveRefused({"words": _("Say it shorter: 1000 characters at most.")})
    wished = {name: getattr(row, name) for name in CounterProposal.TERMS} | terms
    wished["kinds"], wished["focus"] = list(wished["kinds"]), clean_text(wished["focus"]).strip()
    if wished["ends_on"] <= wished["starts_on"]:
        raise MoveRefused({"ends_on": _("The last day must come after the first one.")})
    if not words and not changed_terms(row, wished):
        raise MoveRefused({"words": _("Nothing is different yet. Change a term or say in words what you would have.")})
    withdraw_counters(row, by=by)
    counter = CounterProposal.objects.create(mentorship=row, by=by, at=now(), words=words, **wished)
    record(row, gettext_noop("Other terms are proposed"), by=by, reason=words)
    tidings.tell_countered(row, by)
    return counter


def changed_terms(mentorship, terms):
    """The names of those ``terms`` that are not the present ones; the sequence of kinds does not matter."""
    present = {name: getattr(mentorship, name) for name in terms}
    return [name for name in terms if _sorted(present[name]) != _sorted(terms[name])]


def _sorted(value):
    return sorted(value) if isinstance(value, list) else value


def withdraw_counters(mentorship, *, by):
    """Take back what ``by`` still wishes: a new wish or an acceptance takes its place."""
    for counter in mentorship.counters.filter(by=by, state=CounterState.WAITING):
        move(counter, CounterState.WITHDRAWN, by=by, deed=gettext_noop("Taken back"))


@transaction.atomic
def take_counter(counter, *, by):
    """Make the wished terms those of the pair; everybody is asked again. Raises MoveRefused if they cannot be.

    A wish in words alone has no terms to take over: the terms are changed by hand, or the wish is answered.
    """
    row = guards.lock(counter.mentorship)
    _check_not_own(counter, by)
    if not changed_terms(row, counter.terms):
        message = _("The wish stands in words only. Change the terms by hand, or answer it.")
        raise MoveRefused(message)
    move(counter, CounterState.TAKEN, by=by, deed=gettext_noop("Taken over"), answered_by=by, answered_at=now())
    try:
        change_mentorship(row, by=by, expected_version=row.version, **counter.terms)
    except MoveRefused as refusal:
        # The page has no fields of terms: the sentences stand by themselves.
        raise MoveRefused(refusal.messages) from refusal
    tidings.tell_counter_taken(row, counter)
    return counter


@transaction.atomic
def answer_counter(counter, *, by, answer):
    """Leave the terms as they are and say why. Raises MoveRefused without words, or answered already."""
    row = guards.lock(counter.mentorship)
    _check_not_own(counter, by)
    answer = clean_text(answer).strip()
    if not answer:
        raise MoveRefused({"answer": _("Write why the terms stay: the person will read it.")})
    if len(answer) > WORDS_LENGTH:
        raise MoveRefused({"answer": _("Say it shorter: 1000 characters at most.")})
    deed = gettext_noop("Left as it was")
    move(counter, CounterState.ANSWERED, by=by, deed=deed, answer=answer, answered_by=by, answered_at=now())
    record(row, gettext_noop("Other terms are answered: they stay"), by=by, reason=answer)
    tidings.tell_counter_answered(row, counter)
    return counter


def _check_not_own(counter, by):
    if counter.by_id == by.pk:
        raise MoveRefused(_("This is your own wish, so somebody else decides on it."))
