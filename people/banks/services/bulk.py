"""One step for many cards: first what it would do to each, then the deed."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from mentoring.lib.moves import MoveRefused
from people.banks.services.reminding import remind_to_confirm
from people.banks.services.steps import activate_entry, archive_entry, pause_entry, refresh_entry, resume_entry

STEPS = {
    "refresh": refresh_entry,
    "remind": remind_to_confirm,
    "activate": activate_entry,
    "pause": pause_entry,
    "resume": resume_entry,
    "archive": archive_entry,
}
LABELS = {
    "refresh": _("Confirm the cards"),
    "remind": _("Ask the people to confirm"),
    "activate": _("Make active"),
    "pause": _("Pause"),
    "resume": _("Bring back to the bank"),
    "archive": _("Archive"),
}


@dataclass(frozen=True)
class Outcome:
    """One card and why the step cannot be done to it; nothing where it can."""

    entry: object
    refusal: str = ""


@transaction.atomic
def do_to_all(entries, step, *, by, rehearse=False):
    """Do the ``step`` of STEPS to each card, leaving out those that refuse it: a list of Outcome.

    One transaction, a savepoint for each card. With ``rehearse`` the same is done and taken back at once, so that what
    is shown beforehand is what happens.
    """
    outcomes = [_outcome(entry, STEPS[step], by) for entry in entries]
    if rehearse:
        transaction.set_rollback(True)
    return outcomes


def _outcome(entry, service, by):
    try:
        with transaction.atomic():
            service(entry, by=by)
    except MoveRefused as refusal:
        return Outcome(entry, " ".join(refusal.messages))
    return Outcome(entry)
