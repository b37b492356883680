"""The chain of approvals a pair passes before its order: each decision in its turn, by the role of the step."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import record
from programs.mentorships.models import PairApproval
from programs.mentorships.selectors import next_approval
from programs.mentorships.services import guards, tidings

DOCUMENT_LENGTH = 200


@transaction.atomic
def approve_mentorship(mentorship, *, by, step, decided_on, document=""):
    """Write down the decision of the next step of the chain; ``step`` is its code, as the writer saw it.

    Who may write it is the rights' business (the role of the step). Raises MoveRefused if another step is next, for
    somebody who takes part in the pair, for a day that cannot be, and without the document (an extract of minutes)
    where the regulation asks for one. Tells whoever comes next. Returns the PairApproval.
    """
    row = guards.lock(mentorship)
    waiting = next_approval(row)
    if waiting is None or waiting.code != step:
        raise MoveRefused(_("This decision is not the next one any more. Look at the card of the pair."))
    if by.person_id and by.person_id in {row.mentor.pk, *(member.mentee_person_id for member in row.current_members)}:
        raise MoveRefused(_("You take part in this pair, so somebody else with the same role decides on it."))
    document = clean_text(document).strip()
    if waiting.needs_document and not document:
        raise MoveRefused({"document": _("Name the document with its number and date: the regulation asks for it.")})
    if len(document) > DOCUMENT_LENGTH:
        raise MoveRefused({"document": _("Say it shorter: 200 characters at most.")})
    _check_day(row, decided_on)
    approval = PairApproval.objects.create(
        mentorship=row, step=step, label=waiting.label, document=document, decided_on=decided_on, by=by, at=now()
    )
    reason = ", ".join(filter(None, (waiting.label, document)))
    record(row, gettext_noop("Approved before the order"), by=by, reason=reason)
    tidings.tell_approval(row, next_approval(row))
    return approval


def _check_day(row, decided_on):
    if decided_on > row.organization.today():
        raise MoveRefused({"decided_on": _("This day has not come yet. Choose today or an earlier day.")})
    before = row.approvals.order_by("-decided_on").first()
    if before and decided_on < before.decided_on:
        message = _("The step before was decided on %(day)s. Choose that day or a later one.")
        raise MoveRefused({"decided_on": message % {"day": date_numeric(before.decided_on)}})


def drop_approvals(mentorship, *, by):
    """Take away what was approved, for the terms it was given to are others now."""
    if mentorship.approvals.exists():
        mentorship.approvals.all().delete()
        record(mentorship, gettext_noop("Approvals taken away: the terms changed"), by=by)
