"""The end of a grant: by its term, taken back, or because the mentor leaves; never over the head of a running pair."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.banks.selectors import places_in_use
from people.banks.services import archive_entry
from people.banks.states import LIVE_STATES
from people.history.services import move
from people.network import selectors
from people.network.models import NetworkGrant
from people.network.services import tidings
from people.network.services.granting import change_places, checked_reason, lock_grant, refuse_grant
from people.network.services.offers import close_offer, lacks_transfer
from people.network.states import BEFORE_GRANT, GrantState
from people.staff.services import end_employment


@transaction.atomic
def end_grant(grant, *, by, reason):
    """End the work of a granted mentor: at once where no pair counts on it, otherwise with the last pair.

    Until then the mentor gets no new mentees there, and the curators of the asking organization are told what to
    end. Raises MoveRefused without a reason and for a grant that does not run.
    """
    row, reason = lock_grant(grant), checked_reason(reason)
    if row.state != GrantState.ACTIVE:
        raise MoveRefused(_("This grant does not run. Look at its card."))
    if not selectors.is_at_work(row):
        return _finish(row, by, reason)
    guest = row.guest
    guest.ends_on = None
    guest.save(update_fields=["ends_on"])
    entry = guest.mentor_entry
    entry.capacity = max(1, places_in_use(entry))
    entry.save(update_fields=["capacity"])
    move(row, GrantState.ENDING, by=by, deed=gettext_noop("Ends with the last pair"), reason=reason, end_reason=reason)
    tidings.tell(tidings.curators(row.host), tidings.ENDING, row.host, "grant_card", row.pk)
    return row


def _finish(row, by, reason):
    """Nobody counts on the mentor there any more: entry and staff card end, the places are free at home."""
    guest, entry, day = row.guest, row.guest.mentor_entry, row.host.today()
    if entry.state in LIVE_STATES:
        archive_entry(entry, by=by, reason=reason)
    last = max(filter(None, (guest.starts_on, min(filter(None, (guest.ends_on, day))))))
    if guest.ends_on != last:
        end_employment(guest, by=by, ends_on=last)
    move(
        row,
        GrantState.ENDED,
        by=by,
        deed=gettext_noop("The grant ended"),
        reason=reason,
        end_reason=reason,
        ended_on=day,
    )
    change_places(row.entry, -row.places)
    for organization in (row.home, row.host):
        tidings.tell(tidings.curators(organization), tidings.ENDED, organization, "grant_card", row.pk)
    tidings.tell(tidings.mentor_of(row.entry), tidings.ENDED, row.home, "grant_card", row.pk)
    return row


@transaction.atomic
def finish_idle(grant, *, by):
    """End a grant that only waited for its last pair, once no pair counts on the mentor. Returns whether it ended."""
    row = lock_grant(grant)
    if row.state != GrantState.ENDING or selectors.is_at_work(row):
        return False
    _finish(row, by, row.end_reason)
    return True


def follow_entry(entry, *, by):
    """What an archived card means: whoever leaves the bank at home leaves the network and the other organizations."""
    reason = _("The mentor left the bank of the own organization")
    for grant in NetworkGrant.objects.open().filter(entry=entry):
        _end_or_refuse(grant, by, reason)
    if hasattr(entry, "network_offer") and entry.network_offer.is_open:
        close_offer(entry, by=by)


def follow_consent(consent, *, by):
    """Without the consent to the transfer nothing that is only asked for goes on, and the card is closed."""
    works = consent.person.employments.filter(organization=consent.organization, mentor_entry__isnull=False)
    for work in works.select_related("organization", "person", "mentor_entry"):
        entry = work.mentor_entry
        if not lacks_transfer(entry):
            continue
        for grant in NetworkGrant.objects.filter(entry=entry, state__in=BEFORE_GRANT):
            refuse_grant(grant, by=by, reason=_("The consent to the transfer of data is not in force any more"))
        if hasattr(entry, "network_offer") and entry.network_offer.is_open:
            close_offer(entry, by=by)


def _end_or_refuse(grant, by, reason):
    if grant.state in BEFORE_GRANT:
        refuse_grant(grant, by=by, reason=reason)
    elif grant.state == GrantState.ACTIVE:
        end_grant(grant, by=by, reason=reason)


def keep_grants(organization, *, by=None):
    """Bring the grants of mentors of ``organization`` in line with the day. Returns how many; may run every day."""
    day, changed = organization.today(), 0
    rows = NetworkGrant.objects.open().filter(home=organization).select_related("entry__employment")
    for grant in rows:
        left = grant.entry.employment.ends_on
        if grant.state == GrantState.ENDING:
            changed += finish_idle(grant, by=by)
        elif left and left < day:
            _end_or_refuse(grant, by, _("The mentor left the own organization"))
            changed += 1
        elif grant.ends_on < day:
            _end_or_refuse(grant, by, _("The period is over"))
            changed += 1
    return changed
