"""From the request of one organization to the mentor's work there: both organizations and the mentor agree.

Every deed holds the mentor's card first, so that of two who want the last place one gets it.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import add_months
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.accounts.states import Role
from people.banks.models import Competence, MentorEntry
from people.banks.services import enter_mentor
from people.banks.services.guards import check_criteria
from people.history.services import move, record
from people.network import selectors
from people.network.models import NetworkGrant, NetworkOffer
from people.network.services import tidings
from people.network.services.offers import lacks_transfer, lock_entry
from people.network.states import BEFORE_GRANT, HOLDING, GrantState
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from people.staff.services import create_employment

LONGEST_MONTHS = 24
LONGEST_REASON = 2000
LONGEST_END = 300
# What the asking organization learns of the mentor's work: what the consent to transfer names, no contacts.
SHARED = ("post", "subject", "category", "category_on", "experience_since", "is_teacher")


@transaction.atomic
def ask_for(offer, host, *, by, places, starts_on, ends_on, reason):
    """Ask the mentor's organization for ``places`` of an open mentor.

    Raises MoveRefused where the offer is not open to ``host`` (any more), has fewer places, the period cannot be,
    the mentor works at ``host`` already, or its regulation does not let such a mentor in. Returns the grant.
    """
    entry = lock_entry(offer.entry)
    open_one = selectors.open_offers(host).filter(pk=offer.pk).first()
    if open_one is None:
        raise MoveRefused(_("This mentor has no free place for other organizations any more. Choose another one."))
    if places > open_one.free:
        message = _("Only so many places are free for other organizations: %(n)s. Ask for fewer.")
        raise MoveRefused({"places": message % {"n": open_one.free}})
    _check_period(host, starts_on, ends_on)
    reason = clean_text(reason).strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise MoveRefused({"reason": _("Write whom the mentor would help, in 2,000 characters at most.")})
    _check_fits(entry, host, places)
    grant = NetworkGrant.objects.create(
        home=entry.employment.organization,
        host=host,
        entry=entry,
        places=places,
        starts_on=starts_on,
        ends_on=ends_on,
        reason=reason,
    )
    record(grant, gettext_noop("The mentor is asked for"), by=by, to_state=grant.state)
    name = entry.employment.person.short_name
    values = {"place": host.short_name, "name": name}
    tidings.tell(tidings.curators(grant.home), tidings.ASKED, grant.home, "grant_card", grant.pk, **values)
    return grant


def _check_period(host, starts_on, ends_on):
    if starts_on < host.today():
        raise MoveRefused({"starts_on": _("Choose today or a later day.")})
    if ends_on <= starts_on:
        raise MoveRefused({"ends_on": _("The last day must come after the first one.")})
    if ends_on > add_months(starts_on, LONGEST_MONTHS):
        raise MoveRefused({"ends_on": _("That is longer than two years. Choose an earlier day; it may be asked anew.")})


def _check_fits(entry, host, places):
    limit = regulation_on(host, host.today()).bank.max_mentees
    if limit is not None and places > limit:
        message = _("By your regulation a mentor has at most so many mentees: %(n)s. Ask for fewer places.")
        raise MoveRefused({"places": message % {"n": limit}})
    person = entry.employment.person
    if person.employments.filter(organization=host).active_on(host.today()).exists():
        raise MoveRefused(_("This mentor works in your organization too: enter them in your own bank."))
    if NetworkGrant.objects.open().filter(entry=entry, host=host).exists():
        raise MoveRefused(_("Your organization has asked for this mentor already. Look at your requests."))
    check_criteria(Employment(organization=host, person=person, **_shared(entry)), Role.MENTOR)


def _shared(entry):
    return {name: getattr(entry.employment, name) for name in SHARED}


def lock_grant(grant):
    """The grant as it stands, after its card is held."""
    entry = lock_entry(grant.entry)
    row = NetworkGrant.objects.select_for_update(of=("self",)).select_related("home", "host", "guest").get(pk=grant.pk)
    row.entry = entry
    return row


@transaction.atomic
def agree_grant(grant, *, by):
    """The curator of the mentor's organization agrees; the places are taken off there. The head is told.

    Raises MoveRefused where the places are not free any more or the mentor allows no transfer.
    """
    row = lock_grant(grant)
    _check_named(row)
    if selectors.free_at_home(row.entry) < row.places:
        message = _(
            "%(name)s has not so many free places any more. Refuse the request or raise the number in the bank."
        )
        raise MoveRefused(message % {"name": row.entry.employment.person.short_name})
    move(row, GrantState.AGREED, by=by, deed=gettext_noop("The curator of the mentor agreed"))
    change_places(row.entry, row.places)
    _tell_home(tidings.directors(row.home), tidings.TO_SIGN, row)
    return row


@transaction.atomic
def sign_grant(grant, *, by):
    """The head of the mentor's organization agrees; the mentor is asked. The caller has checked the password."""
    row = lock_grant(grant)
    _check_named(row)
    move(row, GrantState.RELEASED, by=by, deed=gettext_noop("The head of the mentor agreed"))
    told = tidings.mentor_of(row.entry)
    tidings.tell(told, tidings.TO_ACCEPT, row.home, "grant_card", row.pk, place=row.host.short_name)
    return row


@transaction.atomic
def accept_grant(grant, *, by):
    """The mentor agrees: from now on the mentor stands in the asking organization with the granted places.

    A staff card of a partner there and an entry in its bank are made; the consents it needs are asked for.
    Raises MoveRefused for anybody else, and after the last day.
    """
    row = lock_grant(grant)
    if by.person_id != row.entry.employment.person_id:
        raise MoveRefused(_("Only the mentor answers here."))
    _check_named(row)
    if row.ends_on < row.host.today():
        raise MoveRefused(_("The period that was asked for is over. Decline the request."))
    guest = create_employment(
        row.host,
        by=by,
        person=row.entry.employment.person,
        is_external=True,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        **_shared(row.entry),
    )
    move(row, GrantState.ACTIVE, by=by, deed=gettext_noop("The mentor agreed"), guest=guest)
    enter_mentor(
        guest, by=by, capacity=row.places, time_resource=row.entry.time_resource, strengths=_strengths_there(row)
    )
    values = {"place": row.home.short_name}
    tidings.tell(tidings.curators(row.host), tidings.GRANTED, row.host, "grant_card", row.pk, **values)
    return row


def _strengths_there(row):
    """The competences of the mentor that the catalog of the asking organization knows by the same name, with levels."""
    levels = dict(row.entry.strengths.values_list("competence__name", "level"))
    known = Competence.objects.filter(organization=row.host, name__in=levels, is_retired=False)
    return [(competence, levels[competence.name]) for competence in known]


def _check_named(row):
    if lacks_transfer(row.entry):
        raise MoveRefused(_("The mentor allows no transfer of data now. Ask for the consent first."))
    offer = NetworkOffer.objects.filter(entry=row.entry).first()
    if offer is None or not offer.is_open:
        raise MoveRefused(_("The mentor took the card out of the network. Refuse the request."))


@transaction.atomic
def refuse_grant(grant, *, by, reason, withdrawn=False):
    """Refuse a request, or take it back where ``withdrawn``; places held for it are free again.

    Raises MoveRefused without a reason and once the mentor is granted.
    """
    row = lock_grant(grant)
    if row.state not in BEFORE_GRANT:
        raise MoveRefused(_("This request is answered already. Look at its card."))
    held = row.state in HOLDING
    to = GrantState.WITHDRAWN if withdrawn else GrantState.REFUSED
    deed = gettext_noop("The request is taken back") if withdrawn else gettext_noop("The request is refused")
    reason = checked_reason(reason)
    move(row, to, by=by, deed=deed, reason=reason, end_reason=reason, ended_on=row.home.today())
    if held:
        change_places(row.entry, -row.places)
    if withdrawn:
        _tell_home(tidings.curators(row.home), tidings.WITHDRAWN, row)
    else:
        values = {"place": row.home.short_name}
        tidings.tell(tidings.curators(row.host), tidings.REFUSED, row.host, "grant_card", row.pk, **values)
    return row


def _tell_home(users, sentence, row):
    values = {"name": row.entry.employment.person.short_name, "place": row.host.short_name}
    tidings.tell(users, sentence, row.home, "grant_card", row.pk, **values)


def checked_reason(reason):
    """The reason in plain text. Raises MoveRefused for an empty or too long one."""
    reason = clean_text(reason).strip()
    if not reason:
        raise MoveRefused({"reason": _("Write why: the other side needs it.")})
    if len(reason) > LONGEST_END:
        raise MoveRefused({"reason": _("Say it shorter: 300 characters at most.")})
    return reason


def change_places(entry, by_places):
    """Count places given away on the held card up or down."""
    row = MentorEntry.objects.get(pk=entry.pk)
    row.places_away = entry.places_away = row.places_away + by_places
    row.save(update_fields=["places_away"])
