"""Opening for the network: the curator may propose it, the mentor alone does it."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.banks.models import MentorEntry
from people.banks.states import EntryState
from people.consents.selectors import consents_of
from people.consents.services import request_consent
from people.consents.states import Purpose, WorkMode
from people.history.services import move, record
from people.network.models import NetworkOffer
from people.network.services import tidings
from people.network.states import OfferState


def lock_entry(entry):
    """The mentor's card, held to the end of the transaction: whoever counts its places waits here."""
    rows = MentorEntry.objects.select_for_update(of=("self",)).select_related("employment__organization__authority")
    return rows.get(pk=entry.pk)


def _offer_of(entry):
    row = lock_entry(entry)
    work = row.employment
    if work.is_external:
        raise MoveRefused(_("This mentor comes from another organization: only that one opens the card."))
    if work.organization.authority_id is None:
        raise MoveRefused(_("The organization stands under no authority, so there is no network yet."))
    if row.state not in (EntryState.ACTIVE, EntryState.PAIRED, EntryState.CANDIDATE):
        raise MoveRefused(_("The card is set aside. Bring it back to the bank first."))
    offer, _made = NetworkOffer.objects.get_or_create(entry=row)
    return offer


@transaction.atomic
def propose_opening(entry, *, by):
    """The curator asks the mentor to open the card. Raises MoveRefused where it is open or asked already."""
    offer = move(
        _offer_of(entry), OfferState.PROPOSED, by=by, deed=gettext_noop("The mentor is asked to open the card")
    )
    tidings.tell(tidings.mentor_of(entry), tidings.OPENING, entry.employment.organization, "network_offer", entry.pk)
    return offer


@transaction.atomic
def open_offer(entry, *, by, places, mode):
    """The mentor opens the own card for the network, or changes how; the consent to transfer is asked for if it lacks.

    Nobody outside sees the card before that consent. Raises MoveRefused for somebody else's card, more places than
    the card has. Returns the offer.
    """
    offer = _offer_of(entry)
    row = offer.entry
    if by.person_id != row.employment.person_id:
        raise MoveRefused(_("Only the mentor opens the own card. Ask the mentor to do it."))
    if not 1 <= places <= row.capacity:
        message = _("Your card has %(n)s places in all. Write a number from 1 to that.")
        raise MoveRefused({"places": message % {"n": row.capacity}})
    offer.places, offer.mode = places, WorkMode(mode)
    organization = row.employment.organization
    if offer.is_open:
        offer.save(update_fields=["places", "mode"])
        record(offer, gettext_noop("Opening for the network changed"), by=by)
    else:
        offer.save(update_fields=["places", "mode"])
        deed = gettext_noop("Opened for the network")
        move(offer, OfferState.OPEN, by=by, deed=deed, opened_on=organization.today())
        name = row.employment.person.short_name
        tidings.tell(tidings.curators(organization), tidings.OPENED, organization, "mentor_card", entry.pk, name=name)
    if lacks_transfer(row):
        request_consent(row.employment, Purpose.TRANSFER, by=by)
    return offer


def lacks_transfer(entry):
    """Whether the mentor's consent to the transfer of data is not in force."""
    work = entry.employment
    return Purpose.TRANSFER not in consents_of(work.person, work.organization, work.organization.today())


@transaction.atomic
def close_offer(entry, *, by):
    """Take the card out of the network; what is granted already goes on. Raises MoveRefused where it is closed."""
    lock_entry(entry)
    offer = NetworkOffer.objects.filter(entry=entry).first()
    if offer is None:
        raise MoveRefused(_("The card is not open for the network."))
    return move(offer, OfferState.CLOSED, by=by, deed=gettext_noop("Taken out of the network"), opened_on=None)
