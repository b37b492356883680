"""A speed session: one meeting with its day and place instead of a program."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import record
from programs.mentorships.models import SingleMeeting
from programs.mentorships.selectors import is_single_meeting
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.life import complete_mentorship
from programs.mentorships.states import LIVE, MentorshipState

PLACE_LENGTH, NOTE_LENGTH = 200, 500


@transaction.atomic
def set_meeting(mentorship, *, by, on, place, at=None):
    """Set the day and place of the one meeting, or another day after one that did not take place.

    Raises MoveRefused by field (on, place), and for a pair that works longer than one meeting.
    """
    row = guards.lock(mentorship)
    if not is_single_meeting(row):
        raise MoveRefused(_("This pair works by a program. Its meetings stand in the plan."))
    if row.state not in LIVE:
        raise MoveRefused(_("This is over: no more meetings are set here."))
    if not row.starts_on <= on <= row.ends_on:
        message = _("The pair meets from %(start)s to %(end)s. Choose a day between them.")
        values = {"start": date_numeric(row.starts_on), "end": date_numeric(row.ends_on)}
        raise MoveRefused({"on": message % values})
    place = clean_text(place).strip()
    if not place or len(place) > PLACE_LENGTH:
        raise MoveRefused({"place": _("Say in a few words where you meet.")})
    meeting, _made = SingleMeeting.objects.update_or_create(
        mentorship=row, defaults={"on": on, "at": at, "place": place, "is_held": None, "note": ""}
    )
    record(row, gettext_noop("The meeting is set"), by=by, reason=meeting_words(meeting))
    tidings.tell_meeting(row, meeting, by)
    return meeting


def meeting_words(meeting):
    """«05.12.2026, 14:30, room 12»."""
    time = f"{meeting.at:%H:%M}" if meeting.at else ""
    return ", ".join(filter(None, (date_numeric(meeting.on), time, meeting.place)))


@transaction.atomic
def mark_meeting(mentorship, *, by, is_held, note):
    """Mark the meeting with a sentence: held, and the pair is completed; not held, and it waits for another day.

    Raises MoveRefused by field (note), before the day of the meeting, and for a pair that is not at work.
    """
    row = guards.lock(mentorship)
    meeting = SingleMeeting.objects.select_for_update().filter(mentorship=row).first()
    if meeting is None or row.state != MentorshipState.ACTIVE:
        raise MoveRefused(_("There is no meeting to mark: set its day first, and wait for the order."))
    if meeting.is_held is not None:
        raise MoveRefused(_("The meeting is marked already. Set another day if you meet again."))
    if meeting.on > row.organization.today():
        raise MoveRefused(_("The meeting lies ahead. Mark it on its day or later."))
    note = clean_text(note).strip()
    if not note or len(note) > NOTE_LENGTH:
        raise MoveRefused({"note": _("Say in a sentence what came of it, up to 500 characters.")})
    meeting.is_held, meeting.note = is_held, note
    meeting.save(update_fields=["is_held", "note"])
    if is_held:
        record(row, gettext_noop("They met"), by=by, reason=note)
        return complete_mentorship(row, by=by, on=meeting.on, reason=note)
    record(row, gettext_noop("They did not meet"), by=by, reason=note)
    return row
