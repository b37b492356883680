"""Two staff cards side by side: what each says of every field, and what to keep by default."""

import hashlib
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.text import search_key
from people.staff.models import Employment
from people.staff.selectors import merged_into
from people.staff.services.cards import PERSON_FIELDS, WORK_FIELDS
from people.staff.services.merge_check import is_known_elsewhere

FIELDS = (*PERSON_FIELDS, *WORK_FIELDS, "ends_on")
KEPT, GONE = "kept", "gone"


@dataclass(frozen=True)
class Line:
    """One field of both cards; ``fixed``: nothing to choose, since both agree or the name belongs to others too."""

    name: str
    label: str
    kept: str
    gone: str
    default: str
    fixed: bool


def value_of(card, name):
    """The value of one field of FIELDS on a card or on its person."""
    return getattr(card.person if name in PERSON_FIELDS else card, name)


def compare(kept, gone):
    """Every field of two cards that at least one of them fills in: [Line]."""
    locked = is_known_elsewhere(kept.person, kept.organization)
    lines = [_line(name, kept, gone, locked and name in PERSON_FIELDS) for name in FIELDS]
    return [line for line in lines if line.kept != "–" or line.gone != "–"]


def _line(name, kept, gone, locked):
    first, second = value_of(kept, name), value_of(gone, name)
    field = (kept.person if name in PERSON_FIELDS else kept)._meta.get_field(name)
    label = _("Last day of work") if name == "ends_on" else str(field.verbose_name)
    default = KEPT if locked or first == second else _default(name, first, second)
    said = [_said(field, value) for value in (first, second)]
    return Line(name, capfirst(label), *said, default, locked or first == second)


def _default(name, first, second):
    """What is filled in wins; of two days of hiring the earlier, of two leavings none."""
    if name == "ends_on":
        return KEPT if first is None else GONE if second is None else KEPT if first >= second else GONE
    if name == "starts_on" and first and second:
        return KEPT if first <= second else GONE
    empty = (None, "", "none")
    return GONE if first in empty and second not in empty else KEPT


def _said(field, value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if hasattr(value, "year"):
        return date_numeric(value)
    return str(dict(field.flatchoices).get(value, value) or "–")


def are_apart(kept, gone):
    """Whether two works look like separate ones: one after the other, or other posts at a time."""
    if kept.ends_on and gone.starts_on and kept.ends_on < gone.starts_on:
        return True
    if gone.ends_on and kept.starts_on and gone.ends_on < kept.starts_on:
        return True
    return search_key(kept.post) != search_key(gone.post)


def fingerprint(kept, gone):
    """A digest of everything shown of both cards, by which a joining knows that its reader saw the present state."""
    said = [str(value_of(card, name)) for card in (kept, gone) for name in FIELDS]
    said += [f"{card.pk}/{card.version}/{card.person_id}" for card in (kept, gone)]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()


def further_works(gone):
    """The person's further works here and in organizations merged into this one, which go along."""
    rows = Employment.objects.filter(person=gone.person_id, organization__in=merged_into(gone.organization))
    return list(rows.exclude(pk=gone.pk).select_related("organization").order_by("-is_primary", "pk"))
