"""The roadmap of the year as the regulation's annex has it: stages, items, who answers and by when."""

from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from .base import Choice, Code, Listed, Role, Section, Text, without_repeated_codes
from .dates import ItemDate

TITLE_LENGTH = 200


class Responsible(Section):
    """Who answers for an item: a role here and the post as printed, never a person's name.

    `proposed` marks a working default where the regulation has no column for it.
    """

    role: Role
    post: Text
    proposed: bool = False


class RoadmapItem(Section):
    """One row of work inside a stage. Date and responsible belong to the row, not to the stage.

    `order_kind` names the order the row asks for (O1, O4, O10), empty when it asks for none. `activity`, `result`
    and `document` fill the columns of those names where the regulation has them. `lead` are the words printed above
    the row («Подготовка и принятие … актов:»), `mark` the sign before it («1)», «–»).
    """

    code: Code
    lead: str = ""
    mark: str = Field(default="", max_length=10)
    text: Text
    activity: str = ""
    date: ItemDate
    responsible: Responsible
    co_responsible: tuple[Responsible, ...] = Field(default=(), max_length=5)
    result: str = ""
    document: str = ""
    order_kind: str = Field(default="", pattern=r"^(O\d{1,2})?$")


class Stage(Choice):
    """A stage of the roadmap; `label` is its name as in the regulation."""

    items: tuple[RoadmapItem, ...] = Field(min_length=1)


class RoadmapColumns(Section):
    """Which columns the printed roadmap has besides number, stage and content.

    `activity`: a column for the activity apart from the content; `result`: the result planned; `document`: the kind
    of document that comes out.
    """

    dates: bool
    responsible: bool
    activity: bool = False
    result: bool = False
    document: bool = False


class RoadmapTitles(Section):
    """What stands above the columns of the printed roadmap; empty: the usual words.

    `note` is printed under the table, the place for a footnote to a title («¹ …»).
    """

    number: str = Field(default="", max_length=TITLE_LENGTH)
    stage: str = Field(default="", max_length=TITLE_LENGTH)
    activity: str = Field(default="", max_length=TITLE_LENGTH)
    content: str = Field(default="", max_length=TITLE_LENGTH)
    dates: str = Field(default="", max_length=TITLE_LENGTH)
    responsible: str = Field(default="", max_length=TITLE_LENGTH)
    result: str = Field(default="", max_length=TITLE_LENGTH)
    document: str = Field(default="", max_length=TITLE_LENGTH)
    note: str = ""


class Roadmap(Section):
    """The roadmap («дорожная карта»): stages in order.

    `written_for` is the school year the wording of the dates speaks of; `numbering` tells whether the printed
    rows are numbered by stage or by item. `division` is what the parts are called; `years` how long it runs.
    `approved_by`: by the head's own approval, or only as an annex to an order (O1).
    """

    about: Text
    division: Literal["stages", "sections"]
    years: int = Field(ge=1, le=5)
    approved_by: Literal["head", "order"]
    written_for: int | None = Field(default=None, ge=2000, le=2100)
    numbering: Literal["stages", "items"]
    columns: RoadmapColumns
    titles: RoadmapTitles = RoadmapTitles()
    stages: Listed[Stage] = Field(min_length=1)

    @property
    def items(self) -> tuple[RoadmapItem, ...]:
        """All items of all stages in order."""
        return tuple(item for stage in self.stages for item in stage.items)

    @model_validator(mode="after")
    def check_item_codes(self):
        """Refuse one code for two items: the code follows an item through the years."""
        without_repeated_codes(self.items)
        return self

    @model_validator(mode="after")
    def check_dates_lie_within(self):
        """Refuse a date in a year the roadmap does not reach."""
        for item in self.items:
            if any(point.year > self.years for point in item.date.points):
                raise ValueError(_("“%s” is dated after the end of the roadmap. Check its year.") % item.text)
        return self
