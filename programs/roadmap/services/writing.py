"""The text of a roadmap while it is a draft."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from mentoring.lib.versions import save_version
from people.history.services import record
from programs.roadmap.models import Item
from programs.roadmap.services import guards


@transaction.atomic
def add_item(stage, *, by, **values):
    """Add an activity at the end of a stage; ``values`` are `Item.TEXT_FIELDS`.

    Raises MoveRefused unless the roadmap is being written, without a wording, and for days in the wrong order.
    """
    guards.check_editable(guards.lock(stage.roadmap_id))
    values = _checked(values)
    last = stage.items.aggregate(last=Max("position"))["last"] or 0
    item = Item.objects.create(stage=stage, position=last + 1, **values)
    record(item, gettext_noop("Item added"), by=by)
    return item


@transaction.atomic
def edit_item(item, *, by, expected, **values):
    """Write ``values`` (of `Item.TEXT_FIELDS`) over version ``expected`` and keep the former ones in the history.

    Raises MoveRefused as `add_item` does, and StaleSave if somebody was quicker. Returns the item.
    """
    guards.check_editable(guards.lock(item.stage.roadmap_id))
    values = _checked(values)
    row = Item.objects.get(pk=item.pk)
    former = {name: getattr(row, name) for name in values}
    if former == values and row.version == expected:
        return row
    for name, value in values.items():
        setattr(row, name, value)
    save_version(row, list(values), expected=expected)
    record(row, gettext_noop("Item changed"), by=by, reason=_former_words(former, values))
    return row


def _checked(values):
    values = {name: clean_text(value).strip() if isinstance(value, str) else value for name, value in values.items()}
    if not values.get("content", "…"):
        raise MoveRefused({"content": _("Write what is to be done.")})
    starts_on, due_on = values.get("starts_on"), values.get("due_on")
    if starts_on and not due_on:
        raise MoveRefused({"due_on": _("Give the last day too, or leave both days empty.")})
    if starts_on and due_on and due_on < starts_on:
        raise MoveRefused({"due_on": _("The last day is before the first. Check both days.")})
    return values


def _former_words(former, values):
    """What stood there before, as it was written: the names of the fields stay out, for people read it."""
    changed = [former[name] for name in values if name != "role" and former[name] != values[name]]
    return "; ".join(date_numeric(each) if hasattr(each, "year") else str(each) for each in changed if each)
