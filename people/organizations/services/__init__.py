"""What is done in the room of organizations."""

from people.organizations.services.opening import invite_keeper, open_organization
from people.organizations.services.versions import (
    RECOMMENDED,
    approve_regulation,
    change_settings,
    draft_regulation,
    drop_regulation,
    put_in_force,
    return_regulation,
    set_terms,
    submit_regulation,
)

__all__ = [
    "RECOMMENDED",
    "approve_regulation",
    "change_settings",
    "draft_regulation",
    "drop_regulation",
    "invite_keeper",
    "open_organization",
    "put_in_force",
    "return_regulation",
    "set_terms",
    "submit_regulation",
]
