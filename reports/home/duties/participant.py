"""What waits for somebody who takes part: the mentor, the mentee, anybody of the staff."""

import datetime

from django.utils.translation import gettext as _

from people.consents.states import ConsentState
from people.models import Consent
from programs.mentorships.states import MentorshipState
from programs.models import Event, Mentorship, OrderSubject, Program
from programs.orders.states import OrderState
from programs.plans.states import EventState, ProgramState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty, waiting

SOON = datetime.timedelta(days=14)
ASKED = (MentorshipState.PROPOSED, MentorshipState.MENTOR_AGREED, MentorshipState.MENTEE_AGREED)


def _asked_of(actor, pair):
    """Whether it is this actor who has not answered the proposal."""
    if pair.mentor_entry.employment_id == actor.employment.pk:
        return pair.mentor_agreed_at is None
    return any(
        member.mentee_entry.employment_id == actor.employment.pk and member.agreed_at is None
        for member in pair.current_members
    )


def proposals(actor, day):
    """Pairs that wait for the own answer."""
    rows = Mentorship.objects.visible_to(actor).of(actor.employment).filter(state__in=ASKED).with_people()
    return [
        Duty(
            _("You are asked: %(pair)s") % {"pair": pair},
            _("Read and answer"),
            actor.url("programs:mentorship_accept", pair.pk),
            tone=URGENT,
            primary=True,
        )
        for pair in rows
        if _asked_of(actor, pair)
    ]


def consents(actor, day):
    """Consents asked for and not answered."""
    rows = Consent.objects.filter(organization=actor.organization, person=actor.person, state=ConsentState.REQUESTED)
    return [
        Duty(
            _("Your consent is asked for: %(purpose)s") % {"purpose": consent.get_purpose_display()},
            _("Read"),
            actor.url("people:consent_give", consent.pk),
            tone=waiting(consent.requested_on, day),
        )
        for consent in rows
    ]


def orders_to_read(actor, day):
    """Registered orders that name the actor and are not acknowledged."""
    rows = OrderSubject.objects.filter(
        employment=actor.employment, order__state=OrderState.REGISTERED, acquaintance__isnull=True
    ).select_related("order")
    return [
        Duty(
            _("Read order № %(number)s") % {"number": subject.order.number_text},
            _("Read"),
            actor.url("reports:order_card", subject.order_id),
            subject.order.heading,
            waiting(subject.order.signed_on, day),
        )
        for subject in rows
    ]


def _own_programs(actor):
    return Program.objects.filter(mentorship__in=Mentorship.objects.of(actor.employment).values("pk"))


def programs_to_write(actor, day):
    """Active pairs without a program, and drafts the actor has not agreed to."""
    duties = [
        Duty(
            _("%(pair)s: write the program together") % {"pair": pair},
            _("Start a program"),
            actor.url("programs:program_create", pair.pk),
            tone=waiting(pair.starts_on, day),
        )
        for pair in Mentorship.objects.of(actor.employment)
        .filter(state=MentorshipState.ACTIVE, programs__isnull=True)
        .with_people()
    ]
    drafts = _own_programs(actor).filter(state=ProgramState.DRAFT).prefetch_related("mentees_agreed__mentee_entry")
    for program in drafts.select_related("mentorship__mentor_entry"):
        if not _agreed(actor, program):
            title = _("“%(title)s” waits for your agreement") % {"title": program.title}
            url = actor.url("programs:program_card", program.pk)
            duties.append(Duty(title, _("Open"), url, program.return_remark, WEEK))
    return duties


def _agreed(actor, program):
    if program.mentorship.mentor_entry.employment_id == actor.employment.pk:
        return program.mentor_agreed_at is not None
    return any(member.mentee_entry.employment_id == actor.employment.pk for member in program.mentees_agreed.all())


def events(actor, day):
    """Events that are overdue or come within two weeks."""
    rows = Event.objects.filter(
        program__in=_own_programs(actor).filter(state=ProgramState.RUNNING).values("pk"),
        state=EventState.PLANNED,
        planned_on__lte=day + SOON,
    ).select_related("program")
    return [
        Duty(
            event.content,
            _("Mark"),
            actor.url("programs:event_mark", event.pk),
            _("was planned for %(day)s") % {"day": _day(event)}
            if event.is_overdue(day)
            else _("planned for %(day)s") % {"day": _day(event)},
            URGENT if event.is_overdue(day) else LATER,
        )
        for event in rows
    ]


def _day(event):
    return f"{event.planned_on:%d.%m.%Y}"
