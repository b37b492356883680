"""Papers of the year: the regulation, the roadmap, the minutes of the council."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.dates import date_numeric
from people.organizations.models import RegulationVersion
from programs.council.models import Meeting
from programs.roadmap.models import Roadmap
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.minutes import minutes_paper
from reports.documents.regulation import regulation_paper
from reports.documents.roadmap import roadmap_paper


def _meetings(actor):
    rows = Meeting.objects.visible_to(actor).with_day()
    return rows.select_related("organization", "chair__person", "secretary__person")


def _minutes_name(meeting):
    return _("Minutes of %(day)s") % {"day": date_numeric(meeting.held_on or meeting.planned_on)}


KINDS = (
    PaperKind(
        code="regulation",
        label=gettext_lazy("Regulation"),
        hint=gettext_lazy("Written out from the settings."),
        group=Group.YEAR,
        rows=lambda actor: RegulationVersion.objects.visible_to(actor).select_related("organization"),
        make=lambda version, actor: regulation_paper(version),
        name=lambda version: _("Regulation of %(day)s") % {"day": date_numeric(version.valid_from)},
        about=lambda version: _("Regulation, edition %(number)s") % {"number": version.number},
        on="valid_from",
        by_name=("number",),
        empty=gettext_lazy("The regulation is drawn up on its page."),
        source="people:regulation",
    ),
    PaperKind(
        code="roadmap",
        label=gettext_lazy("Roadmap"),
        hint=gettext_lazy("With “ПРОЕКТ” until it is approved."),
        group=Group.YEAR,
        rows=lambda actor: Roadmap.objects.visible_to(actor).select_related("organization", "approved_by__person"),
        make=lambda roadmap, actor: roadmap_paper(roadmap),
        name=lambda roadmap: _("Roadmap %(year)s") % {"year": roadmap.label.replace("/", "-")},
        about=lambda roadmap: _("Roadmap %(year)s") % {"year": roadmap.label},
        by_name=("school_year",),
        empty=gettext_lazy("Draw up the roadmap of the year first."),
        source="programs:roadmap_list",
    ),
    PaperKind(
        code="minutes",
        label=gettext_lazy("Minutes"),
        hint=gettext_lazy("With “ПРОЕКТ” until the meeting is held."),
        group=Group.YEAR,
        rows=_meetings,
        make=lambda meeting, actor: minutes_paper(meeting),
        name=_minutes_name,
        on="day",
        search=("search_key",),
        empty=gettext_lazy("Minutes are printed of a meeting: call one first."),
        source="programs:meeting_list",
    ),
)
