"""Papers of the banks: the application to be entered, the extract about one person, the whole bank, the route."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.banks.models import MenteeEntry, MentorEntry
from people.banks.permissions import reads_banks, reads_contacts
from people.banks.selectors import mentee_rows, mentor_rows
from people.banks.states import IN_FORM
from people.organizations.models import Organization
from people.organizations.selectors import regulation_on
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.sheets.banks import bank_paper, extract_paper
from reports.documents.sheets.route import route_paper
from reports.documents.statements import bank_application_paper

NAME = ("employment__person__search_key",)
CARD = ("employment__person", "employment__organization")


def _cards(model):
    """Every card for those who keep the staff, otherwise the own one: the paper goes outside as it is."""

    def rows(actor):
        read = mentor_rows if model is MentorEntry else mentee_rows
        found = read(actor, regulation_on(actor.organization, actor.today())).select_related(*CARD)
        if reads_contacts.test(actor):
            return found
        return found.filter(employment=actor.employment) if actor.employment else found.none()

    return rows


def _extracts(model):
    """The cards that stand in the form of the base: of nobody else anything is told outside (152-FZ art. 6)."""
    cards = _cards(model)
    return lambda actor: cards(actor).filter(state__in=IN_FORM)


def _bank(actor):
    """The bank of the organization: one row, for those who read the whole of it."""
    here = Organization.objects.filter(pk=actor.organization.pk)
    return here if reads_banks.test(actor) else here.none()


def _whole(model, actor):
    rows = model.objects.visible_to(actor).filter(state__in=IN_FORM)
    return bank_paper(model, rows.select_related(*CARD).order_by(*NAME, "pk"), actor)


def _routes(actor):
    """Mentees where the regulation knows the route, and nobody elsewhere."""
    rows = MenteeEntry.objects.visible_to(actor).select_related(*CARD).prefetch_related("needs__competence")
    return rows if regulation_on(actor.organization, actor.today()).iom.enabled else rows.none()


def _named(text):
    return lambda entry: text() % {"name": entry.employment.person.short_name}


def _of_card(code, label, hint, make, name, model, empty, source, rows=_cards):
    """A kind made of the cards of one bank."""
    return PaperKind(
        code=code,
        label=label,
        hint=hint,
        group=Group.BANKS,
        rows=rows(model),
        make=make,
        name=_named(name),
        on="entered_on",
        search=NAME,
        empty=empty,
        source=source,
    )


NO_MENTOR = gettext_lazy("Add a mentor to the bank first.")
NO_MENTEE = gettext_lazy("Add a mentee to the bank first.")
NO_CONSENT = gettext_lazy("Nobody of the bank has consented to the processing of data yet. Ask for the consents first.")
KINDS = (
    _of_card(
        "mentor_application",
        gettext_lazy("Application to the bank of mentors"),
        gettext_lazy("Filled in from the card, to be signed."),
        lambda entry, actor: bank_application_paper(entry),
        lambda: _("Application to the bank of mentors, %(name)s"),
        MentorEntry,
        NO_MENTOR,
        "people:mentor_list",
    ),
    _of_card(
        "mentee_application",
        gettext_lazy("Application to the bank of mentees"),
        gettext_lazy("With the request, filled in from the card."),
        lambda entry, actor: bank_application_paper(entry),
        lambda: _("Application to the bank of mentees, %(name)s"),
        MenteeEntry,
        NO_MENTEE,
        "people:mentee_list",
    ),
    _of_card(
        "mentor_extract",
        gettext_lazy("Extract from the bank of mentors"),
        gettext_lazy("One mentor by the form of the base."),
        extract_paper,
        lambda: _("Extract from the bank of mentors, %(name)s"),
        MentorEntry,
        NO_CONSENT,
        "people:mentor_list",
        _extracts,
    ),
    _of_card(
        "mentee_extract",
        gettext_lazy("Extract from the bank of mentees"),
        gettext_lazy("One mentee by the form of the base."),
        extract_paper,
        lambda: _("Extract from the bank of mentees, %(name)s"),
        MenteeEntry,
        NO_CONSENT,
        "people:mentee_list",
        _extracts,
    ),
    PaperKind(
        code="mentor_bank",
        label=gettext_lazy("Bank of mentors"),
        hint=gettext_lazy("The whole bank as a table, without contacts."),
        group=Group.BANKS,
        rows=_bank,
        make=lambda organization, actor: _whole(MentorEntry, actor),
        name=lambda organization: _("Bank of mentors"),
        about=lambda organization: _("Bank of mentors"),
    ),
    PaperKind(
        code="mentee_bank",
        label=gettext_lazy("Bank of mentees"),
        hint=gettext_lazy("The whole bank as a table, without contacts."),
        group=Group.BANKS,
        rows=_bank,
        make=lambda organization, actor: _whole(MenteeEntry, actor),
        name=lambda organization: _("Bank of mentees"),
        about=lambda organization: _("Bank of mentees"),
    ),
    PaperKind(
        code="route",
        label=gettext_lazy("Individual educational route"),
        hint=gettext_lazy("By the steps of the regulation; what is not known yet is left to write on."),
        group=Group.BANKS,
        rows=_routes,
        make=lambda entry, actor: route_paper(entry, day=actor.today()),
        name=_named(lambda: _("Educational route, %(name)s")),
        on="entered_on",
        search=NAME,
        empty=gettext_lazy("Routes are made where the regulation has them, for the mentees of the bank."),
        source="people:regulation",
    ),
)
