"""What may be asked for about a pair at work, and the life of an application: domain.md §2.2, §3 «Application»."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.accounts.states import Role


class ApplicationKind(models.TextChoices):
    REPLACEMENT = "replacement", _("Another mentor")
    RESIGNATION = "resignation", _("Laying the duties of a mentor down")
    EXTENSION = "extension", _("Extension of the program")
    CORRECTION = "correction", _("Correction of the program")
    SHORTENING = "shortening", _("Shortening of the program")
    TERMINATION = "termination", _("End of the mentoring ahead of time")


_K = ApplicationKind
# Who files what; where both sides must agree, the one files and the others add their consent.
FILED_BY = {
    _K.REPLACEMENT: (Role.MENTEE,),
    _K.RESIGNATION: (Role.MENTOR,),
    _K.EXTENSION: (Role.MENTOR, Role.MENTEE),
    _K.CORRECTION: (Role.MENTOR, Role.MENTEE),
    _K.SHORTENING: (Role.MENTOR, Role.MENTEE),
    _K.TERMINATION: (Role.CURATOR,),
}
OF_BOTH = (_K.EXTENSION, _K.CORRECTION, _K.SHORTENING)
# A mentor may lay the duty down at any time (Labor Code art. 351.8): the head only sets the day.
NEVER_REFUSED = (_K.RESIGNATION,)


class ApplicationState(models.TextChoices):
    FILED = "filed", pgettext_lazy("application", "Filed")
    VISAED = "visaed", pgettext_lazy("application", "With the curator's visa")
    MEDIATION = "mediation", pgettext_lazy("application", "At the council")
    GRANTED = "granted", pgettext_lazy("application", "Granted")
    REFUSED = "refused", pgettext_lazy("application", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("application", "Withdrawn")
    IN_ORDER = "in_order", pgettext_lazy("application", "In an order")
    EXECUTED = "executed", pgettext_lazy("application", "Carried out")


_S = ApplicationState
APPLICATION_MOVES = {
    _S.FILED: {_S.VISAED, _S.WITHDRAWN},
    _S.VISAED: {_S.MEDIATION, _S.GRANTED, _S.REFUSED, _S.WITHDRAWN},
    # Reconciled at the council, it is withdrawn; otherwise it goes back to the way to the head.
    _S.MEDIATION: {_S.VISAED, _S.WITHDRAWN},
    # A pair that ended meanwhile leaves nothing to carry out.
    _S.GRANTED: {_S.IN_ORDER, _S.WITHDRAWN},
    # An order dropped or returned gives the application back.
    _S.IN_ORDER: {_S.EXECUTED, _S.GRANTED},
}
APPLICATION_TONES = {
    _S.FILED: "amber",
    _S.VISAED: "amber",
    _S.MEDIATION: "amber",
    _S.GRANTED: "blue",
    _S.REFUSED: "red",
    _S.WITHDRAWN: "grey",
    _S.IN_ORDER: "blue",
    _S.EXECUTED: "green",
}
BEFORE_DECISION = (_S.FILED, _S.VISAED, _S.MEDIATION)
OPEN = (*BEFORE_DECISION, _S.GRANTED, _S.IN_ORDER)
CLOSED = (_S.REFUSED, _S.WITHDRAWN, _S.EXECUTED)


class Mediation(models.TextChoices):
    """What the council came to (regulations of the five organizations: «медиация», «арбитраж»)."""

    RECONCILED = "reconciled", _("They go on together")
    TO_PART = "to_part", _("They had better part")
    IN_FAVOR = "in_favor", _("The council is in favor")
    AGAINST = "against", _("The council is against")


# What the council may come to: with a pair that does not get on, and where its agreement is asked for.
OUTCOMES = {
    _K.REPLACEMENT: (Mediation.RECONCILED, Mediation.TO_PART),
    _K.EXTENSION: (Mediation.IN_FAVOR, Mediation.AGAINST),
}
