"""What waits for somebody who takes part: the mentor, the mentee, anybody of the staff."""

import datetime

from django.utils.translation import gettext as _

from people.consents.states import ConsentState
from people.models import Consent
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import is_asked, is_single
from programs.mentorships.states import MentorshipState
from programs.models import Event, Helper, Mentorship, OrderSubject, Program
from programs.orders.states import OrderState
from programs.plans.selectors import helping_of
from programs.plans.states import HELPING, EventState, HelperState, ProgramState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty, waiting
from reports.home.standing import needs, standing

SOON = datetime.timedelta(days=14)
ASKED = (MentorshipState.PROPOSED, MentorshipState.MENTOR_AGREED, MentorshipState.MENTEE_AGREED)


@needs(standing(Mentorship, *ASKED))
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
        if is_asked(pair, actor.employment)
    ]


def _consents_asked(actor, day):
    return Consent.objects.filter(organization=actor.organization, person=actor.person, state=ConsentState.REQUESTED)


@needs(_consents_asked)
def consents(actor, day):
    """Consents asked for and not answered."""
    return [
        Duty(
            _("Your consent is asked for: %(purpose)s") % {"purpose": consent.get_purpose_display()},
            _("Read"),
            actor.url("people:consent_give", consent.pk),
            tone=waiting(consent.requested_on, day),
        )
        for consent in _consents_asked(actor, day)
    ]


def _unread(actor, day):
    return OrderSubject.objects.filter(
        employment=actor.employment, order__state=OrderState.REGISTERED, acquaintance__isnull=True
    )


@needs(_unread)
def orders_to_read(actor, day):
    """Registered orders that name the actor and are not acknowledged."""
    return [
        Duty(
            _("Read order № %(number)s") % {"number": subject.order.number_text},
            _("Read"),
            actor.url("reports:order_card", subject.order_id),
            subject.order.heading,
            waiting(subject.order.signed_on, day),
        )
        for subject in _unread(actor, day).select_related("order")
    ]


@needs(standing(Mentorship, MentorshipState.ACTIVE))
def programs_to_write(actor, day):
    """Active pairs without a program; a single meeting needs none."""
    regulation = regulation_on(actor.organization, day)
    return [
        Duty(
            _("%(pair)s: write the program together") % {"pair": pair},
            _("Start a program"),
            actor.url("programs:program_create", pair.pk),
            tone=waiting(pair.starts_on, day),
        )
        for pair in Mentorship.objects.of(actor.employment)
        .filter(state=MentorshipState.ACTIVE, programs__isnull=True)
        .with_sides()
        if not is_single(pair, regulation)
    ]


@needs(standing(Program, ProgramState.DRAFT))
def programs_to_agree(actor, day):
    """Drafts the actor has not agreed to."""
    own = Mentorship.objects.of(actor.employment).values("pk")
    drafts = Program.objects.filter(mentorship__in=own, state=ProgramState.DRAFT)
    drafts = drafts.select_related("mentorship__mentor_entry").prefetch_related("mentees_agreed__mentee_entry")
    return [
        Duty(
            _("“%(title)s” waits for your agreement") % {"title": program.title},
            _("Open"),
            actor.url("programs:program_card", program.pk),
            program.return_remark,
            WEEK,
        )
        for program in drafts
        if not _agreed(actor, program)
    ]


def _agreed(actor, program):
    if program.mentorship.mentor_entry.employment_id == actor.employment.pk:
        return program.mentor_agreed_at is not None
    return any(member.mentee_entry.employment_id == actor.employment.pk for member in program.mentees_agreed.all())


@needs(standing(Program, ProgramState.RUNNING))
def events(actor, day):
    """Events that are overdue or come within two weeks."""
    at_work = Mentorship.objects.of(actor.employment).exclude(state=MentorshipState.SUSPENDED)
    rows = Event.objects.filter(
        program__mentorship__in=at_work.values("pk"),
        program__state=ProgramState.RUNNING,
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


def _help(actor, day):
    return Helper.objects.filter(employment=actor.employment, state__in=HELPING)


@needs(_help)
def help_asked(actor, day):
    """Events a mentor asks the actor to help with."""
    rows = helping_of(actor.employment).filter(state=HelperState.ASKED)
    return [
        Duty(
            _("You are asked to help: %(pair)s") % {"pair": helper.program.mentorship},
            _("Read and answer"),
            actor.url("programs:helper_answer", helper.pk),
            "; ".join(event.content for event in helper.events.all()),
            WEEK,
        )
        for helper in rows
    ]


@needs(_help)
def events_to_help(actor, day):
    """Events of others the actor agreed to help with, within two weeks."""
    rows = Event.objects.filter(
        helpers__employment=actor.employment,
        helpers__state=HelperState.ACCEPTED,
        state=EventState.PLANNED,
        planned_on__range=(day, day + SOON),
    ).distinct()
    return [
        Duty(
            event.content,
            _("Open"),
            actor.url("programs:event_card", event.pk),
            _("you help on %(day)s") % {"day": _day(event)},
            LATER,
        )
        for event in rows
    ]


def _day(event):
    return f"{event.planned_on:%d.%m.%Y}"
