"""The catalog an organization starts from."""

import tomllib
from functools import cache
from importlib.resources import files

from django.db import transaction

from people.banks.models import Competence, Direction
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
