"""Joining two staff cards of one person: one transaction that is never undone."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.history.models import Move
from people.history.services import move, record
from people.staff.models import Employment
from people.staff.services.cards import NAMING, PERSON_FIELDS
from people.staff.services.comparing import GONE, compare, fingerprint, further_works, value_of
from people.staff.services.merge_check import (
    BANKS,
    account_of,
    entry_of,
    forbidding,
    forbidding_one_card,
    lock,
    stays_of,
)
from people.staff.services.merge_table import JOINED, moving, referring

# States of a consent by their codes: the register stands above this room.
GIVEN = "given"
LIVE_CONSENTS = ("requested", GIVEN)
SUPERSEDED = "superseded"


@transaction.atomic
def merge_cards(kept, gone, *, by, seen, choices, one_card):
    """Make one person of the people of two cards of an organization; what hangs on ``gone`` goes to ``kept``.

    ``choices`` is {field: "kept" or "gone"}; a field left out keeps its default of ``compare``. With ``one_card`` the
    card ``gone`` goes too, otherwise it stays as a further work of the same person. ``seen`` is the fingerprint of
    the comparison that was read. Raises MoveRefused, saying what to do, if anything forbids it.
    """
    kept, gone = lock(kept, gone)
    if kept is None or gone is None or fingerprint(kept, gone) != seen:
        raise MoveRefused(_("Somebody changed one of the cards meanwhile. Look at the comparison again."))
    if kept.organization_id != gone.organization_id or kept.person_id == gone.person_id:
        raise MoveRefused(_("These are two works of one person already. There is nothing to join."))
    reasons = forbidding(kept, gone)
    reasons += forbidding_one_card(kept, gone) if one_card and not reasons else []
    if reasons:
        raise MoveRefused(reasons)
    told = f"{gone.person.full_name}, {gone.post}"
    lines = compare(kept, gone)
    sides = {line.name: line.default if line.fixed else choices.get(line.name, line.default) for line in lines}
    taken = {name: value_of(gone, name) for name, side in sides.items() if side == GONE}
    double = gone.person
    _join_people(kept, gone, taken, by, one_card)
    if one_card:
        _join_cards(kept, gone, taken, by)
    else:
        # A form opened before must not write the former name back.
        kept.version += 1
        kept.save(update_fields=["version"])
    _discard(double)
    record(kept, JOINED, by=by, reason=told)
    return kept


def _join_people(kept, gone, taken, by, one_card):
    person, double = kept.person, gone.person
    _join_accounts(person, double)
    _join_consents(person, double, by)
    for relation in moving(double):
        relation.take_over(person, double)
    for work in [gone, *further_works(gone)]:
        _bring(work, person, steps_back=one_card and work is gone)
    renamed = any(name in taken and taken[name] != getattr(person, name) for name in NAMING)
    for name in PERSON_FIELDS:
        setattr(person, name, taken.get(name, getattr(person, name)))
    if renamed:
        same = all(getattr(person, name) == getattr(double, name) for name in NAMING)
        person.case_forms = double.case_forms if same else {}
    person.save()
    _take_history(person, double)


def _bring(work, person, *, steps_back):
    """Give a work of the double to the person; beside another main work it is a further post."""
    main = Employment.objects.filter(
        person=person, organization=work.organization_id, is_primary=True, ends_on__isnull=True
    )
    work.is_primary = work.is_primary and not steps_back and not (work.ends_on is None and main.exists())
    work.person = person
    work.version += 1
    work.save(update_fields=["person", "is_primary", "version"])


def _join_accounts(person, double):
    """The account in use goes with the person; a closed one beside it keeps the name it was known by."""
    first, second = account_of(person), account_of(double)
    if second is None:
        return
    if first is not None:
        idle = first if second.is_active else second
        idle.display_name = idle.display_name or idle.person.full_name
        idle.person = None
        idle.save(update_fields=["display_name", "person"])
        if idle is second:
            return
    second.person = person
    second.save(update_fields=["person"])


def _join_consents(person, double, by):
    """All consents go along; of two live ones for one purpose the one given last stays in force."""
    live = [row for each in (person, double) for row in each.consents.filter(state__in=LIVE_CONSENTS)]
    best = {}
    for row in sorted(live, key=lambda row: (row.state == GIVEN, row.given_on or row.requested_on, -row.pk)):
        former = best.get((row.organization_id, row.purpose))
        if former is not None and former.person_id != row.person_id:
            move(former, SUPERSEDED, by=by, deed=gettext_noop("Replaced when two cards were joined"))
        best[row.organization_id, row.purpose] = row
    double.consents.update(person=person)


def _join_cards(kept, gone, taken, by):
    for bank in BANKS:
        _join_entries(kept, entry_of(kept, bank), entry_of(gone, bank))
    for relation in moving(gone):
        relation.take_over(kept, gone)
    work = {name: value for name, value in taken.items() if name not in PERSON_FIELDS}
    if "post" in work:
        work["post_case_forms"] = gone.post_case_forms
    for name, value in work.items():
        setattr(kept, name, value)
    _take_photo(kept, gone)
    kept.version = max(kept.version, gone.version) + 1
    _take_history(kept, gone)
    _discard(gone)
    _check(kept)
    kept.save()


def _join_entries(card, first, second):
    """One entry for the card: that which lives, with the pairs, results and strengths of the other."""
    if second is None:
        return
    stays = stays_of(first, second)
    goes = first if stays is second else second
    if goes is not None:
        for relation in moving(goes):
            relation.take_over(stays, goes)
        _take_history(stays, goes)
        _discard(goes)
    if stays is second:
        stays.employment = card
        stays.save(update_fields=["employment"])


def _take_photo(kept, gone):
    if gone.photo and not kept.photo:
        kept.photo = gone.photo.name
    elif gone.photo:
        storage, name = gone.photo.storage, gone.photo.name
        transaction.on_commit(lambda: storage.delete(name))


def _take_history(stays, goes):
    """What happened to the double is told on the card that stays."""
    kind = ContentType.objects.get_for_model(stays)
    Move.objects.filter(kind=kind, thing_id=goes.pk).update(thing_id=stays.pk)


def _check(card):
    """The chosen days and the main work must fit together."""
    try:
        card.validate_constraints()
    except ValidationError:
        raise MoveRefused(
            _("The days of hiring and leaving do not fit together or overlap another main work. Choose other days.")
        ) from None


def _discard(thing):
    """Delete a double to which nothing refers any more; anything left is a fault of the program."""
    left = [relation.key for relation in referring(thing)]
    if left:
        raise RuntimeError(f"{', '.join(left)} still refer to the double.")
    type(thing).objects.filter(pk=thing.pk).delete()
