"""The order of stages and items in a draft: adding, naming, moving, deleting."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import record
from programs.roadmap.models import Item, Stage
from programs.roadmap.selectors import times_of
from programs.roadmap.services import guards
from programs.roadmap.states import ItemState

NAME_LETTERS = 500


@transaction.atomic
def add_stage(roadmap, *, by, name):
    """Add a stage at the end of a draft. Raises MoveRefused without a name and unless the text may be written."""
    row = guards.lock(roadmap.pk)
    guards.check_editable(row)
    name = _checked_name(name)
    last = row.stages.aggregate(last=Max("position"))["last"] or 0
    stage = Stage.objects.create(roadmap=row, position=last + 1, name=name)
    record(row, gettext_noop("Stage added"), by=by, reason=name)
    return stage


@transaction.atomic
def rename_stage(stage, *, by, name):
    """Give a stage of a draft another name; the former one stays in the history. Refused as `add_stage` is."""
    row, name = _editable(stage), _checked_name(name)
    former = row.name
    if former != name:
        row.name = name
        row.save(update_fields=["name"])
        record(row.roadmap, gettext_noop("Stage renamed"), by=by, reason=f"{former} → {name}")
    return row


@transaction.atomic
def move_stage(stage, *, by, up):
    """Change places with the stage before (``up``) or after; at the edge nothing happens."""
    row = _editable(stage)
    near = row.roadmap.stages.filter(**{"position__lt" if up else "position__gt": row.position})
    other = near.order_by("-position" if up else "position").first()
    if other is None:
        return row
    places = (row.position, other.position)
    # Nobody stands at 0: two stages never share a number, not even for a moment.
    for pk, position in ((row.pk, 0), (other.pk, places[0]), (row.pk, places[1])):
        Stage.objects.filter(pk=pk).update(position=position)
    row.position = places[1]
    record(row.roadmap, gettext_noop("Stage moved"), by=by, reason=row.name)
    return row


@transaction.atomic
def delete_stage(stage, *, by):
    """Delete a stage of a draft with its items and close up the numbers. Refused where an item of it is done."""
    row = _editable(stage)
    if row.items.filter(state=ItemState.DONE).exists():
        raise MoveRefused(_("An item of this stage is done already. Move it to another stage first."))
    roadmap, name = row.roadmap, row.name
    row.items.all().delete()
    row.delete()
    for position, later in enumerate(roadmap.stages.order_by("position"), start=1):
        Stage.objects.filter(pk=later.pk).update(position=position)
    record(roadmap, gettext_noop("Stage deleted"), by=by, reason=name)


@transaction.atomic
def move_item(item, *, by, up):
    """Change places with the activity before (``up``) or after in the stage, with all its times."""
    row = _editable_item(item)
    groups = _groups(row.stage)
    place = next(number for number, times in enumerate(groups) if row in times)
    other = place + (-1 if up else 1)
    if 0 <= other < len(groups):
        groups[place], groups[other] = groups[other], groups[place]
        _number([time for times in groups for time in times])
        record(row, gettext_noop("Item moved"), by=by)
    return row


@transaction.atomic
def place_item(item, stage, *, by):
    """Move an activity with all its times to the end of another stage of the same draft. Raises MoveRefused."""
    row = _editable_item(item)
    if stage.roadmap_id != row.stage.roadmap_id:
        raise MoveRefused({"stage": _("Choose a stage of the same roadmap.")})
    if stage.pk == row.stage_id:
        return row
    former, times = row.stage, times_of(row)
    staying = list(stage.items.order_by("position", "pk"))
    Item.objects.filter(pk__in=[time.pk for time in times]).update(stage=stage)
    _number(staying + times)
    record(row, gettext_noop("Item moved"), by=by, reason=f"{former.name} → {stage.name}")
    row.stage = stage
    return row


@transaction.atomic
def delete_item(item, *, by):
    """Delete an activity of a draft with all its times; the wording stays in the history. Refused once it is done."""
    row = _editable_item(item)
    times = times_of(row)
    if any(time.state == ItemState.DONE for time in times):
        raise MoveRefused(_("This item is done already and stays in the roadmap."))
    roadmap, content = row.stage.roadmap, row.content
    Item.objects.filter(pk__in=[time.pk for time in times]).delete()
    record(roadmap, gettext_noop("Item deleted"), by=by, reason=content)


def place_after(item, other):
    """Put ``item`` behind ``other`` in its stage, or first where ``other`` is None."""
    rows = [each for each in item.stage.items.order_by("position", "pk") if each.pk != item.pk]
    place = rows.index(other) + 1 if other in rows else 0
    _number([*rows[:place], item, *rows[place:]])


def _groups(stage):
    """The activities of a stage in order, each with all its times."""
    groups = {}
    for item in stage.items.order_by("position", "pk"):
        groups.setdefault(item.code or item.pk, []).append(item)
    return list(groups.values())


def _number(items):
    for position, item in enumerate(items, start=1):
        item.position = position
    Item.objects.bulk_update(items, ["position"])


def _editable(stage):
    """The stage as it stands in its locked draft."""
    guards.check_editable(guards.lock(stage.roadmap_id))
    return Stage.objects.select_related("roadmap__organization").get(pk=stage.pk)


def _editable_item(item):
    guards.check_editable(guards.lock(item.stage.roadmap_id))
    return Item.objects.select_related("stage__roadmap").get(pk=item.pk)


def _checked_name(name):
    name = clean_text(name).strip()
    if not name:
        raise MoveRefused({"name": _("Write a name.")})
    if len(name) > NAME_LETTERS:
        raise MoveRefused({"name": _("The name is too long. Write it in 500 letters at most.")})
    return name
