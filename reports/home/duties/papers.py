"""What consents, supplementary agreements and cards of the banks ask for in time."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import date_words
from people.banks.selectors import stale_before
from people.banks.states import LIVE_STATES
from people.consents.selectors import SOON
from people.consents.states import AgreementState
from people.models import Agreement, Consent
from people.organizations.selectors import regulation_on
from reports.home.duties.base import LATER, URGENT, WEEK, Duty
from reports.home.standing import needs, standing


def _ending(actor, day):
    return Consent.objects.in_force(day).filter(organization=actor.organization).ending_by(day + SOON)


@needs(_ending)
def consents_ending(actor, day):
    """Consents in force that run out within a month."""
    ending = _ending(actor, day).count()
    if not ending:
        return []
    title = ngettext("%(n)s consent ends within a month", "%(n)s consents end within a month", ending)
    url = actor.url("people:consent_register") + "?renew=term"
    return [Duty(title % {"n": ending}, _("Show"), url, tone=WEEK)]


@needs(standing(Agreement, AgreementState.IN_FORCE))
def agreements_ending(actor, day):
    """Supplementary agreements somebody gave notice of: the pair ends by an order."""
    rows = Agreement.objects.filter(organization=actor.organization, state=AgreementState.IN_FORCE)
    return [
        Duty(
            _("A notice was given: %(agreement)s") % {"agreement": row},
            _("Open"),
            actor.url("people:agreement_card", row.pk),
            _("The last day of the work is %(day)s: prepare the order") % {"day": date_words(row.last_on)},
            URGENT,
        )
        for row in rows.exclude(notice_side="").select_related("employment__person").order_by("last_on", "pk")
    ]


@needs(standing(Agreement, AgreementState.DRAFT))
def agreements_to_sign(actor, day):
    """Drafts of supplementary agreements nobody has signed."""
    waiting = Agreement.objects.filter(organization=actor.organization, state=AgreementState.DRAFT).count()
    if not waiting:
        return []
    title = ngettext(
        "%(n)s supplementary agreement waits to be signed", "%(n)s supplementary agreements wait to be signed", waiting
    )
    url = actor.url("people:agreement_list") + "?state=draft"
    return [Duty(title % {"n": waiting}, _("Show"), url, tone=LATER)]


def own_cards(actor, day):
    """The own cards of the banks that are due to be confirmed."""
    banks = (
        ("mentor_entry", "people:mentor_card", _("Check your card in the bank of mentors")),
        ("mentee_entry", "people:mentee_card", _("Check your card in the bank of mentees")),
    )
    own = [(getattr(actor.employment, name, None), page, title) for name, page, title in banks]
    own = [(entry, page, title) for entry, page, title in own if entry is not None and entry.state in LIVE_STATES]
    # Most visitors have no card, and need no rule for it.
    before = stale_before(regulation_on(actor.organization, day), day) if own else None
    return [
        Duty(title, _("Look"), actor.url(page, entry.pk), _("Nothing to change takes one press"), LATER)
        for entry, page, title in own
        if entry.refreshed_on < before
    ]
