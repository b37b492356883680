"""Who may open which address of the room; permissions.md, row «organization settings, regulation»."""

import rules

from people.accounts.predicates import council, curator, director, insider, installation_admin, sysadmin
from people.accounts.states import Role

writer = curator | sysadmin


@rules.predicate
def heads_in_person(actor):
    """Holds the role of the head oneself: whoever stands in hands nothing on."""
    return any(
        row.role == Role.DIRECTOR and row.organization_id == actor.organization.pk and not row.stands_in_for_id
        for row in actor.memberships
    )


RIGHTS = {
    "people:organization_view": insider,
    "people:organization_logo": insider,
    "people:organization_edit": writer,
    "people:head_list": insider,
    "people:delegation_create": heads_in_person,
    "people:delegation_end": heads_in_person,
    "people:head_enter": installation_admin,
    "people:authority_tree": installation_admin,
    "people:authority_card": installation_admin,
    "people:authority_edit": installation_admin,
    "people:authority_close": installation_admin,
    "people:authority_merge": installation_admin,
    "people:act_create": installation_admin,
    "people:act_edit": installation_admin,
    "people:act_remove": installation_admin,
    "people:observer_grant": installation_admin,
    "people:observer_end": installation_admin,
    "people:organization_code": installation_admin,
    "people:organization_place": installation_admin,
    "people:organization_end": installation_admin,
    "people:organization_reopen": installation_admin,
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
