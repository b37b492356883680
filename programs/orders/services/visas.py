"""Visas: those who see a draft before the head signs it."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import record
from people.staff.models import Employment
from programs.orders.models import OrderVisa
from programs.orders.selectors import visas_awaited, visas_of
from programs.orders.services import guards, tidings
from programs.orders.states import VisaState


@transaction.atomic
def ask_for_visas(order, employments, *, by):
    """Let exactly these see the draft before the head, from its next sending on.

    Raises MoveRefused if the text cannot change now, or somebody is not of the organization or has no account.
    """
    row = guards.lock(order)
    guards.check_editable(row)
    wanted = [employment.pk for employment in employments]
    able = Employment.objects.active_on(row.organization.today()).filter(
        organization=row.organization, pk__in=wanted, person__user__isnull=False
    )
    if len(able) != len(set(wanted)):
        message = _("Somebody chosen does not work here any more or has no account. Choose again.")
        raise MoveRefused({"employments": message})
    row.visas.exclude(employment__in=wanted).delete()
    for employment in able:
        OrderVisa.objects.get_or_create(order=row, employment=employment)
    names = ", ".join(employment.person.short_name for employment in able.select_related("person"))
    record(row, gettext_noop("Visas asked for"), by=by, reason=names)
    return row


def begin_visas(order):
    """Ask everybody anew once the order is sent: the text may be another one by now. Whoever left is not asked.

    Returns the visas asked for.
    """
    if not order.visas.exists():
        return []
    at_work = Employment.objects.active_on(order.organization.today()).filter(organization=order.organization)
    order.visas.exclude(employment__in=at_work).delete()
    order.visas.update(state=VisaState.ASKED, remark="", at=None)
    return list(visas_of(order))


@transaction.atomic
def give_visa(order, employment, *, by):
    """Write down that ``employment`` has nothing against the order; the last one hands it on to the head.

    Raises MoveRefused unless the order waits for the signature and for this very visa.
    """
    visa = _answered(order, employment, by)
    visa.state, visa.at = VisaState.GIVEN, now()
    visa.save(update_fields=["state", "at"])
    record(order, gettext_noop("Visa given"), by=by)
    if not visas_awaited(order):
        tidings.tell_to_sign(order)
    return visa


@transaction.atomic
def refuse_visa(order, employment, *, by, remark):
    """Write down what is to be mended; its desk returns the order. Raises MoveRefused as ``give_visa`` does."""
    remark = clean_text(remark).strip()
    if not remark:
        raise MoveRefused({"remark": _("Write what is to be mended.")})
    visa = _answered(order, employment, by)
    visa.state, visa.remark, visa.at = VisaState.REMARKS, remark, now()
    visa.save(update_fields=["state", "remark", "at"])
    return visa


def _answered(order, employment, by):
    row = guards.lock(order)
    visa = OrderVisa.objects.select_for_update().filter(order=row, employment=employment).first()
    if not row.is_submitted or visa is None:
        raise MoveRefused(_("The order does not wait for your visa any more. Refresh the page."))
    if by.person_id != employment.person_id:
        raise MoveRefused(_("Nobody gives a visa for somebody else."))
    if visa.state != VisaState.ASKED:
        raise MoveRefused(_("You have answered already. Nothing more is asked of you."))
    return visa
