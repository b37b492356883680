"""Who may open the addresses of the organization's card, its heads and the tree of authorities."""

import datetime

from django.core.files.base import ContentFile

from people.accounts.models import Membership
from people.accounts.states import Role
from tests.access_row import INSIDERS, Row
from tests.world import START

WRITERS = "curator sysadmin"


def _logo(world):
    world.home.organization.logo.save("logo.png", ContentFile(b"\x89PNG"))
    return {}


def _delegation(world):
    row = Membership.objects.create(
        user=world.home.staff.user,
        organization=world.home.organization,
        role=Role.CURATOR,
        starts_on=START,
        ends_on=datetime.date(2099, 12, 31),
        stands_in_for=world.home.curator.employment,
    )
    return {"pk": row.pk}


def _home(world):
    return {"pk": world.home.organization.pk}


CARD_ROWS = {
    "people:organization_view": Row(INSIDERS),
    "people:organization_logo": Row(INSIDERS, things=_logo),
    "people:organization_edit": Row(WRITERS),
    "people:head_list": Row(INSIDERS),
    "people:delegation_create": Row("director"),
    "people:delegation_end": Row("director", things=_delegation),
    "people:head_enter": Row("admin", things=_home, in_organization=False),
}
