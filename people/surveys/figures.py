"""What results are made of: answers, rows of figures, counted questions."""

from dataclasses import dataclass, field


def percent(share):
    """A share as whole per cent in words; «–» where there is nothing to count from."""
    return "–" if share is None else f"{share * 100:.0f}"


@dataclass(eq=False)
class Answer:
    """One sent answer; ``employment`` is None without names."""

    answers: dict
    employment: object = None


@dataclass
class Line:
    """One row of figures: what was chosen, by how many, of how many."""

    label: str
    count: int
    total: int
    group: str = ""

    @property
    def share(self):
        return self.count / self.total if self.total else None

    @property
    def percent(self):
        return percent(self.share)


@dataclass
class Delta:
    """Before and after: the two means (or shares of «yes»), and how they were compared."""

    before: float
    after: float
    pairs: int | None

    @property
    def change(self):
        return self.after - self.before

    @property
    def before_percent(self):
        return percent(self.before)

    @property
    def after_percent(self):
        return percent(self.after)


@dataclass
class Counted:
    """One question with its figures, or with the reason why there are none."""

    question: object
    number: int
    answered: int = 0
    hidden: str = ""
    lines: list = field(default_factory=list)
    mean: float | None = None
    texts: list = field(default_factory=list)
    delta: Delta | None = None
    chart: str = ""


@dataclass
class Results:
    """Everything the page of results and the workbook show."""

    campaign: object
    invited: int
    answered: int
    hidden: str = ""
    questions: list = field(default_factory=list)
    points: float | None = None
    most_points: int = 0
    readings: list = field(default_factory=list)
    before: object = None
    groups: list = field(default_factory=list)
    group: str = ""
    shown: int = 0
