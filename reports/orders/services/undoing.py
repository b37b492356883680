"""What the cancellation of an order takes back of its effects, and what only another order can change."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import date_numeric
from people.consents.states import NoticeSide
from people.organizations.selectors import regulation_on
from programs.applications.services import leave_order
from programs.applications.states import ApplicationState
from programs.appointments.services import end_duties_of
from programs.mentorships.services import end_agreements_of, end_by_order, take_back_ordered
from programs.mentorships.states import RUNNING, MentorshipState
from programs.orders.selectors import mentorships_of, programs_of
from programs.orders.services import cited
from programs.orders.states import ChangeCause, OrderKind
from programs.plans.models import Event
from programs.plans.services import end_program_by_order, take_back_approval
from programs.plans.states import EventState
from reports.documents.about_orders import Parted
from reports.documents.changes.days import parting_day
from reports.orders.services.undone import Undone


def goes_on(pair):
    """Whether the pair has worked by its program already, so that its order cannot be taken back as if never given."""
    return Event.objects.filter(program__mentorship=pair, state=EventState.HELD).exists()


# ---------- O4 ----------
def parted(earlier, day):
    """What an order of ``day`` that cancels ``earlier`` does to the pairs of that one (Parted)."""
    pairs = mentorships_of(earlier) if earlier.kind == OrderKind.ASSIGNMENT else ()
    working = [pair for pair in pairs if pair.state in RUNNING]
    staying = tuple(pair for pair in working if goes_on(pair))
    ending = tuple(pair for pair in working if pair not in staying)
    waiting = tuple(pair for pair in pairs if pair.state == MentorshipState.IN_ORDER)
    since = parting_day(regulation_on(earlier.organization, day), ending, day)
    return Parted(ending, waiting, staying, since)


def undo_assignment(order, canceller, *, by):
    """Pairs that wait for their day are agreed again, those without a held event end, the others work on."""
    said = canceller.details.get("since")
    since = date.fromisoformat(said) if said else parted(order, canceller.signed_on).since
    return sum((_undo_pair(pair, canceller, since, by) for pair in mentorships_of(order)), Undone())


def _undo_pair(pair, canceller, since, by):
    if pair.state == MentorshipState.IN_ORDER:
        take_back_ordered(pair, by=by, reason=_reason(canceller))
        return Undone(done=(_("%(pair)s: agreed again, waits for another order.") % {"pair": pair},))
    if pair.state not in RUNNING:
        words = {"pair": pair, "state": pair.get_state_display()}
        return Undone(kept=(_("%(pair)s: the state is “%(state)s” already, nothing is taken back.") % words,))
    if goes_on(pair):
        message = _(
            "%(pair)s: events were held, the work goes on. To end it, prepare an order on the end of mentoring."
        )
        return Undone(kept=(message % {"pair": pair},))
    if since and since > canceller.signed_on:
        return _end_later(pair, canceller, since)
    return _end_pair(pair, canceller, by)


def _end_later(pair, canceller, since):
    """The pair ends with the agreement of its mentor, after the notice; ``carry_out_due_changes`` sees to it."""
    canceller.changes.create(mentorship=pair, cause=ChangeCause.DECISION, day=since, position=canceller.changes.count())
    message = _("%(pair)s: ends on %(day)s with its program and the agreement of the mentor, after the notice.")
    return Undone(done=(message % {"pair": pair, "day": date_numeric(since)},))


def _end_pair(pair, canceller, by):
    """End the pair on the day of the cancelling order, with its program and agreements (Labor Code art. 351.8)."""
    day = max(canceller.signed_on, pair.starts_on)
    mentees = [one.mentee_entry.employment for one in pair.current_members]
    end_by_order(pair, by=by, on=day, reason=_reason(canceller))
    program = end_program_by_order(pair, by=by, on=day, ground="", order=canceller)
    ending = end_agreements_of(
        pair,
        mentees,
        by=by,
        side=NoticeSide.EMPLOYER,
        given_on=canceller.signed_on,
        day=day,
        reason=_reason(canceller),
    )
    done = [_("%(pair)s: the work ends, everybody is free in the banks again.") % {"pair": pair}]
    if program:
        done.append(_("The program “%(title)s” ends.") % {"title": program.title})
    for agreement in ending:
        words = {"name": agreement.employment.person.short_name, "day": date_numeric(agreement.last_on)}
        done.append(_("The supplementary agreement of %(name)s ends on %(day)s, after the notice.") % words)
    return Undone(done=tuple(done))


# ---------- O1, O2, O3 ----------
def undo_founding(order, canceller, *, by):
    """Duties end with the roles that follow from them; a regulation and a roadmap stay until others replace them."""
    kept = []
    if order.regulation_id:
        kept.append(_("The regulation stays in force: put another edition into force by an order."))
    if order.roadmap_id:
        kept.append(_("The roadmap stays in force: approve a revision of it by an order."))
    return undo_duties(order, canceller, by=by) + Undone(kept=tuple(kept))


def undo_duties(order, canceller, *, by):
    """The duties the order gave end; those it ended are not given back."""
    done = [
        _("%(name)s: the duty “%(duty)s” ends, and the role with it.")
        % {"name": row.employment.person.short_name, "duty": row.title}
        for row in end_duties_of(order, canceller, by=by)
    ]
    releases = order.releases.select_related("appointment__employment__person")
    kept = [
        _("%(name)s was released from the duty “%(duty)s”: appoint anew by an order, if that is wanted.")
        % {"name": release.appointment.employment.person.short_name, "duty": release.appointment.title}
        for release in releases
    ]
    return Undone(tuple(done), tuple(kept))


# ---------- O5 ----------
def undo_approval(order, canceller, *, by):
    """Programs without a held event are agreed and wait for another approval; the others run on."""
    found = Undone()
    for program in programs_of(order):
        words = {"title": program.title, "pair": program.mentorship}
        if program.is_running and not program.events.filter(state=EventState.HELD).exists():
            take_back_approval(program, by=by, reason=_reason(canceller))
            found += Undone(done=(_("“%(title)s”, %(pair)s: agreed again, waits for another approval.") % words,))
        else:
            message = _(
                "“%(title)s”, %(pair)s: has begun or ended, nothing is taken back. Change it by an application."
            )
            found += Undone(kept=(message % words,))
    return found


# ---------- O6, O7, O8 ----------
def undo_changes(order, canceller, *, by):
    """What waits for its day falls away; what is carried out stays, and is told how to be set right."""
    found = Undone()
    for change in order.changes.pending().with_people():
        found += Undone(done=(_drop(change, canceller, by),))
    for application in order.applications.filter(state=ApplicationState.IN_ORDER).order_by("pk"):
        leave_order(application, by=by)
    for change in order.changes.filter(done_on__isnull=False).with_people():
        found += Undone(kept=(_CARRIED_OUT[OrderKind(order.kind)](change),))
    return found


def _drop(change, canceller, by):
    if change.successor_id and change.successor.state == MentorshipState.IN_ORDER:
        take_back_ordered(change.successor, by=by, reason=_reason(canceller))
    words = {"pair": change.mentorship, "day": date_numeric(change.day)}
    return _("%(pair)s: nothing changes on %(day)s, the work goes on as before.") % words


def _replaced(change):
    message = _(
        "%(pair)s took over on %(day)s: another mentor again needs a new proposal and an order on the replacement."
    )
    return message % {"pair": change.successor, "day": date_numeric(change.done_on)}


def _changed(change):
    message = _("%(pair)s: the program was changed on %(day)s. Other days need a new application and its order.")
    return message % {"pair": change.mentorship, "day": date_numeric(change.done_on)}


def _ended(change):
    message = _("%(pair)s: ended on %(day)s. To go on, propose the pair anew and prepare an order on pairs.")
    return message % {"pair": change.mentorship, "day": date_numeric(change.day)}


_CARRIED_OUT = {OrderKind.REPLACEMENT: _replaced, OrderKind.CHANGE: _changed, OrderKind.TERMINATION: _ended}


# ---------- O11 ----------
def undo_results(order, canceller, *, by):
    """Pairs that are completed do not work again by themselves."""
    message = _("%(pair)s: stays completed. To go on, propose the pair anew and prepare an order on pairs.")
    return Undone(kept=tuple(message % {"pair": program.mentorship} for program in programs_of(order)))


# ---------- O14 ----------
def undo_report(order, canceller, *, by):
    """A report or an analysis is not approved any more, copies stay where they are; an appointment ends its duty."""
    if order.details.get("variant") != "report":
        return undo_duties(order, canceller, by=by)
    days = {name: date_numeric(date.fromisoformat(order.details[name])) for name in ("starts_on", "ends_on")}
    words = {"title": order.details["title"]} | days
    done = [_("“%(title)s” from %(starts_on)s to %(ends_on)s is not approved any more.") % words]
    readers = order.subjects.select_related("employment__person")
    names = ", ".join(row.employment.person.short_name for row in readers)
    if names:
        done.append(_("%(names)s: nothing is to be planned or sent by it any more.") % {"names": names})
    reporting = regulation_on(order.organization, order.signed_on).reporting
    if order.details["what"] == "report" and reporting.recipients and reporting.schedule != "none":
        message = _("A copy sent already stays where it is: %(recipients)s. Tell them, if it went out.")
        recipients = ", ".join(recipient.label for recipient in reporting.recipients)
        return Undone(tuple(done), (message % {"recipients": recipients},))
    return Undone(tuple(done), (_("Copies handed out already stay: collect them yourself."),))


# ---------- OC, OA ----------
def undo_cancellation(order, canceller, *, by):
    """What was cancelled stays so: nobody can tell what followed from that; an end still ahead falls away."""
    words = {"number": order.cancels.number_text}
    done = tuple(_drop(change, canceller, by) for change in order.changes.pending().with_people())
    return Undone(
        done, kept=(_("The order № %(number)s stays cancelled: issue an order of the same content anew.") % words,)
    )


def undo_amendment(order, canceller, *, by):
    """The words of the other order count again as they were."""
    words = {"number": order.amends.number_text}
    return Undone(done=(_("The order № %(number)s counts again in its own words.") % words,))


# ---------- every kind ----------
def undo_marks(order):
    """Items of the roadmap it marked: the work may have been done all the same."""
    count = order.fulfilled_items.in_force().count()
    if not count:
        return Undone()
    message = ngettext(
        "%(n)s item of the roadmap that this order marked stays done: look whether it is.",
        "%(n)s items of the roadmap that this order marked stay done: look whether they are.",
        count,
    )
    return Undone(kept=(message % {"n": count},))


def _reason(canceller):
    return _("the order was cancelled by the order %(order)s") % {"order": cited(canceller)}
