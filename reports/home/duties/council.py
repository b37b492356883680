"""What the council's word on proposed pairs asks for."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mentoring.lib.dates import date_words
from programs.council.models import PairDecision, PairVote
from programs.council.selectors import ballots_awaited_of, decisions_awaited_of, is_refused, tally_of, votes_to_close
from programs.council.states import VoteState
from programs.mentorships.states import BEFORE_ORDER
from reports.home.duties.base import URGENT, WEEK, Duty
from reports.home.standing import needs, standing


@needs(standing(PairVote, VoteState.OPEN))
def votes_awaited(actor, day):
    """Open votes the member of the council has not voted in."""
    return [
        Duty(
            _("A vote waits for you: %(pair)s") % {"pair": vote.mentorship},
            pgettext("verb", "Vote"),
            actor.url("programs:pair_discussion", vote.mentorship_id),
            _("until %(day)s") % {"day": date_words(vote.until)},
            URGENT if vote.until == day else WEEK,
        )
        for vote in ballots_awaited_of(actor)
    ]


@needs(standing(PairVote, VoteState.CLOSED))
def decisions_awaited(actor, day):
    """Counted votes without a decision of the council yet."""
    return [
        Duty(
            _("Write down what the council decided: %(pair)s") % {"pair": vote.mentorship},
            _("Write down the decision"),
            actor.url("programs:pair_decide", vote.mentorship_id),
            f"{vote.get_outcome_display()}. {tally_of(vote).words}",
            WEEK,
        )
        for vote in decisions_awaited_of(actor)
    ]


@needs(standing(PairVote, VoteState.OPEN))
def votes_over(actor, day):
    """Votes in which nobody is awaited any more: the curator counts them."""
    return [
        Duty(
            _("The votes wait to be counted: %(pair)s") % {"pair": vote.mentorship}
            if tally_of(vote).waiting
            else _("Everybody voted: %(pair)s") % {"pair": vote.mentorship},
            _("Close the vote"),
            actor.url("programs:pair_discussion", vote.mentorship_id),
            tally_of(vote).words,
            WEEK,
        )
        for vote in votes_to_close(actor)
    ]


def _against(actor, day):
    return PairDecision.objects.visible_to(actor).filter(is_recommended=False, mentorship__state__in=BEFORE_ORDER)


@needs(_against)
def not_recommended(actor, day):
    """Proposals the council does not recommend: the curator changes or withdraws them."""
    rows = _against(actor, day).select_related(
        "mentorship__organization", "mentorship__mentor_entry__employment__person"
    )
    pairs = {row.mentorship_id: row for row in rows.order_by("at")}
    return [
        Duty(
            _("The council does not recommend: %(pair)s") % {"pair": row.mentorship},
            _("Open"),
            actor.url("programs:mentorship_card", row.mentorship_id),
            row.reason,
            WEEK,
        )
        for row in pairs.values()
        if is_refused(row.mentorship)
    ]
