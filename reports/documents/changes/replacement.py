"""Order O6, on the replacement of mentors: who goes from whom to whom, what is handed over, which papers follow."""

from mentoring.lib.dates import NBSP, date_numeric
from mentoring.lib.grammar import Case, plural
from people.organizations.selectors import regulation_on
from programs.orders.states import OrderKind
from programs.plans.models import Event
from programs.plans.states import EventState, ProgramState
from reports.documents.assignment import assignment_sentence, payment_words
from reports.documents.changes.wording import (
    BY_ANNEX,
    IN_SENTENCES,
    Writer,
    agreement_of,
    assigned_by,
    card_of,
    cards_of,
    cause_cell,
)
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import capitalized, listed, person_in
from reports.documents.writing import OrderText, agreements_order, point, tagged


def compose_replacement(organization, changes, *, day, curator=None):
    """Compose the text of O6: the old assignment ends, the new one begins, unfinished events go over."""
    write = _Writer(OrderKind.REPLACEMENT, organization, changes, day, curator)
    points = tagged("закрепление", write.assignments()) + tagged("изменения", write.amendments(write.void_since))
    points += tagged("мероприятия", write.events()) + tagged("соглашения", write.agreements())
    points += tagged("выплата", write.payment()) + tagged("куратор", write.tasks())
    word = write.settings.terms.mentor
    return OrderText(
        heading=f"О замене {word.plural_genitive if write.is_plural else word.genitive}",
        basis=write.basis(write.consents()),
        points=points,
        control=write.settings.orders.control,
        fields=write.fields(write.consents()),
    )


class _Writer(Writer):
    def assignments(self):
        if self.in_annex:
            mentors = self.settings.terms.mentor.plural_genitive
            return [point(f"Прекратить прежнее закрепление и закрепить {mentors} {BY_ANNEX}")]
        return [one for change in self.changes for one in (self._end(change), self._beginning(change))]

    def _end(self, change):
        """«Прекратить с 1 декабря 2026 г. закрепление за учителем … наставника – учителя …»."""
        word = self.mentor_word(change.mentorship).genitive
        mentees, mentor = self.mentees(change, Case.INSTRUMENTAL), self.mentor(change, Case.GENITIVE)
        return point(f"Прекратить с {self.day(change.day)} закрепление за {mentees} {word} – {mentor}")

    def _beginning(self, change):
        return point(assignment_sentence(self.settings, self.regulations, change.successor, _first_day(change)))

    def events(self):
        """What the new mentors take over; nothing where the plans are done or not approved yet."""
        counts = [(change, _unfinished(change)) for change in self.changes]
        if self.in_annex:
            if not any(count for _change, count in counts):
                return []
            words = "незавершённые мероприятия персонализированных программ наставничества"
            return [point(f"Передать новым наставническим парам для продолжения работы {words}")]
        return [point(self._handover(change, count)) for change, count in counts if count]

    def _handover(self, change, count):
        title = _program_of(change).title
        events = f"{count}{NBSP}{plural(count, 'мероприятие', 'мероприятия', 'мероприятий')}"
        whom = self.successor(change, Case.DATIVE)
        return (
            f"Передать {whom} для продолжения работы незавершённые мероприятия персонализированной программы "
            f"наставничества «{title}» ({events})"
        )

    def consents(self):
        mentor, mentee = self.settings.terms.mentor, self.settings.terms.mentee
        people = [mentor.plural_genitive if self.is_plural else mentor.genitive]
        if self.settings.consent.mentee_required:
            many = self.is_plural or len(self.changes[0].mentees) > 1
            people.append(mentee.plural_genitive if many else mentee.genitive)
        what = "письменных согласий" if self.is_plural or len(people) > 1 else "письменного согласия"
        return f"{what} {' и '.join(people)}"

    def agreements(self):
        if not self.has_agreements:
            return []
        about = "о работе по наставничеству"
        begin = agreements_order(self.settings, min(map(_first_day, self.changes)), self.today)
        if self.in_annex:
            mentors = self.settings.terms.mentor.plural_genitive
            papers = "дополнительных соглашений к трудовым договорам"
            ends = f"Прекратить действие {papers} прежних {mentors} {about}{self.notice(self.ending)}"
            begins = f"{begin} дополнительные соглашения к трудовым договорам вновь закреплённых {mentors} {about}"
            return [point(text) for text in ([ends] if self.ending else []) + [begins]]
        begins = point(f"{begin} {agreement_of(self._new_mentors(), 'accusative')} {about}")
        return [*self.agreement_ends(self.ending), begins]

    def payment(self):
        word, rule = self.settings.terms.mentor, self.settings.payment
        ends = self.pay_ends(self.ending, f"прежних {word.plural_genitive}")
        if not self.is_paid:
            return ends
        whose = f" за каждого {self.settings.terms.mentee.genitive}" if rule.per_mentee else ""
        pay = f"{payment_words(rule)}{whose}"
        if self.in_annex:
            new = f"вновь закреплённых {word.plural_genitive}"
            return [*ends, point(f"Установить для {new} {pay} на период наставничества")]
        new = listed([person_in(work, Case.DATIVE) for work in self._new_mentors()])
        return [*ends, point(f"Установить на период наставничества {pay}: {new}")]

    def tasks(self):
        pairs = "пар" if self.is_plural else "пары"
        newly = "новых наставнических" if self.is_plural else "новой наставнической"
        return self.for_curator(f"обеспечить передачу дел и сопровождение {newly} {pairs}")

    def _new_mentors(self):
        return self.mentors_once(lambda change: change.successor.mentor_entry.employment)


def _first_day(change):
    """The first day of the pair that takes over."""
    return max(change.day, change.successor.starts_on)


def _program_of(change):
    return change.mentorship.programs.filter(state=ProgramState.RUNNING).first()


def _unfinished(change):
    return Event.objects.filter(
        program__mentorship=change.mentorship, program__state=ProgramState.RUNNING, state=EventState.PLANNED
    ).count()


def replacement_annexes(order, changes):
    """The list of a longer order."""
    if len(changes) <= IN_SENTENCES:
        return ()
    terms = regulation_on(order.organization, order.signed_on or order.organization.today()).terms
    columns = (
        Column("№", 5, "short"),
        Column(capitalized(terms.mentee.nominative), 20, "name"),
        Column(f"Прежний\n{terms.mentor.nominative}", 22, "name"),
        Column(f"Новый\n{terms.mentor.nominative}", 22, "name"),
        Column("Период", 18, "short"),
        Column("Основание", 17),
    )
    rows = tuple(_row(number, change) for number, change in enumerate(changes, start=1))
    title = f"Изменения в закреплении {terms.mentor.plural_genitive}"
    return (Annex(title, Table(columns, (RowGroup(rows),))),)


def _row(number, change):
    first = date_numeric(_first_day(change))
    return (
        str(number),
        cards_of(change.mentees),
        f"{card_of(change.mentorship.mentor_entry.employment)}; {assigned_by(change)}",
        card_of(change.successor.mentor_entry.employment),
        f"с {first}\nпо {date_numeric(change.successor.ends_on)}",
        cause_cell(change),
    )
