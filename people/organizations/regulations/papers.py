"""How papers speak: the regulation's own particulars, acts cited, the style of orders, the words in use."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from .base import Choice, Code, Listed, Section, Text, Word

# How a number is printed: «{number}/1», «{number} – ОД», «{number} § {suffix}».
NUMBER_PATTERN = r"^[^{}]*\{number\}[^{}]*(\{(suffix|year)\}[^{}]*){0,2}$"
# What stands in braces for what, as people read and write it: «{номер}-{знак}».
NUMBER_PLACES = {
    "number": format_lazy("{{{}}}", pgettext_lazy("place in a number", "number")),
    "suffix": format_lazy("{{{}}}", pgettext_lazy("place in a number", "suffix")),
    "year": format_lazy("{{{}}}", pgettext_lazy("place in a number", "year")),
}


def plain_format(text: object) -> object:
    """Return a number format with its places as they are stored; what is no text stays as it is."""
    for place, words in NUMBER_PLACES.items() if isinstance(text, str) else ():
        text = text.replace(str(words), f"{{{place}}}")
    return text


def worded_format(text: str) -> str:
    """Return a stored number format with its places in words."""
    for place, words in NUMBER_PLACES.items():
        text = text.replace(f"{{{place}}}", str(words))
    return text


NumberFormat = Annotated[str, BeforeValidator(plain_format), StringConstraints(pattern=NUMBER_PATTERN, max_length=40)]
# Whether the system counts the numbers, or the head types them from a register the school keeps for everything.
Numbering = Literal["system", "hand"]
OrderCode = Annotated[str, StringConstraints(pattern=r"^O\d{1,2}$")]

# What the document is: nominative, genitive, and how «утвердить» agrees with it in a stamp.
DOCUMENT_WORDS = {
    "regulation": ("Положение", "Положения", "УТВЕРЖДЕНО"),
    "program": ("Программа", "Программы", "УТВЕРЖДЕНА"),
    "procedure": ("Порядок", "Порядка", "УТВЕРЖДЁН"),
}


class ApprovalStamp(Section):
    """A stamp on the first page of the regulation: «ПРИНЯТО педагогическим советом, протокол от … № …».

    `body` stands as printed after the verb. `source`: minutes with a number and a day, the order of the head that
    puts the regulation into force (its number and day are those of `Adoption`), or a person who signs on a line.
    What is not known is printed as a blank to fill in; with `blank_allowed` False the paper is not made before.
    """

    word: Text
    body: Text
    source: Literal["minutes", "order", "person"] = "minutes"
    number: str = ""
    on: date | None = None
    blank_allowed: bool = True
    when: Literal["before_order", "after_order"] = "before_order"


class Document(Section):
    """A document mentoring is run by and the order that put it into force; a blank is a blank in the copy.

    `about` is the title after the first word, so that papers can put that word («Положение») in any case.
    """

    kind: Literal["regulation", "program", "procedure"] = "regulation"
    about: Text
    order_number: str = ""
    order_on: date | None = None

    @property
    def title(self) -> str:
        """The full title in the nominative."""
        return f"{DOCUMENT_WORDS[self.kind][0]} {self.about}"

    @property
    def title_genitive(self) -> str:
        """The full title in the genitive: «на основании Положения о …»."""
        return f"{DOCUMENT_WORDS[self.kind][1]} {self.about}"

    @property
    def approved_word(self) -> str:
        """«УТВЕРЖДЕНО», «УТВЕРЖДЕНА» or «УТВЕРЖДЁН», as the kind of the document asks."""
        return DOCUMENT_WORDS[self.kind][2]


class Adoption(Document):
    """How the regulation itself came into force.

    `edition` is what tells an edition from the one before («новая редакция»). `school_year` is set for a document
    that lives one year. `amendments_need_order`: a change takes effect by an order (O1) only. `amended_number` and
    `amended_on` are those of the order that put this edition of a document approved before into force.
    """

    edition: str
    amended_number: str = ""
    amended_on: date | None = None
    school_year: int | None = Field(default=None, ge=2000, le=2100)
    stamps: tuple[ApprovalStamp, ...] = Field(max_length=4)
    order_heading: str
    in_force_on: date | None = None
    indefinite: bool
    amendments_need_order: bool


class FormDocument(Document):
    """A regulation of its own for some forms of mentoring; `forms` are their codes."""

    code: Code
    forms: tuple[Code, ...] = Field(min_length=1)


class LegalBasis(Section):
    """An act cited in orders: its title, and the ready phrase for the preamble («в соответствии с …»).

    `orders` lists the kinds of order that cite it (O1, O4, …); empty means every order on mentoring.
    """

    title: Text
    phrase: Text
    orders: tuple[OrderCode, ...] = ()
    level: Literal["federation", "region", "municipality", "organization"] = "federation"


class OrderSeries(Choice):
    """A register of its own for some kinds of orders, with its own numbers."""

    kinds: tuple[OrderCode, ...] = Field(min_length=1)
    numbering: Numbering = "system"
    number_format: NumberFormat
    suffix: str = ""


class OrderStyle(Section):
    """How the organization writes orders; layout itself follows GOST R 7.0.97 (`gost_edition`).

    `number_format` may use {number}, {suffix} and {year}. `series` are registers beside the usual one. `numbering`
    «hand»: the school keeps one register for everything, the number is typed at the signature.
    `inherit_bases`: acts of the region and the municipality are cited too. `acquaint_within` are working days after
    the order, when those who have not read it are reminded; None reminds nobody.
    """

    numbering: Numbering = "system"
    number_format: NumberFormat
    suffix: str
    series: Listed[OrderSeries]
    inherit_bases: bool
    series_title: str
    purpose: str
    control: Text
    date_style: Literal["numeric", "words"]
    acquaintance: Literal["line", "table"]
    acquaint_within: int | None = Field(default=3, ge=1, le=60)

    @model_validator(mode="after")
    def check_series_share_no_kind(self):
        """Refuse one kind of order in two registers."""
        kinds = [kind for series in self.series for kind in series.kinds]
        if len(set(kinds)) != len(kinds):
            raise ValueError(_("One kind of order stands in two registers. Leave it in one of them."))
        return self

    def series_of(self, kind: str) -> OrderSeries | None:
        """Return the register an order of this kind («O4») is entered in; None is the usual one."""
        return next((series for series in self.series if kind in series.kinds), None)

    def is_by_hand(self, kind: str) -> bool:
        """Tell whether the number of an order of this kind is typed at the signature."""
        return (self.series_of(kind) or self).numbering == "hand"

    def number_text(self, number: int, year: int, suffix: str | None = None, kind: str = "") -> str:
        """Return the number as printed, «348/1»; `suffix` replaces the usual one of the register of `kind`."""
        style = self.series_of(kind) or self
        suffix = style.suffix if suffix is None else suffix
        return style.number_format.format(number=number, suffix=suffix, year=year).strip()


class Payment(Section):
    """What a mentor is paid: a sum in roubles a month, percent of the salary, or a coefficient to it.

    `per_mentee`: so much for every mentee. The ground and the papers are those of art. 351.8 of the Labor Code.
    """

    kind: Literal["none", "sum", "percent", "coefficient"]
    amount: Decimal = Field(ge=0, max_digits=9, decimal_places=2)
    per_mentee: bool

    @model_validator(mode="after")
    def check_amount(self):
        """Refuse a payment of nothing."""
        if self.kind != "none" and not self.amount:
            raise ValueError(_("State how much is paid, or choose that nothing is paid."))
        return self


class MentorRole(Section):
    """A mentor by another name («наставник-тьютор»), chosen pair by pair."""

    code: Code
    word: Word


class Terms(Section):
    """The organization's words: учитель or воспитатель, директор or заведующий, затруднение or дефицит.

    ``subject`` is what a teacher teaches or whom: предмет, группа, объединение.
    """

    teacher: Word
    mentor: Word
    mentee: Word
    head: Word
    difficulty: Word
    organization: Word
    subject: Word
    mentor_roles: Listed[MentorRole] = ()


class Principle(Choice):
    """A principle of mentoring by its name in the regulation."""
