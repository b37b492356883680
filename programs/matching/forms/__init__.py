"""The forms of the room."""

from programs.matching.forms.choices import ReasonForm, WeightsForm
from programs.matching.forms.plans import CompareForm, MoveForm, PlanForm, ProposeForm

__all__ = ["CompareForm", "MoveForm", "PlanForm", "ProposeForm", "ReasonForm", "WeightsForm"]
