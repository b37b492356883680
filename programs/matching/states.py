"""What a plan for the whole bank can be, and why somebody is left over in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Aim(models.TextChoices):
    """What the machine looks for first."""

    BEST_FIT = "best_fit", _("Best fit")
    MOST_SERVED = "most_served", _("Most people served")


class WhyLeft(models.TextChoices):
    """Why a mentee of a plan has no mentor in it."""

    NO_PLACES = "no_places", _("no free places")
    BARRED = "barred", _("a rule bars everybody")
    ASKS = "asks", _("needs a justification")
    THRESHOLD = "threshold", _("below the threshold")
    TAKEN = "taken", _("places taken")
    BY_HAND = "by_hand", _("left out by hand")


class PlanState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    ACCEPTING = "accepting", _("Being proposed")
    IN_PART = "in_part", _("Proposed in part")
    ACCEPTED = "accepted", pgettext_lazy("plan", "Proposed")
    DROPPED = "dropped", _("Put aside")


_S = PlanState
PLAN_MOVES = {
    _S.DRAFT: {_S.ACCEPTING, _S.DROPPED},
    # Nothing could be proposed: the plan is what it was.
    _S.ACCEPTING: {_S.DRAFT, _S.IN_PART, _S.ACCEPTED},
    _S.IN_PART: {_S.ACCEPTING, _S.DROPPED},
}
PLAN_TONES = {
    _S.DRAFT: "grey",
    _S.ACCEPTING: "amber",
    _S.IN_PART: "amber",
    _S.ACCEPTED: "green",
    _S.DROPPED: "blue",
}
# Lines may be changed and proposed.
OPEN_PLANS = (_S.DRAFT, _S.IN_PART)


class Decision(models.TextChoices):
    """What became of the machine's answer for one mentee."""

    KEPT = "kept", _("as computed")
    BY_HAND = "by_hand", _("by hand")
    ACCEPTED = "accepted", _("proposed")
