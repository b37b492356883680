"""What pairs and groups ask of the curator while they change, and of both sides."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import date_numeric
from people.history.models import Move
from people.models import Employment
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import answers_for, is_single, sympathy_awaited_of, without_meeting
from programs.mentorships.states import ENDED, ENDED_BY_LEAVING, LIVE, CounterState, MentorshipState, Structure
from programs.models import CounterProposal, Mentorship, Program
from programs.plans.states import ProgramState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty
from reports.home.standing import needs, standing

SOON = datetime.timedelta(days=30)
# So long a pair that ended by a leaving is kept before the curator's eyes.
LATELY = datetime.timedelta(days=14)


def _pairs(actor):
    return Mentorship.objects.filter(organization=actor.organization).with_people()


def _card(actor, pair, page="card"):
    return actor.url(f"programs:mentorship_{page}", pair.pk)


def _each(actor, pairs, title, action, detail="", *, tone=WEEK, page="card"):
    """A duty for each of ``pairs``: ``title`` names the %(pair)s, the button leads to one of its pages."""
    return [Duty(title % {"pair": pair}, action, _card(actor, pair, page), detail, tone) for pair in pairs]


@needs(standing(CounterProposal, CounterState.WAITING))
def wishes(actor, day):
    """Other terms somebody asked wishes, but not the own wish."""
    rows = CounterProposal.objects.visible_to(actor).waiting().exclude(by=actor.user).select_related("by__person")
    return [
        Duty(
            _("%(name)s proposes other terms") % {"name": row.by.person.short_name},
            _("Read and decide"),
            actor.url("programs:counter_card", row.pk),
            row.words or str(row.mentorship),
            WEEK,
        )
        for row in rows
    ]


def _groups(actor, day):
    return Mentorship.objects.filter(
        organization=actor.organization, structure=Structure.GROUP, state__in=LIVE, joins__isnull=True
    )


@needs(_groups)
def one_left(actor, day):
    """Groups of which one mentee is left."""
    shrunken = [pair for pair in _groups(actor, day).with_people() if pair.is_shrunken]
    title = _("%(pair)s: one mentee is left in the group")
    return _each(actor, shrunken, title, _("Decide"), _("Add a mentee, make it a pair or end it"), page="shrunken")


@needs(standing(Mentorship, MentorshipState.IN_ORDER))
def orders_with_gone(actor, day):
    """Drafts and orders for signature that name a pair one of whose people has left."""
    rows = _pairs(actor).filter(state=MentorshipState.IN_ORDER, ordered_on__isnull=True).with_somebody(ends_on__lt=day)
    title = _("%(pair)s: somebody has left, take the pair out of the order")
    return _each(actor, rows, title, _("Open"), _("The order cannot be signed with it"), tone=URGENT)


def _ended_lately(actor, day):
    return Mentorship.objects.filter(
        organization=actor.organization, state=MentorshipState.TERMINATED, ended_on__gte=day - LATELY
    )


@needs(_ended_lately)
def closed_by_leaving(actor, day):
    """Pairs that ended in the last two weeks because somebody left."""
    kind = ContentType.objects.get_for_model(Mentorship)
    moves = Move.objects.filter(kind=kind, deed=ENDED_BY_LEAVING)
    rows = _ended_lately(actor, day).filter(pk__in=moves.values("thing_id")).with_people()
    detail = _("Prepare the order on the end, and another mentor for whoever stays")
    return _each(actor, rows, _("%(pair)s has ended: somebody left"), _("Open"), detail)


def _leaving(actor, day):
    return Employment.objects.filter(organization=actor.organization, ends_on__range=(day, day + SOON))


@needs(_leaving)
def leaving_soon(actor, day):
    """Pairs one of whose people has a last day within a month."""
    soon = (day, day + SOON)
    rows = _pairs(actor).filter(state__in=LIVE).with_somebody(ends_on__range=soon)
    return [
        Duty(
            _("%(pair)s: somebody leaves soon") % {"pair": pair},
            _("Open"),
            _card(actor, pair),
            _("The pair ends with the last day: %(days)s") % {"days": _last_days(pair, soon)},
            WEEK,
        )
        for pair in rows
    ]


def _last_days(pair, soon):
    works = [pair.mentor_entry.employment, *(member.mentee_entry.employment for member in pair.current_members)]
    leaving = [work for work in works if work.ends_on and soon[0] <= work.ends_on <= soon[1]]
    return ", ".join(f"{work.person.short_name} – {date_numeric(work.ends_on)}" for work in leaving)


@needs(standing(Mentorship, MentorshipState.SUSPENDED))
def rested_too_long(actor, day):
    """Pairs whose rest is over."""
    rows = _pairs(actor).filter(state=MentorshipState.SUSPENDED, suspended_until__lt=day)
    return [
        Duty(
            _("%(pair)s: the rest is over") % {"pair": pair},
            _("Open"),
            _card(actor, pair),
            _("It was to last until %(day)s. Let the work go on, set another day or end it")
            % {"day": date_numeric(pair.suspended_until)},
            WEEK,
        )
        for pair in rows
    ]


def _answers(actor, day):
    unread, low = answers_for(actor)
    return unread | low


@needs(_answers)
def sympathy_to_read(actor, day):
    """Answers about the first meeting the curator has not read, pair by pair."""
    rows, _low = answers_for(actor)
    pairs = _pairs(actor).filter(pk__in=rows.values("mentorship"))
    title = _("%(pair)s: an answer about the first meeting")
    return _each(actor, pairs, title, _("Read"), _("Told to you alone"), page="sympathies")


@needs(_answers)
def to_talk_with(actor, day):
    """Pairs in which somebody told the curator that it is hard."""
    _unread, rows = answers_for(actor)
    pairs = _pairs(actor).filter(pk__in=rows.values("mentorship"))
    detail = _("It is hard for them with each other")
    return _each(actor, pairs, _("Talk with the pair: %(pair)s"), _("Open"), detail, tone=URGENT, page="sympathies")


@needs(standing(Mentorship, MentorshipState.ACTIVE))
def meetings(actor, day):
    """Speed sessions without a day, and those to be marked: to the mentor the own ones, to the curator all."""
    rows = Mentorship.objects.filter(organization=actor.organization, state=MentorshipState.ACTIVE)
    if not actor.has("curator"):
        rows = rows.filter(mentor_entry__employment=actor.employment)
    settings = regulation_on(actor.organization, day)
    single = [pair.pk for pair in without_meeting(rows).only("kinds") if is_single(pair, settings)]
    unset = rows.filter(pk__in=single).with_people() if single else []
    due = rows.filter(single_meeting__on__lte=day, single_meeting__is_held__isnull=True).with_people()
    return [
        *_each(actor, unset, _("%(pair)s: set the day you meet"), _("Set"), page="meeting"),
        *_each(actor, due, _("%(pair)s: did you meet?"), _("Mark"), page="met"),
    ]


def _of_ended(actor, day):
    return Program.objects.filter(
        mentorship__organization=actor.organization, mentorship__state__in=ENDED, state=ProgramState.RUNNING
    )


@needs(_of_ended)
def programs_left_open(actor, day):
    """Running programs of pairs that have ended."""
    rows = _of_ended(actor, day)
    count = rows.count()
    if not count:
        return []
    title = ngettext(
        "%(n)s pair has ended, and its program is not summed up",
        "%(n)s pairs have ended, and their programs are not summed up",
        count,
    )
    first = rows.order_by("pk").first()
    url = actor.url("programs:program_end", first.pk)
    return [Duty(title % {"n": count}, _("Sum it up"), url, first.title, WEEK)]


@needs(standing(Mentorship, MentorshipState.ACTIVE))
def sympathy(actor, day):
    """The private question after the first meeting."""
    pairs, detail = sympathy_awaited_of(actor.employment), _("Only the curator reads the answer")
    return _each(
        actor, pairs, _("How do you get on: %(pair)s"), _("Read and answer"), detail, tone=LATER, page="sympathy"
    )
