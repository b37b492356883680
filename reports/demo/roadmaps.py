"""The roadmaps: last year's closed, this year's in force or with the head."""

from datetime import date, timedelta

from programs.roadmap.models import Item
from programs.roadmap.services import (
    approve_roadmap,
    close_roadmap,
    mark_item,
    open_year,
    return_roadmap,
    submit_roadmap,
)
from programs.roadmap.states import ItemState
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.demo.days import workday
from reports.demo.script import wording

# So many days before 1 September.
OPENED, SUBMITTED, APPROVED = 10, 7, 4
NEXT_YEAR_IS_PLANNED_FROM = (3, 1)


def run_last_year(scene):
    """Last year's roadmap: approved in August, every item done on its day, closed in June."""
    year = scene.days.year - 1
    roadmap, approved_on = _approve_year(scene, year)
    closed_on = workday(date(year + 1, 6, 25))
    for item in _items(roadmap):
        due_on = workday(item.due_on) if item.due_on else closed_on
        _do(scene, item, min(max(due_on, approved_on), closed_on))
    with as_of(closed_on):
        close_roadmap(roadmap, by=scene.curator)


def run_this_year(scene):
    """This year's roadmap: what was due is done but the last of it, something has begun, the rest lies ahead.

    Where the story wants one with the head, it is this year's, returned once and sent again; late in the year it
    is the next one's.
    """
    days = scene.days
    waits = scene.story.roadmap == "submitted"
    if waits and days.today < date(days.year + 1, *NEXT_YEAR_IS_PLANNED_FROM):
        _send_again(scene)
        return
    if waits:
        _submit_year(scene, days.year + 1, days.ago(8), days.ago(4))
    roadmap, approved_on = _approve_year(scene, days.year)
    due = [item for item in _items(roadmap) if item.due_on and item.due_on < days.today]
    for item in due[:-1]:
        _do(scene, item, max(workday(item.due_on), approved_on))
    begun = _items(roadmap).filter(state=ItemState.PLANNED, due_on=None).first()
    if begun:
        with as_of(days.ago(5)):
            mark_item(begun, ItemState.IN_PROGRESS, by=scene.curator)


def _send_again(scene):
    """This year's roadmap came back from the head with a remark and was sent again these days."""
    opened_on = _in_august(scene, scene.days.year, OPENED)
    returned_on = _in_august(scene, scene.days.year, APPROVED)
    roadmap = _submit_year(scene, scene.days.year, opened_on, _in_august(scene, scene.days.year, SUBMITTED))
    with as_of(returned_on):
        roadmap = return_roadmap(roadmap, by=scene.director, remark=wording().roadmap_remark)
    with as_of(max(returned_on, scene.days.ago(4))):
        submit_roadmap(roadmap, by=scene.curator)


def _in_august(scene, year, days_before):
    """A working day so many days before the school year, not before the organization was opened."""
    return max(workday(date(year, 9, 1) - timedelta(days=days_before)), scene.days.opened_on)


def _items(roadmap):
    return Item.objects.filter(stage__roadmap=roadmap).select_related("stage").order_by("due_on", "pk")


def _approve_year(scene, year):
    """Open, submit and approve in the last days of August: (Roadmap, the day of the approval)."""
    approved_on = _in_august(scene, year, APPROVED)
    roadmap = _submit_year(scene, year, _in_august(scene, year, OPENED), _in_august(scene, year, SUBMITTED))
    with as_of(approved_on):
        return approve_roadmap(roadmap, by=scene.director, password=PASSWORD), approved_on


def _submit_year(scene, year, opened_on, submitted_on):
    with as_of(opened_on):
        roadmap = open_year(scene.organization, year, by=scene.curator)
    with as_of(submitted_on):
        return submit_roadmap(roadmap, by=scene.curator)


def _do(scene, item, day):
    with as_of(day):
        result = wording().roadmap[item.stage.position]
        mark_item(item, ItemState.DONE, by=scene.curator, done_on=day, result=result)
