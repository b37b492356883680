"""Certificates for many at once."""

from dataclasses import dataclass

from django.db import transaction

from mentoring.lib.moves import MoveRefused
from reports.issued.selectors import certified_already
from reports.issued.services.drafting import Content, draft_paper
from reports.issued.states import IssuedKind


@dataclass(frozen=True)
class Batch:
    """What came of it: the drafts, and who got none with the reason."""

    made: tuple
    skipped: tuple


@transaction.atomic
def draft_certificates(organization, participants, *, by, hours=None, words=""):
    """Draft a certificate for each of ``participants``; whoever has one for the pair already is left out.

    One transaction: returns a Batch of the drafts and of (participant, why) for those left out.
    """
    made, skipped = [], []
    for one in participants:
        why = certified_already(one)
        if not why:
            fields = {"role": one.role.value, "hours": hours, "words": words}
            content = Content(fields, about=one.employment, mentorship=one.mentorship)
            try:
                made.append(draft_paper(organization, IssuedKind.CERTIFICATE, content, by=by))
            except MoveRefused as refusal:
                why = " ".join(refusal.messages)
        if why:
            skipped.append((one, why))
    return Batch(tuple(made), tuple(skipped))
