"""Every write about a supplementary agreement: drafted, signed on paper, begun, ended by term or notice."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.uploads import shown_name
from mentoring.lib.versions import save_version
from people.consents.models import Agreement
from people.consents.selectors import agreement_defaults, first_last_day, keepers_of
from people.consents.services import tidings
from people.consents.states import AgreementState, EndGround, NoticeSide, PaymentKind
from people.history.services import move, record
from people.staff.selectors import last_day_words

# What a draft may be changed in.
COLUMNS = (
    "number",
    "contract",
    "mentees",
    "content",
    "form",
    "mode",
    "starts_on",
    "ends_on",
    "payment_kind",
    "payment_amount",
    "per_mentee",
    "payment_basis",
)
NOTICE_DEEDS = {
    NoticeSide.MENTOR: gettext_noop("The mentor resigned"),
    NoticeSide.EMPLOYER: gettext_noop("The employer gave notice"),
}


@transaction.atomic
def draft_agreement(employment, *, by, **values):
    """Draft the agreement of a mentor; what ``values`` leave out comes from the regulation of today.

    Raises MoveRefused by field for a period or a payment that cannot be.
    """
    organization = employment.organization
    columns = agreement_defaults(employment, organization.today()) | values
    agreement = Agreement(organization=organization, employment=employment, **columns)
    _check_terms(agreement)
    agreement.save()
    record(agreement, gettext_noop("Agreement drafted"), by=by, to_state=agreement.state)
    return agreement


@transaction.atomic
def edit_agreement(agreement, *, by, expected, **values):
    """Change a draft. Raises MoveRefused once it is signed, StaleSave if somebody saved it meanwhile."""
    _check_draft(agreement)
    for name, value in values.items():
        setattr(agreement, name, value)
    _check_terms(agreement)
    save_version(agreement, [name for name in COLUMNS if name in values], expected=expected)
    record(agreement, gettext_noop("Agreement changed"), by=by)
    return agreement


def _check_draft(agreement):
    draft = Agreement.objects.select_for_update().filter(pk=agreement.pk, state=AgreementState.DRAFT).first()
    if draft is None:
        raise MoveRefused(_("The agreement is signed or dropped and cannot be changed. Draft another one."))


def _check_terms(agreement):
    if agreement.ends_on < agreement.starts_on:
        raise MoveRefused({"ends_on": _("The last day must come after the first one.")})
    work = agreement.employment
    if work.ends_on and agreement.ends_on > work.ends_on:
        raise MoveRefused({"ends_on": last_day_words(work, _("End earlier."))})
    if agreement.payment_kind == PaymentKind.NONE:
        agreement.payment_amount, agreement.per_mentee = None, False
    elif not agreement.payment_amount:
        message = _("State how much is paid, or choose that nothing is paid.")
        raise MoveRefused({"payment_amount": message})


@transaction.atomic
def drop_agreement(agreement, *, by):
    """Give up a draft. Raises MoveRefused once it is signed."""
    return move(agreement, AgreementState.DROPPED, by=by, deed=gettext_noop("Draft dropped"))


@transaction.atomic
def sign_agreement(agreement, *, by, signed_on, number, scan=None):
    """Enter the paper both sides signed; without a scan the registrar answers for the original.

    It is in force from its first day on. Raises MoveRefused by field if the day lies ahead, and for what is no draft.
    """
    today = agreement.organization.today()
    if signed_on > today:
        raise MoveRefused({"signed_on": _("The paper cannot be signed later than today. Check the date.")})
    scanned = {"scan": scan, "scan_name": shown_name(scan)} if scan else {}
    changes = {"signed_on": signed_on, "number": number, "registrar": by, **scanned}
    move(agreement, AgreementState.SIGNED, by=by, deed=gettext_noop("Signed by both sides"), **changes)
    _follow_calendar(agreement, today, by)
    user = getattr(agreement.employment.person, "user", None)
    tidings.tell_agreement(agreement, gettext_noop("Your supplementary agreement on mentoring is signed"), [user])
    return agreement


@transaction.atomic
def give_notice(agreement, *, by, side, given_on, last_on, reason=""):
    """End an agreement before its term: the mentor at any time, the employer with notice (Labor Code art. 351.8).

    ``last_on`` is the last day of the work; ``first_last_day`` tells the earliest one. The other side is told.
    Raises MoveRefused by field for a day too early, after the term, or a notice dated ahead, and if the agreement is
    not signed, over, or somebody gave notice already.
    """
    row = Agreement.objects.select_for_update(of=("self",)).select_related("organization").get(pk=agreement.pk)
    if not row.can_be_cancelled:
        raise MoveRefused(_("No notice is needed: the agreement is not in force, or one was given. Refresh the page."))
    today = row.organization.today()
    if given_on > today:
        raise MoveRefused({"given_on": _("The notice cannot be given later than today. Check the date.")})
    _check_last_day(row, side, given_on, last_on)
    changes = {"notice_side": side, "notice_on": given_on, "last_on": last_on, "notice_reason": reason.strip()}
    for name, value in changes.items():
        setattr(agreement, name, value)
    agreement.save(update_fields=list(changes))
    record(agreement, NOTICE_DEEDS[side], by=by, reason=reason)
    _tell_notice(agreement, side, by)
    return agreement


def _check_last_day(row, side, given_on, last_on):
    first = first_last_day(row, side, given_on)
    if last_on < first:
        message = _(
            "With a notice of %(given)s the last day is %(day)s at the earliest. Choose this day or a later one."
        )
        values = {"given": date_numeric(given_on), "day": date_numeric(first)}
        raise MoveRefused({"last_on": message % values})
    if last_on > row.ends_on:
        message = _("The agreement ends on %(day)s anyway. Choose an earlier day, or wait for the end of the term.")
        raise MoveRefused({"last_on": message % {"day": date_numeric(row.ends_on)}})


def _tell_notice(agreement, side, by):
    if side == NoticeSide.MENTOR:
        sentence = gettext_noop("%(person)s resigns as a mentor; the last day is %(day)s. Prepare the order.")
    else:
        sentence = gettext_noop("Your work as a mentor is cancelled; the last day is %(day)s.")
    mentor = getattr(agreement.employment.person, "user", None)
    users = keepers_of(agreement.organization) if side == NoticeSide.MENTOR else [mentor]
    tidings.tell_agreement(agreement, sentence, [user for user in users if user != by])


def follow_agreements(organization, *, by=None):
    """Begin the signed agreements whose day has come and end those that are over; returns how many moved.

    Runs daily, twice changes nothing.
    """
    today = organization.today()
    begun = Agreement.objects.filter(organization=organization, state=AgreementState.SIGNED, starts_on__lte=today)
    over = Agreement.objects.filter(organization=organization, state=AgreementState.IN_FORCE)
    over = over.filter(Q(ends_on__lt=today) | Q(last_on__lt=today))
    moved = 0
    for agreement in (begun | over).select_related("organization", "employment__person"):
        moved += _follow_calendar(agreement, today, by)
    return moved


@transaction.atomic
def _follow_calendar(agreement, today, by):
    """Bring one agreement in line with the day; returns how many steps it took."""
    steps = 0
    if agreement.state == AgreementState.SIGNED and agreement.starts_on <= today:
        move(agreement, AgreementState.IN_FORCE, by=by, deed=gettext_noop("The work began"))
        steps += 1
    if agreement.state in (AgreementState.SIGNED, AgreementState.IN_FORCE) and agreement.last_day < today:
        ground = EndGround.NOTICE if agreement.notice_side else EndGround.TERM
        changes = {"ended_on": agreement.last_day, "end_ground": ground}
        move(agreement, AgreementState.ENDED, by=by, deed=gettext_noop("The agreement ended"), **changes)
        steps += 1
    return steps
