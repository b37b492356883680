"""Charts under a table, made by openpyxl so that they live on in the workbook."""

from openpyxl.chart import BarChart, PieChart, Reference, Series
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import DataPoint
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.drawing.text import Font as DrawingFont
from openpyxl.worksheet.worksheet import Worksheet

from mentoring.lib.sheets.cells import FONT, FORMATS
from mentoring.lib.sheets.specs import ChartSpec, SheetSpec

#: Told apart in print without color too: dark, light, middle.
_COLORS = ("0E5A62", "8FB9B3", "D99A3A", "41536B", "B7C0C1", "9D2428", "566065", "C9B68C")
_CENTIMETERS_PER_CHARACTER = 0.19
_CENTIMETERS_PER_ROW = 0.53


def add_charts(
    sheet: Worksheet, spec: SheetSpec, rows: list, *, first_row: int, below: int, widths: list[float]
) -> None:
    """Put the charts of a specification one under another, from the row ``below``; none without rows."""
    if not rows:
        return
    for chart_spec in spec.charts:
        chart = _chart(sheet, spec, chart_spec, first_row, len(rows))
        chart.width = chart_spec.width or min(max(sum(widths) * _CENTIMETERS_PER_CHARACTER, 14), 25)
        chart.height = chart_spec.height
        sheet.add_chart(chart, f"A{below}")
        below += round(chart_spec.height / _CENTIMETERS_PER_ROW) + 2


def _chart(sheet: Worksheet, spec: SheetSpec, chart_spec: ChartSpec, first_row: int, count: int):
    chart = _pie() if chart_spec.kind == "pie" else _bars(chart_spec)
    start, end = chart_spec.rows or (0, count)
    top, bottom = first_row + start, first_row + min(end, count) - 1
    positions = {column.key: index for index, column in enumerate(spec.columns, start=1)}
    labels = {column.key: column for column in spec.columns}
    for number, key in enumerate(chart_spec.values[:1] if chart_spec.kind == "pie" else chart_spec.values):
        column = labels[key]
        reference = Reference(sheet, min_col=positions[key], min_row=top, max_row=bottom)
        series = Series(reference, title=column.label)
        _label_values(series, chart_spec.kind, FORMATS[column.kind])
        if chart_spec.kind == "pie":
            _color_slices(series, bottom - top + 1)
        else:
            series.graphicalProperties.solidFill = _COLORS[number % len(_COLORS)]
            chart.y_axis.number_format = "0%" if column.kind == "percent" else FORMATS[column.kind]
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=positions[chart_spec.categories], min_row=top, max_row=bottom))
    chart.title = _title(chart_spec.title, 1200)
    if chart_spec.kind != "pie" and len(chart_spec.values) == 1:
        chart.legend = None
    elif chart_spec.kind != "pie":
        chart.legend.position = "b"
    if chart.legend:
        chart.legend.txPr = _plain_letters()
    return chart


def _bars(chart_spec: ChartSpec) -> BarChart:
    chart = BarChart()
    chart.type = "col" if chart_spec.kind == "column" else "bar"
    chart.gapWidth = 60
    # Excel hides an axis of which the file does not say that it stays.
    chart.x_axis.delete = False
    chart.y_axis.delete = chart_spec.kind == "bar"
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorGridlines = None
    chart.x_axis.txPr = chart.y_axis.txPr = _plain_letters()
    if chart_spec.kind == "bar":
        chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.title = _title(chart_spec.x_title, 900) if chart_spec.x_title else None
    chart.y_axis.title = _title(chart_spec.y_title, 900) if chart_spec.y_title else None
    return chart


def _pie() -> PieChart:
    chart = PieChart()
    chart.layout = Layout(manualLayout=ManualLayout(x=0.05, y=0.2, w=0.5, h=0.72, xMode="edge", yMode="edge"))
    return chart


def _title(text: str, size: int) -> Title:
    """A title in the font of the table; ``size`` is in hundredths of a point."""
    letters = CharacterProperties(sz=size, b=True, latin=DrawingFont(typeface=FONT))
    paragraph = Paragraph(
        pPr=ParagraphProperties(defRPr=letters), r=[RegularTextRun(rPr=letters, t=str(text))], endParaRPr=None
    )
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _plain_letters() -> RichText:
    letters = CharacterProperties(sz=900, latin=DrawingFont(typeface=FONT))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)])


def _label_values(series: Series, kind: str, number_format: str) -> None:
    labels = DataLabelList()
    labels.showVal = kind != "pie"
    labels.showPercent = kind == "pie"
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showLeaderLines = False
    labels.numFmt = "0%" if kind == "pie" else number_format
    labels.txPr = _plain_letters()
    if kind == "pie":
        labels.position = "outEnd"
    series.dLbls = labels


def _color_slices(series: Series, count: int) -> None:
    for index in range(count):
        point = DataPoint(idx=index)
        point.graphicalProperties.solidFill = _COLORS[index % len(_COLORS)]
        series.data_points.append(point)
