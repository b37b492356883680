"""What is done in the room of organizations."""

from people.organizations.services.opening import invite_keeper, open_organization

__all__ = ["invite_keeper", "open_organization"]
