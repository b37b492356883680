"""Who takes part and on what terms: curator, consents, agreements, banks, council, selection."""

from typing import Literal

from pydantic import Field

from .base import Choice, Listed, Month, Section, Text


class Curator(Section):
    """The curator. `required` False: the regulation lets the head do without one.

    `also_posts` are posts that may hold the duty beside the deputies, lower case, nominative.
    """

    required: bool
    must_be_deputy: bool
    also_posts: tuple[Text, ...]
    allow_external: bool
    title_text: Text


class ConsentRules(Section):
    """Whose written consent the regulation asks for. For the law see `law.mentor_consent_required`."""

    mentor_required: bool
    mentee_required: bool
    personal_data_required: bool


class AgreementRules(Section):
    """The supplementary agreement (art. 351.8 of the Labor Code) and the notice to end it early.

    `mentor_notice_days` 0 means: remind of a notice, ask for none. `employer_notice_days` are working days.
    """

    required: bool
    mentor_notice_days: int = Field(ge=0, le=30)
    employer_notice_days: int = Field(ge=3, le=30)


class BankRules(Section):
    """The banks of mentors and mentees: who keeps them, how often mentees are looked over."""

    keeper: Literal["curator", "organization"]
    co_keeper_role: Literal["none", "sysadmin"]
    refresh_interval: Literal["year", "half_year"]
    refresh_months: tuple[Month, ...] = Field(min_length=1)
    mentors_visible_to_staff: bool
    shared_with_municipality: bool

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


class Criteria(Section):
    """Whom to choose: groups of mentors and what they must know, categories of mentees, what joins a pair."""

    mentor: Listed[Choice]
    mentor_competences: Listed[Choice]
    mentee_categories: Listed[MenteeCategory]
    pair: Listed[Choice]


class Psychologist(Section):
    """Psychological support: off, on demand, or a psychologist among the required staff."""

    mode: Literal["off", "on_demand", "staffed"]


class YoungTeacher(Section):
    """Until what age, and until what experience, a teacher counts as young."""

    max_age: int = Field(ge=18, le=50)
    max_experience_years: int = Field(ge=0, le=10)
