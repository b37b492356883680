"""The figures of the monitoring as an order keeps them: as they stood when its text was composed."""

from django.utils.translation import override

from people.organizations.selectors import regulation_on
from reports.monitoring.indicators import figures
from reports.monitoring.wording import said_on_paper


def figures_kept(organization, day, codes=None):
    """The figures of ``day`` for ``Order.details``, in Russian as the paper says them: {"figures", "figures_on"}.

    They are kept, because the signature itself changes them and a paper never changes.
    """
    settings = regulation_on(organization, day)
    with override("ru"):
        rows = [
            {
                **said_on_paper(figure.indicator, settings),
                "numerator": figure.numerator,
                "denominator": figure.denominator,
                "value": figure.share_text,
            }
            for figure in figures(organization, day, codes)
        ]
    return {"figures": rows, "figures_on": day.isoformat()}
