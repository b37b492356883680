"""Reads of the order desk: the orders of the register, the key of a text, the case forms on show."""

import hashlib
import io
from dataclasses import replace
from zipfile import ZIP_DEFLATED, ZipFile

from django.db.models import DateField, Exists, IntegerField, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.grammar import Case
from people.accounts.actor import employment_of, works_of
from people.accounts.models import User
from people.accounts.states import Role
from programs.orders.models import Order, OrderSubject
from programs.orders.states import OrderKind, OrderState
from reports.documents.lines import lines_extract, particulars_of
from reports.documents.lines.particulars import RESPONSIBLE
from reports.documents.orders import order_paper
from reports.documents.papers import docx, pdf, render
from reports.documents.stationery import word_file
from reports.documents.wording import CASES, name_in, post_in
from reports.orders.states import FileKind

# Drafts have no number and no day yet: they stand where the next number would.
LAST_YEAR, LAST_DAY = 9999, "9999-12-31"
# Who reads what everybody is paid.
PAY_READERS = (Role.DIRECTOR, Role.CURATOR)


def register_of(actor):
    """The orders the actor may know of, as rows of the register.

    ``named`` and ``acquainted`` count people, ``is_mine`` and ``is_read`` are about the actor, ``register_year``
    and ``register_number`` put drafts after the last number.
    """
    mine = OrderSubject.objects.filter(order=OuterRef("pk"), employment=actor.employment)
    # The manager may join the named people; the counts below must not see that join.
    rows = Order.objects.filter(pk__in=Order.objects.visible_to(actor).order_by().values("pk"))
    return rows.with_acquaintance().annotate(
        is_mine=Exists(mine),
        is_read=Exists(mine.filter(acquaintance__isnull=False)),
        register_year=Coalesce("series__year", Value(LAST_YEAR, IntegerField())),
        register_number=Coalesce("number", Value(0, IntegerField())),
        register_day=Coalesce("signed_on", Value(LAST_DAY, DateField())),
    )


def curator_of(organization, preferred=None):
    """The employment of the curator named in orders: of the user ``preferred`` if a curator, else of the first one."""
    holders = User.objects.holding(Role.CURATOR, organization).select_related("person")
    curators = sorted(holders, key=lambda user: (user != preferred, user.pk))
    employments = (employment_of(user, organization, works_of(user, organization)) for user in curators)
    return next((employment for employment in employments if employment), None)


def paper_for(order, actor=None):
    """The paper of the order; an extract with their own line for whoever may not read an order on pay whole."""
    if actor is None or reads_whole(order, actor):
        return order_paper(order)
    return lines_extract(order, actor.employment)


def order_pdf(order, actor=None):
    """The paper of an order as PDF: the frozen bytes of a registered one, else a draft marked so.

    An actor who may read their own line only gets an extract. Raises PdfUnavailable where it cannot be printed.
    """
    if order.is_signed and (actor is None or reads_whole(order, actor)):
        return bytes(order.frozen.pdf)
    return pdf(paper_for(order, actor))


def order_docx(order, actor=None):
    """The paper of an order for Word: the frozen bytes of a registered one, else a draft marked so.

    Whoever may not read an order on pay whole gets the extract, as with ``order_pdf``. An order frozen before Word
    files were kept is made from the register. Raises StationeryFails where the organization's own template cannot be
    filled in.
    """
    if actor is not None and not reads_whole(order, actor):
        return docx(paper_for(order, actor))
    if order.is_signed and order.frozen.docx:
        return bytes(order.frozen.docx)
    return word_file(order_paper(order), order.organization, order.kind)


def reads_whole(order, actor):
    """Whether the actor reads all of the order: pay of others is for the head and the curator only."""
    if not order.is_confidential or actor.has(*PAY_READERS):
        return True
    people = {line.employment_id for line in lines_of(order)}
    return actor.employment is not None and people == {actor.employment.pk}


def lines_of(order, actor=None):
    """Whom the order is about, line by line; of what ``actor`` may not read whole, the own lines."""
    rows = order.people.exclude(code=RESPONSIBLE).with_people()
    if actor is None or reads_whole(order, actor):
        return rows
    return rows.filter(employment=actor.employment)


def about_of(order, actor=None):
    """The particulars, the lines and whoever answers for an order made of lines, as its card shows them to ``actor``.

    Nothing for another kind.
    """
    if not order.is_by_lines:
        return {"lines": ()}
    responsible = order.people.filter(code=RESPONSIBLE).select_related("employment__person").first()
    return {
        "about": particulars_of(order),
        "lines": list(lines_of(order, actor)),
        "responsible": responsible and responsible.employment,
    }


def hand_pdf(order):
    """The text to be signed with a pen, as PDF: no mark of a draft, lines for the number and the date.

    Raises PdfUnavailable.
    """
    return pdf(replace(order_paper(order), draft=False))


def order_name(order):
    """The name of the file of an order, without its ending."""
    if not order.is_signed:
        return _("Draft order") + f" {order.pk}"
    number = order.number_text.replace("/", "-")
    return _("Order No. %(number)s of %(day)s") % {"number": number, "day": date_numeric(order.signed_on)}


def order_bundle(order):
    """The frozen paper with its detached signatures as a zip; a signature is named after the document it signs."""
    name, packed = f"{order_name(order)}.pdf", io.BytesIO()
    signatures = order.files.filter(kind=FileKind.SIGNATURE)
    with ZipFile(packed, "w", ZIP_DEFLATED) as bundle:
        bundle.writestr(name, bytes(order.frozen.pdf))
        for number, signature in enumerate(signatures, start=1):
            bundle.writestr(f"{name}{f'.{number}' if number > 1 else ''}.sig", bytes(signature.content))
    return packed.getvalue()


def effects_of(order):
    """What a founding order puts into force: the regulation, the roadmap, duties that begin and that end.

    None for another order, except one that gives a duty (O14).
    """
    if not (order.is_founding or order.kind == OrderKind.REPORT):
        return None
    appointments = order.appointments.select_related("employment__person").order_by("position", "pk")
    releases = order.releases.select_related("appointment__employment__person")
    if not order.is_founding and not (appointments or releases):
        return None
    return {
        "version": order.regulation,
        "roadmap": order.roadmap,
        "appointments": appointments,
        "releases": [release.appointment for release in releases],
    }


def amended_by(order):
    """The registered orders that changed what ``order`` assigned or its words, the oldest first."""
    later = Order.objects.filter(Q(changes__amends=order) | Q(amends=order), state=OrderState.REGISTERED)
    return list(later.distinct().order_by("signed_on", "pk"))


def text_key(order):
    """The SHA-256 of everything the draft says, so that nobody signs another text than the one they read."""
    return hashlib.sha256(render(order_paper(order)).encode()).hexdigest()


def forms_of(employment):
    """The case forms a paper uses for a person: [(case, name, post)]."""
    return [(Case(case), name_in(employment, case), post_in(employment, case)) for case in CASES]
