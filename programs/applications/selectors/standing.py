"""Where an application stands: whose turn it is, which steps are done, what waits for whom."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from people.accounts.states import Role
from programs.applications.models import Application, ApplicationConsent
from programs.applications.selectors.rules import needs_council, rules_of
from programs.applications.states import (
    BEFORE_DECISION,
    CLOSED,
    OF_BOTH,
    OPEN,
    ApplicationKind,
    ApplicationState,
)
from programs.mentorships.models import Member, members_with_people
from programs.mentorships.selectors import next_approval
from programs.mentorships.states import AWAITING
from programs.mentorships.states import ENDED as PAIR_ENDED

# Until an order takes it, whoever filed it may take it back.
WITHDRAWABLE = (*BEFORE_DECISION, ApplicationState.GRANTED)


def sides_of(application):
    """The employments of both sides, the mentor first; of a replacement only the mentee who asks."""
    pair = application.mentorship
    members = [application.member] if application.member else pair.current_members
    return [pair.mentor_entry.employment, *(member.mentee_entry.employment for member in members)]


def counterparts(application):
    """The employments whose consent is still awaited: everybody of the pair who has not filed it nor answered."""
    if application.kind not in OF_BOTH or application.state != ApplicationState.FILED:
        return []
    answered = {row.employment_id for row in application.consents.all()}
    return [
        work
        for work in sides_of(application)
        if work.pk not in answered and work.person_id != application.filed_by.person_id
    ]


def may_answer(application, employment):
    """Whether an answer of ``employment`` is awaited: the consent, or a word about the end of the pair."""
    if employment is None:
        return False
    if application.kind == ApplicationKind.TERMINATION:
        asked = sides_of(application) if application.state == ApplicationState.VISAED else []
        answered = {row.employment_id for row in application.consents.all()}
        return any(work.pk == employment.pk and work.pk not in answered for work in asked)
    return any(work.pk == employment.pk for work in counterparts(application))


def is_filer(application, actor):
    """Whether the actor filed the application."""
    return actor.user is not None and application.filed_by_id == actor.user.pk


def awaits_visa(application):
    """Whether the curator's visa comes next: filed, and every consent given."""
    return application.state == ApplicationState.FILED and not counterparts(application)


def awaits_successor(application):
    """Whether the curator has to find the mentor who takes over."""
    if application.kind not in (ApplicationKind.REPLACEMENT, ApplicationKind.RESIGNATION):
        return False
    if application.state != ApplicationState.GRANTED:
        return False
    return application.successor is None or application.successor.state in PAIR_ENDED


def awaits_answers(application):
    """Whether the mentor who takes over is found, and the new pair still answers or is being approved."""
    fresh = application.successor
    if application.state != ApplicationState.GRANTED or fresh is None:
        return False
    return fresh.state in AWAITING or next_approval(fresh) is not None


def next_step(application):
    """Whose turn it is now, in one sentence."""
    state = application.state
    if waiting := counterparts(application):
        names = ", ".join(work.person.short_name for work in waiting)
        return _("Waiting for the consent: %(names)s") % {"names": names}
    if awaits_successor(application):
        return _("Granted. The curator looks for a new mentor, then prepares the order.")
    if awaits_answers(application):
        return _("Granted. A new mentor is proposed; the order comes when everybody has agreed.")
    words = {
        ApplicationState.FILED: _("Waiting for the visa of the curator."),
        ApplicationState.VISAED: _("Waiting for the decision of the head."),
        ApplicationState.MEDIATION: _("Waiting for the council."),
        ApplicationState.GRANTED: _("Granted. The curator prepares the order."),
        ApplicationState.IN_ORDER: _("The order is being prepared and signed."),
        ApplicationState.EXECUTED: _("Carried out."),
        ApplicationState.REFUSED: _("Refused by the head."),
        ApplicationState.WITHDRAWN: _("Closed without an order."),
    }
    return words[ApplicationState(state)]


@dataclass(frozen=True)
class Step:
    """One step of the strip: who did it and when; ``state`` is done, now, ahead or stopped."""

    title: str
    state: str
    who: str = ""
    on: object = None

    @property
    def done(self):
        return self.state == "done"

    @property
    def now(self):
        return self.state == "now"

    @property
    def label(self):
        """The words of the strip: the step and, once it is done, its day."""
        return f"{self.title} · {date_numeric(self.on)}" if self.done and self.on else self.title


def steps_of(application):
    """The way of the application, from the filing to the order, as a list of Steps."""
    with_council = bool(application.mediation) or (
        application.state not in CLOSED and needs_council(application.kind, rules_of(application.organization))
    )
    order = application.order
    found = [(_("Filed"), application.filed_by, application.filed_on, True)]
    if application.kind in OF_BOTH:
        found.append((_("Consent of the other side"), None, *_consented(application)))
    found.append((_("Visa of the curator"), application.visa_by, application.visa_on, bool(application.visa_on)))
    if with_council:
        found.append((_("The council"), None, None, bool(application.mediation)))
    found += [
        (_("Decision of the head"), application.decided_by, application.decided_on, bool(application.decided_on)),
        (_("Order"), None, order.signed_on if order else None, bool(order and order.is_registered)),
        (_("Carried out"), None, None, application.state == ApplicationState.EXECUTED),
    ]
    return _as_steps(found, is_closed=application.state in CLOSED)


def _consented(application):
    answers = [row for row in application.consents.all() if row.agrees]
    everybody = bool(answers) and not counterparts(application)
    last = max((row.at for row in answers), default=None)
    return last and _day_of(last, application), everybody


def _day_of(moment, application):
    return localdate(moment, ZoneInfo(application.organization.time_zone))


def _as_steps(found, *, is_closed):
    steps, is_met = [], False
    for title, who, on, done in found:
        state = "done" if done else "ahead"
        if not done and not is_met and not is_closed:
            state, is_met = "now", True
        steps.append(Step(title, state, _name(who) if done else "", on))
    return steps


def _name(user):
    if user is None:
        return ""
    return user.person.short_name if user.person else str(user)


def in_words(applications):
    """``applications`` with what a sentence on their pair and on the next step says, in five queries at most."""
    rows = _with_answers(applications.select_related("mentorship__mentor_entry__employment__person", "filed_by"))
    return rows.prefetch_related(members_with_people("mentorship"))


def of_pair(applications, pair):
    """Those of ``applications`` that are about ``pair``, as a list: its people, at hand, are not read again."""
    rows = list(_with_answers(applications.filter(mentorship=pair).select_related("filed_by")))
    for row in rows:
        row.mentorship = pair
    return rows


def _with_answers(applications):
    # Few have a member or a successor: what is not there is not asked for.
    members = Prefetch("member", Member.objects.select_related("mentee_entry__employment__person"))
    return applications.prefetch_related("consents", members, "successor")


def waiting_for(actor):
    """Open applications on which the actor's own step comes next, the longest waiting first."""
    rows = in_words(Application.objects.visible_to(actor).open())
    own = []
    for application in rows.filter(_turn_of(actor)).order_by("filed_on", "pk"):
        if turn_of(application, actor):
            own.append(application)
    return own


def _turn_of(actor):
    turn = Q(pk__in=[])
    if actor.has(Role.CURATOR):
        turn |= Q(state__in=(ApplicationState.FILED, ApplicationState.GRANTED))
    if actor.has(Role.COUNCIL, Role.CURATOR):
        turn |= Q(state=ApplicationState.MEDIATION)
    if actor.has(Role.DIRECTOR):
        turn |= Q(state=ApplicationState.VISAED)
    if actor.employment:
        answered = ApplicationConsent.objects.filter(application=OuterRef("pk"), employment=actor.employment)
        turn |= Q(state__in=(ApplicationState.FILED, ApplicationState.VISAED)) & ~Exists(answered)
    return turn


def turn_of(application, actor):
    """Which step of the actor comes next: "answer", "visa", "mediation", "decision", "successor", "order" or ""."""
    if may_answer(application, actor.employment):
        return "answer"
    own = {work.person_id for work in sides_of(application)}
    if actor.employment and actor.employment.person_id in own:
        return ""
    if actor.has(Role.CURATOR):
        if awaits_visa(application):
            return "visa"
        if awaits_successor(application):
            return "successor"
        if application.state == ApplicationState.GRANTED and not awaits_answers(application):
            return "order"
    if application.state == ApplicationState.MEDIATION and actor.has(Role.COUNCIL, Role.CURATOR):
        return "mediation"
    if application.state == ApplicationState.VISAED and actor.has(Role.DIRECTOR):
        prepared = {application.visa_by_id, application.filed_by_id}
        return "" if actor.user.pk in prepared else "decision"
    return ""


def open_of(actor):
    """What the actor has filed and waits for, the newest first."""
    return in_words(Application.objects.visible_to(actor).filter(filed_by=actor.user, state__in=OPEN))
