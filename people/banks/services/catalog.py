"""The catalog of directions and competences: what an organization starts from, and what it makes of it.

Both banks use the one catalog, so that strengths and difficulties can be matched. What is used is never deleted: it
is retired, stays on the cards that have it, and is offered to nobody else.
"""

import tomllib
from functools import cache
from importlib.resources import files

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import search_key
from people.banks.models import Competence, Direction
from people.history.services import record
from people.organizations.models import Organization
from people.organizations.selectors import regulation_on


@cache
def _starting_competences():
    return tomllib.loads((files("people.banks") / "catalog.toml").read_text(encoding="utf-8"))


@transaction.atomic
def seed_catalog(organization):
    """Make the directions of the organization's regulation and a first catalog of competences; may run twice.

    What stands there already is left as it is.
    """
    directions = regulation_on(organization, organization.today()).program.directions
    for position, choice in enumerate(directions):
        direction, _made = Direction.objects.get_or_create(
            organization=organization, name=choice.label[:150], defaults={"position": position}
        )
        Competence.objects.bulk_create(
            [
                Competence(organization=organization, direction=direction, name=name)
                for name in _starting_competences().get(choice.code, ())
            ],
            ignore_conflicts=True,
        )


@transaction.atomic
def add_direction(organization, *, name, by):
    """Add a direction at the end of the catalog. Raises MoveRefused for a name that stands there (ё = е, any case)."""
    _check_name(Direction, organization, name)
    last = Direction.objects.filter(organization=organization).aggregate(n=Max("position"))["n"]
    row = Direction.objects.create(organization=organization, name=name, position=0 if last is None else last + 1)
    record(row, gettext_noop("Added to the catalog"), by=by, reason=name)
    return row


@transaction.atomic
def add_competence(direction, *, name, by):
    """Add a competence to a direction. Raises MoveRefused for a known name or a retired direction."""
    _check_name(Competence, direction.organization, name)
    _check_offered(direction)
    row = Competence.objects.create(organization=direction.organization, direction=direction, name=name)
    record(row, gettext_noop("Added to the catalog"), by=by, reason=name)
    return row


@transaction.atomic
def rename_direction(direction, *, name, by):
    """Call a direction otherwise; every card that has it shows the new name."""
    _check_name(Direction, direction.organization, name, but=direction)
    return _change(direction, gettext_noop("Renamed in the catalog"), by=by, name=name)


@transaction.atomic
def change_competence(competence, *, name, direction, by):
    """Call a competence otherwise or put it under another direction; every card that has it shows it so."""
    if direction.organization_id != competence.organization_id:
        raise MoveRefused(_("This is a direction of another organization. Choose one of your own catalog."))
    _check_name(Competence, competence.organization, name, but=competence)
    if direction.pk != competence.direction_id:
        _check_offered(direction)
    return _change(competence, gettext_noop("Renamed in the catalog"), by=by, name=name, direction=direction)


@transaction.atomic
def retire(row, *, by):
    """Offer a direction or a competence to nobody any more; cards that have it keep it."""
    return _change(row, gettext_noop("Not offered any more"), by=by, is_retired=True)


@transaction.atomic
def bring_back(row, *, by):
    """Offer a retired direction or competence again. Raises MoveRefused for one under a retired direction."""
    if isinstance(row, Competence):
        _check_offered(row.direction)
    return _change(row, gettext_noop("Offered again"), by=by, is_retired=False)


def _check_offered(direction):
    if Direction.objects.get(pk=direction.pk).is_retired:
        raise MoveRefused(_("The direction is not offered any more. Bring it back first, or choose another one."))


def _check_name(model, organization, name, *, but=None):
    """Refuse a second row of one name; two who write the same at once wait for each other."""
    Organization.objects.select_for_update().get(pk=organization.pk)
    others = model.objects.filter(organization=organization).exclude(pk=but.pk if but else None)
    if search_key(name) in {search_key(each) for each in others.values_list("name", flat=True)}:
        raise MoveRefused(
            {"name": _("“%(name)s” stands in the catalog already. Use it, or bring it back.") % {"name": name}}
        )


def _change(row, deed, *, by, **values):
    before = row.name
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
    record(row, deed, by=by, reason=before if before == row.name else f"{before} → {row.name}")
    return row
