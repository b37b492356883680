"""Who walks the path in each organization: invented people, and the staff list they stand in."""

import io
from dataclasses import dataclass

from openpyxl import Workbook

HEADING = ("Табельный номер", "Ф.И.О.", "Пол", "Дата рождения", "Должность", "Дата приёма", "Педагогический стаж")
CSV, XLSX = "csv", "xlsx"


@dataclass(frozen=True)
class Someone:
    """A person of the list; ``in_order`` is the post and name in the case the order needs."""

    number: str
    name: str
    gender: str
    born: str
    post: str
    experience: str
    in_order: str

    @property
    def login(self):
        return f"person-{self.number}"

    @property
    def password(self):
        return f"Рябина-{self.number}-дуб"

    @property
    def short_name(self):
        """«Черных Л. Л.»; the patronymic «Али оглы» has one initial."""
        last, first, patronymic = self.name.split(maxsplit=2)
        return f"{last} {first[0]}. {patronymic[0]}."

    @property
    def cells(self):
        return (self.number, self.name, self.gender, self.born, self.post, "15.08.2026", self.experience)


@dataclass(frozen=True)
class Cast:
    """A pair, and a group of two mentees with a mentor of its own."""

    mentor: Someone
    mentee: Someone
    post: str
    post_accusative: str
    post_instrumental: str
    file: str = XLSX

    @property
    def leader(self):
        """The mentor of the group."""
        return Someone(
            "203", "Громова Светлана Юрьевна", "ж", "11.03.1979", self.post, "21",
            f"{self.post_accusative} Громову Светлану Юрьевну",
        )  # fmt: skip

    @property
    def group(self):
        return (
            Someone(
                "204", "Ильина Вера Олеговна", "ж", "02.07.2001", self.post, "1",
                f"{self.post_instrumental} Ильиной Верой Олеговной",
            ),
            Someone(
                "205", "Дятлов Роман Евгеньевич", "м", "19.12.1999", self.post, "2",
                f"{self.post_instrumental} Дятловым Романом Евгеньевичем",
            ),
        )  # fmt: skip

    @property
    def everybody(self):
        return (self.mentor, self.mentee, self.leader, *self.group)

    @property
    def rows(self):
        """The list with one bad row, the last: a date in words."""
        bad = ("206", "Кривцова Елена Павловна", "ж", "пятого мая", self.post, "15.08.2026", "7")
        return [HEADING, *(each.cells for each in self.everybody), bad]

    def upload(self):
        """The list as a file for the browser: a workbook, or text in Windows-1251 as older programs write it."""
        if self.file == CSV:
            text = "\r\n".join(";".join(row) for row in self.rows)
            return {"name": "Сотрудники.csv", "mimeType": "text/csv", "buffer": text.encode("cp1251")}
        workbook, stream = Workbook(), io.BytesIO()
        for row in self.rows:
            workbook.active.append(row)
        workbook.save(stream)
        return {"name": "Сотрудники.xlsx", "mimeType": "application/octet-stream", "buffer": stream.getvalue()}


CASTS = {
    "school-3": Cast(
        Someone(
            "201", "Ковальчук Мария Петровна", "ж", "05.02.1975", "учитель математики", "24",
            "учителя математики Ковальчук Марию Петровну",
        ),
        Someone(
            "202", "Черных Лев Львович", "м", "30.09.2002", "учитель физики", "0",
            "учителем физики Черных Львом Львовичем",
        ),
        "учитель русского языка", "учителя русского языка", "учителем русского языка",
    ),
    "lastochka": Cast(
        Someone(
            "201", "Шевченко Инна Олеговна", "ж", "17.06.1972", "старший воспитатель", "27",
            "старшего воспитателя Шевченко Инну Олеговну",
        ),
        Someone(
            "202", "Заяц Дарья Игоревна", "ж", "08.01.2003", "воспитатель", "1",
            "воспитателем Заяц Дарьей Игоревной",
        ),
        "воспитатель", "воспитателя", "воспитателем", CSV,
    ),
    "cdutt": Cast(
        Someone(
            "201", "Дюма Сергей Андреевич", "м", "21.10.1981", "методист", "15",
            "методиста Дюма Сергея Андреевича",
        ),
        Someone(
            "202", "Римская-Корсакова Ольга Львовна", "ж", "13.04.2000", "педагог-организатор", "2",
            "педагогом-организатором Римской-Корсаковой Ольгой Львовной",
        ),
        "педагог дополнительного образования", "педагога дополнительного образования",
        "педагогом дополнительного образования",
    ),
    "malinovskaya": Cast(
        Someone(
            "201", "Белых Анна Олеговна", "ж", "27.11.1968", "учитель химии", "31",
            "учителя химии Белых Анну Олеговну",
        ),
        Someone(
            "202", "Мельник Пётр Ильич", "м", "16.05.1998", "учитель географии", "3",
            "учителем географии Мельником Петром Ильичом",
        ),
        "учитель начальных классов", "учителя начальных классов", "учителем начальных классов", CSV,
    ),
    "lyceum-136": Cast(
        Someone(
            "201", "Сафиуллина Нурия Маратовна", "ж", "09.08.1984", "учитель-логопед", "12",
            "учителя-логопеда Сафиуллину Нурию Маратовну",
        ),
        Someone(
            "202", "Кара-оглы Тимур Али оглы", "м", "24.03.2001", "учитель истории", "1",
            "учителем истории Кара-оглы Тимуром Али оглы",
        ),
        "учитель башкирского языка", "учителя башкирского языка", "учителем башкирского языка",
    ),
}  # fmt: skip
