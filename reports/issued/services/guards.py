"""What must hold when a paper is drafted, sent and signed; each refusal says what to do."""

from datetime import date

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from mentoring.lib.ui import date_words
from people.organizations.selectors import head_on
from programs.orders.states import OrderKind, OrderState
from reports.documents.issued.records import mentored_by
from reports.issued.models import IssuedPaper
from reports.issued.selectors import CERTIFIED
from reports.issued.states import IssuedKind, Participation


def lock(paper):
    """The row as it stands, held until the end of the transaction."""
    rows = IssuedPaper.objects.select_for_update(of=("self",))
    return rows.select_related("organization__authority", "about__person", "mentorship", "basis_order").get(pk=paper.pk)


def check_draft(paper):
    """Refuse to change a paper that waits for the signature, is issued or dropped."""
    if not paper.is_draft:
        message = _("The paper cannot be changed now: its state is “%(state)s”. Ask the head to return it.")
        raise MoveRefused(message % {"state": paper.get_state_display()})


def check_paper(paper):
    """Refuse a paper that says what is not so: nobody in the pair, somebody who has left, an empty commission."""
    CHECKS[IssuedKind(paper.kind)](paper)


def _check_certificate(paper):
    """Who left the organization keeps the right to a certificate of the work done; who left the pair has none."""
    pair, about = paper.mentorship, paper.about
    if pair is None or about is None:
        raise MoveRefused(_("A certificate is given for work in a pair. Choose who gets it."))
    if pair.state not in CERTIFIED:
        message = _(
            "%(pair)s: the state is “%(state)s”. A certificate is given for a pair that works or has completed."
        )
        raise MoveRefused(message % {"pair": pair, "state": pair.get_state_display()})
    if paper.fields["role"] == Participation.MENTOR:
        takes_part = pair.mentor_entry.employment_id == about.pk
    else:
        takes_part = pair.members.filter(mentee_entry__employment=about, left_on__isnull=True).exists()
    if not takes_part:
        message = _("%(name)s does not take part in this pair. Choose the pair again.")
        raise MoveRefused(message % {"name": about.person.short_name})


def _check_thanks(paper):
    """A thanks is for somebody at work, by an order that is registered where one is named."""
    if paper.about is None:
        raise MoveRefused(_("Choose who is thanked."))
    _check_at_work(paper.about, paper.organization.today())
    order = paper.basis_order
    if order is not None and (order.kind != OrderKind.ENCOURAGEMENT or order.state != OrderState.REGISTERED):
        raise MoveRefused(_("The order named as the ground is not a registered order on encouragement. Choose again."))


def _check_at_work(employment, day):
    if not employment.is_active_on(day):
        message = _("%(name)s does not work here on %(day)s. Choose somebody of the present staff.")
        raise MoveRefused(message % {"name": employment.person.short_name, "day": date_words(day)})


def _check_record(paper):
    """Who has left may ask for the record as well (Labor Code art. 62)."""
    if paper.about is None:
        raise MoveRefused(_("Choose the mentor."))
    if not mentored_by(paper.about, paper.organization.today()).exists():
        message = _("%(name)s has not mentored in a pair that worked: there is nothing to certify.")
        raise MoveRefused(message % {"name": paper.about.person.short_name})


def _check_letter(paper):
    if not paper.fields["figures"]:
        raise MoveRefused(_("The letter has no figures. Choose at least one indicator."))


def _check_act(paper):
    _check_commission(paper, paper.organization.today())
    typed = paper.fields
    if not (typed["subjects"].strip() or typed["count"] or paper.consents.exists()):
        raise MoveRefused(_("Say whose data were destroyed: choose consents, write the names, or how many people."))
    if date.fromisoformat(typed["destroyed_on"]) > paper.organization.today():
        raise MoveRefused(_("The day of the destruction is still to come. An act is written of what is done."))


def _check_commission(paper, day):
    """A chair and a member, all at work; nobody confirms what was done to their own data."""
    commission = list(paper.commission.select_related("employment__person"))
    if not any(one.is_chair for one in commission) or len(commission) < 2:
        raise MoveRefused(_("The commission needs a chair and at least one member. Choose them."))
    gone = set(paper.consents.values_list("person", flat=True))
    named = {line.strip() for line in paper.fields["subjects"].splitlines()}
    for one in commission:
        _check_at_work(one.employment, day)
        person = one.employment.person
        if person.pk in gone or person.full_name in named:
            message = _("%(name)s: the own data are destroyed by this act. Choose somebody else for the commission.")
            raise MoveRefused(message % {"name": person.short_name})


CHECKS = {
    IssuedKind.CERTIFICATE: _check_certificate,
    IssuedKind.THANKS: _check_thanks,
    IssuedKind.RECORD: _check_record,
    IssuedKind.LETTER: _check_letter,
    IssuedKind.ACT: _check_act,
}


def check_head(paper, by):
    """Only the head of the day signs and annuls."""
    day = paper.organization.today()
    head = head_on(paper.organization, day)
    if head is None:
        message = _("Nobody is entered as the head on %(day)s. Enter the head or the acting head first.")
        raise MoveRefused(message % {"day": date_words(day)})
    if by.person_id is None or head.employment.person_id != by.person_id:
        message = _("On %(day)s only the head signs: %(name)s. Ask them, or enter the acting head first.")
        raise MoveRefused(message % {"day": date_words(day), "name": head.employment.person.short_name})


def check_signer(paper, by):
    """Only the head signs, and never what they prepared themselves."""
    check_head(paper, by)
    if paper.drafted_by_id == by.pk:
        raise MoveRefused(_("You prepared this paper yourself. Let the curator prepare it: two people answer for it."))
