"""Undoing a load: what it made goes, what it changed is as before, all or nothing."""

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.bulk import update_rows
from mentoring.lib.moves import MoveRefused
from people.history.services import move
from people.staff.models import Employment, Person
from people.staff.services.loading import lock_import
from people.staff.services.restoring import links_of, restore
from people.staff.services.writing import PERSON_COLUMNS, WORK_COLUMNS
from people.staff.states import ImportState

NAMED = 5
ITSELF = "people.Employment.person"


@transaction.atomic
def undo_import(staff_import, *, by):
    """Take a load back: new cards and people are deleted, changed cards get their former values.

    Raises MoveRefused, and changes nothing, if the list is not loaded or anything was built on a card since: an
    entry of a bank, a consent, an account, an order, or a later change of the card itself. It names who and why.
    Returns how many cards were deleted or put back.
    """
    staff_import = lock_import(staff_import, ImportState.UNDONE)
    rows = [row for row in staff_import.rows.select_related("employment__person") if row.before]
    pks = [row.employment_id for row in rows if row.employment_id]
    list(Employment.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk").values_list("pk"))
    _refuse_built(rows)
    _delete([row for row in rows if row.before.get("new")])
    _put_back([row for row in rows if not row.before.get("new")])
    staff_import.rows.update(is_loaded=False, before={})
    move(staff_import, ImportState.UNDONE, by=by, deed=gettext_noop("Undid the loading of the staff list"))
    return len(rows)


def _refuse_built(rows):
    links = links_of([row.employment for row in rows if row.employment])
    built = [(row, why) for row in rows if (why := _built_on(row, links))]
    if not built:
        return
    named = "; ".join(f"{_name(row)} — {why}" for row, why in built[:NAMED])
    if len(built) > NAMED:
        named += _(" and %(n)s more") % {"n": len(built) - NAMED}
    raise MoveRefused(
        _("This load cannot be undone any more, because work went on with it: %(named)s. Change these cards by hand.")
        % {"named": named}
    )


def _name(row):
    if row.employment:
        return row.employment.person.short_name
    return " ".join(row.values[name] for name in ("last_name", "first_name"))


def _built_on(row, links):
    """Why the work of a row cannot be taken back, in words; "" if it can."""
    card, before = row.employment, row.before
    if card is None:
        return _("the staff card is gone")
    changed = card.version != before["version"] or card.person_id != before["person_id"]
    if changed or (before.get("new") and card.ends_on):
        return _("the staff card was changed later")
    then = _links_then(before)
    grown = [place for place, count in links[card.pk]["links"].items() if count > then.get(place, 0)]
    return ", ".join(dict.fromkeys(map(_label, grown)))


def _links_then(before):
    """What hung on the card right after the load: on a new one nothing but the card itself on its person."""
    if before.get("new_person"):
        return {ITSELF: 1}
    return before.get("links", {})


def _label(place):
    label, _column = place.rsplit(".", 1)
    return str(apps.get_model(label)._meta.verbose_name)


def _delete(rows):
    returned = [row for row in rows if not row.before["new_person"]]
    for row in returned:
        restore(row.employment, row.before["values"])
    update_rows([row.employment.person for row in returned], PERSON_COLUMNS)
    Employment.objects.filter(pk__in=[row.employment_id for row in rows]).delete()
    Person.objects.filter(pk__in=[row.before["person_id"] for row in rows if row.before["new_person"]]).delete()


def _put_back(rows):
    cards = [row.employment for row in rows]
    for row in rows:
        restore(row.employment, row.before["values"])
        row.employment.version += 1
    update_rows([card.person for card in cards], PERSON_COLUMNS)
    update_rows(cards, WORK_COLUMNS)
