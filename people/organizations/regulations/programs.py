"""What is done: forms and kinds, the program, its end, monitoring, publication, reporting."""

from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from .base import Choice, Level, Listed, Month, Role, Section, Text


class MentoringForm(Choice):
    """A form («форма»): who mentors whom. `gloss`: the name the regulation explains it by, if another."""

    gloss: str = ""
    description: Text
    enabled: bool = True

    @property
    def choice_label(self) -> str:
        """The official name, with the plainer one beside it where the regulation has one."""
        return f"{self.label} ({self.gloss})" if self.gloss else self.label


class Forms(Section):
    """The forms in use; an open list («и другие») lets the organization add its own."""

    open_list: bool
    items: Listed[MentoringForm] = Field(min_length=1)


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


class ProgramRules(Section):
    """The personalized program: its length in months, how it changes, what its plan and title page have.

    `extension_requires` lists whose agreement an extension needs. `needs_order`: approved by order O5.
    """

    min_months: int = Field(ge=1, le=12)
    max_months: int = Field(ge=1, le=36)
    extension_allowed: bool
    extension_requires: tuple[Literal["mentor", "mentee", "curator", "council", "director"], ...]
    shortening_allowed: bool
    correction_allowed: bool
    needs_order: bool
    template_in_annex: bool
    directions: Listed[Choice] = Field(min_length=1)
    title_stamps: tuple[TitleStamp, ...]

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

    url: str = Field(default="", pattern=r"^(https?://\S+)?$")


class Publication(Section):
    """What is made public, where and when. Persons are named only by their own consent (152-FZ art. 10.1)."""

    timing: Literal["after_completion", "ongoing"]
    what: Listed[Choice]
    channels: Listed[Channel]
    section_required: bool
    section_title: Text
    section_url: str = Field(default="", pattern=r"^(https?://\S+)?$")

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


class Indicator(Choice):
    """What monitoring looks at. `aggregate_only`: only totals are entered, never a pupil's data."""

    stage: Literal[1, 2] = 1
    aggregate_only: bool = False


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
