"""Kinds of orders and the life of an order: domain.md §2.1, §3."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy


class OrderKind(models.TextChoices):
    """Codes of domain.md §2.1; one more kind is one more line here and one builder on the order desk."""

    ADOPTION = "O1", _("On the regulation and the roadmap")
    CURATOR = "O2", _("On the appointment of the curator")
    COUNCIL = "O3", _("On the council of mentors")
    ASSIGNMENT = "O4", _("On the assignment of mentoring pairs and groups")
    PROGRAMS = "O5", _("On the approval of personalized programs")
    REPLACEMENT = "O6", _("On the replacement of mentors")
    CHANGE = "O7", _("On the extension and change of programs")
    TERMINATION = "O8", _("On the end of mentoring")
    MONITORING = "O9", _("On monitoring and a survey")
    FINAL_EVENT = "O10", _("On the final event")
    RESULTS = "O11", _("On the results and the completion of programs")
    ENCOURAGEMENT = "O12", _("On encouragement")
    PAYMENT = "O13", _("On payment for mentoring")
    REPORT = "O14", _("On the approval of a report or a responsible person")
    RELEASE = "O15", _("On release from work for an event")
    # About another order of the register, of whatever kind; begun on its card.
    CANCELLATION = "OC", _("On the cancellation of an order")
    AMENDMENT = "OA", _("On changes to an order")


# What sets mentoring up: the sysadmin may prepare these too, while nobody is the curator yet.
FOUNDING = (OrderKind.ADOPTION, OrderKind.CURATOR, OrderKind.COUNCIL)
# An order of these kinds holds pairs and groups whose work it starts.
HOLDS_PAIRS = (OrderKind.ASSIGNMENT, OrderKind.REPLACEMENT)
# An order of these kinds changes something about pairs at work (``OrderedChange``).
CHANGING = (OrderKind.REPLACEMENT, OrderKind.CHANGE, OrderKind.TERMINATION)
# An order of these kinds is made of particulars and of people, line by line (``OrderedPerson``).
BY_LINES = (
    OrderKind.MONITORING,
    OrderKind.FINAL_EVENT,
    OrderKind.ENCOURAGEMENT,
    OrderKind.PAYMENT,
    OrderKind.RELEASE,
)
# These tell of pay: the head and the curator read them, whoever is named gets an extract with the own line only.
CONFIDENTIAL = (OrderKind.PAYMENT,)
# What assigned a pair to its mentor.
ASSIGNING = (OrderKind.ASSIGNMENT, OrderKind.REPLACEMENT)


class ChangeCause(models.TextChoices):
    """Why an order changes something about a pair at work."""

    APPLICATION = "application", _("by an application")
    CONSENT = "consent", _("a consent was taken back or ran out")
    LEAVING = "leaving", _("somebody leaves the organization")
    DECISION = "decision", _("by decision of the head")


class SignMethod(models.TextChoices):
    """How the head signed: the paper is the original of what was signed by hand."""

    ELECTRONIC = "electronic", _("in the system, with the password")
    PAPER = "paper", _("by hand, on paper")


class OrderState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("For signature")
    RETURNED = "returned", _("Returned")
    REGISTERED = "registered", _("Signed and registered")
    CANCELLED = "cancelled", pgettext_lazy("order", "Cancelled")
    DROPPED = "dropped", _("Dropped")


# The signature and the number come in one step, so there is no «signed but not registered» in between.
ORDER_MOVES = {
    OrderState.DRAFT: {OrderState.SUBMITTED, OrderState.DROPPED},
    OrderState.SUBMITTED: {OrderState.REGISTERED, OrderState.RETURNED},
    OrderState.RETURNED: {OrderState.SUBMITTED, OrderState.DROPPED},
    # Only by the registration of an order that cancels it.
    OrderState.REGISTERED: {OrderState.CANCELLED},
}
ORDER_TONES = {
    OrderState.DRAFT: "grey",
    OrderState.SUBMITTED: "amber",
    OrderState.RETURNED: "red",
    OrderState.REGISTERED: "green",
    OrderState.CANCELLED: "red",
    OrderState.DROPPED: "grey",
}
EDITABLE = (OrderState.DRAFT, OrderState.RETURNED)
# With a number, a day and a frozen paper.
SIGNED = (OrderState.REGISTERED, OrderState.CANCELLED)
# What such an order was to do is not waited for any more.
GIVEN_UP = (OrderState.DROPPED, OrderState.CANCELLED)


class VisaState(models.TextChoices):
    """What somebody who sees a draft before the head says of it."""

    ASKED = "asked", pgettext_lazy("visa", "Asked")
    GIVEN = "given", pgettext_lazy("visa", "Given")
    REMARKS = "remarks", pgettext_lazy("visa", "With a remark")


VISA_TONES = {VisaState.ASKED: "amber", VisaState.GIVEN: "green", VisaState.REMARKS: "red"}

# How the history calls the sending of a draft, its return by the head, and by somebody asked for a visa.
SENT_DEED = gettext_noop("Sent for signature")
RETURN_DEED = gettext_noop("Returned with a remark")
VISA_REMARK_DEED = gettext_noop("Returned with a remark to the visa")
