"""The way of a mentee without a mentor: domain.md §3 «Unpaired mentee»."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CaseState(models.TextChoices):
    SEARCHING = "searching", _("A mentor is sought")
    SUPPORT = "support", _("Support, the search goes on")
    PAIRED = "paired", _("A mentor is found")
    CLOSED = "closed", pgettext_lazy("support", "Closed")


_S = CaseState
CASE_MOVES = {
    _S.SEARCHING: {_S.SUPPORT, _S.PAIRED, _S.CLOSED},
    _S.SUPPORT: {_S.PAIRED, _S.CLOSED},
}
CASE_TONES = {_S.SEARCHING: "amber", _S.SUPPORT: "blue", _S.PAIRED: "green", _S.CLOSED: "grey"}
OPEN_CASE = (_S.SEARCHING, _S.SUPPORT)


class ContactForm(models.TextChoices):
    TALK = "talk", pgettext_lazy("contact", "talk")
    TEST = "test", pgettext_lazy("contact", "test")
    GROUP = "group", pgettext_lazy("contact", "group session")
