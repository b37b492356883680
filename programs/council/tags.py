"""What the council says, on pages of other rooms."""

from django import template

from people.accounts.access import may
from programs.council.selectors import council_users, decisions_of, refuses, standing_among
from programs.mentorships.states import BEFORE_ORDER

register = template.Library()


@register.inclusion_tag("programs/council/pair_panel.html", takes_context=True)
def council_panel(context, pair):
    """``{% council_panel pair %}``: what the council said to the pair, to whoever may read it; otherwise nothing."""
    actor = context["request"].actor
    if not may(actor, "programs:pair_discussion", pair):
        return {"shown": False}
    comments, votes = pair.council_comments.count(), list(pair.council_votes.all())
    said = decisions_of(pair)
    decision = standing_among(said, pair)
    speaks = pair.state in BEFORE_ORDER and council_users(actor.organization, actor.today())
    return {
        "request": context["request"],
        "shown": bool(comments or votes or decision or speaks),
        "pair": pair,
        "comments": comments,
        "vote": next((vote for vote in votes if vote.terms == pair.version), None),
        "decision": decision,
        "earlier": decision is None and bool(said),
        "is_refused": refuses(decision, pair),
    }
