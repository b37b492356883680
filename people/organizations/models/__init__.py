"""Organization, the tree of authorities above it, its heads and its regulation through time."""

from people.organizations.models.organization import (
    Authority,
    AuthorityAct,
    Head,
    Organization,
    Placement,
    logo_path,
    valid_time_zone,
)
from people.organizations.models.regulation import LegalOverride, RegulationChange, RegulationVersion

__all__ = [
    "Authority",
    "AuthorityAct",
    "Head",
    "LegalOverride",
    "Organization",
    "Placement",
    "RegulationChange",
    "RegulationVersion",
    "logo_path",
    "valid_time_zone",
]
