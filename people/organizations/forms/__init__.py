"""Forms of the room of organizations."""

from people.organizations.forms.opening import KEEPERS, AuthorityForm, KeeperForm, OrganizationForm

__all__ = ["KEEPERS", "AuthorityForm", "KeeperForm", "OrganizationForm"]
