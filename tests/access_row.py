"""How a room states who may open an address."""

from dataclasses import dataclass
from typing import Any

INSIDERS = "director curator council psychologist mentor mentee staff sysadmin"


def _home(world):
    return {"slug": world.home.organization.slug}


@dataclass(frozen=True)
class Row:
    """``get`` and ``post``: the roles admitted by either method, in words; None: the method is answered with 405.

    ``things(world)`` gives the parts of the address beyond the organization. Words beside the roles: ``admin``,
    ``observer`` (of the other organization's city), ``anonymous`` and ``outsiders`` (every role elsewhere).
    """

    get: str | None
    post: str | None = "as get"
    things: Any = None
    in_organization: bool = True
    # An address that asks nobody to sign in refuses a visitor like anybody else.
    public: bool = False
    # What ``things`` makes changes an organization or who is who in it, so visitors are to be known anew.
    changes_visitors: bool = False

    def kwargs(self, world):
        """The arguments of the address in ``world``."""
        base = _home(world) if self.in_organization else {}
        return base | (self.things(world) if self.things else {})

    def expects(self, who, method):
        """What ``who`` gets by ``method``: let in, wrong method, refused or sign in."""
        words = self.get if method == "get" or self.post == "as get" else self.post
        admitted = (words if words is not None else (self.post if method == "get" else self.get) or "").split()
        group = "outsiders" if who.startswith("other ") else who
        if group not in admitted:
            return "sign in" if who == "anonymous" and not self.public else "refused"
        return "wrong method" if words is None else "let in"
