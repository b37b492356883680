"""Papers about people: consents, the supplementary agreement of a mentor."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.consents.models import Agreement, Consent
from reports.documents.agreements import agreement_paper
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.consents import consent_paper


def _consents(actor):
    return Consent.objects.visible_to(actor).select_related("text", "person", "organization__authority")


def _agreements(actor):
    return Agreement.objects.visible_to(actor).select_related("organization", "employment__person")


def _about_agreement(agreement):
    return agreement.employment.person.full_name


def _agreement_name(agreement):
    return _("Supplementary agreement, %(name)s") % {"name": agreement.employment.person.short_name}


KINDS = (
    PaperKind(
        code="consent",
        label=gettext_lazy("Consent"),
        hint=gettext_lazy("Given, word for word; asked for, as a form to sign by hand."),
        group=Group.PEOPLE,
        rows=_consents,
        make=lambda consent, actor: consent_paper(consent, day=actor.today()),
        name=str,
        on="requested_on",
        search=("person__search_key",),
        empty=gettext_lazy("Ask for the consents first: they are printed from the register."),
        source="people:consent_missing",
    ),
    PaperKind(
        code="agreement",
        label=gettext_lazy("Supplementary agreement"),
        hint=gettext_lazy("Content, term, form and pay of the work of a mentor (Labor Code art. 351.8)."),
        group=Group.PEOPLE,
        rows=_agreements,
        make=lambda agreement, actor: agreement_paper(agreement, day=actor.today()),
        name=_agreement_name,
        about=_about_agreement,
        on="starts_on",
        search=("employment__person__search_key",),
        empty=gettext_lazy("Draft one from the card of a pair: the people, the period and the pay are filled in."),
        source="programs:mentorship_list",
    ),
)
