"""What mentees without a mentor ask for."""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import date_words
from people.models import MenteeEntry
from people.organizations.selectors import regulation_on
from programs.mentorships.states import RUNNING
from programs.models import Member
from programs.support.selectors import SOUGHT, unpaired
from programs.support.states import CaseState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty
from reports.home.standing import needs, standing

LONG = datetime.timedelta(days=30)
NAMED = 3


def _listed(actor, rows, tone):
    title = ngettext("%(n)s mentee has no mentor", "%(n)s mentees have no mentor", len(rows)) % {"n": len(rows)}
    names = ", ".join(row.employment.person.short_name for row in rows[:NAMED])
    return Duty(title, _("Open the list"), actor.url("programs:support_list"), names, tone)


@needs(standing(MenteeEntry, *SOUGHT))
def to_support(actor, day):
    """Whom the psychologist supports: those asked for and, where the regulation has a psychologist, everybody.

    On demand the others are one quiet line; whoever is in support already is none, and neither is whoever answers a
    proposal, unless the curator asks.
    """
    rows = [
        row
        for row in unpaired(actor.organization)
        if row.case_state == CaseState.SEARCHING and (row.asked_on or not row.has_proposal)
    ]
    mode = regulation_on(actor.organization, day).psychologist.mode
    wanted = [row for row in rows if row.asked_on or mode == "staffed"]
    duties = [
        Duty(
            _("%(name)s has no mentor yet") % {"name": row.employment.person.short_name},
            _("Support"),
            actor.url("programs:support_card", row.pk),
            _("The curator asks for your help") if row.asked_on else row.employment.post,
            WEEK,
        )
        for row in wanted
        if row.employment_id != (actor.employment.pk if actor.employment else None)
    ]
    rest = [row for row in rows if row not in wanted]
    return duties + ([_listed(actor, rest, LATER)] if rest else [])


def _waited_long(actor, day):
    """Nobody has waited longer than since the day of entering the bank."""
    rows = MenteeEntry.objects.of_organization(actor.organization).filter(state__in=SOUGHT, entered_on__lt=day - LONG)
    return rows.exclude(members__in=Member.objects.filter(left_on__isnull=True, mentorship__state__in=RUNNING))


@needs(_waited_long)
def waiting_long(actor, day):
    """Mentees who have waited longer than a month without a proposal: the search goes on (roadmap, stage 5)."""
    rows = [row for row in unpaired(actor.organization) if day - row.since > LONG and not row.has_proposal]
    if not rows:
        return []
    duty = _listed(actor, rows, URGENT)
    since = _("the longest since %(day)s: search again") % {"day": date_words(rows[0].since)}
    return [Duty(duty.title, duty.action, duty.url, f"{duty.detail}; {since}", duty.tone)]
