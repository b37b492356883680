"""What is known of a code or a file. A few indexed look-ups: their time tells no more than the answer does."""

from dataclasses import dataclass

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from people.accounts.access import may
from people.accounts.actor import actor_in
from programs.orders.models import Order
from programs.orders.states import OrderState
from reports.documents.models import FrozenDocument
from reports.orders.models import OrderFile
from reports.orders.states import FileKind

# The first line of a printed code: 64 bits, which nobody guesses.
SHORTEST_CODE, WHOLE_CODE = 16, 64
CARD = "reports:order_card"


class Verdict(TextChoices):
    GENUINE = "genuine", _("The copy is genuine")
    KNOWN = "known", _("There is a document with this code")
    OTHER = "other", _("The document exists, but this file is not equal to it")
    UNKNOWN = "unknown", _("No such document was found")


TONES = {Verdict.GENUINE: "green", Verdict.KNOWN: "blue", Verdict.OTHER: "red", Verdict.UNKNOWN: "red"}
ICONS = {Verdict.GENUINE: "circle-check", Verdict.KNOWN: "info", Verdict.OTHER: "circle-x", Verdict.UNKNOWN: "search-x"}


@dataclass(frozen=True)
class Finding:
    """What a stranger is told; ``order`` is for those alone who may read it."""

    verdict: Verdict
    is_cancelled: bool = False
    order: Order | None = None

    @property
    def tone(self):
        return TONES[self.verdict]

    @property
    def icon(self):
        return ICONS[self.verdict]


def find_code(code):
    """What is known of a printed code, or of the SHA-256 of a file; ``code`` is lower-case hexadecimal."""
    frozen = _frozen(Q(code__startswith=code))
    if frozen is not None:
        return _finding(Verdict.KNOWN, frozen.order)
    return find_file(code) if len(code) == WHOLE_CODE else Finding(Verdict.UNKNOWN)


def find_file(digest, code=""):
    """What is known of a file by its SHA-256; with ``code``, whether it is the document of that code."""
    equal = Q(sha256=digest) | Q(docx_sha256=digest)
    if code:
        frozen = _frozen(Q(code__startswith=code))
        if frozen is None:
            return Finding(Verdict.UNKNOWN)
        same = digest in (frozen.sha256, frozen.docx_sha256) or _kept(digest, order=frozen.order_id)
        return _finding(Verdict.GENUINE if same else Verdict.OTHER, frozen.order)
    found = _frozen(equal) or _kept(digest)
    return _finding(Verdict.GENUINE, found.order) if found else Finding(Verdict.UNKNOWN)


def _frozen(condition):
    rows = FrozenDocument.objects.filter(condition).select_related("order__organization")
    return rows.defer("pdf", "docx").first()


def _kept(digest, **order):
    # A signature goes with the document, it is no copy of it.
    rows = OrderFile.objects.filter(sha256=digest, kind=FileKind.SCAN, **order).select_related("order__organization")
    return rows.defer("content").first()


def _finding(verdict, order):
    # A frozen order is in force, or an order cancelled it since.
    return Finding(verdict, order is not None and order.state != OrderState.REGISTERED, order)


def readable(finding, user):
    """The address of the card of the order found, for whoever may read it; None for anybody else."""
    if finding.order is None or not user.is_authenticated:
        return None
    actor = actor_in(user, finding.order.organization)
    known = Order.objects.visible_to(actor).filter(pk=finding.order.pk).first() if actor.roles else None
    return actor.url(CARD, known.pk) if known and may(actor, CARD, known) else None
