"""What the invited are told."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from people.notices.services import notify
from people.staff.models import Employment

INVITED = gettext_noop("You are invited to the meeting “%(meeting)s”: %(when)s")
MOVED = gettext_noop("The meeting “%(meeting)s” is moved: %(when)s")
CANCELLED = gettext_noop("The meeting “%(meeting)s” of %(when)s is cancelled: %(reason)s")
RELEASED = gettext_noop("You need not come to the meeting “%(meeting)s”: %(when)s")


def tell(meeting, sentence, *, by, people=None, **values):
    """Give everybody invited, or ``people`` (keys of employments), a notice with the way there; ``by`` gets none."""
    if people is None:
        people = meeting.attendance.values("employment")
    rows = Employment.objects.filter(pk__in=people).select_related("person__user")
    users = [getattr(row.person, "user", None) for row in rows]
    reached = [user for user in users if user is not None and user.is_active and user != by]
    slug = meeting.organization.slug
    # Whoever is invited no longer cannot open the card.
    is_out = sentence == RELEASED
    address = (
        reverse("programs:meeting_list", args=[slug])
        if is_out
        else reverse("programs:meeting_card", args=[slug, meeting.pk])
    )
    values |= {"meeting": meeting.title, "when": when_of(meeting)}
    return notify(reached, sentence, organization=meeting.organization, url=address, **values)


def when_of(meeting):
    """«15.10.2026, 14:30, кабинет 12»."""
    time = f"{meeting.time:%H:%M}" if meeting.time else ""
    return ", ".join(filter(None, (date_numeric(meeting.planned_on), time, meeting.place)))
