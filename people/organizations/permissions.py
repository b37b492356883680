"""Who may open which address of the room; permissions.md, row «organization settings, regulation»."""

from people.accounts.predicates import council, curator, director, insider, installation_admin, sysadmin

writer = curator | sysadmin

RIGHTS = {
    "people:regulation": insider,
    "people:regulation_versions": insider,
    "people:regulation_version": insider,
    "people:regulation_changes": director | writer,
    "people:regulation_card": director | writer,
    "people:regulation_draft": writer,
    "people:regulation_terms": writer,
    "people:regulation_edit": writer,
    "people:regulation_entries": writer,
    "people:regulation_stages": writer,
    "people:regulation_stage_create": writer,
    "people:regulation_stage": writer,
    "people:regulation_item_create": writer,
    "people:regulation_item": writer,
    "people:regulation_submit": writer,
    "people:regulation_drop": writer,
    "people:regulation_return": director,
    "people:regulation_approve": director,
    "people:installation": installation_admin,
    "people:organization_create": installation_admin,
    "people:organization_card": installation_admin,
    "people:authority_create": installation_admin,
    "people:regulation_compare": director | curator | council | sysadmin,
    "people:regulation_export": director | curator | sysadmin,
    "people:regulation_import": curator | sysadmin,
    "people:legal_override": director,
    "people:legal_override_revoke": director,
}
