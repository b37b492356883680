"""Pages of the room of organizations."""

from people.organizations.views.installation import (
    installation,
    organization_card,
    organization_code,
    organization_create,
)
from people.organizations.views.regulation import regulation
from people.organizations.views.settings import (
    regulation_edit,
    regulation_entries,
    regulation_item,
    regulation_item_create,
    regulation_stage,
    regulation_stage_create,
    regulation_stages,
)
from people.organizations.views.versions import (
    regulation_approve,
    regulation_card,
    regulation_changes,
    regulation_draft,
    regulation_drop,
    regulation_return,
    regulation_submit,
    regulation_terms,
    regulation_version,
    regulation_versions,
)

__all__ = [
    "installation",
    "organization_card",
    "organization_code",
    "organization_create",
    "regulation",
    "regulation_approve",
    "regulation_card",
    "regulation_changes",
    "regulation_draft",
    "regulation_drop",
    "regulation_edit",
    "regulation_entries",
    "regulation_item",
    "regulation_item_create",
    "regulation_return",
    "regulation_stage",
    "regulation_stage_create",
    "regulation_stages",
    "regulation_submit",
    "regulation_terms",
    "regulation_version",
    "regulation_versions",
]
