"""Who may open the addresses of the organization's card, its heads and the tree of authorities."""

import datetime

from django.core.files.base import ContentFile

from people.accounts.models import Membership
from people.accounts.states import Role
from people.organizations.models import AuthorityAct
from tests.access_row import INSIDERS, Row
from tests.people.accounts.access import new_code
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


def _city(world):
    return {"pk": world.city.pk}


def _act(world):
    return {"pk": AuthorityAct.objects.create(authority=world.city, title="Приказ", phrase="с приказом").pk}


def _observer(world):
    return {"pk": world.observer.memberships.get().pk}


def _code(world):
    return {"pk": world.home.organization.pk, "code": new_code(world)["pk"]}


def _admins(things=None, get="admin"):
    return Row(get, "admin", things, in_organization=False)


CARD_ROWS = {
    "people:authority_tree": Row("admin", in_organization=False),
    "people:authority_create": _admins(),
    "people:authority_card": _admins(_city),
    "people:authority_edit": _admins(_city),
    "people:authority_close": _admins(_city),
    "people:authority_merge": _admins(_city),
    "people:act_create": _admins(_city),
    "people:act_edit": _admins(_act),
    "people:act_remove": _admins(_act),
    "people:observer_grant": _admins(_city),
    "people:observer_end": _admins(_observer),
    "people:organization_code": _admins(_code, None),
    "people:organization_place": _admins(_home),
    "people:organization_end": _admins(_home),
    "people:organization_reopen": _admins(_home, None),
    "people:organization_view": Row(INSIDERS),
    "people:organization_logo": Row(INSIDERS, things=_logo, changes_visitors=True),
    "people:organization_edit": Row(WRITERS),
    "people:head_list": Row(INSIDERS),
    "people:delegation_create": Row("director"),
    "people:delegation_end": Row("director", things=_delegation),
    "people:head_enter": Row("admin", things=_home, in_organization=False),
}
