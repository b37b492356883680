"""What the catalog of settings is made of."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Setting:
    """One setting: its path in the schema, its name, what it means, and what it changes elsewhere."""

    path: str
    label: str
    help: str = ""
    affects: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class Group:
    """Settings that stand on one page, as the regulation groups them."""

    code: str
    label: str
    settings: tuple[Setting, ...]
