"""The row a deed locks, and what must hold before it."""

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.organizations.models import Organization
from people.organizations.selectors import regulation_on
from programs.council.models import Meeting
from programs.council.states import MeetingState


def lock(meeting, expected_version=None):
    """The meeting as it stands, locked. Raises StaleSave where its version is not ``expected_version``."""
    row = Meeting.objects.select_for_update(of=("self",)).select_related("organization").get(pk=meeting.pk)
    if expected_version is not None and row.version != expected_version:
        raise StaleSave(row)
    return row


def check_planned(meeting):
    """Raise MoveRefused unless the meeting is still ahead."""
    if meeting.is_held:
        raise MoveRefused(_("The meeting is marked as held. Correct its minutes, or take the mark back first."))
    if not meeting.is_planned:
        raise MoveRefused(_("The meeting is cancelled and stays so. Plan a new one."))


def place_in_year(meeting, day):
    """Set the school year of ``meeting`` by ``day``. Raises MoveRefused where its number is taken in that year."""
    meeting.school_year = regulation_on(meeting.organization, meeting.organization.today()).school_year_of(day)
    if meeting.number is None:
        return
    # Two people giving the same number wait for each other here.
    Organization.objects.select_for_update().get(pk=meeting.organization_id)
    same = {"organization": meeting.organization, "kind": meeting.kind, "school_year": meeting.school_year}
    taken = Meeting.objects.filter(number=meeting.number, **same).exclude(state=MeetingState.CANCELLED)
    if taken.exclude(pk=meeting.pk).exists():
        message = _("Another meeting of this year has the number %(number)s. Choose another one or leave it empty.")
        raise MoveRefused({"number": message % {"number": meeting.number}})
