"""Who may open the addresses of the room."""

from tests.access_row import INSIDERS, Row

ROWS = {
    # An observer reads the regulation of organizations below, not of others: school-3 is not below Ufa.
    "people:regulation": Row(INSIDERS),
    "people:installation": Row("admin", in_organization=False),
    "people:organization_create": Row("admin", in_organization=False),
    "people:organization_card": Row(
        "admin", things=lambda world: {"pk": world.home.organization.pk}, in_organization=False
    ),
    "people:authority_create": Row("admin", in_organization=False),
}
