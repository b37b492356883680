"""A tariff list as a school keeps it: headings over two rows, a row of column numbers, totals, and its own words."""

import datetime
import io

from openpyxl import Workbook, load_workbook

NAME = "Тарификация 2026.xlsx"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADING = (
    ("№ п/п", "Ф.И.О.", "Должность, предмет", "Дата рождения", "Квалификация", None, "Стаж", "Площадка", "Эл. почта"),
    (None, None, None, None, "Образо-\nвание", "Категория", "педагоги-\nческой работы", None, None),
)
MERGED = ("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "H3:H4", "I3:I4")
PLACE = "ул. Садовая, 4"
ALIKE, RENAMED, KNOWN = "Березкина Алла Юрьевна", "Воронова Нина Олеговна", "Мкртчян Ашот Гургенович"
ALIKE_KNOWN, RENAMED_KNOWN = "Берёзкина Алла Юрьевна", "Лапина Нина Олеговна"
WITH_MAIL, WITHOUT_MAIL, BAD = "Ковалёва Дарья Сергеевна", "Зайцев Пётр Ильич", "Кривцова Елена Павловна"
MAIL, BAD_DAY = "kovaleva@school.example", "пятого мая"
ROWS = (
    (1, ALIKE, "учитель, история", None, "высшее", "высшая", None, PLACE, None),
    (2, RENAMED, "учитель, биология", datetime.date(1988, 4, 12), "высшее", "первая", None, PLACE, None),
    (3, KNOWN, "педагог-психолог", None, "высшее", "высшая", None, PLACE, None),
    (4, WITH_MAIL, "учитель, физика", datetime.date(2003, 2, 3), "высшее", "б/к", "0/2", PLACE, MAIL),
    (5, WITHOUT_MAIL, "учитель, технология", datetime.date(1979, 6, 30), "высшее", "1 кв. кат.", "21/0", PLACE, None),
    (6, BAD, "учитель, химия", BAD_DAY, "высшее", "б/к", "7/0", PLACE, None),
)


def tariff_list():
    """The workbook as a file for the browser."""
    workbook, stream = Workbook(), io.BytesIO()
    sheet = workbook.active
    sheet.append(["Утверждаю", None, None, "Директор"])
    sheet.append(["ТАРИФИКАЦИОННЫЙ СПИСОК НА 1 СЕНТЯБРЯ 2026 ГОДА"])
    for row in (*HEADING, range(1, 10), *ROWS, (None, "ИТОГО:", len(ROWS))):
        sheet.append(list(row))
    for area in MERGED:
        sheet.merge_cells(area)
    workbook.save(stream)
    return as_upload(NAME, stream.getvalue())


def as_upload(name, content):
    return {"name": name, "mimeType": KIND, "buffer": content}


def failed_rows(content):
    """What a workbook of rows to mend holds: {name in full: {heading: cell}}."""
    head, *rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return {row["Ф.И.О."]: row for row in (dict(zip(head, each, strict=True)) for each in rows)}


def mend(content, was, now):
    """The workbook with every cell that says ``was`` saying ``now``."""
    workbook, stream = load_workbook(io.BytesIO(content)), io.BytesIO()
    for row in workbook.active.iter_rows():
        for cell in row:
            cell.value = now if cell.value == was else cell.value
    workbook.save(stream)
    return stream.getvalue()
