"""What waits for an order on changes: granted applications, agreed successors, pairs that may not go on."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from people.accounts.states import Role
from people.consents.models import Consent
from people.consents.selectors import latest_consents, required_purposes
from people.consents.states import ConsentState
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from programs.applications.models import Application
from programs.applications.states import OF_BOTH, ApplicationKind, ApplicationState
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.states import ENDED, RUNNING, MentorshipState
from programs.orders.models import Order, OrderedChange
from programs.orders.states import ASSIGNING, ChangeCause, OrderKind, OrderState
from reports.documents.changes.days import first_lawful_day

_K = ApplicationKind
# Which applications an order of each kind carries out.
ENDING = (_K.RESIGNATION, _K.TERMINATION)
HANDING_OVER = (_K.REPLACEMENT, _K.RESIGNATION)
# Who asks for the end, by the usual codes of the regulations.
BY_MENTOR, BY_MENTEE, BY_CURATOR = "by_mentor", "by_mentee", "by_curator"


@dataclass(frozen=True)
class Waiting:
    """One thing an order may take: its changes (not saved), and how a list shows it."""

    key: str
    changes: tuple
    title: str
    detail: str
    is_held: bool = False

    @property
    def change(self):
        return self.changes[0]

    def concerns(self, asked):
        """Whether it is about the pair or the application an address asks for by their keys."""
        pair, application = asked.get("mentorship"), asked.get("application")
        return str(self.change.mentorship_id) == pair or str(self.change.application_id) == application


def waiting_for(kind, organization, order=None):
    """What an order of ``kind`` may be made of, the earliest day first; with ``order`` also what it holds already."""
    found = _Finder(organization, order).of(OrderKind(kind))
    return sorted(found, key=lambda one: (one.change.day, one.title, one.key))


def order_kind_of(application):
    """By which order an application is carried out: a resignation with a mentor who takes over by O6, else by O8."""
    if application.kind in OF_BOTH:
        return OrderKind.CHANGE
    waits = application.successor and application.successor.state not in ENDED
    if application.kind == _K.REPLACEMENT or (application.kind == _K.RESIGNATION and waits):
        return OrderKind.REPLACEMENT
    return OrderKind.TERMINATION


def people_at_work(organization):
    """Whoever stands in a pair or group at work, on either side."""
    pairs = Mentorship.objects.filter(organization=organization, state__in=RUNNING)
    mentees = Member.objects.filter(mentorship__in=pairs, left_on__isnull=True)
    at_work = Q(mentor_entry__in=pairs.values("mentor_entry")) | Q(mentee_entry__in=mentees.values("mentee_entry"))
    rows = Employment.objects.filter(at_work, organization=organization)
    return rows.select_related("person").order_by("person__search_key", "pk")


def leaving_of(employment, organization, on=None, order=None):
    """The ends of everything ``employment`` takes part in, because they leave; ``on`` is the first day without them."""
    return _Finder(organization, order).leaving(employment, on)


class _Finder:
    """What waits in one organization on its present day."""

    def __init__(self, organization, order=None):
        self.organization, self.order = organization, order
        self.today = organization.today()
        self.settings = regulation_on(organization, self.today)

    def of(self, kind):
        """The changes the order holds, then everything new of its kind, each once."""
        ways = {
            OrderKind.REPLACEMENT: self._successors,
            OrderKind.CHANGE: self._program_changes,
            OrderKind.TERMINATION: self._ends,
        }
        found = {}
        for one in [*self._held(), *ways[kind]()]:
            found.setdefault(one.key, one)
        return list(found.values())

    def _held(self):
        """What the draft stands on; a thing that is not to be had any more is told by the guards."""
        if self.order is None:
            return []
        groups = {}
        for change in self.order.changes.with_people():
            groups.setdefault(_key(change), []).append(_copy(change))
        return [self._waiting(changes, is_held=True) for changes in groups.values()]

    # ---------- O7 ----------
    def _program_changes(self):
        return [self._waiting([self._of_application(row)]) for row in self._granted(OF_BOTH)]

    def _granted(self, kinds):
        rows = Application.objects.filter(
            organization=self.organization,
            state=ApplicationState.GRANTED,
            kind__in=kinds,
            mentorship__state__in=RUNNING,
        )
        return rows.select_related("program", "filed_by__person").order_by("filed_on", "pk")

    def _of_application(self, row, **fields):
        values = {
            "mentorship": self._pair(row.mentorship_id),
            "member": row.member,
            "application": row,
            "day": row.takes_effect_on or self.today,
            "ground": row.ground or self._ground_of(row.kind),
        }
        return self._change(**(values | fields))

    # ---------- O6 ----------
    def _successors(self):
        rows = Mentorship.objects.filter(
            organization=self.organization, state=MentorshipState.AGREED, replaces__state__in=RUNNING
        )
        found, successors = [], list(rows.approved(self.settings.pairing).with_people())
        granted = list(self._granted(HANDING_OVER)) if successors else []
        for fresh in successors:
            found += [self._waiting(changes) for changes in [self._handover(fresh, granted)] if changes]
        return found

    def _handover(self, fresh, granted):
        """The changes by which ``fresh`` takes over: one for the whole pair, or one for each of those who leave it."""
        pair = self._pair(fresh.replaces_id)
        taken = {member.mentee_entry_id for member in fresh.current_members}
        leaving = [member for member in pair.current_members if member.mentee_entry_id in taken]
        if len(leaving) != len(taken):
            return []
        whole = len(leaving) == len(pair.current_members)
        application = next((row for row in granted if _asks_for(row, pair, leaving, whole)), None)
        day = application.takes_effect_on if application else None
        values = {
            "mentorship": pair,
            "successor": fresh,
            "application": application,
            "cause": ChangeCause.APPLICATION if application else ChangeCause.DECISION,
            "day": max(day or self.today, fresh.starts_on),
            "ground": self._ground_of(application.kind if application else None),
        }
        if not application and (gone := self._gone(pair.mentor_entry.employment, Role.MENTOR)):
            values |= gone
            values["ground"] = self._ground(BY_MENTOR)
        return [
            self._change(member=None if whole else member, **values) for member in (leaving[:1] if whole else leaving)
        ]

    # ---------- O8 ----------
    def _ends(self):
        found = [self._waiting([self._of_application(row)]) for row in self._granted(ENDING)]
        return found + [self._waiting([change]) for change in self._may_not_go_on()]

    def _may_not_go_on(self):
        """Pairs at work and places in groups that lost a consent, or somebody who does not work here any more."""
        if not self._may_be_gone().exists():
            return []
        pairs = Mentorship.objects.filter(organization=self.organization, state__in=RUNNING).with_people()
        held, found = self._pending(), []
        for pair in pairs:
            sides = [(pair.mentor_entry.employment, Role.MENTOR, None)]
            sides += [(member.mentee_entry.employment, Role.MENTEE, member) for member in pair.current_members]
            for work, role, member in sides:
                gone = self._gone(work, role)
                member = member if len(pair.current_members) > 1 else None
                if gone and not {(pair.pk, None), (pair.pk, member and member.pk)} & held:
                    ground = self._ground(BY_MENTOR if role == Role.MENTOR else BY_MENTEE)
                    found.append(self._change(mentorship=pair, member=member, ground=ground, **gone))
        return list({_key(change): change for change in reversed(found)}.values())

    def _may_be_gone(self):
        """Whoever at work has left or has a consent that is not given; another one may be."""
        lost = Consent.objects.filter(organization=self.organization, person=OuterRef("person"))
        lost = Exists(lost.exclude(state=ConsentState.GIVEN))
        return people_at_work(self.organization).order_by().filter(Q(ends_on__lt=self.today) | lost)

    def leaving(self, employment, on=None):
        held, found = self._pending(), []
        day = on or (employment.ends_on + timedelta(days=1) if employment.ends_on else self.today)
        for pair in Mentorship.objects.filter(state__in=RUNNING).of(employment).with_people():
            own = next((one for one in pair.current_members if one.mentee_entry.employment_id == employment.pk), None)
            is_mentor = pair.mentor_entry.employment_id == employment.pk
            if not (own or is_mentor):
                continue
            member = own if own and len(pair.current_members) > 1 else None
            if {(pair.pk, None), (pair.pk, member and member.pk)} & held:
                continue
            values = {"cause": ChangeCause.LEAVING, "about": employment, "day": day}
            ground = self._ground(BY_MENTOR if is_mentor else BY_MENTEE)
            found.append(self._waiting([self._change(mentorship=pair, member=member, ground=ground, **values)]))
        return found

    def _pending(self):
        """What other orders end or hand over already: {(pair, member or None)}."""
        rows = OrderedChange.objects.pending().filter(mentorship__organization=self.organization)
        rows = rows.exclude(order__kind=OrderKind.CHANGE).exclude(order=self.order)
        return set(rows.values_list("mentorship", "member"))

    def _gone(self, employment, role):
        """Why ``employment`` cannot go on in ``role``: the values of a change, or None."""
        if employment.ends_on and employment.ends_on < self.today:
            day = employment.ends_on + timedelta(days=1)
            return {"cause": ChangeCause.LEAVING, "about": employment, "day": day}
        latest = self._consents
        for purpose in required_purposes(role, self.settings):
            consent = latest.get((employment.person_id, purpose))
            if consent and not consent.is_given:
                return {"cause": ChangeCause.CONSENT, "about": employment, "day": self.today}
        return None

    @property
    def _consents(self):
        """The consents of everybody in a pair at work: one query."""
        if not hasattr(self, "_latest"):
            people = people_at_work(self.organization).order_by().values("person")
            self._latest = latest_consents(people, self.organization)
        return self._latest

    # ---------- what all need ----------
    def _pair(self, pk):
        return Mentorship.objects.with_people().get(pk=pk)

    def _change(self, mentorship, **fields):
        return OrderedChange(mentorship=mentorship, amends=_assigned_by(mentorship), **fields)

    def _ground_of(self, kind):
        codes = {_K.RESIGNATION: BY_MENTOR, _K.REPLACEMENT: BY_MENTEE}
        return "" if kind in OF_BOTH else self._ground(codes.get(kind, BY_CURATOR))

    def _ground(self, code):
        """The ground the regulation knows by this code, else the first of the same initiator, else none."""
        ends = [reason for reason in self.settings.completion.reasons if reason.outcome == "terminated"]
        initiator = "curator" if code == BY_CURATOR else "participants"
        same = [reason.code for reason in ends if reason.code == code]
        return next(iter([*same, *(reason.code for reason in ends if reason.initiator == initiator)]), "")

    def _waiting(self, changes, *, is_held=False):
        for change in changes:
            change.day = max(change.day, first_lawful_day(change, self.today) or change.day)
        change = changes[0]
        return Waiting(_key(change), tuple(changes), _title(changes), _detail(change), is_held)


def _key(change):
    """What stands for a change in a form: successor, application, place in a group or pair."""
    if change.successor_id:
        return f"s{change.successor_id}"
    if change.application_id:
        return f"a{change.application_id}"
    return f"m{change.member_id}" if change.member_id else f"p{change.mentorship_id}"


def _copy(change):
    names = ("mentorship", "member", "application", "successor", "cause", "about", "day", "ground", "amends")
    return OrderedChange(**{name: getattr(change, name) for name in names})


def _asks_for(application, pair, leaving, whole):
    """Whether ``application`` is what the handover of ``leaving`` answers."""
    if application.mentorship_id != pair.pk:
        return False
    if application.kind == _K.RESIGNATION:
        return whole
    return application.member_id is None or application.member_id in {member.pk for member in leaving}


def _assigned_by(pair):
    """The registered order that assigned the pair, the newest; None where it is not in the register."""
    rows = Order.objects.filter(kind__in=ASSIGNING, state=OrderState.REGISTERED, lines__mentorship=pair)
    return rows.order_by("-signed_on", "-pk").first()


def _title(changes):
    change = changes[0]
    if change.successor_id:
        return _("%(pair)s instead of %(mentor)s") % {
            "pair": change.successor,
            "mentor": change.mentorship.mentor.short_name,
        }
    if change.member_id:
        return f"{change.mentorship.mentor.short_name} → {change.member.person.short_name}"
    return str(change.mentorship)


def _detail(change):
    """Why and from when, in one line."""
    if change.application_id:
        why = change.application.get_kind_display()
    elif change.about_id:
        why = f"{change.about.person.short_name}: {change.get_cause_display()}"
    else:
        why = change.get_cause_display()
    since = _("from %(day)s") % {"day": date_numeric(change.day)}
    other = None if change.successor_id else _proposed_instead(change)
    words = [why, since] + ([_("another mentor is proposed: %(pair)s") % {"pair": other}] if other else [])
    return ", ".join(map(str, words))


def _proposed_instead(change):
    return change.mentorship.replacements.exclude(state__in=ENDED).with_people().first()
