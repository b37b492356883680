"""The supplementary agreements of the mentors, signed with the order on their pairs."""

from people.consents.models import Agreement
from people.consents.services import edit_agreement, follow_agreements, sign_agreement
from people.consents.states import PaymentKind
from people.organizations.selectors import regulation_on
from programs.mentorships.services import draft_agreement_of
from reports.demo.clock import as_of
from reports.demo.script import wording


def sign_agreements(scene, made, term):
    """Draft an agreement for every ordered pair before the order and enter its signature on the day of the order."""
    signed = Agreement.objects.filter(organization=scene.organization, signed_on__year=term.ordered_on.year)
    for number, (_part, mentorship) in enumerate(made, start=signed.count() + 1):
        with as_of(term.before(2)):
            agreement = draft_agreement_of(mentorship, by=scene.curator)
            edit_agreement(agreement, by=scene.curator, expected=agreement.version, **_terms(scene.organization))
        with as_of(term.ordered_on):
            sign_agreement(agreement, by=scene.curator, signed_on=term.ordered_on, number=str(number))


def _terms(organization):
    """The pay: so much by the act the regulation names."""
    pay = wording().pay
    basis = regulation_on(organization, organization.today()).incentives.payment_basis or pay.basis
    return {"payment_kind": PaymentKind.SUM, "payment_amount": pay.amount, "payment_basis": basis}


def bring_up_to_date(scene):
    """Begin and end the agreements by the calendar."""
    follow_agreements(scene.organization)
