"""What is known of a mentor and of a mentee when they are matched; nothing here asks the database.

An empty value means «not known», never «no»: the parts answer it with the middle of the scale and say so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Option:
    """A form or a kind of the regulation, or a way of working somebody asks for: its code and its words."""

    code: str
    label: str


@dataclass(frozen=True)
class Earlier:
    """A pair that is over: with whom (key of the person) and how it ended, as a state of a mentorship."""

    person: int
    end: str


@dataclass(frozen=True)
class Lack:
    """A consent that is not in force: its purpose in words, and whether the person said no to it."""

    label: str
    is_said_no: bool = False
    is_processing: bool = False


@dataclass(frozen=True)
class Side:
    """What both sides have. ``pk`` is the bank entry, ``levels`` are by the key of the competence.

    ``slots`` are pairs (day of the week from 0, part of the day). ``names`` and ``declines`` are the beginnings of
    last names written in the wishes, ``words`` those of telling words, which ``spelled`` has in full. ``rank`` is 2
    for the head, 1 for a deputy, 0 for everybody else.
    """

    pk: int
    person: int
    employment: int
    name: str
    full_name: str = ""
    post: str = ""
    name_stem: str = ""
    levels: Mapping[int, int] = field(default_factory=dict, hash=False)
    subjects: frozenset = frozenset()
    groups: frozenset = frozenset()
    subject_words: str = ""
    forms: frozenset = frozenset()
    ways: frozenset = frozenset()
    time_words: str = ""
    slots: frozenset = frozenset()
    workplace: str = ""
    workplace_words: str = ""
    names: frozenset = frozenset()
    declines: frozenset = frozenset()
    words: frozenset = frozenset()
    spelled: Mapping[str, str] = field(default_factory=dict, hash=False)
    rank: int = 0
    can_be_chosen: bool = True
    state_words: str = ""
    lacks: tuple[Lack, ...] = ()
    is_at_work: bool = True
    ends_on: object = None
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True)
class MentorFacts(Side):
    """A mentor of the bank. ``places`` are those given within the limit of the regulation.

    ``category_value`` is the category on a scale from 0 to 1; ``failed`` and ``unknown`` are the thresholds of the
    regulation in words. ``leads`` are the subjects whose teachers the mentor leads.
    """

    places: int = 1
    taken: int = 0
    experience_years: int | None = None
    category: str = ""
    category_value: float = 0.0
    failed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    leads: frozenset = frozenset()

    @property
    def free(self):
        return max(self.places - self.taken, 0)


@dataclass(frozen=True)
class MenteeFacts(Side):
    """A mentee of the bank. ``named_forms`` are those forms of the regulation that name a category of theirs."""

    competences: Mapping[int, str] = field(default_factory=dict, hash=False)
    named_forms: frozenset = frozenset()
    age: int | None = None
    has_mentor: bool = False
    mentor_name: str = ""
