"""The steps of an entry from candidate to archive."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.selectors import is_proposed
from people.banks.services.guards import check_criteria
from people.banks.states import EntryState
from people.consents.selectors import consents_of, missing_purposes
from people.consents.services import request_consent
from people.consents.states import Purpose
from people.history.services import move, record
from people.organizations.selectors import regulation_on

ROLES = {MentorEntry: Role.MENTOR, MenteeEntry: Role.MENTEE}
ENTERED = gettext_noop("Entered in the bank")


def may_be_active(entry):
    """Whether the person's consent to processing is in force today (152-FZ art. 6, 9)."""
    return _consent_of(entry) is not None


def _consent_of(entry):
    employment = entry.employment
    day = employment.organization.today()
    return consents_of(employment.person, employment.organization, day).get(Purpose.PROCESSING)


def settle(entry, *, by):
    """Let a candidate become active once the consent is there, and an active entry a candidate without it.

    A bank holds nobody's data before the consent, so a candidate is in it since the day of the consent at the earliest.
    """
    given = _consent_of(entry)
    if entry.state == EntryState.CANDIDATE and given:
        since = max(entry.entered_on, given.given_on)
        move(entry, EntryState.ACTIVE, by=by, deed=gettext_noop("The consent is given"), entered_on=since)
    elif entry.state == EntryState.ACTIVE and not given:
        move(entry, EntryState.CANDIDATE, by=by, deed=gettext_noop("There is no consent any more"))


def admit(entry, *, by, deed=ENTERED, **changes):
    """Let a draft or an archived entry wait as a candidate, or be active at once; consents that lack are asked for."""
    employment = entry.employment
    day = employment.organization.today()
    move(entry, EntryState.CANDIDATE, by=by, deed=deed, **changes)
    settle(entry, by=by)
    regulation = regulation_on(employment.organization, day)
    for purpose in missing_purposes(employment, ROLES[type(entry)], regulation, day):
        request_consent(employment, purpose, by=by)
    return entry


def follow_consent(consent, *, by):
    """Bring the entries of the consent's person in line with it: candidate ⇄ active."""
    for model in (MentorEntry, MenteeEntry):
        entries = model.objects.filter(
            employment__organization=consent.organization_id, employment__person=consent.person_id
        )
        for entry in entries.select_related("employment__organization", "employment__person"):
            settle(entry, by=by)


@transaction.atomic
def pair_entry(entry, by, *, held=False):
    """Mark that ``entry`` takes part in a running pair or group; a second one changes nothing.

    It is read again unless it is ``held``: locked and as it stands. Raises MoveRefused if the entry is not free, for
    example paused or without consent.
    """
    row = _as_it_stands(entry, held)
    if entry.state != EntryState.PAIRED:
        move(entry, EntryState.PAIRED, by=by, deed=gettext_noop("Entered a pair"), held=row)
    return entry


@transaction.atomic
def free_entry(entry, by, *, held=False):
    """Give ``entry`` (``held`` as for ``pair_entry``) back once no running pair or group holds it any more."""
    row = _as_it_stands(entry, held)
    if entry.state == EntryState.PAIRED and not _is_held(entry):
        to = EntryState.ACTIVE if may_be_active(entry) else EntryState.CANDIDATE
        move(entry, to, by=by, deed=gettext_noop("Free again"), held=row)
    return entry


def _as_it_stands(entry, held):
    """The row to be moved where it is ``held``; where it is not, the state is read and the row left to the mover."""
    if held:
        return entry
    entry.refresh_from_db(fields=["state"])
    return None


def _is_held(entry):
    """Whether a running pair or group counts on the entry; the relations belong to the room of pairs above."""
    if isinstance(entry, MentorEntry):
        return entry.mentorships.filter(members__is_active=True).exists()
    return entry.members.filter(is_active=True).exists()


@transaction.atomic
def activate_entry(entry, *, by):
    """Make a candidate active. Raises MoveRefused for any other state and without the consent to processing."""
    entry.refresh_from_db(fields=["state"])
    if entry.state not in (EntryState.CANDIDATE, EntryState.DRAFT):
        message = _("The card does not wait to become active: it is “%(state)s”.")
        raise MoveRefused(message % {"state": entry.get_state_display()})
    if not may_be_active(entry):
        raise MoveRefused(_("There is no consent to the processing of personal data. Ask for it on the card."))
    if entry.state == EntryState.DRAFT:
        return resume_entry(entry, by=by)
    settle(entry, by=by)
    return entry


def _check_is_free(entry):
    """Refuse to take away somebody who works in a pair or whom a proposal or an order counts on."""
    entry.refresh_from_db(fields=["state"])
    if entry.state == EntryState.PAIRED:
        raise MoveRefused(_("This person is in a running pair. End or hand over the pair first."))
    if is_proposed(entry):
        raise MoveRefused(_("A pair with this person is proposed or in an order. Withdraw the proposal first."))


@transaction.atomic
def pause_entry(entry, *, by, reason=""):
    """Keep the entry but offer it to nobody. Raises MoveRefused while a pair, running or proposed, counts on it."""
    _check_is_free(entry)
    return move(entry, EntryState.PAUSED, by=by, deed=gettext_noop("Card paused"), reason=reason)


@transaction.atomic
def resume_entry(entry, *, by):
    """Bring a paused or archived entry back: active with the consent to processing, otherwise a candidate.

    From a draft or the archive it is an entering: the regulation's criteria are checked anew (CriteriaRefused), and
    consents that lack are asked for.
    """
    entry.refresh_from_db(fields=["state"])
    if entry.state in (EntryState.DRAFT, EntryState.ARCHIVED):
        check_criteria(entry.employment, ROLES[type(entry)])
        if entry.state == EntryState.ARCHIVED:
            return admit(entry, by=by, deed=gettext_noop("Back in the bank"))
        day = entry.employment.organization.today()
        return admit(entry, by=by, entered_on=day, refreshed_on=day, refreshed_by=by)
    if entry.state != EntryState.PAUSED:
        raise MoveRefused(_("Only a paused or archived card can be brought back. Refresh the page."))
    to = EntryState.ACTIVE if may_be_active(entry) else EntryState.CANDIDATE
    return move(entry, to, by=by, deed=gettext_noop("Back in the bank"))


@transaction.atomic
def archive_entry(entry, *, by, reason=""):
    """Take the entry out of the bank; it can be brought back. Raises MoveRefused while a pair counts on it."""
    _check_is_free(entry)
    return move(entry, EntryState.ARCHIVED, by=by, deed=gettext_noop("Card archived"), reason=reason)


@transaction.atomic
def refresh_entry(entry, *, by):
    """Confirm that the card is right as it stands today; who and when stays on it. Raises MoveRefused if archived."""
    if entry.state == EntryState.ARCHIVED:
        raise MoveRefused(_("The card is archived. Bring it back first."))
    entry.refreshed_on, entry.refreshed_by = entry.employment.organization.today(), by
    entry.save(update_fields=["refreshed_on", "refreshed_by"])
    record(entry, gettext_noop("Card confirmed"), by=by)
    return entry
