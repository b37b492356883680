"""What the council does about a proposed pair: it comments, votes when asked, decides."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.accounts.states import Role
from people.consents.selectors import keepers_of
from people.history.services import move, record
from people.notices.services import notify_on_commit
from programs.council import selectors
from programs.council.models import PairBallot, PairComment, PairDecision, PairVote
from programs.council.states import Outcome, VoteState
from programs.mentorships.selectors import lacking_approvals, next_approval
from programs.mentorships.services import approve_mentorship
from programs.mentorships.services.guards import lock
from programs.mentorships.states import BEFORE_ORDER

LONGEST_COMMENT = 2000
LONGEST_VOTE = timedelta(days=60)
COMMENTED = gettext_noop("A comment on the pair %(pair)s (%(name)s).")
VOTE_ASKED = gettext_noop("You are asked to vote on the pair %(pair)s, until %(day)s.")
ALL_VOTED = gettext_noop("Everybody voted on the pair %(pair)s: close the vote.")
COUNTED = gettext_noop("The vote on the pair %(pair)s is counted: %(words)s.")
RECOMMENDED = gettext_noop("The pair %(pair)s is recommended by the council.")
NOT_RECOMMENDED = gettext_noop("The council does not recommend the pair %(pair)s: change the terms or withdraw it.")


def _check_open(row):
    if row.state not in BEFORE_ORDER:
        message = _("The pair is “%(state)s”: the council speaks before the order only.")
        raise MoveRefused(message % {"state": row.get_state_display()})


def _check_outsider(row, by):
    if by.person_id in selectors.people_of(row):
        raise MoveRefused(_("You take part in this pair, so the other members of the council decide on it."))


def _check_undecided(row):
    _check_open(row)
    if selectors.standing_decision(row):
        raise MoveRefused(_("The council has decided on these terms. Comments stay as they are."))


def _tell(users, sentence, row, **values):
    url = reverse("programs:pair_discussion", args=[row.organization.slug, row.pk])
    notify_on_commit(users, sentence, organization=row.organization, url=url, pair=str(row), **values)


def _curators(row, by):
    inside = selectors.people_of(row)
    return [user for user in keepers_of(row.organization) if user != by and user.person_id not in inside]


# ---------- comments ----------
@transaction.atomic
def comment_on(mentorship, *, by, text):
    """Say what one thinks of a proposed pair. Raises MoveRefused once it is decided or in an order. The comment."""
    row = lock(mentorship)
    _check_undecided(row)
    _check_outsider(row, by)
    comment = PairComment.objects.create(mentorship=row, by=by, text=_checked_text(text), at=now())
    _tell(_curators(row, by), COMMENTED, row, name=str(by))
    return comment


@transaction.atomic
def change_comment(comment, *, by, text):
    """Change one's own comment until the decision. Returns the comment."""
    own = _own_comment(comment, by)
    own.text, own.changed_at = _checked_text(text), now()
    own.save(update_fields=["text", "changed_at"])
    return own


@transaction.atomic
def withdraw_comment(comment, *, by):
    """Take one's own comment back until the decision."""
    _own_comment(comment, by).delete()


def _own_comment(comment, by):
    own = PairComment.objects.filter(pk=comment.pk, by=by).first()
    if own is None:
        raise MoveRefused(_("Only the one who wrote a comment changes it."))
    _check_undecided(lock(own.mentorship))
    return own


def _checked_text(text):
    text = clean_text(text).strip()
    if not text:
        raise MoveRefused({"text": _("Write what you think of the pair.")})
    if len(text) > LONGEST_COMMENT:
        raise MoveRefused({"text": _("Say it shorter: 2,000 characters at most.")})
    return text


# ---------- the vote ----------
@transaction.atomic
def open_vote(mentorship, *, by, until):
    """Ask the council to vote on the pair until the day ``until``; every member who may vote is told.

    Raises MoveRefused for a decided pair, while another vote runs, and where nobody may vote. Returns the PairVote.
    """
    row = lock(mentorship)
    _check_undecided(row)
    _check_outsider(row, by)
    day = row.organization.today()
    if not day <= until <= day + LONGEST_VOTE:
        raise MoveRefused({"until": _("Choose a day from today on, within two months.")})
    if row.council_votes.filter(state=VoteState.OPEN).exists():
        raise MoveRefused(_("The council votes on this pair already. Close that vote first."))
    voters = selectors.voters_of(row, day)
    if not voters:
        raise MoveRefused(_("Nobody in the council may vote on this pair. Appoint members by an order first."))
    vote = PairVote.objects.create(mentorship=row, terms=row.version, opened_on=day, until=until)
    record(vote, gettext_noop("The council was asked to vote"), by=by, to_state=vote.state)
    _tell(voters, VOTE_ASKED, row, day=f"{until:%d.%m.%Y}")
    return vote


def _lock_vote(vote):
    """The vote and its pair, both locked, the pair first as everywhere."""
    row = lock(vote.mentorship)
    locked = PairVote.objects.select_for_update().get(pk=vote.pk)
    locked.mentorship = row
    return locked, row


@transaction.atomic
def cast_ballot(vote, *, by, voice):
    """Vote, or vote otherwise while the vote is open; each member has one ballot.

    Raises MoveRefused after the last day, to those outside the council or inside the pair, and where the terms
    are others now. The curators are told when nobody is awaited any more. Returns the PairBallot.
    """
    locked, row = _lock_vote(vote)
    day = row.organization.today()
    if not locked.is_open:
        raise MoveRefused(_("The vote is closed. Its result stands on this page."))
    if selectors.has_lapsed(locked):
        raise MoveRefused(_("The terms of the pair are others now. The curator will ask the council anew."))
    if locked.until < day:
        raise MoveRefused(_("The last day of the vote has passed. The curator will count it."))
    _check_outsider(row, by)
    if by not in selectors.voters_of(row, day):
        raise MoveRefused(_("Only members of the council vote."))
    ballot, _made = PairBallot.objects.update_or_create(vote=locked, by=by, defaults={"voice": voice, "at": now()})
    if not selectors.tally_of(locked).waiting:
        _tell(_curators(row, by), ALL_VOTED, row)
    return ballot


@transaction.atomic
def close_vote(vote, *, by):
    """Count the vote against the council of today; the members are told the result.

    Raises MoveRefused while somebody may still vote. Returns the PairVote.
    """
    locked, row = _lock_vote(vote)
    if selectors.has_lapsed(locked):
        return _close(locked, Outcome.LAPSED, by)
    tally = selectors.tally_of(locked)
    day = row.organization.today()
    if tally.waiting and locked.until >= day:
        names = ", ".join(str(user) for user in tally.waiting)
        message = _("These are awaited: %(names)s; the vote goes on until %(day)s.")
        raise MoveRefused(message % {"day": f"{locked.until:%d.%m.%Y}", "names": names})
    closed = _close(locked, tally.outcome, by, members=tally.members)
    _tell(selectors.voters_of(row, day), COUNTED, row, words=f"{tally.words}. {tally.outcome.label}")
    return closed


def _close(vote, outcome, by, **changes):
    day = vote.mentorship.organization.today()
    deed = gettext_noop("The vote was counted")
    return move(vote, VoteState.CLOSED, by=by, deed=deed, outcome=outcome, closed_on=day, **changes)


def drop_votes(mentorship, *, by):
    """Close the vote on a pair whose proposal fell or went into an order."""
    for vote in PairVote.objects.filter(mentorship=mentorship, state=VoteState.OPEN):
        vote.mentorship = mentorship
        _close(vote, Outcome.LAPSED, by)


# ---------- the decision ----------
@transaction.atomic
def decide_on_pair(mentorship, *, by, is_recommended, decided_on, reason="", meeting=None, document=""):
    """Write down what the council decided on the pair.

    Where the chain of approvals has a step of the council, the recommendation is that step: it is written in its
    turn, with the minutes as its document. Raises MoveRefused while a vote runs, out of turn, without the reason of
    a refusal, and whatever ``approve_mentorship`` refuses. The curators are told. Returns the PairDecision.
    """
    row = lock(mentorship)
    _check_open(row)
    _check_outsider(row, by)
    reason = clean_text(reason).strip()
    if not is_recommended and not reason:
        raise MoveRefused({"reason": _("Write why: the curator needs it to find another way.")})
    if decided_on > row.organization.today():
        raise MoveRefused({"decided_on": _("This day has not come yet. Choose today or an earlier day.")})
    if row.council_votes.filter(state=VoteState.OPEN).exists():
        raise MoveRefused(_("The council still votes on this pair. The curator closes the vote first."))
    if meeting is not None and meeting not in selectors.meetings_of_council(row.organization):
        raise MoveRefused({"meeting": _("Choose a session of the council that was held.")})
    decision = PairDecision.objects.create(
        mentorship=row,
        terms=row.version,
        is_recommended=is_recommended,
        reason=reason,
        decided_on=decided_on,
        meeting=meeting,
        by=by,
        at=now(),
    )
    if is_recommended:
        ground = clean_text(document).strip() or (selectors.minutes_words(meeting) if meeting else "")
        _approve(row, by, decided_on, ground)
    deed = gettext_noop("The council recommended") if is_recommended else gettext_noop("The council did not recommend")
    record(row, deed, by=by, reason=reason)
    _tell(_curators(row, by), RECOMMENDED if is_recommended else NOT_RECOMMENDED, row)
    return decision


def _approve(row, by, decided_on, document):
    """Fill the council's step of the chain, where the regulation has one that is not passed."""
    lacking = [step for step in lacking_approvals(row) if step.role == Role.COUNCIL]
    if not lacking:
        return
    step = next_approval(row)
    if step is None or step.role != Role.COUNCIL:
        message = _("“%(step)s” is a step of the approvals, and its turn has not come: look at the card of the pair.")
        raise MoveRefused(message % {"step": lacking[0].label})
    approve_mentorship(row, by=by, step=step.code, decided_on=decided_on, document=document)
