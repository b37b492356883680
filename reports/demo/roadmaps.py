"""The roadmaps: last year's closed, this year's in force or with the head."""

from datetime import date

from programs.roadmap.models import Item
from programs.roadmap.selectors import needs_order
from programs.roadmap.services import (
    approve_roadmap,
    close_roadmap,
    mark_item,
    open_year,
    return_roadmap,
    submit_roadmap,
)
from programs.roadmap.states import OPEN_ITEM, ItemState
from reports.demo import founding
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.demo.days import in_august, workday
from reports.demo.script import wording

# So many days before 1 September.
OPENED, SUBMITTED, APPROVED = 8, 7, 4
NEXT_YEAR_IS_PLANNED_FROM = (3, 1)


def open_last_year(scene):
    """Last year's roadmap, approved in August by the order that adopts the regulation."""
    year = scene.days.year - 1
    adoption = scene.story.adoption or wording().adoption
    version = founding.send_edition(scene, year, adoption) if scene.can_sign else None
    roadmap = _submit_in_august(scene, year, version)
    if scene.can_sign:
        founding.found(scene, year, version, roadmap)
    else:
        _approve(scene, year, roadmap)
    return roadmap


def finish_last_year(scene, roadmap):
    """Every item that no order fulfilled done on its day; the year closed in June; what waits for its order, left."""
    roadmap.refresh_from_db()
    if not roadmap.is_running:
        return
    closed_on = workday(date(roadmap.school_year + 1, 6, 25))
    for item in _open_items(roadmap):
        due_on = workday(item.due_on) if item.due_on else closed_on
        _do(scene, item, min(max(due_on, roadmap.approved_on), closed_on))
    with as_of(closed_on):
        close_roadmap(roadmap, by=scene.curator)


def open_this_year(scene):
    """This year's roadmap in force by an order of August, or None where it is with the head.

    Where the story wants one with the head, it is this year's, returned once and sent again; late in the year it
    is the next one's.
    """
    days = scene.days
    waits = scene.story.roadmap == "submitted"
    if waits and days.today < date(days.year + 1, *NEXT_YEAR_IS_PLANNED_FROM):
        _send_again(scene)
        return None
    by_order = scene.can_sign and scene.story.roadmap_by == "order"
    edition = scene.story.edition if by_order else None
    version = founding.send_edition(scene, days.year, edition) if edition else None
    roadmap = _submit_in_august(scene, days.year, version)
    if by_order:
        founding.approve_year(scene, days.year, version, roadmap)
    else:
        _approve(scene, days.year, roadmap)
    if waits:
        _submit(scene, days.year + 1, days.ago(8), days.ago(4))
    return roadmap


def work_this_year(scene, roadmap):
    """What was due is done but the last of it, something has begun, the rest lies ahead."""
    days = scene.days
    roadmap.refresh_from_db()
    if not roadmap.is_running:
        return
    due = [item for item in _open_items(roadmap) if item.due_on and item.due_on < days.today]
    for item in due[:-1]:
        _do(scene, item, max(workday(item.due_on), roadmap.approved_on))
    begun = _open_items(roadmap).filter(due_on=None).first()
    if begun:
        with as_of(days.ago(5)):
            mark_item(begun, ItemState.IN_PROGRESS, by=scene.curator)


def _send_again(scene):
    """This year's roadmap came back from the head with a remark and was sent again these days."""
    returned_on = in_august(scene.days, scene.days.year, APPROVED)
    roadmap = _submit_in_august(scene, scene.days.year)
    with as_of(returned_on):
        roadmap = return_roadmap(roadmap, by=scene.director, remark=wording().roadmap_remark)
    with as_of(max(returned_on, scene.days.ago(4))):
        submit_roadmap(roadmap, by=scene.curator)


def _open_items(roadmap):
    rows = Item.objects.filter(stage__roadmap=roadmap, state__in=OPEN_ITEM)
    return rows.select_related("stage").order_by("due_on", "pk")


def _submit_in_august(scene, year, edition=None):
    opened_on, submitted_on = (in_august(scene.days, year, before) for before in (OPENED, SUBMITTED))
    return _submit(scene, year, opened_on, submitted_on, edition)


def _submit(scene, year, opened_on, submitted_on, edition=None):
    with as_of(opened_on):
        roadmap = open_year(scene.organization, year, by=scene.curator, edition=edition)
    with as_of(submitted_on):
        return submit_roadmap(roadmap, by=scene.curator)


def _approve(scene, year, roadmap):
    """The head's own approval, without an order; where only an order approves, the roadmap waits for it."""
    if needs_order(roadmap):
        return
    with as_of(in_august(scene.days, year, APPROVED)):
        approve_roadmap(roadmap, by=scene.director, password=PASSWORD)


def _do(scene, item, day):
    with as_of(day):
        result = wording().roadmap[item.stage.position]
        mark_item(item, ItemState.DONE, by=scene.curator, done_on=day, result=result)
