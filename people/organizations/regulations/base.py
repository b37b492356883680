"""What every part of a regulation is made of: a frozen section, a coded choice, a word in its forms."""

from typing import Annotated, Literal, TypeVar

from django.utils.translation import gettext_lazy as _
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

CODE_PATTERN = r"^[a-z][a-z0-9_]*$"
ADDRESS_PATTERN = r"^(https?://\S+)?$"
Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1)]
Month = Annotated[int, Field(ge=1, le=12)]
Role = Literal["director", "curator", "council", "psychologist", "mentor", "mentee", "staff", "sysadmin"]
Level = Literal["municipality", "region", "federation"]


class Section(BaseModel):
    """A part of the regulation: frozen, and an unknown key is an error rather than a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Choice(Section):
    """One entry of a list that an organization may shorten or extend: a stable code and words to show."""

    code: Code
    label: Text


class Word(Section):
    """A word of the organization in the four forms that pages need, in small letters."""

    nominative: Text
    genitive: Text
    plural_nominative: Text
    plural_genitive: Text


def without_repeated_codes(items: tuple) -> tuple:
    """Return `items` unchanged; ValueError names the first code that stands twice."""
    seen = set()
    for item in items:
        if item.code in seen:
            raise ValueError(_("The code “%s” stands twice. Give every entry a code of its own.") % item.code)
        seen.add(item.code)
    return items


Item = TypeVar("Item", bound=Section)
# A list whose entries are told apart by their code.
Listed = Annotated[tuple[Item, ...], AfterValidator(without_repeated_codes)]
