"""Order O5, on the approval of personalized programs: its text composed from the agreed programs, and its paper.

The text is Russian and legal: it is composed once, edited by the curator and stored with the order. The list in the
annex is always taken from the programs themselves.
"""

from mentoring.lib.dates import date_numeric
from mentoring.lib.grammar import Case
from people.organizations.selectors import legal_bases_on, regulation_on
from programs.orders.selectors import programs_of
from programs.orders.states import OrderKind
from reports.documents.assignment import documents_cited
from reports.documents.changes.wording import BY_ANNEX, Writer, card_of, cards_of, listed_grounds
from reports.documents.minutes import minutes_cited
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import capitalized, listed, person_in
from reports.documents.writing import OrderText, curator_words, order_paper_of, point, tagged


def compose_programs(organization, programs, *, day, curator=None, meeting=None):
    """Compose the text of O5 for agreed ``programs`` by the regulation of ``day``.

    ``meeting`` is the session of the council in whose minutes the programs stand, None cites none. Source of the
    points: domain.md §2.1 O5.
    """
    write = ProgramsWriter(OrderKind.PROGRAMS, organization, programs, day, curator)
    which = "персонализированных программ" if write.is_plural else "персонализированной программы"
    minutes = minutes_cited(meeting, write.settings) if meeting else ""
    points = tagged("утверждение", [write.approval()]) + tagged("реализация", [write.work()])
    task = f"контролировать выполнение {which} и отметки о проведённых мероприятиях"
    points += tagged("куратор", write.for_curator(task))
    return OrderText(
        heading=f"Об утверждении {which} наставничества",
        basis=write.basis(minutes),
        points=points,
        control=write.settings.orders.control,
        fields=write.fields(minutes) | {"протокол": minutes},
    )


class ProgramsWriter(Writer):
    """The sentences of an order on programs; they stand where the other orders have changes: both have a pair."""

    @property
    def in_annex(self):
        return self.is_plural

    def mentees(self, change, case):
        return listed([person_in(each, case) for each in mentees_of(change)])

    def basis(self, *further):
        """«В целях …, в соответствии с …, на основании Положения … и протокола …»."""
        acts = legal_bases_on(self.organization, self.today, self.kind)
        said = [self.settings.orders.purpose, *(act.phrase for act in acts), f"на основании {self.grounds(*further)}"]
        return capitalized(", ".join(filter(None, said)))

    def grounds(self, *further):
        cited = documents_cited(self.settings, [program.mentorship for program in self.changes])
        return listed_grounds([*cited, *filter(None, further)])

    def fields(self, *further):
        """The words of these orders that the organization's own wording may use."""
        first = min(program.starts_on for program in self.changes)
        last = max(program.ended_on or program.ends_on for program in self.changes)
        mentors = self.mentors_once(lambda program: program.mentorship.mentor_entry.employment)
        mentees = {work.pk: work for program in self.changes for work in mentees_of(program)}
        return {
            "куратор_дат": curator_words(self.settings, self.curator),
            "основания": self.grounds(*further),
            "названия": listed([f"«{program.title}»" for program in self.changes]),
            "срок_реализации": f"с {self.day(first)} по {self.day(last)}",
            "наставники_род": listed([person_in(work, Case.GENITIVE) for work in mentors]),
            "наставляемые_род": listed([person_in(work, Case.GENITIVE) for work in mentees.values()]),
        }

    def sides(self, program):
        """«(наставник – учитель …, наставляемый – учитель …)»."""
        mentee = self.settings.terms.mentee
        word = mentee.plural_nominative if len(mentees_of(program)) > 1 else mentee.nominative
        mentor = f"{self.mentor_word(program.mentorship).nominative} – {self.mentor(program, Case.NOMINATIVE)}"
        return f"({mentor}, {word} – {self.mentees(program, Case.NOMINATIVE)})"

    def approval(self):
        if self.in_annex:
            what = "персонализированные программы наставничества, согласованные их участниками,"
            return point(f"Утвердить {what} {BY_ANNEX}")
        program = self.changes[0]
        term = f"со сроком реализации с {self.day(program.starts_on)} по {self.day(program.ends_on)}"
        what = f"персонализированную программу наставничества «{program.title}» {self.sides(program)}"
        return point(f"Утвердить {what}, согласованную её участниками, {term}")

    def work(self):
        mentor, mentee = self.settings.terms.mentor, self.settings.terms.mentee
        if self.is_plural:
            who, with_whom = mentor.plural_genitive, mentee.plural_genitive
            return point(f"Возложить на {who} реализацию программ с участием {with_whom} в утверждённые сроки")
        several = len(mentees_of(self.changes[0])) > 1
        with_whom = mentee.plural_genitive if several else mentee.genitive
        return point(f"Возложить на {mentor.genitive} реализацию программы с участием {with_whom} в утверждённый срок")


def mentees_of(program):
    """The employments of those mentored in the program."""
    return [member.mentee_entry.employment for member in program.mentorship.current_members]


def program_columns(settings, *further):
    """The columns every list of programs begins with: the number, both sides, the program with its term."""
    return (
        Column("№", 5, "short"),
        Column(capitalized(settings.terms.mentor.nominative), 22, "name"),
        Column(f"{capitalized(settings.terms.mentee.nominative)} (группа)", 22, "name"),
        *further,
    )


def program_cells(number, program):
    """The cells of these columns."""
    return str(number), card_of(program.mentorship.mentor_entry.employment), cards_of(mentees_of(program))


def programs_paper(order):
    """The order as a paper; several programs stand in an annex."""
    programs = programs_of(order)
    if len(programs) < 2:
        return order_paper_of(order)
    settings = regulation_on(order.organization, order.signed_on or order.organization.today())
    columns = program_columns(settings, Column("Программа", 26), Column("Срок\nреализации", 17, "short"))
    rows = tuple(
        (
            *program_cells(number, one),
            f"«{one.title}»",
            f"с {date_numeric(one.starts_on)}\nпо {date_numeric(one.ends_on)}",
        )
        for number, one in enumerate(programs, start=1)
    )
    title = "Перечень персонализированных программ наставничества"
    return order_paper_of(order, (Annex(title, Table(columns, (RowGroup(rows),))),))
