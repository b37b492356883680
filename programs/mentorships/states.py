"""The life of a pair or group: domain.md §3 «Pair/group»."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy


class Structure(models.TextChoices):
    PAIR = "pair", _("pair")
    GROUP = "group", _("group")


class Direction(models.TextChoices):
    """Reverse mentoring is a second link the other way round."""

    FORWARD = "forward", _("from mentor to mentee")
    REVERSE = "reverse", _("reverse")


class MentorshipState(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    MENTOR_AGREED = "mentor_agreed", _("The mentor agreed")
    MENTEE_AGREED = "mentee_agreed", _("The mentee agreed")
    AGREED = "agreed", _("Both agreed")
    IN_ORDER = "in_order", _("In an order")
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    COMPLETED = "completed", _("Completed")
    TERMINATED = "terminated", _("Ended early")
    REPLACED = "replaced", _("Replaced")
    DECLINED = "declined", _("Declined")
    # Of a mentee proposed to a group at work: the order included them, from now on they stand in the group itself.
    JOINED = "joined", _("Joined the group")


_S = MentorshipState
MENTORSHIP_MOVES = {
    _S.PROPOSED: {_S.MENTOR_AGREED, _S.MENTEE_AGREED, _S.DECLINED},
    # Changed terms are a new proposal: whoever agreed to the old ones is asked again.
    _S.MENTOR_AGREED: {_S.AGREED, _S.DECLINED, _S.PROPOSED},
    _S.MENTEE_AGREED: {_S.AGREED, _S.DECLINED, _S.PROPOSED},
    _S.AGREED: {_S.IN_ORDER, _S.DECLINED, _S.PROPOSED},
    # An order returned, cancelled or left by the pair gives the pair back; an order signed ahead whose people have
    # left before the first day ends it.
    _S.IN_ORDER: {_S.ACTIVE, _S.AGREED, _S.JOINED, _S.TERMINATED},
    _S.ACTIVE: {_S.SUSPENDED, _S.COMPLETED, _S.TERMINATED, _S.REPLACED},
    _S.SUSPENDED: {_S.ACTIVE, _S.TERMINATED, _S.REPLACED},
}
MENTORSHIP_TONES = {
    _S.PROPOSED: "amber",
    _S.MENTOR_AGREED: "amber",
    _S.MENTEE_AGREED: "amber",
    _S.AGREED: "amber",
    _S.IN_ORDER: "amber",
    _S.ACTIVE: "green",
    _S.SUSPENDED: "grey",
    _S.COMPLETED: "blue",
    _S.TERMINATED: "blue",
    _S.REPLACED: "blue",
    _S.DECLINED: "red",
    _S.JOINED: "blue",
}
AWAITING = (_S.PROPOSED, _S.MENTOR_AGREED, _S.MENTEE_AGREED)
BEFORE_ORDER = (*AWAITING, _S.AGREED)
UNDERWAY = (*BEFORE_ORDER, _S.IN_ORDER)
RUNNING = (_S.ACTIVE, _S.SUSPENDED)
# In one of these a mentee takes one of the mentor's places.
LIVE = (*UNDERWAY, *RUNNING)
ENDED = (_S.COMPLETED, _S.TERMINATED, _S.REPLACED, _S.DECLINED, _S.JOINED)


class Stage(models.TextChoices):
    """States put together as a reader of the list thinks of them."""

    PROPOSED = "proposed", _("Waiting for answers")
    AGREED = "agreed", _("Agreed")
    IN_ORDER = "in_order", _("In orders")
    ACTIVE = "active", _("Working")
    ENDED = "ended", _("Ended")


STAGES = {
    Stage.PROPOSED: AWAITING,
    Stage.AGREED: (_S.AGREED,),
    Stage.IN_ORDER: (_S.IN_ORDER,),
    Stage.ACTIVE: RUNNING,
    Stage.ENDED: ENDED,
}


class CounterState(models.TextChoices):
    """The life of a counter-proposal: other terms one side asks for before it agrees."""

    WAITING = "waiting", pgettext_lazy("counter-proposal", "Waits for an answer")
    TAKEN = "taken", pgettext_lazy("counter-proposal", "Taken over")
    ANSWERED = "answered", pgettext_lazy("counter-proposal", "Left as it was")
    WITHDRAWN = "withdrawn", pgettext_lazy("counter-proposal", "Taken back")


_C = CounterState
COUNTER_MOVES = {_C.WAITING: {_C.TAKEN, _C.ANSWERED, _C.WITHDRAWN}}
COUNTER_TONES = {_C.WAITING: "amber", _C.TAKEN: "green", _C.ANSWERED: "grey", _C.WITHDRAWN: "grey"}


class Feeling(models.IntegerChoices):
    """What somebody says of the other side after the first meeting (6.1: «взаимный интерес и симпатия»)."""

    BAD = 1, _("It does not work between us")
    HARD = 2, _("It is rather hard")
    UNSURE = 3, _("I cannot say yet")
    GOOD = 4, _("Rather well")
    BEST = 5, _("Very well")


# From here down the curator is asked to talk with the pair.
LOW_FEELING = Feeling.HARD
# The criterion of ``criteria.pair`` of the regulation by which the question is asked.
SYMPATHY = "sympathy"
# The kind of the regulation that lets the younger teach the older one.
REVERSE_KIND = "reverse"
# The line of history by which the curator is told of a pair that a leaving has ended.
ENDED_BY_LEAVING = gettext_noop("Ended: somebody left the organization")
