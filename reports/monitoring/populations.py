"""The people, pairs, programs and papers that indicators count: one queryset each, a row for each one counted.

The formulas are those of domain.md §2.8. Every queryset takes a `Scope` and holds all its organizations. A figure of a
past day says how it was that day: what changed since is read from the days on the row, else from its history.
"""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.lookups import Exact

from mentoring.lib.dates import add_months
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.states import EntryState
from people.staff.models import Employment
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.states import RUNNING, MentorshipState
from programs.orders.models import Order, OrderSubject
from programs.orders.states import SIGNED, OrderState
from programs.plans.models import Event, Program
from programs.plans.states import PUT_ASIDE, EventState, ProgramState
from programs.roadmap.models import Item
from programs.roadmap.states import APPROVED, ItemState
from reports.monitoring.past import state_then

# In the bank and not set aside: a pair is possible or stands.
IN_BANK = (EntryState.ACTIVE, EntryState.PAIRED)
ENDED_EARLY = (MentorshipState.TERMINATED, MentorshipState.REPLACED)
WORKED = (MentorshipState.ACTIVE, MentorshipState.SUSPENDED, MentorshipState.COMPLETED, *ENDED_EARLY)


def _running(scope, path=""):
    """A condition on the pair or group at ``path``: it works on the day, neither ended by then nor resting.

    A rest that is over has left no days on the row, only its lines of history.
    """
    prefix = f"{path}__" if path else ""
    gone_on = Q(**{f"{prefix}state__in": (MentorshipState.COMPLETED, *ENDED_EARLY), f"{prefix}ended_on__gt": scope.day})
    awake = Q(**{f"{prefix}suspended_from__gt": scope.day}) | (
        Q(**{f"{prefix}suspended_from__isnull": True}) & ~Q(**{f"{prefix}state": MentorshipState.SUSPENDED})
    )
    rested = Exact(
        state_then(Mentorship, scope.day_over, path=path, among=RUNNING), MentorshipState.SUSPENDED.value
    ) & Q(**{f"{prefix}state": MentorshipState.ACTIVE})
    began = Q(**{f"{prefix}starts_on__lte": scope.day})
    return began & (Q(**{f"{prefix}state__in": RUNNING}) | gone_on) & awake & ~rested


def _members(scope):
    present = Q(left_on__isnull=True) | Q(left_on__gt=scope.day)
    return Member.objects.filter(present, _running(scope, "mentorship"), joined_on__lte=scope.day)


# ---------- people ----------
def teachers(scope):
    """Teaching staff on the day, each person once: by the main work here, otherwise by the earliest card.

    Those of other organizations are nobody's staff here, as in the statistical form of schools.
    """
    own = Employment.objects.active_on(scope.day).filter(is_teacher=True, is_external=False)
    rows = own.filter(organization__in=scope.organizations)
    same = own.filter(organization=OuterRef("organization"), person=OuterRef("person"))
    better = Q(is_primary__gt=OuterRef("is_primary")) | Q(is_primary=OuterRef("is_primary"), pk__lt=OuterRef("pk"))
    return rows.filter(~Exists(same.filter(better)))


def with_mentor(scope, rows):
    """Of ``rows`` of staff, those who are mentees in a working pair or group of their organization."""
    members = _members(scope).filter(
        mentee_person=OuterRef("person"), mentorship__organization=OuterRef("organization")
    )
    return rows.filter(Exists(members))


def mentoring_teachers(scope):
    """Teachers who mentor in a working pair or group."""
    pairs = Mentorship.objects.filter(
        _running(scope),
        organization=OuterRef("organization"),
        mentor_entry__employment__person=OuterRef("person"),
    )
    return teachers(scope).filter(Exists(pairs))


def young_teachers(scope):
    """Teachers not older than the regulation's age on the day (35 years included); no birth date, not counted."""

    def rule(settings):
        # Whoever is 35 to the last day before the 36th birthday still counts.
        return Q(person__birth_date__gt=add_months(scope.day, -12 * (settings.young_teacher.max_age + 1)))

    return teachers(scope).filter(scope.by_rule("organization", rule))


def novices(scope):
    """Teachers with 0–3 full years of teaching (the regulation's number) on the day, that day included."""

    def rule(settings):
        return Q(experience_since__gte=add_months(scope.day, -12 * settings.young_teacher.max_experience_years))

    return teachers(scope).filter(scope.by_rule("organization", rule))


# ---------- banks and pairs ----------
def mentees_in_bank(scope):
    """Mentees who stood in the bank on the day and worked here."""
    at_work = Employment.objects.active_on(scope.day).filter(pk=OuterRef("employment"))
    # Whoever was entered in the system later may stand in the bank since an earlier day.
    known = state_then(MenteeEntry, scope.day_over, among=(*IN_BANK, EntryState.PAUSED, EntryState.ARCHIVED))
    return MenteeEntry.objects.alias(state_then=known).filter(
        Exists(at_work),
        employment__organization__in=scope.organizations,
        state_then__in=IN_BANK,
        entered_on__lte=scope.day,
    )


def mentees_in_pairs(scope):
    """Mentees of working pairs and groups, each once."""
    members = _members(scope).filter(mentee_entry=OuterRef("pk"))
    return MenteeEntry.objects.filter(Exists(members), employment__organization__in=scope.organizations)


def mentees_of_bank_in_pairs(scope):
    members = _members(scope).filter(mentee_entry=OuterRef("pk"))
    return mentees_in_bank(scope).filter(Exists(members))


def mentors_in_pairs(scope):
    """Mentors of working pairs and groups, each once."""
    pairs = Mentorship.objects.filter(_running(scope), mentor_entry=OuterRef("pk"))
    return MentorEntry.objects.filter(Exists(pairs), employment__organization__in=scope.organizations)


def started(scope):
    """Pairs and groups whose work began in this school year."""
    rows = Mentorship.objects.filter(organization__in=scope.organizations, state__in=WORKED)
    return rows.filter(scope.this_year("organization", "starts_on"))


def ended_early(scope):
    return started(scope).filter(state__in=ENDED_EARLY, ended_on__lte=scope.day)


# ---------- programs and events ----------
def programs_due(scope):
    """Approved programs whose term ended in this school year; those broken off are counted with the pairs."""
    running = (ProgramState.RUNNING, ProgramState.COMPLETED)
    broken_off_later = Q(state=ProgramState.TERMINATED, ended_on__gt=scope.day)
    rows = Program.objects.filter(
        Q(state__in=running) | broken_off_later,
        mentorship__organization__in=scope.organizations,
        approved_on__lte=scope.day,
    )
    return rows.filter(scope.this_year("mentorship__organization", "ends_on"))


def programs_completed(scope):
    return programs_due(scope).filter(state=ProgramState.COMPLETED, ended_on__lte=scope.day)


def events_due(scope):
    """Events planned to date in this school year in approved programs, cancelled ones aside.

    What was planned for after a program broke off is not due.
    """
    approved = (ProgramState.RUNNING, ProgramState.COMPLETED, ProgramState.TERMINATED)
    in_time = Q(program__ended_on__isnull=True) | Q(planned_on__lte=F("program__ended_on"))
    rows = Event.objects.alias(state_then=state_then(Event, scope.day_over)).filter(
        in_time,
        program__mentorship__organization__in=scope.organizations,
        program__state__in=approved,
        program__approved_on__lte=scope.day,
    )
    rows = rows.exclude(state_then__in=PUT_ASIDE)
    return rows.filter(scope.this_year("program__mentorship__organization", "planned_on"))


def events_held(scope):
    return events_due(scope).filter(state=EventState.HELD, held_on__lte=scope.day)


# ---------- papers ----------
def named_in_orders(scope):
    """Those named in the orders signed in this school year."""
    in_force = state_then(Order, scope.day_over, path="order", among=SIGNED)
    rows = OrderSubject.objects.alias(state_then=in_force).filter(
        order__organization__in=scope.organizations, state_then=OrderState.REGISTERED
    )
    return rows.filter(scope.this_year("order__organization", "order__signed_on"))


def acquainted(scope):
    return named_in_orders(scope).filter(acquaintance__on__lte=scope.day)


def items_due(scope):
    """Items of the approved roadmap of this school year due to date, cancelled ones aside."""
    path = "stage__roadmap__organization"
    rows = Item.objects.alias(state_then=state_then(Item, scope.day_over)).filter(
        **{f"{path}__in": scope.organizations},
        stage__roadmap__state__in=APPROVED,
        stage__roadmap__approved_on__lte=scope.day,
        due_on__lte=scope.day,
    )
    rows = rows.exclude(state_then=ItemState.CANCELLED)
    return rows.filter(
        scope.by_rule(path, lambda settings: Q(stage__roadmap__school_year=settings.school_year_of(scope.day)))
    )


def items_done(scope):
    return items_due(scope).filter(state=ItemState.DONE, done_on__lte=scope.day)
