"""Who takes part and on what terms: curator, consents, agreements, banks, council, selection."""

from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from .base import Choice, Listed, Month, Section, Text

# The beginning of every deputy's post: «заместитель директора по УВР».
DEPUTY = "заместител"


class Duty(Choice):
    """A duty given by the same order as the curator's: coordinator, project group; `posts` empty: anybody."""

    posts: tuple[Text, ...] = ()


class Curator(Section):
    """The curator. `required` False: the regulation lets the head do without one.

    Who may hold the duty is a set of posts: the deputies of the head with `must_be_deputy`, the head with
    `may_be_head`, and `also_posts` (lower case, nominative; matched by their beginning). With `must_be_deputy`
    False anybody may. `most` curators at once share the work, each with one of the `scopes` where there are any.
    `helpers` are duties beside the curator's: a coordinator, a project group.
    """

    required: bool
    must_be_deputy: bool
    also_posts: tuple[Text, ...]
    may_be_head: bool
    allow_external: bool
    most: int = Field(ge=1, le=30)
    scopes: Listed[Choice]
    helpers: Listed[Duty]
    title_text: Text

    def refusal(self, post: str, *, is_head: bool, is_external: bool) -> str:
        """Say why somebody on `post` may not be the curator by this regulation; empty when they may."""
        if is_external:
            return "" if self.allow_external else str(_("By the regulation the curator is one of the own staff."))
        if is_head:
            return "" if self.may_be_head else str(_("By the regulation the head is not the curator."))
        if not self.must_be_deputy or self._is_allowed(post):
            return ""
        if self.also_posts:
            posts = ", ".join(self.also_posts)
            return str(_("By the regulation the curator is a deputy of the head or one of: %s.") % posts)
        return str(_("By the regulation the curator is one of the deputies of the head."))

    def _is_allowed(self, post: str) -> bool:
        own = post.casefold().strip()
        return any(own.startswith(each.casefold()) for each in (DEPUTY, *self.also_posts))


class ConsentRules(Section):
    """Whose written consent the regulation asks for; `separate`: every purpose on a sheet of its own.

    For the law see `law.FLOORS`.
    """

    mentor_required: bool
    mentee_required: bool
    personal_data_required: bool
    separate: bool


class AgreementRules(Section):
    """The supplementary agreement (art. 351.8 of the Labor Code) and the notice to end it early.

    `mentor_notice_days` 0 means: remind of a notice, ask for none. `employer_notice_days` are working days.
    """

    required: bool
    mentor_notice_days: int = Field(ge=0, le=30)
    employer_notice_days: int = Field(ge=3, le=30)


class BankRules(Section):
    """The banks of mentors and mentees: who keeps them, how often mentees are looked over.

    `max_mentees` is the most one mentor may have whatever the own wish. `enter_on_hiring`: a newly hired teacher
    enters the bank of mentees without a request.
    """

    keeper: Literal["curator", "organization"]
    co_keeper_role: Literal["none", "sysadmin"]
    refresh_interval: Literal["year", "half_year"]
    refresh_months: tuple[Month, ...] = Field(min_length=1)
    mentors_visible_to_staff: bool
    shared_with_municipality: bool
    max_mentees: int | None = Field(default=None, ge=1, le=50)
    enter_on_hiring: bool

    @property
    def refresh_interval_months(self) -> int:
        """The longest allowed time between two refreshes, in months."""
        return {"year": 12, "half_year": 6}[self.refresh_interval]


class Council(Section):
    """The methodical body of mentors («методическое объединение», «совет», «комиссия»)."""

    presence: Literal["none", "optional", "required"]
    label: Text
    approves_programs: bool
    mediation: bool
    arbitration: bool
    with_trade_union: bool

    @property
    def enabled(self) -> bool:
        """Whether the regulation knows such a body at all."""
        return self.presence != "none"


class MenteeCategory(Choice):
    """A ground to become a mentee. `sensitive` may tell of health: never exported (152-FZ, art. 10)."""

    sensitive: bool = False


class MentorThresholds(Section):
    """The least a mentor must have behind them, in whole years; None asks for nothing."""

    teaching_years: int | None = Field(default=None, ge=0, le=50)
    subject_years: int | None = Field(default=None, ge=0, le=50)
    organization_years: int | None = Field(default=None, ge=0, le=50)


class MenteeGround(Choice):
    """One ground to become a mentee; all its conditions hold together, and one ground of the list is enough."""

    max_age: int | None = Field(default=None, ge=18, le=99)
    max_experience_years: int | None = Field(default=None, ge=0, le=50)
    max_months_in_post: int | None = Field(default=None, ge=1, le=120)
    max_months_since_hired: int | None = Field(default=None, ge=1, le=120)

    @model_validator(mode="after")
    def check_has_condition(self):
        """Refuse a ground that asks for nothing: it would let everybody in."""
        if not any((self.max_age, self.max_experience_years, self.max_months_in_post, self.max_months_since_hired)):
            raise ValueError(_("Give at least one condition of this ground, or remove it."))
        return self


class Criteria(Section):
    """Whom to choose: groups of mentors and what they must know, categories of mentees, what joins a pair.

    `thresholds` and `mentee_grounds` are checked when somebody enters a bank; an empty list of grounds asks for none.
    """

    mentor: Listed[Choice]
    mentor_competences: Listed[Choice]
    thresholds: MentorThresholds
    mentee_categories: Listed[MenteeCategory]
    mentee_grounds: Listed[MenteeGround]
    pair: Listed[Choice]


class ApprovalStep(Choice):
    """A step a pair passes before its order: a body or a person; `role` enters the decision.

    `needs_document`: the decision names its ground (an extract of minutes) with number and day.
    """

    role: Literal["director", "curator", "council"]
    needs_document: bool = False


class Pairing(Section):
    """How a pair is made: the chain of approvals between the agreement of both and the order."""

    approvals: Listed[ApprovalStep] = Field(max_length=6)


class Psychologist(Section):
    """Psychological support: off, on demand, or a psychologist among the required staff."""

    mode: Literal["off", "on_demand", "staffed"]


class YoungTeacher(Section):
    """Until what age, and until what experience, a teacher counts as young."""

    max_age: int = Field(ge=18, le=50)
    max_experience_years: int = Field(ge=0, le=10)
