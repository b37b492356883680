"""Whom papers may be about, what they may rest on, what waits for whom."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from people.consents.models import Consent
from people.consents.states import ConsentState
from people.staff.models import Employment
from programs.mentorships.models import Mentorship
from programs.mentorships.states import MentorshipState
from programs.orders.models import Order
from programs.orders.states import OrderKind, OrderState
from reports.documents.issued.records import WORKED
from reports.issued.models import KEEPERS, IssuedPaper
from reports.issued.states import IssuedKind, IssuedState, Participation

# What a certificate may be given for: the work goes on or has been brought to its end.
CERTIFIED = (MentorshipState.ACTIVE, MentorshipState.SUSPENDED, MentorshipState.COMPLETED)
# An act of one of these states already takes care of its consents.
UNDERWAY = (IssuedState.DRAFT, IssuedState.FOR_SIGNATURE, IssuedState.ISSUED)


@dataclass(frozen=True)
class Participant:
    """Somebody of a pair or group a certificate may be given to."""

    mentorship: Mentorship
    employment: Employment
    role: Participation

    @property
    def key(self):
        """How a form names it."""
        return f"{self.mentorship.pk}-{self.employment.pk}"

    def __str__(self):
        return f"{self.employment.person.full_name} ({self.mentorship})"


def participants_of(mentorships):
    """Everybody of the pairs who has not left them, mentors first: a fixed number of queries."""
    found = {role: [] for role in Participation}
    for pair in mentorships.with_people():
        found[Participation.MENTOR].append(Participant(pair, pair.mentor_entry.employment, Participation.MENTOR))
        for member in pair.current_members:
            found[Participation.MENTEE].append(Participant(pair, member.mentee_entry.employment, Participation.MENTEE))
    return [one for role in Participation for one in sorted(found[role], key=_by_name)]


def _by_name(participant):
    return participant.employment.person.search_key, -participant.mentorship.starts_on.toordinal()


def certified_pairs(organization):
    """Pairs and groups of ``organization`` a certificate may be given for."""
    return Mentorship.objects.filter(organization=organization, state__in=CERTIFIED, joins__isnull=True)


def of_school_year(mentorships, settings, year):
    """Those of ``mentorships`` whose work falls into the school year that began in ``year``."""
    start = settings.school_year_start.as_tuple()
    first, following = date(year, *start), date(year + 1, *start)
    begun = mentorships.filter(starts_on__lt=following)
    return begun.filter(Q(ended_on__gte=first) | Q(ended_on__isnull=True, ends_on__gte=first))


def staff_at_work(organization):
    """The staff of today, by name."""
    rows = Employment.objects.active_on(organization.today()).filter(organization=organization)
    return rows.select_related("person").order_by("person__search_key", "pk")


def mentors_ever(organization):
    """Everybody who has mentored in ``organization``, also those who left it since."""
    worked = Mentorship.objects.filter(mentor_entry__employment=OuterRef("pk"), state__in=WORKED, joins__isnull=True)
    rows = Employment.objects.filter(Exists(worked), organization=organization)
    return rows.select_related("person").order_by("person__search_key", "pk")


def encouraging_orders(organization):
    """Registered orders on encouragement, the latest first."""
    rows = Order.objects.filter(organization=organization, kind=OrderKind.ENCOURAGEMENT, state=OrderState.REGISTERED)
    return rows.order_by("-signed_on", "-number")


def consents_to_destroy(organization, paper=None):
    """Withdrawn and expired consents nobody has acted on: not given anew, in no other act; the oldest first.

    ``paper`` is the act at hand, whose own consents stay among them.
    """
    anew = Consent.objects.filter(
        organization=organization,
        person=OuterRef("person"),
        purpose=OuterRef("purpose"),
        state=ConsentState.GIVEN,
    )
    acts = IssuedPaper.objects.filter(consents=OuterRef("pk"), state__in=UNDERWAY)
    if paper is not None:
        acts = acts.exclude(pk=paper.pk)
    rows = Consent.objects.filter(
        Q(withdrawn_on__isnull=False) | Q(valid_until__isnull=False),
        ~Exists(anew),
        ~Exists(acts),
        organization=organization,
        state__in=[ConsentState.WITHDRAWN, ConsentState.EXPIRED],
    )
    return rows.select_related("person").order_by("withdrawn_on", "valid_until", "pk")


def register_of(actor):
    """The papers the actor sees, without those given up; ``shown_on`` puts those without a day above all others."""
    rows = IssuedPaper.objects.visible_to(actor).exclude(state=IssuedState.DROPPED).with_people()
    return rows.annotate(shown_on=Coalesce("issued_on", Value(date.max)))


def waiting_for_signature(organization):
    """What the head is asked to sign, the oldest first."""
    rows = IssuedPaper.objects.filter(organization=organization, state=IssuedState.FOR_SIGNATURE)
    return rows.with_people().order_by("drafted_at", "pk")


def count_by_kind(papers):
    """How many of ``papers`` are of each kind: one query."""
    return dict(papers.order_by().values_list("kind").annotate(Count("pk")))


def reads_register(actor):
    """Whether the actor reads papers of others."""
    return actor.has(*KEEPERS)


def certified_already(participant):
    """Why a participant needs no certificate, in words; "" where none is there for this pair."""
    rows = IssuedPaper.objects.filter(
        kind=IssuedKind.CERTIFICATE,
        mentorship=participant.mentorship,
        about__person=participant.employment.person_id,
        state__in=UNDERWAY,
    )
    paper = rows.first()
    if paper is None:
        return ""
    if paper.is_issued:
        return _("has certificate no. %(number)s for this pair") % {"number": paper.number_text}
    return _("a draft for this pair is there already")
