"""The way to the signature, and the signature with everything that follows from it: all or nothing."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.pdf import PdfUnavailable
from people.organizations.selectors import rules_kept
from programs.orders.models import Order
from programs.orders.services import (
    drop_order,
    refuse_visa,
    register_order,
    return_order,
    submit_order,
    tidings,
)
from programs.orders.states import VISA_REMARK_DEED, SignMethod
from programs.roadmap.services import fulfil_items
from reports.documents.freezing import freeze
from reports.documents.orders import order_paper
from reports.documents.stationery import StationeryFails
from reports.orders.selectors import text_key
from reports.orders.services.files import keep_file
from reports.orders.services.kinds import kind_of
from reports.orders.states import FileKind


@transaction.atomic
def send_order(order, *, by):
    """Send the draft to the head. Raises MoveRefused if what it would put into force is not possible."""
    kind = kind_of(order)
    if kind.check:
        kind.check(_fresh(order))
    kind.resume(order, by=by)
    return submit_order(order, by=by)


@transaction.atomic
def give_back_order(order, *, by, remark, **told):
    """Return the order with what is to be mended; what it carries out may meanwhile go into another one."""
    return_order(order, by=by, remark=remark, **told)
    kind_of(order).release(order, by=by)
    return order


@transaction.atomic
def return_by_visa(order, employment, *, by, remark):
    """Give the order back because ``employment``, asked for a visa, wants something mended. Raises MoveRefused."""
    visa = refuse_visa(order, employment, by=by, remark=remark)
    remark = f"{employment.person.short_name}: {visa.remark}"
    return give_back_order(order, by=by, remark=remark, deed=VISA_REMARK_DEED)


@transaction.atomic
def give_up_order(order, *, by, reason=""):
    """Give up the draft; everything it held waits for another order."""
    drop_order(order, by=by, reason=reason)
    kind_of(order).release(order, by=by)
    return order


@transaction.atomic
def sign_order(order, *, by, password, seen=None, number="", without_visas=False):
    """Sign with the password: number, day, everything the kind of order puts into force, and the frozen paper.

    All or nothing. ``seen`` is the ``text_key`` of the text that was read, ``number`` and ``without_visas`` are for
    ``register_order``. Raises MoveRefused if the password is wrong, the order is signed already, the text is another
    one by now, papers cannot be made on this machine, or something the order puts into force is not possible any more.
    """
    if not by.check_password(password):
        raise MoveRefused({"password": _("The password is not right. Nothing was signed; type it again.")})
    return _put_into_force(_held(order, seen), by, number=number, without_visas=without_visas)


@transaction.atomic
def enter_signed_order(order, *, by, signed_on, scan, seen=None, number="", without_visas=False):
    """Enter what the head signed by hand on the day ``signed_on``, with the ``scan``; the rest as ``sign_order``.

    ``scan`` is a file checked by `mentoring.lib.uploads.check_upload`. The head is told. Raises MoveRefused.
    """
    signature = {"method": SignMethod.PAPER, "signed_on": signed_on}
    row = _put_into_force(_held(order, seen), by, number=number, without_visas=without_visas, **signature)
    keep_file(row, FileKind.SCAN, scan, by=by)
    tidings.tell_entered(row, by)
    return row


def _held(order, seen):
    """The locked row, as it was read by whoever signs."""
    row = Order.objects.select_for_update(of=("self",)).select_related("organization").get(pk=order.pk)
    if row.is_signed:
        raise MoveRefused(signed_already(row))
    if seen is not None and row.is_submitted and seen != text_key(row):
        raise MoveRefused(_("The text changed while you were reading. Read it again and sign then."))
    return row


def signed_already(order):
    """What whoever signs a registered order once more is told."""
    message = _("The order is signed already: № %(number)s of %(day)s. Nothing was signed a second time.")
    return message % {"number": order.number_text, "day": date_numeric(order.signed_on)}


@rules_kept.within
def _put_into_force(row, by, **registration):
    kind = kind_of(row)
    if kind.check:
        kind.check(row)
    register_order(row, by=by, held=row, **registration)
    kind.enact(row, by=by)
    fulfil_items(row, by=by)
    # Read anew: what came into force may have moved to the day of the signature, and the paper says so.
    freeze_order(_fresh(row) if row.is_founding else row)
    return row


def _fresh(order):
    """The order as it stands, with what it puts into force."""
    approved = ("regulation", "roadmap") if order.is_founding else ()
    return Order.objects.select_related("organization", *approved).get(pk=order.pk)


def freeze_order(order):
    """Print the registered order once and for ever, as PDF and for Word. Raises MoveRefused where it cannot be."""
    paper = order_paper(order)
    try:
        return freeze(paper, order.organization, order.kind, order=order)
    except (PdfUnavailable, StationeryFails) as error:
        raise MoveRefused(str(error)) from error
