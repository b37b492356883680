"""The figures of the monitoring as an order keeps them: as they stood when its text was composed."""

from django.db.models import F
from django.utils.translation import override

from people.organizations.selectors import regulation_on
from programs.plans.models import Event
from programs.plans.states import PUT_ASIDE, EventState
from reports.monitoring.indicators import NO_SHARE, figures, percent
from reports.monitoring.wording import not_counted, said_on_paper


def figures_kept(organization, day):
    """The figures of ``day`` for ``Order.details``, in Russian as the paper says them: {"figures", "figures_on"}.

    Beside them stand in "not_counted" the approved indicators that the system does not compute. All are
    kept, because the signature itself changes them and a paper never changes.
    """
    settings, found = regulation_on(organization, day), figures(organization, day)
    with override("ru"):
        rows = [
            {
                **said_on_paper(figure.indicator, settings),
                "numerator": figure.numerator,
                "denominator": figure.denominator,
                "value": figure.share_text,
            }
            for figure in found
        ]
    missing = not_counted(settings, [figure.indicator for figure in found])
    return {"figures": rows, "figures_on": day.isoformat(), "not_counted": missing}


def events_kept(programs):
    """How much of the plans of ``programs`` was held, for ``Order.details``: {"events": {"held", "planned", "share"}}.

    What was planned for after a program broke off does not count, nor what was called off.
    """
    rows = Event.objects.filter(program__in=programs, planned_on__lte=F("program__ended_on"))
    rows = rows.exclude(state__in=PUT_ASIDE)
    held, planned = rows.filter(state=EventState.HELD).count(), rows.count()
    with override("ru"):
        share = percent(held, planned) if planned else NO_SHARE
    return {"events": {"held": held, "planned": planned, "share": share}}
