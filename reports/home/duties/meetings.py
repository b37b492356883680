"""What meetings bring: those to come to, those that wait for a mark."""

from datetime import timedelta

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_words
from programs.council.models import Meeting
from programs.council.selectors import coming_meetings, waiting_for_mark
from reports.home.duties.base import LATER, WEEK, Duty
from reports.home.standing import needs

NEAR = timedelta(days=7)


def _over(actor, day):
    return Meeting.objects.planned().filter(organization=actor.organization, planned_on__lt=day)


@needs(_over)
def to_mark(actor, day):
    """Meetings the actor keeps whose day has come."""
    return [
        Duty(
            _("What became of the meeting “%(meeting)s”?") % {"meeting": row.title},
            _("Mark it"),
            actor.url("programs:meeting_hold", row.pk),
            _("It was planned for %(day)s") % {"day": date_words(row.planned_on)},
            WEEK,
        )
        for row in waiting_for_mark(actor).filter(planned_on__lt=day)
    ]


def _near(actor, day):
    rows = Meeting.objects.planned().filter(organization=actor.organization, planned_on__range=(day, day + NEAR))
    return rows.filter(attendance__employment=actor.employment)


@needs(_near)
def to_come_to(actor, day):
    """Meetings of the next days that the actor is invited to."""
    return [
        Duty(
            _("You are expected at the meeting “%(meeting)s”") % {"meeting": row.title},
            _("See the agenda"),
            actor.url("programs:meeting_card", row.pk),
            ", ".join(filter(None, (date_words(row.planned_on), f"{row.time:%H:%M}" if row.time else "", row.place))),
            LATER if row.planned_on > day else WEEK,
        )
        for row in coming_meetings(actor).filter(planned_on__lte=day + NEAR)
    ]
