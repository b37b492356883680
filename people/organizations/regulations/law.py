"""Where the law is newer and stricter than the regulation: floors as data, the rule that holds, warnings."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .loading import Problem
from .settings import RegulationSettings

# Art. 351.8 of the Labor Code (381-FZ of 09.11.2024): written consent and a supplementary agreement.
MENTORING_LAW_IN_FORCE_ON = date(2025, 3, 1)
# 156-FZ changed art. 9 of 152-FZ: a consent stands apart from every other paper.
SEPARATE_CONSENTS_IN_FORCE_ON = date(2025, 9, 1)


@dataclass(frozen=True)
class Floor:
    """The least the law asks of one setting since a day; a regulation may ask for more, never for less.

    `sentence` tells what the law asks and what to do; `effect` what follows while the stricter rule is kept.
    """

    key: str
    value: bool
    since: date
    article: Promise
    sentence: Promise
    effect: Promise

    def is_above(self, value: object, day: date) -> bool:
        """Whether the law asks for more than `value` on `day`."""
        return day >= self.since and value < self.value


FLOORS = (
    Floor(
        "consent.mentor_required",
        True,
        MENTORING_LAW_IN_FORCE_ON,
        _("Labor Code, art. 351.8"),
        _("The law asks for the mentor's written consent (Labor Code, 351.8). Amend the regulation."),
        _("Nobody becomes a mentor before the written consent is there."),
    ),
    Floor(
        "agreement.required",
        True,
        MENTORING_LAW_IN_FORCE_ON,
        _("Labor Code, art. 351.8"),
        _("The law asks for a supplementary agreement (Labor Code, 351.8). Require it."),
        _("The order on pairs charges with drawing up supplementary agreements."),
    ),
    Floor(
        "consent.separate",
        True,
        SEPARATE_CONSENTS_IN_FORCE_ON,
        _("152-FZ, art. 9 as amended by 156-FZ"),
        _("The law asks for every consent on a sheet of its own (152-FZ, art. 9; 156-FZ). Separate them."),
        _("Every consent is given and printed as a document of its own."),
    ),
)
_BY_KEY = {floor.key: floor for floor in FLOORS}


def floor_of(key: str, value: object, day: date) -> Floor | None:
    """Return the floor of the law that lies above `value` of the setting on `day`, or None."""
    floor = _BY_KEY.get(key)
    return floor if floor and floor.is_above(value, day) else None


def floors_above(settings: RegulationSettings, day: date) -> tuple[Floor, ...]:
    """Return the floors that lie above the settings as written on `day`."""
    return tuple(floor for floor in FLOORS if floor.is_above(_value(settings, floor.key), day))


def effective(settings: RegulationSettings, day: date, departures: frozenset[str] = frozenset()) -> RegulationSettings:
    """Return the rules that hold on `day`: the stricter of regulation and law, key by key.

    `departures` are the keys the head has overridden on that day; there the regulation holds as written.
    """
    for floor in floors_above(settings, day):
        if floor.key not in departures:
            section, name = floor.key.split(".")
            raised = getattr(settings, section).model_copy(update={name: floor.value})
            settings = settings.model_copy(update={section: raised})
    return settings


def agreement_required(settings: RegulationSettings, on: date) -> bool:
    """Tell whether mentoring needs a supplementary agreement by the rules of the day; before 01.03.2025 none did."""
    return settings.agreement.required and on >= MENTORING_LAW_IN_FORCE_ON


def legal_warnings(settings: RegulationSettings, on: date) -> list[Problem]:
    """Return the settings as written that the law overrides or makes risky on the day, each with what to do."""
    found = [Problem(floor.key, str(floor.sentence)) for floor in floors_above(settings, on)]
    if settings.publication.publishes_banks:
        message = _("Names in a published bank need each person's own consent (152-FZ, art. 10.1).")
        found.append(Problem("publication.what", str(message)))
    return found


def _value(settings: RegulationSettings, key: str) -> object:
    section, name = key.split(".")
    return getattr(getattr(settings, section), name)
