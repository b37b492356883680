"""How papers speak: the regulation's own particulars, acts cited, the style of orders, the words in use."""

from datetime import date
from typing import Literal

from pydantic import Field

from .base import Choice, Section, Text, Word


class Adoption(Section):
    """How the regulation itself came into force; a blank is a blank in the copy.

    `about` is the title after the word «Положение», so that papers can put that word in any case.
    """

    about: Text
    adopted_by: str
    protocol: str
    protocol_on: date | None = None
    order_number: str
    order_on: date | None = None
    order_heading: str
    in_force_on: date | None = None
    indefinite: bool

    @property
    def title(self) -> str:
        """The full title in the nominative."""
        return f"Положение {self.about}"


class LegalBasis(Section):
    """An act cited in orders: its title, and the ready phrase for the preamble («в соответствии с …»).

    `orders` lists the kinds of order that cite it (O1, O4, …); empty means every order on mentoring.
    """

    title: Text
    phrase: Text
    orders: tuple[str, ...] = ()


class OrderStyle(Section):
    """How the organization writes orders; layout itself follows GOST R 7.0.97 (`gost_edition`).

    `number_format` may use {number}, {suffix} and {year}.
    """

    number_format: str = Field(pattern=r"^[^{}]*\{number\}[^{}]*(\{(suffix|year)\}[^{}]*){0,2}$")
    suffix: str
    series_title: str
    purpose: str
    control: Text
    date_style: Literal["numeric", "words"]
    acquaintance: Literal["line", "table"]

    def number_text(self, number: int, year: int, suffix: str | None = None) -> str:
        """Return the number as printed, «348/1»; `suffix` replaces the organization's usual one."""
        suffix = self.suffix if suffix is None else suffix
        return self.number_format.format(number=number, suffix=suffix, year=year)


class Terms(Section):
    """The organization's words: учитель or воспитатель, директор or заведующий, затруднение or дефицит."""

    teacher: Word
    mentor: Word
    mentee: Word
    head: Word
    difficulty: Word
    organization: Word


class Principle(Choice):
    """A principle of mentoring by its name in the regulation."""
