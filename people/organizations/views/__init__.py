"""Pages of the room of organizations."""

from people.organizations.views.installation import (
    authority_create,
    installation,
    organization_card,
    organization_create,
)
from people.organizations.views.regulation import regulation

__all__ = ["authority_create", "installation", "organization_card", "organization_create", "regulation"]
