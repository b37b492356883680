"""What the council says to a proposed pair: comments, the vote, the decision."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch, may
from people.accounts.states import Role
from programs.council import selectors, services
from programs.council.forms import BallotForm, CommentForm, DecisionForm, VoteForm
from programs.council.models import PairComment, PairVote
from programs.mentorships.models import Mentorship
from programs.mentorships.selectors import Regulations, lacking_approvals
from programs.mentorships.states import BEFORE_ORDER


def _fetch_pair(request, pk):
    return fetch(request, Mentorship.objects.visible_to(request.actor).with_people(), pk=pk)


def _fetch_of_pair(request, model, pk):
    return fetch(request, model.objects.visible_to(request.actor).select_related("mentorship__organization"), pk=pk)


def _back(request, mentorship):
    return redirect(request.actor.url("programs:pair_discussion", mentorship.pk))


@require_safe
def pair_discussion(request, slug, pk):
    """Everything the council said to the pair on one page."""
    return _page(request, _fetch_pair(request, pk))


def _page(request, pair, comment_form=None):
    actor = request.actor
    said = selectors.decisions_of(pair)
    decision = selectors.standing_among(said, pair)
    is_open = pair.state in BEFORE_ORDER
    votes = [_vote(vote, actor) for vote in pair.council_votes.prefetch_related("ballots__by__person")]
    comments = list(pair.council_comments.select_related("by__person"))
    may_comment = is_open and decision is None and may(actor, "programs:pair_comment", pair)
    regulations = Regulations(actor.organization)
    is_voting = any(vote.is_open for vote in votes)
    context = {
        "pair": pair,
        "form_label": regulations.form_label(pair),
        "kinds_word": regulations.on(pair.starts_on).kinds.print_as,
        "kinds": regulations.kind_labels(pair),
        "comments": comments,
        "comment_form": comment_form or (CommentForm() if may_comment else None),
        "may_change": may_comment,
        "votes": votes,
        "decision": decision,
        "is_refused": selectors.refuses(decision, pair),
        "earlier": any(each.terms != pair.version for each in said),
        "may_decide": is_open and not is_voting and may(actor, "programs:pair_decide", pair),
        "may_ask": is_open and not is_voting and decision is None and may(actor, "programs:pair_vote_open", pair),
    }
    return render(request, "programs/council/pair_discussion.html", context)


def _vote(vote, actor):
    """The vote with what the page draws of it."""
    vote.tally = selectors.tally_of(vote)
    vote.lapsed = vote.is_open and selectors.has_lapsed(vote)
    mine = next((ballot.voice for ballot in vote.ballots.all() if ballot.by_id == actor.user.pk), None)
    takes_votes = vote.is_open and not vote.lapsed and vote.until >= actor.today()
    if takes_votes and may(actor, "programs:pair_ballot", vote):
        vote.form = BallotForm(initial={"voice": mine})
    vote.may_close = vote.is_open and may(actor, "programs:pair_vote_close", vote)
    vote.is_countable = vote.lapsed or vote.until < actor.today() or not vote.tally.waiting
    return vote


def pair_comment(request, slug, pk):
    """Write a comment."""
    pair = _fetch_pair(request, pk)
    if request.method != "POST":
        return _back(request, pair)
    form = CommentForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            services.comment_on(pair, by=request.user, text=form.cleaned_data["text"])
            messages.success(request, _("The comment is written."))
            return _back(request, pair)
    return _page(request, pair, comment_form=form)


def pair_comment_edit(request, slug, pk):
    """Change an own comment."""
    comment = _fetch_of_pair(request, PairComment, pk)
    form = CommentForm(request.POST if request.method == "POST" else None, initial={"text": comment.text})
    if form.is_valid():
        with refusals_in(form):
            services.change_comment(comment, by=request.user, text=form.cleaned_data["text"])
            messages.success(request, _("The comment is changed."))
            return _back(request, comment.mentorship)
    context = {"form": form, "pair": comment.mentorship}
    return render(request, "programs/council/pair_comment_edit.html", context)


@require_POST
def pair_comment_withdraw(request, slug, pk):
    """Take an own comment back."""
    comment = _fetch_of_pair(request, PairComment, pk)
    return _do(request, comment, services.withdraw_comment, _("The comment is taken back."))


def _do(request, thing, deed, done, **values):
    pair = thing.mentorship
    with refusals_told(request):
        deed(thing, by=request.user, **values)
        messages.success(request, done)
    return _back(request, pair)


def pair_vote_open(request, slug, pk):
    """Ask the council to vote, until a day."""
    pair = _fetch_pair(request, pk)
    form = VoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            services.open_vote(pair, by=request.user, until=form.cleaned_data["until"])
            messages.success(request, _("The council is asked. Its members have got a notice."))
            return _back(request, pair)
    voters = selectors.voters_of(pair, request.actor.today())
    return render(request, "programs/council/pair_vote_open.html", {"form": form, "pair": pair, "voters": voters})


@require_POST
def pair_ballot(request, slug, pk):
    """Vote, or vote otherwise."""
    vote = _fetch_of_pair(request, PairVote, pk)
    form = BallotForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose how you vote."))
        return _back(request, vote.mentorship)
    done = _("Your vote is counted. You may change it until the vote is closed.")
    return _do(request, vote, services.cast_ballot, done, voice=form.cleaned_data["voice"])


@require_POST
def pair_vote_close(request, slug, pk):
    """Count the vote."""
    vote = _fetch_of_pair(request, PairVote, pk)
    return _do(request, vote, services.close_vote, _("The vote is closed. The members of the council know the result."))


def pair_decide(request, slug, pk):
    """The decision of the council on the pair; where the chain has its step, the step itself."""
    pair = _fetch_pair(request, pk)
    if pair.state not in BEFORE_ORDER:
        messages.info(request, _("No decision is awaited now. This is how it stands."))
        return _back(request, pair)
    data = request.POST if request.method == "POST" else None
    organization = request.actor.organization
    form = DecisionForm(data, organization=organization, initial={"decided_on": request.actor.today()})
    if form.is_valid():
        with refusals_in(form):
            services.decide_on_pair(pair, by=request.user, **form.cleaned_data)
            messages.success(request, _("The decision is written down. The curator knows."))
            return _back(request, pair)
    last_vote = pair.council_votes.first()
    if last_vote:
        last_vote.tally = selectors.tally_of(last_vote)
    is_step = any(step.role == Role.COUNCIL for step in lacking_approvals(pair))
    context = {"form": form, "pair": pair, "vote": last_vote, "is_step": is_step}
    return render(request, "programs/council/pair_decide.html", context)
