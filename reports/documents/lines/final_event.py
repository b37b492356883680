"""Order O10, on the final event: what closes the year, when and where, its program, who prepares and who judges."""

import re

from mentoring.lib.grammar import Case, decline_thing
from programs.orders.states import OrderKind
from reports.documents.lines.particulars import COMMITTEE, COMMITTEE_CHAIR, JURY, JURY_CHAIR
from reports.documents.lines.writer import Writer, hours
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import listed, name_in, person_in, post_in, small
from reports.documents.writing import TO_READ, point, tagged

# Body → (as its approval names it, as the annex names it).
BODIES = {
    (COMMITTEE_CHAIR, COMMITTEE): ("организационного комитета", "Организационный комитет"),
    (JURY_CHAIR, JURY): ("жюри", "Жюри"),
}
FUNCTIONS = {COMMITTEE_CHAIR: "председатель", COMMITTEE: "член комитета", JURY_CHAIR: "председатель", JURY: "член жюри"}


class FinalEventWriter(Writer):
    """The points of O10."""

    kind = OrderKind.FINAL_EVENT

    @property
    def heading(self):
        """«О проведении … в рамках реализации системы наставничества», where the orders of the house have that aim."""
        aim = re.match(r"в целях ((?:реализации|внедрения) .+)", self.settings.orders.purpose, re.IGNORECASE)
        return f"О проведении итогового мероприятия{f' в рамках {aim[1]}' if aim else ''}"

    def points(self):
        about = self.particulars
        when = " ".join(filter(None, (self.day(about.held_on), hours(about.begins_at))))
        held = point(f"Провести {when} {self._what} «{about.title}». Место проведения: {about.place}")
        program = [point(f"Утвердить программу мероприятия {self._annex(1)}")] if about.program else []
        points = tagged("проведение", [held]) + tagged("программа", program) + tagged("состав", self._bodies_approved())
        tasks = (
            "довести программу мероприятия до участников" if about.program else "",
            TO_READ,
        )
        return points + tagged("ответственный", self.responsible_points("подготовку и проведение мероприятия", tasks))

    def words(self):
        about = self.particulars
        return {
            "вид_вин": self._what,
            "название": about.title,
            "день": self.day(about.held_on),
            "время": hours(about.begins_at),
            "место": about.place,
            "оргкомитет": self._members(COMMITTEE_CHAIR, COMMITTEE),
            "жюри": self._members(JURY_CHAIR, JURY),
        }

    @property
    def _what(self):
        return decline_thing(small(self.particulars.type_words), Case.ACCUSATIVE)

    def _members(self, *codes):
        lines = [line for code in codes for line in self.lines if line.code == code]
        return listed([person_in(line.employment, Case.NOMINATIVE) for line in lines])

    def _bodies_approved(self):
        if not self.bodies:
            return []
        named = listed([genitive for genitive, _title, _lines in self.bodies])
        return [point(f"Утвердить состав {named} {self._annex(2 if self.particulars.program else 1)}")]

    @property
    def bodies(self):
        """The bodies somebody sits in: [(genitive, title, lines)]."""
        found = []
        for codes, (genitive, title) in BODIES.items():
            lines = [line for code in codes for line in self.lines if line.code == code]
            if lines:
                found.append((genitive, title, lines))
        return found

    def _annex(self, number):
        """«(приложение № 2)»; a single annex has no number."""
        both = self.particulars.program and self.bodies
        return f"(приложение № {number})" if both else "(приложение)"


def final_event_annexes(write):
    """The program of the event and whoever prepares and judges it."""
    annexes = []
    if write.particulars.program:
        columns = (Column("Время", 16, "short"), Column("Содержание", 52), Column("Ответственный", 32))
        rows = tuple((row.time, row.what, row.who) for row in write.particulars.program)
        title = f"Программа мероприятия «{write.particulars.title}»"
        annexes.append(Annex(title, Table(columns, (RowGroup(rows),)), approved="УТВЕРЖДЕНА"))
    if write.bodies:
        columns = (Column("№", 6, "short"), Column("Фамилия, имя, отчество", 38, "name"), Column("Должность", 34))
        columns = (*columns, Column("Обязанности", 22))
        # A single body is named in the title of the annex.
        several = len(write.bodies) > 1
        groups = tuple(
            RowGroup(tuple(_rows(lines)), title if several else "") for _genitive, title, lines in write.bodies
        )
        named = listed([genitive for genitive, _title, _lines in write.bodies])
        annexes.append(Annex(f"Состав {named}", Table(columns, groups), approved="УТВЕРЖДЁН"))
    return tuple(annexes)


def _rows(lines):
    for number, line in enumerate(lines, start=1):
        work = line.employment
        function = line.note or FUNCTIONS[line.code]
        yield str(number), name_in(work, Case.NOMINATIVE), post_in(work, Case.NOMINATIVE), function
