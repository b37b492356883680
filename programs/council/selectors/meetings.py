"""Reads about meetings: what they are called, who may be invited, which number comes next."""

from django.db.models import Max, Q
from django.utils.text import capfirst

from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from people.surveys.selectors import present_staff
from programs.appointments.selectors import council_on
from programs.appointments.states import CouncilFunction
from programs.council.models import Meeting
from programs.council.permissions import kinds_kept
from programs.council.states import MeetingKind, MeetingState


def kind_labels(organization):
    """What each sort of meeting is called here, by its code: the council as the regulation calls it."""
    labels = {kind.value: str(kind.label) for kind in MeetingKind}
    council = regulation_on(organization, organization.today()).council
    if council.enabled and council.label:
        labels[MeetingKind.COUNCIL.value] = capfirst(council.label)
    return labels


def choosable_staff(meeting):
    """Who may be invited or lead: those who work here today, and whoever is named already."""
    is_here = Q(pk__in=present_staff(meeting.organization).values("pk"))
    if meeting.pk is not None:
        is_here |= Q(pk__in=meeting.attendance.values("employment"))
    return Employment.objects.filter(is_here, organization=meeting.organization).select_related("person")


def next_number(organization, kind, school_year):
    """The number after the highest one of this sort of meeting in the school year."""
    rows = Meeting.objects.filter(organization=organization, kind=kind, school_year=school_year)
    last = rows.exclude(state=MeetingState.CANCELLED).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def council_of(organization, day):
    """Who belongs to a session of the council on ``day``, as initial values of the form."""
    members = list(council_on(organization, day))
    leads = {row.function: row.employment_id for row in members}
    return {
        "chair": leads.get(CouncilFunction.CHAIR),
        "secretary": leads.get(CouncilFunction.SECRETARY),
        "attendees": [row.employment_id for row in members],
    }


def years_of(meetings):
    """The school years that ``meetings`` fall into, the latest first."""
    return list(meetings.order_by("-school_year").values_list("school_year", flat=True).distinct())


def waiting_for_mark(actor):
    """Planned meetings the actor keeps whose day has come, the oldest first: what became of them?"""
    rows = Meeting.objects.visible_to(actor).planned().filter(kind__in=kinds_kept(actor))
    return rows.filter(planned_on__lte=actor.today()).order_by("planned_on", "pk")


def coming_meetings(actor):
    """Meetings from today on that the actor is invited to, the nearest first."""
    if actor.employment is None:
        return Meeting.objects.none()
    rows = Meeting.objects.visible_to(actor).planned().filter(attendance__employment=actor.employment)
    return rows.filter(planned_on__gte=actor.today()).order_by("planned_on", "time", "pk")
