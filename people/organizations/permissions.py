"""Who may open which address of the room; permissions.md, row «organization settings, regulation»."""

from people.accounts.predicates import insider, installation_admin

RIGHTS = {
    "people:regulation": insider,
    "people:installation": installation_admin,
    "people:organization_create": installation_admin,
    "people:organization_card": installation_admin,
    "people:authority_create": installation_admin,
}
