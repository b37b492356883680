"""Reading a regulation: from TOML text, from stored JSON, from the presets; errors in plain words by key."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from .base import ADDRESS_PATTERN, CODE_PATTERN
from .papers import NUMBER_PATTERN, NUMBER_PLACES
from .settings import RegulationSettings

_PRESETS = files("people.organizations") / "presets"

_PLAIN_WORDS = {
    "missing": _("This is required. Fill it in."),
    "extra_forbidden": _("There is no such setting. Check its name or remove it."),
    "literal_error": _("Choose one of: %(expected)s."),
    "string_too_short": _("This must not be empty."),
    "string_pattern_mismatch": _("This is not written the way it must be. Compare it with a preset."),
    "string_type": _("Write text here, in quotation marks."),
    "too_short": _("At least one entry is needed here."),
    "tuple_type": _("A list is needed here."),
    "dict_type": _("A table of keys and values is needed here."),
    "model_type": _("A table of keys and values is needed here."),
    "model_attributes_type": _("A table of keys and values is needed here."),
    "greater_than_equal": _("The number must be %(ge)s or more."),
    "less_than_equal": _("The number must be %(le)s or less."),
    "int_type": _("Write a whole number here."),
    "int_parsing": _("Write a whole number here."),
    "int_from_float": _("Write a whole number here."),
    "bool_type": _("Write yes or no here: true or false."),
    "bool_parsing": _("Write yes or no here: true or false."),
}
# What a text must look like, said by its pattern.
_PATTERN_WORDS = {
    ADDRESS_PATTERN: _("An address begins with https:// and has no spaces. Correct it or leave it empty."),
    CODE_PATTERN: _("A code begins with a small Latin letter and holds only such letters, digits and “_”."),
    NUMBER_PATTERN: format_lazy(
        _("Write {number} where the number stands; after it only {suffix} and {year} may stand in braces."),
        **NUMBER_PLACES,
    ),
}
_OTHERWISE = _("This value does not fit here. Compare it with a preset.")


@dataclass(frozen=True)
class Problem:
    """What is wrong with one setting: its key path (list entries counted from 1) and a sentence."""

    key: str
    message: str


class RegulationError(ValueError):
    """A regulation that cannot be used; `problems` says why, one line per setting."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("\n".join(f"{problem.key}: {problem.message}" for problem in problems))


def load_regulation(text: str) -> RegulationSettings:
    """Read a regulation from TOML text; what it leaves out is the ministry's recommendation.

    Raises RegulationError: with the empty key when the text is not TOML at all, else by key path.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = _("The file is not readable as TOML (%s). Correct this place and load it again.") % error
        raise RegulationError([Problem("", message)]) from error
    return check_regulation(data)


def check_regulation(data: object) -> RegulationSettings:
    """Return the settings held by parsed TOML, JSON or a form; RegulationError otherwise."""
    try:
        return RegulationSettings.model_validate(data)
    except ValidationError as error:
        raise RegulationError([_problem(details) for details in _own_errors(error)]) from error


def preset_codes() -> tuple[str, ...]:
    """Return the codes of the presets delivered with the program, in alphabetical order."""
    names = (entry.name for entry in _PRESETS.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_preset(code: str) -> RegulationSettings:
    """Return a preset by its code («school-3»), read once in a process; KeyError when there is none."""
    if code not in preset_codes():
        raise KeyError(code)
    return load_regulation((_PRESETS / f"{code}.toml").read_text(encoding="utf-8"))


def _own_errors(error: ValidationError) -> list[dict]:
    """Leave out «the list is too short» where it only counts entries that are themselves reported."""
    errors = error.errors()
    above = {details["loc"][:length] for details in errors for length in range(len(details["loc"]))}
    return [details for details in errors if details["type"] != "too_short" or details["loc"] not in above]


def _problem(details: dict) -> Problem:
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in details["loc"])
    context = details.get("ctx", {})
    if details["type"] == "value_error":
        return Problem(key, str(context["error"]))
    if context.get("pattern") in _PATTERN_WORDS:
        return Problem(key, str(_PATTERN_WORDS[context["pattern"]]))
    if details["type"].startswith("date_"):
        return Problem(key, str(_("Write a date here, such as 2026-09-01.")))
    if "expected" in context:
        context = {"expected": ", ".join(re.findall(r"'([^']*)'", context["expected"]))}
    return Problem(key, str(_PLAIN_WORDS.get(details["type"], _OTHERWISE)) % context)
