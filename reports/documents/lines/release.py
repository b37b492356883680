"""Order O15, on release from work for an event: who, when, for what, who does the work meanwhile, pay kept."""

from mentoring.lib.grammar import Case, agree
from programs.orders.states import OrderKind
from reports.documents.appointment import by_our_regulation
from reports.documents.lines.writer import BY_ANNEX, Writer, card_of, hours
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.regulation import release_number
from reports.documents.wording import person_in
from reports.documents.writing import point, subpoints, tagged

# Labor Code art. 60.2 and 151: additional work by written consent only, its pay as the sides agree.
EXTRA_PAY = (
    "установить доплату за дополнительную работу в размере, определяемом соглашением сторон трудового договора "
    "(статьи 60.2, 151 Трудового кодекса Российской Федерации)"
)


class ReleaseWriter(Writer):
    """The points of O15."""

    kind = OrderKind.RELEASE
    heading = "Об освобождении от работы для участия в мероприятии"

    def by_regulation(self):
        """«на основании пункта 1.6 Положения …», where the regulation has it as a clause of its own."""
        ours, clause = by_our_regulation(self.settings), release_number(self.organization, self.today)
        ground = "на основании "
        return ours.replace(ground, f"{ground}пункта {clause} ", 1) if clause else ours

    def points(self):
        points = tagged("освобождение", self._released()) + tagged("замещение", self._substitutes())
        return points + tagged("куратор", self.for_curator())

    def words(self):
        about = self.particulars
        return {
            "мероприятие": about.event,
            "место": about.place,
            "когда": self.when,
            "оплата": self.pay,
            "работники_вин": self.people(Case.ACCUSATIVE),
            "замещающие_вин": self.people(Case.ACCUSATIVE, lambda line: line.substitute),
        }

    @property
    def has_additional_work(self):
        """Whoever does the work of the absent does it beside the own (Labor Code art. 60.2)."""
        return any(line.substitute_id for line in self.lines)

    @property
    def what_for(self):
        about = self.particulars
        place = f" ({about.place})" if about.place else ""
        return f"от исполнения трудовых обязанностей для участия в мероприятии «{about.event}»{place} {self.pay}"

    @property
    def pay(self):
        return f"{'с сохранением' if self.particulars.keeps_pay else 'без сохранения'} заработной платы"

    @property
    def when(self):
        about = self.particulars
        return " ".join(filter(None, (self.period(about.first_on, about.last_on), self.hours)))

    @property
    def hours(self):
        about = self.particulars
        if about.begins_at and not about.ends_at:
            return f"с {about.begins_at:%H:%M}"
        return hours(about.begins_at, about.ends_at)

    def _released(self):
        if self.in_annex:
            return [point(f"Освободить {self.when} {self.what_for} работников {BY_ANNEX}")]
        people = [person_in(line.employment, Case.ACCUSATIVE) for line in self.lines]
        if len(people) == 1:
            return [point(f"Освободить {self.when} {people[0]} {self.what_for}")]
        return [point(f"Освободить {self.when} {self.what_for}:"), *subpoints(people)]

    def _substitutes(self):
        replaced = [line for line in self.lines if line.substitute_id]
        if not replaced:
            return []
        if self.in_annex:
            whom = "работникам, названным в приложении, с их письменного согласия"
            return [point(f"Поручить замещение на это время {whom} и {EXTRA_PAY}")]
        return [
            point(
                f"Поручить {person_in(line.substitute, Case.DATIVE)} с "
                f"{agree(line.substitute.person.gender, 'его', 'её', 'их')} письменного согласия замещение на время "
                f"отсутствия {person_in(line.employment, Case.GENITIVE)} и {EXTRA_PAY}"
            )
            for line in replaced
        ]


def release_annexes(write):
    """The list of a longer order."""
    if not write.in_annex:
        return ()
    columns = (Column("№", 6, "short"), Column("Кто освобождается", 47, "name"), Column("Кто замещает", 47, "name"))
    rows = tuple(
        (str(number), card_of(line.employment), card_of(line.substitute) if line.substitute_id else "–")
        for number, line in enumerate(write.lines, start=1)
    )
    return (Annex("Список освобождаемых работников", Table(columns, (RowGroup(rows),))),)
