"""The life of an opening for the network and of a grant of places to another organization."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OfferState(models.TextChoices):
    PROPOSED = "proposed", _("The mentor is asked")
    OPEN = "open", pgettext_lazy("network", "Open for the network")
    CLOSED = "closed", pgettext_lazy("network", "Not open for the network")


OFFER_MOVES = {
    OfferState.PROPOSED: {OfferState.OPEN, OfferState.CLOSED},
    OfferState.OPEN: {OfferState.CLOSED},
    OfferState.CLOSED: {OfferState.PROPOSED, OfferState.OPEN},
}
OFFER_TONES = {OfferState.PROPOSED: "amber", OfferState.OPEN: "green", OfferState.CLOSED: "grey"}


class GrantState(models.TextChoices):
    ASKED = "asked", _("Waits for the curator of the mentor")
    AGREED = "agreed", _("Waits for the head of the mentor")
    RELEASED = "released", _("Waits for the mentor")
    ACTIVE = "active", pgettext_lazy("network", "The mentor is granted")
    ENDING = "ending", _("Ends with the last pair")
    ENDED = "ended", pgettext_lazy("network", "Ended")
    REFUSED = "refused", pgettext_lazy("network", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("network", "Withdrawn")


_S = GrantState
GRANT_MOVES = {
    _S.ASKED: {_S.AGREED, _S.REFUSED, _S.WITHDRAWN},
    _S.AGREED: {_S.RELEASED, _S.REFUSED, _S.WITHDRAWN},
    _S.RELEASED: {_S.ACTIVE, _S.REFUSED, _S.WITHDRAWN},
    _S.ACTIVE: {_S.ENDING, _S.ENDED},
    _S.ENDING: {_S.ENDED},
}
GRANT_TONES = {
    _S.ASKED: "amber",
    _S.AGREED: "amber",
    _S.RELEASED: "amber",
    _S.ACTIVE: "green",
    _S.ENDING: "amber",
    _S.ENDED: "blue",
    _S.REFUSED: "red",
    _S.WITHDRAWN: "grey",
}
BEFORE_GRANT = (_S.ASKED, _S.AGREED, _S.RELEASED)
GRANTED = (_S.ACTIVE, _S.ENDING)
# In one of these the places are taken off at home; an asked one only keeps others from asking for them too.
HOLDING = (_S.AGREED, _S.RELEASED, *GRANTED)
OPEN_GRANT = (_S.ASKED, *HOLDING)
