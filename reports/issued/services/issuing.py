"""The signature: number, day and the frozen file in one transaction; what is issued only ever becomes annulled."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused, check_move
from mentoring.lib.pdf import PdfUnavailable
from mentoring.lib.text import clean_text
from people.history.services import move
from reports.documents.freezing import freeze
from reports.documents.issued import issued_paper
from reports.documents.stationery import StationeryFails
from reports.issued.models import IssuedPaper, IssuedSeries
from reports.issued.services import guards, tidings
from reports.issued.states import ISSUED_MOVES, IssuedState, number_text

WRONG_PASSWORD = gettext_noop("The password is not right. Nothing was signed; type it again.")


@transaction.atomic
def issue_paper(paper, *, by, password, seen=None):
    """Sign with the password: the next number of the register of its kind and year, the day, the frozen PDF.

    All or nothing: a rollback gives the number back. ``seen`` is the version that was read. Raises MoveRefused if the
    password is wrong, ``by`` is not the head or prepared the paper, it does not wait for a signature, is another one
    by now or says what is not so any more, its number by hand is taken, or papers cannot be made on this machine.
    """
    _check_password(by, password)
    row = guards.lock(paper)
    check_move(ISSUED_MOVES, row.state, IssuedState.ISSUED, row.get_state_display())
    if seen is not None and seen != row.version:
        raise MoveRefused(_("The text changed while you were reading. Read it again and sign then."))
    guards.check_signer(row, by)
    guards.check_paper(row)
    numbered = _numbered(row) | {"signer": by}
    frozen = _freeze(row, numbered)
    move(paper, IssuedState.ISSUED, by=by, deed=gettext_noop("Signed and issued"), frozen=frozen, **numbered)
    tidings.tell_issued(paper, by)
    return paper


def issue_papers(papers, *, by, password, seen):
    """Sign several, each in a transaction of its own: (issued, [(paper, why not)]).

    ``seen`` are the versions that were read, by key. Raises MoveRefused before the first if the password is wrong.
    """
    _check_password(by, password)
    issued, refused = [], []
    for paper in papers:
        try:
            issued.append(issue_paper(paper, by=by, password=password, seen=seen.get(paper.pk)))
        except MoveRefused as refusal:
            refused.append((paper, " ".join(refusal.messages)))
    return issued, refused


def _check_password(by, password):
    if not by.check_password(password):
        raise MoveRefused({"password": _(WRONG_PASSWORD)})


def _numbered(paper):
    """Number, year, day and moment of the signature; the register stays locked until the transaction ends."""
    series, signed_at, signed_on = _locked_series(paper)
    given = {"year": series.year, "issued_on": signed_on, "issued_at": signed_at}
    if paper.hand_number:
        _check_free(paper, series.year, paper.hand_number)
        return given | {"number": None, "number_text": paper.hand_number}
    number = series.next_number
    # Somebody may have entered by hand what would come next.
    while _is_taken(paper, series.year, number_text(paper.kind, number, series.year)):
        number += 1
    series.next_number = number + 1
    series.save(update_fields=["next_number"])
    return given | {"number": number, "number_text": number_text(paper.kind, number, series.year)}


def _is_taken(paper, year, text):
    rows = IssuedPaper.objects.numbered().filter(organization=paper.organization_id, kind=paper.kind, year=year)
    return rows.filter(number_text=text).exists()


def _check_free(paper, year, text):
    if _is_taken(paper, year, text):
        message = _(
            "No. %(number)s is taken in the register of %(year)s. Have the paper returned and another one written."
        )
        raise MoveRefused(message % {"number": text, "year": year})


def _locked_series(paper):
    """The register of this kind and the present year, locked, with the moment of the signature and its local day."""
    organization = paper.organization
    zone = ZoneInfo(organization.time_zone)
    while True:
        year = organization.today().year
        series, _made = IssuedSeries.objects.get_or_create(organization=organization, kind=paper.kind, year=year)
        series = IssuedSeries.objects.select_for_update().get(pk=series.pk)
        signed_at = now(zone)
        signed_on = signed_at.astimezone(zone).date()
        # Midnight of the new year may pass while another signature is waited for.
        if signed_on.year == year:
            return series, signed_at, signed_on


def _freeze(paper, numbered):
    """Print the paper as it is being issued, once and for ever."""
    for name, value in {"state": IssuedState.ISSUED, **numbered}.items():
        setattr(paper, name, value)
    try:
        return freeze(issued_paper(paper), paper.organization, paper.kind)
    except (PdfUnavailable, StationeryFails) as error:
        raise MoveRefused(str(error)) from error


def return_paper(paper, *, by, remark):
    """Give the paper back to whoever prepared it. Raises MoveRefused without a remark."""
    remark = clean_text(remark).strip()
    if not remark:
        raise MoveRefused({"remark": _("Write what is to be mended.")})
    deed = gettext_noop("Returned with a remark")
    move(paper, IssuedState.DRAFT, by=by, deed=deed, reason=remark, remark=remark)
    tidings.tell_returned(paper)
    return paper


@transaction.atomic
def annul_paper(paper, *, by, password, reason):
    """Declare an issued paper void; number and file stay. Raises MoveRefused without a reason or a right password."""
    _check_password(by, password)
    reason = clean_text(reason).strip()
    if not reason:
        raise MoveRefused({"reason": _("Write why the paper is annulled.")})
    guards.check_head(paper, by)
    return move(paper, IssuedState.ANNULLED, by=by, deed=gettext_noop("Annulled"), reason=reason, remark=reason)
