"""Answers on their way in. Closing and sending take the same lock: an answer counts or is refused, never half.

With names the answers grow on the server field by field. Without names nothing unfinished reaches the database:
it waits in the respondent's browser, and what is sent falls into an urn.
"""

from random import SystemRandom

from django.db import transaction
from django.db.models import Case, F, Value, When
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_words, now
from mentoring.lib.moves import MoveRefused
from people.surveys.asking import missing
from people.surveys.cards import asks_for_card
from people.surveys.models import AnonymousResponse, Campaign, Invitee, Proposal, Response
from people.surveys.selectors import questions_of


class SurveyClosed(MoveRefused):
    """The survey takes no answers any more; what was typed is still the respondent's."""

    def __init__(self, campaign):
        words = _("The survey was closed on %(day)s, so this answer was not taken.")
        super().__init__(words % {"day": date_words(campaign.ended_on)})
        self.campaign = campaign


@transaction.atomic
def save_answers(invitee, answers, codes):
    """Keep the unfinished answers to the questions ``codes`` of a survey with names; the others stay as they are.

    ``answers`` are those that were read, by code: a code without one is emptied. Returns the Response. Raises
    SurveyClosed, and MoveRefused for a survey without names or an answer that was sent.
    """
    campaign = invitee.campaign
    if campaign.is_anonymous:
        raise MoveRefused(_("This survey is without names: what is not sent stays in your browser."))
    if not campaign.takes_answers(campaign.organization.today()):
        raise SurveyClosed(campaign)
    Response.objects.get_or_create(invitee=invitee, defaults={"saved_at": now()})
    response = Response.objects.select_for_update().get(invitee=invitee)
    _check_fresh(response.is_sent)
    _merge(response, answers, codes)
    response.save()
    return response


def _merge(response, answers, codes):
    kept = {code: value for code, value in response.answers.items() if code not in codes}
    response.answers = kept | {code: value for code, value in answers.items() if code in codes}
    response.saved_at = now()


def _check_fresh(is_sent):
    if is_sent:
        raise MoveRefused(_("Your answer has arrived already; it cannot be changed any more."))


@transaction.atomic
def send_answers(invitee, answers):
    """Take the finished ``answers`` (by code) of one person.

    Raises SurveyClosed if the survey was closed meanwhile, MoveRefused if this person has answered or a question
    that needs an answer has none. With names a proposal for the bank follows where the survey feeds one.
    """
    campaigns = Campaign.objects.select_for_update(of=("self",)).select_related("organization")
    campaign = campaigns.get(pk=invitee.campaign_id)
    asked = Invitee.objects.select_for_update(of=("self",)).select_related("employment").get(pk=invitee.pk)
    _check_fresh(asked.has_answered)
    if not campaign.takes_answers(campaign.organization.today()):
        raise SurveyClosed(campaign)
    questions = questions_of(campaign)
    if missing(questions, answers):
        raise MoveRefused(_("Some questions that need an answer have none. Nothing was sent yet."))
    if campaign.is_anonymous:
        _drop_in_urn(campaign, asked, answers)
        return
    sent = {"answers": answers, "saved_at": now(), "is_sent": True}
    response, _made = Response.objects.update_or_create(invitee=asked, defaults=sent)
    asked.has_answered = True
    asked.save(update_fields=["has_answered"])
    if campaign.bank and asks_for_card(campaign.bank, questions, answers):
        Proposal.objects.get_or_create(response=response, defaults={"bank": campaign.bank})


def _drop_in_urn(campaign, invitee, answers):
    """Add ``answers`` to the urn and stir it: new keys, random order, and every invitation written anew as well.

    A database remembers the order of its rows and which of them one transaction wrote; after this it remembers
    the same of all of them.
    """
    papers = [*AnonymousResponse.objects.filter(campaign=campaign).values_list("answers", flat=True), answers]
    SystemRandom().shuffle(papers)
    AnonymousResponse.objects.filter(campaign=campaign).delete()
    AnonymousResponse.objects.bulk_create([AnonymousResponse(campaign=campaign, answers=each) for each in papers])
    marked = Case(When(pk=invitee.pk, then=Value(True)), default=F("has_answered"))
    Invitee.objects.filter(campaign=campaign).update(has_answered=marked)
