"""The pay for mentoring that ends with a pair: set by an order (O13), by the agreement, or by the regulation alone."""

from mentoring.lib.grammar import Case
from people.consents.selectors import agreements_during
from people.consents.states import PaymentKind
from programs.mentorships.models import Mentorship
from programs.mentorships.states import RUNNING
from programs.orders.models import OrderedPerson
from programs.orders.states import OrderKind
from reports.documents.wording import listed, person_in
from reports.documents.writing import cited_order, day_in, point

WHAT = "выплату за наставничество"
SET_BY = ", установленную "
AGREED = "дополнительным соглашением к трудовому договору"
ALL_AGREED = "дополнительными соглашениями к трудовым договорам"


def pay_ends(settings, ending):
    """The points by which the pay of the mentors of ``ending``, (pair, first day without), ceases."""
    groups = {}
    for pair, since in ending:
        source = _source(settings, pair, since)
        if source is not None:
            groups.setdefault((since, source), {}).setdefault(pair.mentor_entry.employment)
    return [
        point(f"Прекратить с {day_in(settings, since)} {WHAT}{_set_by([_said(source, len(works))])}: {_whom(works)}")
        for (since, source), works in groups.items()
    ]


def pay_ends_by_annex(settings, ending, whom):
    """The same in one point where the annex names people and days; ``whom`` is «прежних наставников»."""
    known = {}
    for pair, since in ending:
        if (source := _source(settings, pair, since)) is not None:
            known.setdefault(source, set()).add(pair.mentor_entry.employment_id)
    if not known:
        return []
    said = _set_by([_said(source, len(works)) for source, works in known.items()])
    return [point(f"Прекратить с указанных в приложении дней для названных в нём {whom} {WHAT}{said}")]


def _set_by(sources):
    """«, установленную …» by all of ``sources`` that are papers."""
    papers = [source for source in sources if source]
    return f"{SET_BY}{listed(papers)}" if papers else ""


def _said(source, works):
    """The source for so many works: every one has an agreement of its own."""
    return ALL_AGREED if source == AGREED and works > 1 else source


def _whom(works):
    return listed([person_in(work, Case.DATIVE) for work in works])


def _source(settings, pair, since):
    """What sets the pay: «приказом от … № …», "" for the regulation alone, None where nothing does."""
    line = _ordered(pair, since)
    if line:
        return f"приказом {cited_order(settings, line.order)}"
    signed = agreements_during(pair.mentor_entry.employment, max(since, pair.starts_on), pair.ends_on)
    signed = signed.exclude(state="draft").exclude(payment_kind=PaymentKind.NONE)
    if any(_is_of(agreement, pair) for agreement in signed):
        return AGREED
    return "" if settings.payment.kind != PaymentKind.NONE else None


def _ordered(pair, since):
    """The line of a signed order that pays the mentor for this work on ``since`` or later, or None."""
    lines = OrderedPerson.objects.registered(OrderKind.PAYMENT).filter(employment=pair.mentor_entry.employment_id)
    lines = lines.filter(ends_on__gte=since, agreement__isnull=False).select_related("order", "agreement")
    return next((line for line in lines.order_by("-pk") if _is_of(line.agreement, pair)), None)


def _is_of(agreement, pair):
    """Whether ``agreement`` ends with ``pair``: it names nobody whom the mentor mentors in another one."""
    others = Mentorship.objects.filter(mentor_entry__employment=pair.mentor_entry.employment_id, state__in=RUNNING)
    rows = others.exclude(pk=pair.pk).with_people()
    staying = [member.person.full_name for row in rows for member in row.current_members]
    own = [member.person.full_name for member in pair.current_members]
    return not staying or (
        any(name in agreement.mentees for name in own) and not any(name in agreement.mentees for name in staying)
    )
