"""The list of meetings, the card of one, the file of its minutes."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mentoring.lib.downloads import file_response
from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.uploads import content_type_of
from people.accounts.access import fetch, may
from people.history.selectors import timeline_of
from programs.council.filters import MeetingFilter
from programs.council.models import MEETING_READERS, Meeting
from programs.council.selectors import kind_labels
from programs.council.states import MeetingState, Presence


@require_safe
def meeting_list(request, slug):
    """Meetings ahead and held: all of them to whoever keeps or reads them, otherwise those one is invited to."""
    rows = Meeting.objects.visible_to(request.actor)
    total, planned = rows.count(), rows.planned().count()
    held = rows.filter(state=MeetingState.HELD).count()
    page = ListPage(
        request,
        rows.with_day(),
        columns={
            "title": Column(pgettext("meeting", "Topic"), "search_key"),
            "kind": Column(_("Who meets"), ("kind", "number")),
            "day": Column(pgettext("meeting", "Day"), ("day", "time")),
            "state": Column(_("State"), ("state", "day")),
        },
        default_sort="-day",
        filterset_class=MeetingFilter,
        quick=[
            Quick(_("All"), {}, total),
            Quick(pgettext("meetings", "Planned"), {"state": MeetingState.PLANNED.value}, planned),
            Quick(pgettext("meetings", "Held"), {"state": MeetingState.HELD.value}, held),
        ],
    )
    _name(page.rows, request.actor)
    context = {"page": page, "total": total, "reads_all": request.actor.has(*MEETING_READERS)}
    return render(request, "programs/council/meeting_list.html", context)


def _name(meetings, actor):
    """Set what each meeting is called here, and whether it waits for its mark."""
    labels, day = kind_labels(actor.organization), actor.today()
    for meeting in meetings:
        meeting.kind_label = labels[meeting.kind]
        meeting.is_waiting = meeting.awaits_mark(day)


@require_safe
def meeting_card(request, slug, pk):
    """When and where, the agenda with what was heard and decided, who was there, what it fulfils in the roadmap."""
    rows = Meeting.objects.visible_to(request.actor)
    rows = rows.select_related("chair__person", "secretary__person", "marked_by__person")
    meeting = fetch(request, rows, pk=pk)
    _name([meeting], request.actor)
    people = list(meeting.attendance.select_related("employment__person"))
    keeps = may(request.actor, "programs:meeting_edit", meeting)
    context = {
        "meeting": meeting,
        "points": meeting.points.all(),
        "people": people,
        "present": [row for row in people if row.presence == Presence.PRESENT],
        "excused": [row for row in people if row.presence == Presence.EXCUSED],
        "missing": [row for row in people if row.presence == Presence.INVITED],
        "proofs": _proofs(meeting),
        "timeline": timeline_of(meeting) if keeps else [],
    }
    return render(request, "programs/council/meeting_card.html", context)


def _proofs(meeting):
    """The items of the roadmap in force that the meeting fulfils, in their order."""
    rows = meeting.fulfilled_items.in_force().select_related("item__stage__roadmap")
    return rows.order_by("item__stage__position", "item__position", "pk")


@require_safe
def meeting_file(request, slug, pk):
    """The file of the minutes, to whoever reads the card."""
    meeting = fetch(request, Meeting, pk=pk)
    if not meeting.file:
        raise Http404
    try:
        return file_response(meeting.file, meeting.file_name, content_type_of(meeting.file.name))
    except FileNotFoundError:
        raise Http404 from None
