"""The results as a workbook: the same figures as the page, from the same count."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mentoring.lib.dates import date_numeric
from mentoring.lib.sheets import ChartSpec, Column, Section, SheetSpec, write_workbook
from people.surveys.states import Kind


def results_workbook(results):
    """The bytes of the workbook of ``results`` (``results.results_of``); what is hidden there is not here either."""
    sheets = [_figures(results)]
    texts = [each for each in results.questions if each.texts]
    if texts:
        sheets.append(_texts(results, texts))
    return write_workbook(sheets)


def _heading(results):
    campaign = results.campaign
    return (
        campaign.title,
        campaign.organization.short_name,
        f"{date_numeric(campaign.opens_on)} – {date_numeric(campaign.ended_on)}",
        _("Answered: %(answered)s of %(invited)s") % {"answered": results.answered, "invited": results.invited},
    )


def _figures(results):
    columns = [
        Column("label", pgettext("noun", "Answer"), width=46, wrap=True),
        Column("count", _("People"), "int", width=10),
        Column("share", _("Share"), "percent", width=10),
        Column("mean", _("Mean"), "number", width=10),
        Column("before", _("Before"), "number", width=10),
        Column("change", _("Change"), "number", width=12),
    ]
    rows, charts = [], []
    for counted in results.questions:
        rows.append(Section(f"{counted.number}. {counted.question.text}"))
        start = len(rows)
        rows += _rows(counted)
        if counted.lines and counted.question.kind in (Kind.SCALE, Kind.CHOICE):
            charts.append(ChartSpec("column", counted.question.text, "label", ["count"], rows=(start, len(rows))))
    rows += _points(results)
    notes = [results.hidden] if results.hidden else []
    if results.before:
        notes.append(_("Compared with: %(survey)s") % {"survey": results.before.title})
    return SheetSpec(_("Results"), columns, rows, heading=_heading(results), notes=notes, charts=charts)


def _rows(counted):
    """The lines of a question; the mean and what it was before stand in the first."""
    if counted.hidden:
        return [_row(counted.hidden)]
    if counted.question.kind == Kind.TEXT:
        return [_row(_("Texts: %(n)s") % {"n": counted.answered})]
    rows = [
        _row(f"{line.group}: {line.label}" if line.group else line.label, count=line.count, share=line.share)
        for line in counted.lines
    ]
    if rows and counted.mean is not None:
        rows[0]["mean"] = round(counted.mean, 2)
    if rows and counted.delta:
        rows[0] |= {"before": round(counted.delta.before, 2), "change": round(counted.delta.change, 2)}
    return rows


def _points(results):
    if results.points is None:
        return []
    lines = [_row(line.label, count=line.count, share=line.share) for line in results.readings]
    mean = _row(_("Mean of %(most)s possible") % {"most": results.most_points}, mean=round(results.points, 2))
    return [Section(_("Sum of points")), mean, *lines]


def _row(label, **values):
    return {"label": label, "count": "", "share": "", "mean": "", "before": "", "change": ""} | values


def _texts(results, questions):
    with_names = any(name for each in questions for _text, name in each.texts)
    columns = [Column("text", pgettext("noun", "Answer"), width=80, wrap=True)]
    if with_names:
        columns.append(Column("name", _("Person"), width=24))
    rows = []
    for counted in questions:
        rows.append(Section(f"{counted.number}. {counted.question.text}"))
        rows += [{"text": text, "name": name} for text, name in counted.texts]
    return SheetSpec(_("Texts"), columns, rows, heading=_heading(results))
