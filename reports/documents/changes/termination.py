"""Order O8, on the end of mentoring: who is released from when, on what ground, which papers and payments end."""

from datetime import timedelta

from mentoring.lib.dates import date_numeric
from mentoring.lib.grammar import Case
from people.organizations.selectors import regulation_on
from programs.orders.states import OrderKind
from programs.plans.selectors import ended_labels
from programs.plans.states import ENDED
from reports.documents.changes.wording import (
    BY_ANNEX,
    IN_SENTENCES,
    Writer,
    assigned_by,
    card_of,
    cards_of,
    cause_cell,
    cause_words,
    is_resignation,
)
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import capitalized, listed, person_in, small
from reports.documents.writing import OrderText, point, tagged

# How long the search for another mentor may take, proposed to the curator.
DAYS_FOR_SEARCH = 14


def compose_termination(organization, changes, *, day, curator=None):
    """Compose the text of O8: each pair or place in a group that ends, its program, its agreement, its pay."""
    write = _Writer(OrderKind.TERMINATION, organization, changes, day, curator)
    points = tagged("прекращение", write.ends()) + tagged("изменения", write.amendments(write.void_since))
    points += tagged("программы", write.programs()) + tagged("соглашения", write.agreements())
    points += tagged("выплата", write.payment()) + tagged("куратор", write.tasks())
    return OrderText(
        heading="О прекращении наставничества",
        basis=write.basis(),
        points=points,
        control=write.settings.orders.control,
        fields=write.fields(),
    )


class _Writer(Writer):
    says_purpose = False

    def ends(self):
        if self.in_annex:
            mentors = self.settings.terms.mentor.plural_genitive
            return [point(f"Прекратить закрепление {mentors} {BY_ANNEX}")]
        return [point(self._sentence(change)) for change in self.changes]

    def _sentence(self, change):
        """«Освободить с … учителя … от обязанностей наставника …», «Прекратить с … закрепление за … наставника …»."""
        since, word = self.day(change.day), self.mentor_word(change.mentorship).genitive
        if is_resignation(change):
            mentor, mentees = self.mentor(change, Case.ACCUSATIVE), self.mentees(change, Case.GENITIVE)
            return f"Освободить с {since} {mentor} от обязанностей {word} {mentees}"
        mentees, mentor = self.mentees(change, Case.INSTRUMENTAL), self.mentor(change, Case.GENITIVE)
        return f"Прекратить с {since} закрепление за {mentees} {word} – {mentor}"

    def programs(self):
        """The programs that end with their pairs; one of a group that works on is not among them."""
        ending = [(change, program) for change in self.changes for program in _programs_of(change)]
        if not ending:
            return []
        if self.in_annex:
            return [point(f"Считать прекращёнными персонализированные программы наставничества {BY_ANNEX}")]
        labels = ended_labels(self.settings)
        return [point(self._program(change, program, labels.get(change.ground, ""))) for change, program in ending]

    def _program(self, change, program, label):
        ground, since = f" (основание по {self._regulation} – {small(label)})" if label else "", self.day(change.day)
        # Where somebody leaves, that is the ground, and the regulation has no word of its own for it.
        if cause := cause_words(change):
            ground = f" в связи с {cause}"
        return f"Считать персонализированную программу наставничества «{program.title}» прекращённой с {since}{ground}"

    @property
    def _regulation(self):
        words = {"program": "Программе", "procedure": "Порядку"}
        return words.get(self.settings.regulation.kind, "Положению")

    def agreements(self):
        """The agreements that end; the employer's notice is counted in working days (Labor Code art. 351.8)."""
        if not (self.has_agreements and self.ending):
            return []
        if self.in_annex:
            mentors = self.settings.terms.mentor.plural_genitive
            what = f"Прекратить действие дополнительных соглашений к трудовым договорам {mentors}"
            return [point(f"{what} о работе по наставничеству{self.notice(self.ending)}")]
        return self.agreement_ends(self.ending)

    def payment(self):
        return self.pay_ends(self.ending, self.settings.terms.mentor.plural_genitive)

    def tasks(self):
        """The search goes on for those who still need a mentor."""
        going = [change for change in self.changes if is_resignation(change)]
        if not going:
            return self.for_curator()
        word = self.settings.terms.mentor.genitive
        due = f"в срок до {self.day(max(change.day for change in going) + timedelta(days=DAYS_FOR_SEARCH))}"
        if self.in_annex:
            return self.for_curator(f"подобрать {due} {word} тем, кто в нём нуждается")
        left = [person_in(work, Case.GENITIVE) for change in going for work in change.mentees]
        return self.for_curator(f"подобрать {due} {word} для {listed(left)}")


def _programs_of(change):
    return list(change.mentorship.programs.exclude(state__in=ENDED)) if change.concerns_all else []


def termination_annexes(order, changes):
    """The list of a longer order."""
    if len(changes) <= IN_SENTENCES:
        return ()
    terms = regulation_on(order.organization, order.signed_on or order.organization.today()).terms
    columns = (
        Column("№", 5, "short"),
        Column(capitalized(terms.mentor.nominative), 22, "name"),
        Column(capitalized(terms.mentee.nominative), 22, "name"),
        Column("С даты", 14, "short"),
        Column("Приказ\nо закреплении", 18),
        Column("Основание", 18),
    )
    rows = tuple(
        (
            str(number),
            card_of(change.mentorship.mentor_entry.employment),
            cards_of(change.mentees),
            date_numeric(change.day),
            assigned_by(change),
            cause_cell(change),
        )
        for number, change in enumerate(changes, start=1)
    )
    return (Annex("Прекращение закрепления", Table(columns, (RowGroup(rows),))),)
