"""Reads about mentees without a mentor."""

from dataclasses import dataclass

from django.db.models import Count, DateField, Exists, F, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext as _

from people.banks.models import MenteeEntry
from people.banks.states import EntryState
from people.history.models import Move
from programs.mentorships.models import Member
from programs.mentorships.states import (
    ENDED,
    MENTORSHIP_TONES,
    RUNNING,
    UNDERWAY,
    MentorshipState,
)
from programs.support.models import SupportCase, SupportContact
from programs.support.states import OPEN_CASE, CaseState

# In the bank with the consent, so that a mentor may be sought.
SOUGHT = (EntryState.ACTIVE, EntryState.PAIRED)
ENDED_WORK = (MentorshipState.COMPLETED, MentorshipState.TERMINATED, MentorshipState.REPLACED)


def _own(**lookup):
    return Member.objects.filter(mentee_entry=OuterRef("pk"), **lookup)


def _over(path=""):
    """A condition on memberships: the proposal fell, the work ended, or the mentee left the group."""
    return Q(**{f"{path}mentorship__state__in": ENDED}) | Q(**{f"{path}left_on__isnull": False})


def unpaired(organization):
    """Mentees whom nobody mentors, the one who waits longest first.

    Each with ``since`` (the day the last work ended, else the day of entering the bank), ``has_proposal``, ``n_tried``
    (proposals that fell and works that ended), and of the open case ``case_state``, ``asked_on``, ``n_contacts`` and
    ``last_contact_on``.
    """
    last_end = _own(mentorship__state__in=ENDED_WORK).order_by().values("mentee_entry")
    last_end = last_end.annotate(day=Max("mentorship__ended_on")).values("day")
    case = SupportCase.objects.open().filter(mentee_entry=OuterRef("pk"))
    contacts = SupportContact.objects.filter(case__mentee_entry=OuterRef("pk"), case__state__in=OPEN_CASE)
    contacts = contacts.order_by().values("case__mentee_entry")
    day = organization.today()
    at_work = Q(employment__ends_on__isnull=True) | Q(employment__ends_on__gte=day)
    rows = MenteeEntry.objects.of_organization(organization).filter(at_work, state__in=SOUGHT)
    return (
        rows.filter(~Exists(_own(left_on__isnull=True, mentorship__state__in=RUNNING)))
        .annotate(
            ended_on=Subquery(last_end, output_field=DateField()),
            since=Greatest(F("entered_on"), Coalesce("ended_on", "entered_on")),
            has_proposal=Exists(_own(left_on__isnull=True, mentorship__state__in=UNDERWAY)),
            n_tried=Count("members", filter=_over("members__"), distinct=True),
            n_contacts=Coalesce(Subquery(contacts.annotate(n=Count("pk")).values("n")), 0),
            last_contact_on=Subquery(contacts.annotate(day=Max("held_on")).values("day"), output_field=DateField()),
            case_state=Coalesce(Subquery(case.values("state")[:1]), Value(CaseState.SEARCHING.value)),
            asked_on=Subquery(case.values("asked_on")[:1]),
        )
        .select_related("employment__person")
        .order_by("since", "employment__person__search_key", "pk")
    )


def latest_case(entry):
    """The open case of the mentee, else the last one, or None."""
    return entry.support_cases.order_by("-opened_on", "-pk").first()


@dataclass(frozen=True)
class Attempt:
    """One mentor who was tried, as a line of a timeline; ``why`` is for those who keep the pairs."""

    title: str
    when: object
    why: str
    tone: str


def attempts(entry):
    """Every proposal that fell, every work that ended and every group left: what was tried, the oldest first.

    For those who read every pair with its reasons (``MENTORSHIP_READERS``): the psychologist and the curator.
    """
    rows = Member.objects.filter(_over(), mentee_entry=entry)
    rows = rows.select_related("mentorship", "mentor_person").order_by("mentorship__ended_on", "pk")
    return [_attempt(row) for row in rows]


def _attempt(member):
    pair, name = member.mentorship, member.mentor_person.short_name
    if member.left_on and pair.state not in ENDED:
        move = Move.objects.of(pair).filter(by__person=member.mentee_person_id).last()
        return Attempt(
            _("%(mentor)s: left the group") % {"mentor": name}, member.left_on, move.reason if move else "", "red"
        )
    fell = Move.objects.of(pair).filter(to_state=pair.state).last()
    deed = fell.deed_label if fell else pair.get_state_display()
    title = _("%(mentor)s: %(deed)s") % {"mentor": name, "deed": deed}
    return Attempt(title, pair.ended_on, pair.end_reason, MENTORSHIP_TONES[pair.state])


def waiting_proposal(entry):
    """The proposal that is underway for the mentee, or None."""
    member = (
        entry.members.filter(left_on__isnull=True, mentorship__state__in=UNDERWAY)
        .select_related("mentorship__mentor_entry__employment__person")
        .first()
    )
    return member.mentorship if member else None
