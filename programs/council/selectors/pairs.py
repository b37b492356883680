"""Reads about what the council says to proposed pairs: who votes, how a vote stands, which decision stands."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from people.accounts.models import User
from people.accounts.states import Role
from programs.appointments.selectors import council_on
from programs.council.models import Meeting, PairVote
from programs.council.states import MeetingKind, MeetingState, Outcome, Voice, VoteState
from programs.mentorships.models import members_with_people
from programs.mentorships.selectors.approvals import chain_of
from programs.mentorships.states import BEFORE_ORDER

# Outcomes the council can decide by; without a quorum or on other terms it is asked anew.
COUNTED = (Outcome.CARRIED, Outcome.REJECTED, Outcome.EVEN)


def council_users(organization, day):
    """The accounts with the role of the council on ``day``."""
    rows = User.objects.holding(Role.COUNCIL, organization, day)
    return list(rows.select_related("person").order_by("person__search_key", "pk"))


def size_of_council(organization, day):
    """How many members the council has on ``day``: those of the orders, without an account too, and of the role."""
    people = {row.employment.person_id for row in council_on(organization, day)}
    users = council_users(organization, day)
    people |= {user.person_id for user in users if user.person_id}
    return len(people) + sum(1 for user in users if not user.person_id)


def people_of(mentorship):
    """Keys of the people who take part in the pair."""
    return {mentorship.mentor.pk, *(member.mentee_person_id for member in mentorship.current_members)}


def voters_of(mentorship, day):
    """Who may vote on the pair: the council without those who take part in it."""
    inside = people_of(mentorship)
    return [user for user in council_users(mentorship.organization, day) if user.person_id not in inside]


@dataclass(frozen=True)
class Tally:
    """A vote counted: how many for, against and abstained, of how many members, and what it comes to."""

    voices: Counter
    members: int
    waiting: tuple

    @property
    def voted(self):
        return self.voices.total()

    @property
    def has_quorum(self):
        """At least half of the members of the council voted."""
        return self.members > 0 and self.voted * 2 >= self.members

    @property
    def outcome(self):
        if not self.has_quorum:
            return Outcome.NO_QUORUM
        ahead, against = self.voices[Voice.FOR], self.voices[Voice.AGAINST]
        if ahead == against:
            return Outcome.EVEN
        return Outcome.CARRIED if ahead > against else Outcome.REJECTED

    @property
    def words(self):
        """«За – 3, против – 1, воздержались – 1; голосовали 5 из 7»."""
        values = {voice.value: self.voices[voice] for voice in Voice}
        line = _("For – %(for)s, against – %(against)s, abstained – %(abstained)s; %(voted)s of %(members)s voted")
        return line % (values | {"voted": self.voted, "members": self.members})


def tally_of(vote):
    """The vote as it stands: an open one against the council of today, a closed one against that of its last day."""
    pair, day = vote.mentorship, vote.closed_on or vote.mentorship.organization.today()
    voters = voters_of(pair, day)
    keys = {user.pk for user in voters}
    ballots = [row for row in vote.ballots.all() if vote.closed_on or row.by_id in keys]
    given = {row.by_id for row in ballots}
    members = vote.members if vote.members is not None else size_of_council(pair.organization, day)
    waiting = () if vote.closed_on else tuple(user for user in voters if user.pk not in given)
    return Tally(Counter(row.voice for row in ballots), members, waiting)


def has_lapsed(vote):
    """Whether the vote asks about terms or a proposal that do not stand any more."""
    return vote.terms != vote.mentorship.version or vote.mentorship.state not in BEFORE_ORDER


def _open_votes(actor):
    rows = PairVote.objects.visible_to(actor).filter(
        state=VoteState.OPEN, mentorship__state__in=BEFORE_ORDER, mentorship__organization=actor.organization
    )
    rows = rows.select_related("mentorship__organization", "mentorship__mentor_entry__employment__person")
    rows = rows.prefetch_related("ballots", members_with_people("mentorship"))
    return [vote for vote in rows.order_by("until", "pk") if not has_lapsed(vote)]


def ballots_awaited_of(actor):
    """Open votes in which the member of the council has not voted, the nearest end first."""
    if not actor.has(Role.COUNCIL):
        return []
    votes = [vote for vote in _open_votes(actor) if vote.until >= actor.today()]
    return [vote for vote in votes if all(ballot.by_id != actor.user.pk for ballot in vote.ballots.all())]


def votes_to_close(actor):
    """Open votes in which nobody is awaited any more: all have voted or the last day has passed."""
    return [vote for vote in _open_votes(actor) if vote.until < actor.today() or not tally_of(vote).waiting]


def decisions_awaited_of(actor):
    """Counted votes on terms that still stand and that the council has written no decision on, for its member."""
    if not actor.has(Role.COUNCIL):
        return []
    rows = PairVote.objects.visible_to(actor).filter(
        state=VoteState.CLOSED,
        outcome__in=COUNTED,
        terms=F("mentorship__version"),
        mentorship__state__in=BEFORE_ORDER,
        mentorship__organization=actor.organization,
    )
    rows = rows.exclude(mentorship__council_decisions__terms=F("mentorship__version"))
    rows = rows.exclude(mentorship__council_votes__state=VoteState.OPEN)
    rows = rows.select_related("mentorship__organization", "mentorship__mentor_entry__employment__person")
    rows = rows.prefetch_related("ballots", members_with_people("mentorship"))
    votes = {vote.mentorship_id: vote for vote in rows.order_by("pk")}
    return [vote for vote in votes.values() if actor.user.person_id not in people_of(vote.mentorship)]


def standing_decision(mentorship):
    """The council's last decision on the present terms, or None."""
    return standing_among(decisions_of(mentorship), mentorship)


def decisions_of(mentorship):
    """Every decision of the council on the pair, on former terms too, oldest first."""
    return list(mentorship.council_decisions.select_related("meeting", "by__person"))


def standing_among(decisions, mentorship):
    """The last of ``decisions`` that is about the present terms, or None."""
    return next((each for each in reversed(decisions) if each.terms == mentorship.version), None)


def is_refused(mentorship):
    """Whether the council does not recommend the pair: its last word, an approval given later outweighs it."""
    return refuses(standing_decision(mentorship), mentorship)


def refuses(decision, mentorship):
    """The same by the decision that stands, read before."""
    if decision is None or decision.is_recommended:
        return False
    steps = [step.code for step in chain_of(mentorship.organization).approvals if step.role == Role.COUNCIL]
    return not mentorship.approvals.filter(step__in=steps, at__gt=decision.at).exists()


def meetings_of_council(organization):
    """The held sessions of the council, the latest first: a decision may stand in the minutes of one."""
    rows = Meeting.objects.filter(organization=organization, kind=MeetingKind.COUNCIL, state=MeetingState.HELD)
    return rows.order_by("-held_on", "-pk")


def minutes_words(meeting):
    """«протокол № 3 от 14.09.2026»: how a decision names its ground; a legal paper, so Russian."""
    number = f" № {meeting.number}" if meeting.number else ""
    return f"протокол{number} от {date_numeric(meeting.held_on)}"
