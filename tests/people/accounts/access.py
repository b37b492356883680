"""Who may open the addresses of the room."""

from people.accounts.models import Invitation, Membership
from people.accounts.states import Role
from tests.access_row import INSIDERS, Row
from tests.world import DAY, MOMENT

ALL = f"{INSIDERS} admin observer outsiders anonymous"
SIGNED_IN = f"{INSIDERS} admin observer outsiders"


def _teacher(world):
    return {"pk": world.home.staff.user.pk}


def _card(world):
    return {"pk": world.home.staff.employment.pk}


def _role(world):
    rows = Membership.objects.filter(organization=world.home.organization)
    return {"pk": rows.get(role=Role.COUNCIL).pk}


def new_code(world):
    invitation = Invitation.objects.create(
        organization=world.home.organization,
        employment=world.home.staff.employment,
        login="new",
        by=world.home.sysadmin.user,
        made_at=MOMENT,
        valid_until=DAY,
    )
    return {"pk": invitation.pk}


ROWS = {
    "people:sign_in": Row(ALL, in_organization=False),
    "people:sign_out": Row(None, ALL, in_organization=False),
    "people:set_language": Row(None, ALL, in_organization=False),
    "people:set_look": Row(None, ALL, in_organization=False),
    "people:join": Row(ALL, in_organization=False),
    "people:password_set": Row(
        ALL, things=lambda world: {"uid": "MQ", "token": "no-token"}, in_organization=False, public=True
    ),
    "people:password_change": Row(SIGNED_IN, in_organization=False),
    # Outside the demonstration the address does not exist for anybody.
    "people:demo_enter": Row(None, "", lambda world: {"login_name": "x"}, in_organization=False, public=True),
    "people:account_list": Row("director curator sysadmin"),
    "people:account_invite": Row("curator sysadmin", things=_card),
    "people:account_code": Row("curator sysadmin", things=new_code),
    "people:account_close": Row("sysadmin", things=_teacher),
    "people:account_open": Row(None, "sysadmin", _teacher),
    "people:role_list": Row("director curator sysadmin"),
    "people:role_grant": Row("sysadmin"),
    "people:role_end": Row("sysadmin", things=_role),
    "people:account_anywhere": Row("admin", in_organization=False),
}
