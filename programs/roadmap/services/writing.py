"""The items of a roadmap while it is a draft."""

from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from mentoring.lib.versions import save_version
from people.history.services import record
from people.organizations.regulations import ItemDate
from programs.roadmap.dating import windows_of
from programs.roadmap.models import Item, ItemDuty
from programs.roadmap.selectors import regulation_of, times_of
from programs.roadmap.services import guards
from programs.roadmap.services.placing import place_after
from programs.roadmap.states import OPEN_ITEM

# Words that the history does not repeat: pages show them otherwise.
_SILENT = {"role", "date"}
_DAYS = ("starts_on", "due_on")


@transaction.atomic
def add_item(stage, *, by, roles=None, people=None, **values):
    """Add an activity at the end of a stage; ``values`` are `Item.TEXT_FIELDS`.

    With ``date`` (a structured date as data) the days are counted and the activity becomes one item for each of
    its times. ``roles`` and ``people`` (employments) answer for it. Raises MoveRefused unless the roadmap is being
    written, without a wording, and for days in the wrong order or outside the roadmap. Returns the first item.
    """
    roadmap = guards.lock(stage.roadmap_id)
    guards.check_editable(roadmap)
    values = _checked(values, roadmap)
    windows = _windows(values, roadmap)
    item = Item.objects.create(stage=stage, code=f"own_{uuid4().hex[:12]}", **values | _days(windows[0]))
    place_after(item, stage.items.exclude(pk=item.pk).last())
    _answer(item, roles, people)
    _lay(item, values, windows)
    record(item, gettext_noop("Item added"), by=by)
    return item


@transaction.atomic
def edit_item(item, *, by, expected, roles=None, people=None, **values):
    """Write ``values`` (of `Item.TEXT_FIELDS`) over version ``expected`` and keep the former ones in the history.

    An activity with a structured date is written whole, all its times at once: their number and days follow the
    date. ``roles`` and ``people`` take the place of those who answer, unless they are None. Raises MoveRefused as
    `add_item` does and where a time to be dropped is done already, StaleSave if somebody was quicker.
    """
    roadmap = guards.lock(item.stage.roadmap_id)
    guards.check_editable(roadmap)
    row = Item.objects.select_related("stage").get(pk=item.pk)
    values = _checked(_with_days(row, values), roadmap)
    windows = _windows(values, roadmap)
    times = times_of(row)
    # One of several times is left at its own window; the others take theirs below.
    values |= _days(windows[times.index(row)] if times.index(row) < len(windows) else windows[0])
    former = {name: getattr(row, name) for name in values}
    answer_changed = _answer(row, roles, people)
    if former == values and row.version == expected and not answer_changed and len(times) == len(windows):
        return row
    for name, value in values.items():
        setattr(row, name, value)
    save_version(row, list(values), expected=expected)
    _lay(row, values, windows)
    record(row, gettext_noop("Item changed"), by=by, reason=_former_words(former, values))
    return row


def _with_days(row, values):
    """``values`` with the date and days that stand, where they leave these alone."""
    if "date" in values or set(_DAYS) & set(values):
        return values
    return {name: getattr(row, name) for name in ("date", *_DAYS)} | values


def _windows(values, roadmap):
    """The times of the structured date, or the one window of days given by hand."""
    if not values.get("date"):
        return ((values.get("starts_on"), values.get("due_on")),)
    date = ItemDate.model_validate(values["date"])
    return windows_of(date, roadmap, regulation_of(roadmap).school_year_start.as_tuple())


def _days(window):
    return dict(zip(_DAYS, window, strict=True))


def _lay(item, values, windows):
    """Give every time of a structured date its window and the common words; add and drop times as it needs."""
    times = times_of(item)
    if not values["date"]:
        if len(times) > 1:
            Item.objects.filter(pk=item.pk).update(code=f"own_{uuid4().hex[:12]}")
        return
    for time in times[len(windows) :]:
        if time.state not in OPEN_ITEM and time.done_on:
            raise MoveRefused({"shape": _("One of the times is done already. Keep its date.")})
        time.delete()
    last = item
    for time, window in zip(times, windows, strict=False):
        if time.pk != item.pk:
            Item.objects.filter(pk=time.pk).update(**values | _days(window), version=F("version") + 1)
            _copy_answer(item, time)
        else:
            Item.objects.filter(pk=time.pk).update(**_days(window))
        last = time
    for window in windows[len(times) :]:
        kept = {"order_kind": item.order_kind, "code": item.code, "role": item.role}
        time = Item.objects.create(stage=item.stage, **kept | values | _days(window))
        _copy_answer(item, time)
        place_after(time, last)
        last = time


def _answer(item, roles, people):
    """Set who answers; tell whether anything changed. None leaves what stands."""
    if roles is None and people is None:
        return False
    asked = {(role, None) for role in roles or ()} | {("", each.pk) for each in people or ()}
    if asked == set(item.duties.values_list("role", "employment")):
        return False
    item.duties.all().delete()
    duties = [ItemDuty(item=item, role=role) for role in roles or ()]
    ItemDuty.objects.bulk_create(duties + [ItemDuty(item=item, employment=each) for each in people or ()])
    item.role = next(iter(roles or ()), "")
    item.save(update_fields=["role"])
    return True


def _copy_answer(item, other):
    duties = [ItemDuty(item=other, role=duty.role, employment_id=duty.employment_id) for duty in item.duties.all()]
    other.duties.all().delete()
    ItemDuty.objects.bulk_create(duties)
    Item.objects.filter(pk=other.pk).update(role=item.role)


def _checked(values, roadmap):
    values = {name: clean_text(value).strip() if isinstance(value, str) else value for name, value in values.items()}
    if not values.get("content", "…"):
        raise MoveRefused({"content": _("Write what is to be done.")})
    if values.get("date"):
        _check_within(values["date"], roadmap)
        return values
    starts_on, due_on = values.get("starts_on"), values.get("due_on")
    if starts_on and not due_on:
        raise MoveRefused({"due_on": _("Give the last day too, or leave both days empty.")})
    if starts_on and due_on and due_on < starts_on:
        raise MoveRefused({"due_on": _("The last day is before the first. Check both days.")})
    # Days given by hand: the structured date that stood there counts no more.
    return values | {"date": {}}


def _check_within(date, roadmap):
    if any(point.get("year", 1) > roadmap.years for point in date.get("points", ())):
        raise MoveRefused({"shape": _("A point lies after the end of the roadmap. Choose one of its years.")})


def _former_words(former, values):
    """What stood there before, as it was written: the names of the fields stay out, for people read it."""
    changed = [former[name] for name in values if name not in _SILENT and former[name] != values[name]]
    return "; ".join(date_numeric(each) if hasattr(each, "year") else str(each) for each in changed if each)
