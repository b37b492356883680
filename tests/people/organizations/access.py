"""Who may open the addresses of the room."""

from people.organizations.models import LegalOverride
from tests.access_row import INSIDERS, Row
from tests.world import MOMENT, START


def _override(world):
    values = {"key": "agreement.required", "reason": "Причина", "starts_on": START, "at": MOMENT}
    return {
        "pk": LegalOverride.objects.create(
            organization=world.home.organization, by=world.home.director.user, **values
        ).pk
    }


def _regulation(world):
    return {"pk": world.home.organization.regulations.get().pk}


ROWS = {
    # An observer reads the regulation of organizations below, not of others: school-3 is not below Ufa.
    "people:regulation": Row(INSIDERS),
    "people:installation": Row("admin", in_organization=False),
    "people:organization_create": Row("admin", in_organization=False),
    "people:organization_card": Row(
        "admin", things=lambda world: {"pk": world.home.organization.pk}, in_organization=False
    ),
    "people:authority_create": Row("admin", in_organization=False),
    "people:regulation_compare": Row("director curator council sysadmin"),
    "people:regulation_export": Row("director curator sysadmin", things=_regulation),
    "people:regulation_import": Row("curator sysadmin"),
    "people:legal_override": Row("director"),
    "people:legal_override_revoke": Row(None, "director", things=_override),
}
