"""Reads about supplementary agreements: defaults by the regulation, the clocks of a notice, who has one."""

import tomllib
from functools import cache
from importlib.resources import files

from django.db.models import Q

from mentoring.lib.dates import add_working_days
from people.consents.models import Agreement
from people.consents.states import NoticeSide, PaymentKind
from people.organizations.selectors import regulation_on


@cache
def default_content(*, several=False):
    """The content of a mentor's work an agreement starts from; ``several``: with more than one mentee."""
    texts = tomllib.loads((files("people.consents") / "agreement.toml").read_text(encoding="utf-8"))
    return texts["group" if several else "content"].strip()


def agreement_defaults(employment, day):
    """The columns of a new agreement by the regulation in force on ``day``: pay and its ground, days of notice."""
    settings = regulation_on(employment.organization, day)
    paid = settings.payment.kind != PaymentKind.NONE
    return {
        "content": default_content(),
        "payment_kind": settings.payment.kind,
        "payment_amount": settings.payment.amount if paid else None,
        "per_mentee": paid and settings.payment.per_mentee,
        "payment_basis": settings.incentives.payment_basis if paid else "",
        "mentor_notice_days": settings.agreement.mentor_notice_days,
        "employer_notice_days": settings.agreement.employer_notice_days,
    }


def first_last_day(agreement, side, given_on):
    """The first day on which the work may end when ``side`` gives notice on ``given_on``.

    The employer gives at least three working days, counted from the day after the notice by the production calendar
    (Labor Code art. 351.8, 14); a mentor may stop at once unless the agreement asks for days.
    """
    days = agreement.employer_notice_days if side == NoticeSide.EMPLOYER else agreement.mentor_notice_days
    return add_working_days(given_on, days) if days else given_on


def agreements_during(employment, starts_on, ends_on):
    """The agreements of ``employment`` that touch the period, dropped ones left out, the newest first."""
    rows = Agreement.objects.filter(employment=employment, starts_on__lte=ends_on, ends_on__gte=starts_on)
    return rows.exclude(state="dropped").order_by("-starts_on", "-pk")


def covers_work(day, employment="mentor_entry__employment"):
    """A condition for a queryset: the employment in that field has a signed agreement whose work goes on ``day``."""
    return Q(**{f"{employment}__in": Agreement.objects.covering(day).values("employment")})
