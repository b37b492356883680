"""Papers about people: consents, the supplementary agreement of a mentor."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.consents.models import REGISTER_READERS, Agreement, Consent
from people.consents.selectors import REQUIRABLE, lacking_of
from people.consents.states import ConsentState
from people.organizations.selectors import regulation_on
from reports.documents.agreements import agreement_paper
from reports.documents.answers import refusal_paper, withdrawal_paper
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.consents import consent_paper, forms_paper


def _consents(actor):
    return Consent.objects.visible_to(actor).select_related("text", "person", "organization__authority")


def _lacking(actor):
    """Those who still have to give a required consent, for whoever keeps the register."""
    organization, day = actor.organization, actor.today()
    rows = lacking_of(organization, regulation_on(organization, day), day)
    return rows if actor.has(*REGISTER_READERS) else rows.none()


def _asked(employment):
    return [(employment, purpose) for purpose in REQUIRABLE if getattr(employment, f"lacks_{purpose}")]


def _agreements(actor):
    return Agreement.objects.visible_to(actor).select_related("organization", "employment__person")


def _about_agreement(agreement):
    return agreement.employment.person.full_name


def _agreement_name(agreement):
    return _("Supplementary agreement, %(name)s") % {"name": agreement.employment.person.short_name}


def _answer_kind(code, label, hint, state, make, name, on, empty):
    """A kind made of the consents somebody said no to, before or after."""
    return PaperKind(
        code=code,
        label=label,
        hint=hint,
        group=Group.PEOPLE,
        rows=lambda actor: _consents(actor).filter(state=state),
        make=lambda consent, actor: make(consent),
        name=lambda consent: name() % {"name": consent},
        on=on,
        search=("person__search_key",),
        empty=empty,
    )


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
        code="consent_form",
        label=gettext_lazy("Forms of consents to sign"),
        hint=gettext_lazy("Every consent somebody still has to give, each on a sheet of its own."),
        group=Group.PEOPLE,
        rows=_lacking,
        make=lambda employment, actor: forms_paper(actor.organization, _asked(employment), day=actor.today()),
        name=lambda employment: _("Forms of consents, %(name)s") % {"name": employment.person.short_name},
        search=("person__search_key",),
        empty=gettext_lazy("Nothing is left to print: every required consent is given."),
    ),
    _answer_kind(
        "refusal",
        gettext_lazy("Refusal of a consent"),
        gettext_lazy("Of what was asked for and not given."),
        ConsentState.REFUSED,
        refusal_paper,
        lambda: _("Refusal, %(name)s"),
        "requested_on",
        gettext_lazy("Nobody refused a consent."),
    ),
    _answer_kind(
        "withdrawal",
        gettext_lazy("Withdrawal of a consent"),
        gettext_lazy("With what has to be done and by when."),
        ConsentState.WITHDRAWN,
        withdrawal_paper,
        lambda: _("Withdrawal, %(name)s"),
        "withdrawn_on",
        gettext_lazy("Nobody withdrew a consent."),
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
