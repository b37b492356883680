"""What became of an item."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import move
from programs.roadmap.models import Item
from programs.roadmap.services import guards
from programs.roadmap.services.proving import keep_evidence
from programs.roadmap.states import ItemState

DEEDS = {
    ItemState.IN_PROGRESS: gettext_noop("Item begun"),
    ItemState.DONE: gettext_noop("Item done"),
    ItemState.CANCELLED: gettext_noop("Item cancelled"),
    ItemState.PLANNED: gettext_noop("Item back in the plan"),
}
TAKEN_BACK = gettext_noop("Mark of the item taken back")
STRUCK_OUT = gettext_noop("Item struck out")


@transaction.atomic
def mark_item(item, state, *, by, done_on=None, result="", files=(), order=None):
    """Bring an item into ``state``: done needs the day and what was done, cancelled needs the reason (``result``).

    ``files`` and a registered ``order`` are kept as evidence of what is done; with an order the words may be left
    out. A mark taken back leaves the evidence. Before approval an item can only be struck out (cancelled) and put
    back. Raises MoveRefused for a step the state does not allow, a missing day or text, and a day ahead or before
    the year of the roadmap.
    """
    roadmap = guards.lock(item.stage.roadmap_id)
    row = Item.objects.select_related("stage").get(pk=item.pk)
    _check_roadmap(roadmap, row, state)
    result = clean_text(result).strip()
    changes = {"done_on": None, "result": ""}
    if state == ItemState.DONE:
        _check_done(roadmap, done_on, result, order)
        keep_evidence(row, roadmap, by=by, files=files, order=order)
        changes = {"done_on": done_on, "result": result}
    elif state == ItemState.CANCELLED:
        if not result:
            raise MoveRefused({"result": _("Write why, in a sentence: it stays in the history.")})
        changes = {"done_on": None, "result": result}
    return move(row, state, by=by, deed=_deed(roadmap, row, state), reason=result, held=row, **changes)


def _deed(roadmap, item, state):
    if item.state == ItemState.DONE:
        return TAKEN_BACK
    if state == ItemState.CANCELLED and not roadmap.is_running:
        return STRUCK_OUT
    return DEEDS[state]


def _check_roadmap(roadmap, item, state):
    if roadmap.is_running:
        return
    strikes = state == ItemState.CANCELLED or item.state == ItemState.CANCELLED
    if roadmap.is_editable and strikes:
        return
    if roadmap.is_approved:
        raise MoveRefused(_("The year is closed and its marks stay as they are."))
    raise MoveRefused(_("Work is marked once the head has approved the roadmap."))


def _check_done(roadmap, done_on, result, order):
    if done_on is None:
        raise MoveRefused({"done_on": _("Give the day on which it was done.")})
    if not date(roadmap.school_year, 1, 1) <= done_on <= roadmap.organization.today():
        raise MoveRefused({"done_on": _("Choose a day of this school year, not later than today.")})
    if not result and order is None:
        raise MoveRefused({"result": _("Write what was done, in a sentence.")})
