"""What a duty is judged by on a day, and what the judgment says."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from people.organizations.models import Organization
from people.organizations.regulations import RegulationSettings, effective, floors_above
from people.organizations.selectors import overrides_on, read_settings

MET, UNMET, WAITING, OVERRIDDEN, NOT_ASKED = "met", "unmet", "waiting", "overridden", "not_asked"
LABELS = {
    MET: _("Met"),
    UNMET: _("Not met"),
    WAITING: _("Under way"),
    OVERRIDDEN: _("The head decided otherwise"),
    NOT_ASKED: _("Not asked for here"),
}
TONES = {MET: "green", UNMET: "red", WAITING: "amber", OVERRIDDEN: "amber", NOT_ASKED: "grey"}
NAMED = 3


@dataclass(frozen=True)
class Remedy:
    """The button that mends a duty: its word, the address by name, and what follows the address."""

    label: str
    url_name: str
    args: tuple = ()
    query: str = ""


@dataclass(frozen=True)
class Standing:
    """How a duty stands: the state, how many things are wrong of how many, the first of them by name, a note."""

    state: str
    count: int = 0
    names: tuple[str, ...] = ()
    note: str = ""
    remedy: Remedy | None = field(default=None, compare=False)

    @property
    def tone(self):
        return TONES[self.state]

    @property
    def label(self):
        return LABELS[self.state]

    @property
    def rest(self):
        """How many more there are beyond those named."""
        return self.count - len(self.names)


@dataclass(frozen=True)
class Ground:
    """An organization on a day with its rules and the head's departures from the law: two queries for all duties."""

    organization: Organization
    day: date

    @cached_property
    def versions(self):
        """Approved versions of the regulation, the newest first."""
        return list(self.organization.regulations.in_force().as_text().order_by("-valid_from"))

    @cached_property
    def version(self):
        """The version in force on the day, or None."""
        started = [version for version in self.versions if version.valid_from <= self.day]
        return next((row for row in started if row.valid_until is None or row.valid_until >= self.day), None)

    @cached_property
    def overrides(self):
        """Setting → the head's departure from the law in force on the day."""
        return {row.key: row for row in overrides_on(self.organization, self.day).select_related("by__person")}

    @cached_property
    def rules(self):
        """The rules of the day: the regulation, and where the law is stricter and not departed from the law."""
        written = self.written_on(self.day)
        return effective(written, self.day, frozenset(self.overrides))

    def written_on(self, day):
        """The regulation as written on another day, so that what was made then is judged by its own rules."""
        row = next(
            (row for row in self.versions if row.valid_from <= day), self.versions[-1] if self.versions else None
        )
        return read_settings(row.text) if row else RegulationSettings.recommended()

    def departure(self, key):
        """The departure that lowers the rule ``key`` below the law on the day, or None."""
        lowered = {floor.key for floor in floors_above(self.rules, self.day)}
        return self.overrides.get(key) if key in lowered else None


def judged(wrong, remedy, *, note=""):
    """Met where ``wrong``, the names of what is out of order, is empty; else not met."""
    names = [str(each) for each in wrong]
    return Standing(UNMET if names else MET, len(names), tuple(names[:NAMED]), note, remedy if names else None)
