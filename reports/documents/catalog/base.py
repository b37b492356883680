"""What a kind of paper is: how it is called, what it is made of, how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from reports.documents.papers import pdf
from reports.documents.stationery import word_file


class Group(TextChoices):
    """Under which heading a kind of paper stands in the list of papers."""

    PEOPLE = "people", _("People and consents")
    BANKS = "banks", _("Banks")
    PAIRS = "pairs", _("Pairs and programs")
    JOURNALS = "journals", _("Journals and registers")
    YEAR = "year", _("The year and the council")
    OUTGOING = "outgoing", _("For others")


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper: made of one row, by one address, in one way.

    ``code`` stands in the address, and in its name: ``reports:paper_<code>``, whose row in ``permissions.RIGHTS`` says
    who may open it. ``rows(actor)`` are what it can be made of, narrowed to the actor, with all the paper reads;
    ``make(thing, actor)`` returns the paper (``reports.documents.papers``), ``name(thing)`` the name of the file
    without ending. ``hint`` says in the list of papers what it is for. ``kept(thing)`` is the ``FrozenDocument``
    of a signature, None while the paper is made anew each time.

    In the list of its rows ``about(thing)`` is what the paper is about; ``on`` names the day it is sorted by,
    ``search`` the fields with a search key, ``by_name`` what its rows are sorted by instead of these. ``empty`` says
    what to do where there is none yet, ``source`` names the page where its rows come from.
    """

    code: str
    label: Any
    group: Group
    rows: Callable
    make: Callable
    name: Callable
    hint: Any = ""
    kept: Callable = lambda thing: None
    about: Callable = str
    on: str = ""
    search: tuple[str, ...] = ()
    by_name: tuple[str, ...] = ()
    empty: Any = ""
    source: str = ""

    @property
    def url_name(self) -> str:
        """The name of its address."""
        return f"reports:paper_{self.code}"

    def pdf(self, thing, actor):
        """The bytes of the paper: as frozen, otherwise as it stands. Raises PdfUnavailable."""
        frozen = self.kept(thing)
        return bytes(frozen.pdf) if frozen else pdf(self.make(thing, actor))

    def word(self, thing, actor):
        """The same for Word, by the template of the organization. Raises StationeryFails."""
        frozen = self.kept(thing)
        if frozen and frozen.docx:
            return bytes(frozen.docx)
        return word_file(self.make(thing, actor), actor.organization, self.code)

    def day_of(self, thing):
        """The day the row is sorted by, None where it has none."""
        return reduce(getattr, self.on.split("__"), thing) if self.on else None

    @property
    def sort_fields(self) -> tuple[str, ...]:
        """What its rows are sorted by as text."""
        return self.by_name or self.search
