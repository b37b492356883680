"""What is done: forms and kinds, the program, its end, monitoring, publication, reporting."""

from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from .base import ADDRESS_PATTERN, Choice, Level, Listed, Month, Role, Section, Text


class MentoringForm(Choice):
    """A form («форма»): who mentors whom. `gloss`: the name the regulation explains it by, if another.

    `outside`: the regulation has it (for pupils, parents), but it is kept outside the system: printed, never chosen.
    """

    gloss: str = ""
    description: Text
    enabled: bool = True
    outside: bool = False

    @property
    def choice_label(self) -> str:
        """The official name, with the plainer one beside it where the regulation has one."""
        return f"{self.label} ({self.gloss})" if self.gloss else self.label


class Forms(Section):
    """The forms in use; an open list («и другие») lets the organization add its own."""

    open_list: bool
    items: Listed[MentoringForm] = Field(min_length=1)

    @property
    def choosable(self) -> tuple[MentoringForm, ...]:
        """The forms a pair can have here."""
        return tuple(item for item in self.items if item.enabled and not item.outside)


class MentoringKind(Choice):
    """A kind («вид»): how they work. `single_meeting` needs no program; a group has two mentees or more."""

    description: Text
    enabled: bool = True
    min_mentees: int = Field(default=1, ge=1, le=10)
    single_meeting: bool = False


class Kinds(Section):
    """The kinds in use and the word by which papers call them."""

    print_as: Literal["виды", "формы"]
    combinable: bool
    items: Listed[MentoringKind] = Field(min_length=1)


class TitleStamp(Section):
    """A stamp on the title page of the program and who gives it."""

    word: Literal["СОГЛАСОВАНО", "УТВЕРЖДАЮ", "УТВЕРЖДЕНО"]
    role: Role

    @property
    def agrees(self):
        """Whoever agrees stands left and keeps the stamp where an order approves."""
        return self.word == "СОГЛАСОВАНО"


class ProgramRules(Section):
    """The personalized program: its length in months, how it changes, what its plan and title page have.

    `extension_requires` lists whose agreement an extension needs. `needs_order`: approved by order O5.
    `term`: any length between the two, exactly `max_months`, or the whole trainee period, which has no length of
    its own. `plan_columns` are columns of the plan beyond the usual ones. `plan_within` and `report_within` are
    working days after the order and after the end; None sets no day.
    """

    term: Literal["range", "exact", "trainee_period"]
    min_months: int = Field(ge=1, le=36)
    max_months: int = Field(ge=1, le=60)
    extension_allowed: bool
    extension_requires: tuple[Literal["mentor", "mentee", "curator", "council", "director"], ...]
    shortening_allowed: bool
    correction_allowed: bool
    needs_order: bool
    template_in_annex: bool
    directions: Listed[Choice] = Field(min_length=1)
    title_stamps: tuple[TitleStamp, ...] = Field(max_length=4)
    plan_columns: tuple[Literal["risks", "prevention", "criteria"], ...]
    plan_within: int | None = Field(default=None, ge=1, le=250)
    report_within: int | None = Field(default=None, ge=1, le=250)

    @property
    def months(self) -> tuple[int, int] | None:
        """The shortest and the longest program in months; None where the trainee period decides."""
        if self.term == "trainee_period":
            return None
        return (self.max_months, self.max_months) if self.term == "exact" else (self.min_months, self.max_months)

    @model_validator(mode="after")
    def check_length(self):
        """Refuse a shortest program that is longer than the longest."""
        if self.min_months > self.max_months:
            raise ValueError(_("The shortest program is longer than the longest. Check both lengths."))
        return self


class CompletionReason(Choice):
    """Why a program ends: fully done, or broken off and by whom."""

    outcome: Literal["completed", "terminated"]
    initiator: Literal["plan", "participants", "curator"]
    needs_good_reason: bool = False


class Completion(Section):
    """The grounds on which a program ends."""

    reasons: Listed[CompletionReason] = Field(min_length=1)


class FinalEvent(Section):
    """What closes the year and whether the final event needs an order (O10)."""

    types: Listed[Choice]
    needs_order: bool


class Channel(Choice):
    """A place where the organization tells of mentoring; `url` is empty until known."""

    url: str = Field(default="", pattern=ADDRESS_PATTERN)


class Publication(Section):
    """What is made public, where and when. Persons are named only by their own consent (152-FZ art. 10.1)."""

    timing: Literal["after_completion", "ongoing"]
    what: Listed[Choice]
    channels: Listed[Channel]
    section_required: bool
    section_title: Text
    section_url: str = Field(default="", pattern=ADDRESS_PATTERN)

    @property
    def publishes_banks(self) -> bool:
        """Whether the regulation puts the banks of mentors and mentees on the site."""
        return any(item.code == "banks" for item in self.what)


class Incentive(Choice):
    """A way to thank a mentor."""

    material: bool = False


class Incentives(Section):
    """Ways to thank mentors; `set_by_council`: worked out with the council instead of being listed."""

    set_by_council: bool
    payment_basis: str
    items: Listed[Incentive]


class Band(Section):
    """A score given from a value on: `least` percent or more is `score` points, called `label`."""

    least: int = Field(ge=0, le=100)
    score: int = Field(ge=0, le=100)
    label: Text


class Indicator(Choice):
    """What monitoring looks at. `aggregate_only`: only totals are entered, never a pupil's data.

    `figure` is the code of the computed figure it stands for, if one does; `bands` score that figure.
    """

    stage: Literal[1, 2] = 1
    aggregate_only: bool = False
    figure: str = ""
    bands: tuple[Band, ...] = ()

    @model_validator(mode="after")
    def check_bands_rise(self):
        """Refuse bands that begin at the same value."""
        starts = [band.least for band in self.bands]
        if len(set(starts)) != len(starts):
            raise ValueError(_("Two bands begin at the same value. Give each its own."))
        return self

    def band_of(self, percent: float) -> Band | None:
        """Return the highest band that `percent` reaches, or None below all of them."""
        reached = [band for band in self.bands if band.least <= percent]
        return max(reached, key=lambda band: band.least, default=None)


class Monitoring(Section):
    """Monitoring: of the process, and in two-stage monitoring also of the influence on the participants."""

    two_stage: bool
    indicators: Listed[Indicator]
    survey_months: tuple[Month, ...]


class Recipient(Choice):
    """A body outside the organization."""

    level: Level


class Reporting(Section):
    """What goes up: to whom the organization must report, with whom it merely coordinates."""

    recipients: Listed[Recipient]
    schedule: Literal["none", "on_request", "half_year", "year"]
    partners: Listed[Recipient]
    statistical_forms: bool


class LearningRoute(Section):
    """The individual educational route («ИОМ»), kept with a tutor of the regional centre."""

    enabled: bool
    min_years: int = Field(ge=1, le=10)
    max_years: int = Field(ge=1, le=10)
    tutor: str
    steps: Listed[Choice]
