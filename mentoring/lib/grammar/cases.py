from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Case(TextChoices):
    """The six cases of a Russian noun; the value is what callers store beside a hand-corrected form."""

    NOMINATIVE = "nominative", _("nominative (who)")
    GENITIVE = "genitive", _("genitive (of whom)")
    DATIVE = "dative", _("dative (to whom)")
    ACCUSATIVE = "accusative", _("accusative (whom)")
    INSTRUMENTAL = "instrumental", _("instrumental (by whom)")
    PREPOSITIONAL = "prepositional", _("prepositional (about whom)")


class Gender(TextChoices):
    """Grammatical gender of a person."""

    MALE = "male", _("male")
    FEMALE = "female", _("female")


# Forms corrected by hand, by case. Keys may be plain strings, as they come back from JSON.
Overrides = Mapping[Case, str] | Mapping[str, str]


def overridden(overrides: Overrides | None, case: Case) -> str | None:
    """Return the hand-corrected form for the case, or None when there is none or it is blank."""
    written = (overrides or {}).get(case) or ""
    return written.strip() or None
