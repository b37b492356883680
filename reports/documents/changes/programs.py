"""Order O7, on the extension, the correction and the shortening of programs."""

from django.utils.translation import override

from mentoring.lib.dates import date_numeric
from mentoring.lib.grammar import Case
from people.organizations.selectors import regulation_on
from programs.applications.selectors import changes_in_words
from programs.applications.states import ApplicationKind
from programs.orders.states import OrderKind
from reports.documents.changes.wording import (
    BY_ANNEX,
    IN_SENTENCES,
    Writer,
    agreement_of,
    card_of,
    cards_of,
    cause_cell,
    place_in,
)
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import capitalized
from reports.documents.writing import OrderText, ended, point, subpoints, tagged

_K = ApplicationKind
# What the heading says where the whole order is of one kind: of one program and of several.
HEADINGS = {
    _K.EXTENSION: (
        "О продлении срока реализации персонализированной программы наставничества",
        "О продлении сроков реализации персонализированных программ наставничества",
    ),
    _K.SHORTENING: (
        "О сокращении срока реализации персонализированной программы наставничества",
        "О сокращении сроков реализации персонализированных программ наставничества",
    ),
    _K.CORRECTION: (
        "О внесении изменений в персонализированную программу наставничества",
        "О внесении изменений в персонализированные программы наставничества",
    ),
}


def compose_program_changes(organization, changes, *, day, curator=None):
    """Compose the text of O7: each program with its new last day or its new edition, and what follows from it."""
    write = _Writer(OrderKind.CHANGE, organization, changes, day, curator)
    kinds = {change.application.kind for change in changes}
    points = tagged("программы", write.programs())
    points += tagged("изменения", write.amendments(write.new_period, write.moves_the_pair))
    points += tagged("соглашения", write.agreements()) + tagged("выплата", write.payment())
    points += tagged("куратор", write.tasks())
    return OrderText(
        heading=write.heading(kinds.pop() if len(kinds) == 1 else _K.CORRECTION),
        basis=write.basis(),
        points=points,
        control=write.settings.orders.control,
        fields=write.fields(),
    )


class _Writer(Writer):
    @property
    def is_plural(self):
        """Two changes of one program are changes of one program."""
        return len({change.application.program_id for change in self.changes}) > 1

    def heading(self, kind):
        """What the order is about; one change is not called several."""
        if kind == _K.CORRECTION and len(self.changes) == 1 and len(_changed(self.changes[0].application)) == 1:
            return "О внесении изменения в персонализированную программу наставничества"
        return HEADINGS[kind][self.is_plural]

    def programs(self):
        if self.in_annex:
            what = "Внести изменения в персонализированные программы наставничества и сроки их реализации"
            return [point(f"{what} {BY_ANNEX}")]
        return [one for change in self.changes for one in self._points(change)]

    def _points(self, change):
        application = change.application
        whose = f"({self.mentor(change, Case.NOMINATIVE)} – {self.mentees(change, Case.NOMINATIVE)})"
        title = f"наставничества «{application.program.title}» {whose}"
        which, becomes = "персонализированной программы", application.new_ends_on and self.day(application.new_ends_on)
        if application.kind == _K.EXTENSION:
            was = self.day(application.program.ends_on)
            return [point(f"Продлить по {becomes} срок реализации {which} {title}, установленный ранее по {was}")]
        if application.kind == _K.SHORTENING:
            return [point(f"Сократить срок реализации {which} {title}, считать последним его днём {becomes}")]
        return _correction(application, f"персонализированную программу {title} согласно заявлению её участников")

    def moves_the_pair(self, change):
        """Whether the last day of the pair moves with that of its program."""
        application = change.application
        if application.kind == _K.EXTENSION:
            return application.new_ends_on > change.mentorship.ends_on
        ends_with_program = change.mentorship.ends_on <= application.program.ends_on
        return application.kind == _K.SHORTENING and ends_with_program

    def new_period(self, change):
        """«Внести изменения в приказ …: в пункте 1 слова «по 31 мая 2027 г.» заменить словами «по 30 июня …»»."""
        was, becomes = (self.day(day) for day in (change.mentorship.ends_on, change.application.new_ends_on))
        place = place_in(change.amends, change.mentees)
        said = f"Внести изменения в приказ {self.cited(change.amends)}:"
        if place and any(was in one["text"] for one in change.amends.points):
            return f"{said} в пункте {place} слова «по {was}» заменить словами «по {becomes}»"
        whom = self.mentees(change, Case.INSTRUMENTAL)
        return f"{said} считать последним днём периода закрепления за {whom} {becomes}"

    def agreements(self):
        dated = [change for change in self.changes if self.moves_the_pair(change)]
        if not (self.has_agreements and dated):
            return []
        what = "Внести изменения о сроке работы по наставничеству в"
        if self.in_annex:
            mentors = self.settings.terms.mentor.plural_genitive
            return [point(f"{what} дополнительные соглашения к трудовым договорам {mentors}")]
        mentors = list({change.mentorship.mentor_entry_id: change for change in dated}.values())
        works = [change.mentorship.mentor_entry.employment for change in mentors]
        return [point(f"{what} {agreement_of(works, 'accusative')}")]

    def payment(self):
        dated = any(self.moves_the_pair(change) for change in self.changes)
        return [point("Выплату за наставничество производить по новый день окончания работы")] * (
            self.is_paid and dated
        )

    def tasks(self):
        which = "персонализированных программ" if self.is_plural else "персонализированной программы"
        return self.for_curator(f"контролировать выполнение {which} наставничества с учётом изменений")


def _correction(application, program):
    """«Внести изменение в …, изложив раздел «…» в следующей редакции: «…»», several as subpoints."""
    changed = _changed(application)
    if not changed:
        return [point(f"Внести изменения в {program}")]
    if len(changed) == 1:
        return [point(f"Внести изменение в {program}, {_amendment(changed[0], _DONE)}")]
    said = subpoints([_amendment(each, _TO_DO) for each in changed])
    return [point(f"Внести в {program} следующие изменения:"), *said]


def _changed(application):
    """The Differences of a correction; an order is Russian, whatever language it is composed from."""
    with override("ru"):
        return changes_in_words(application)


# The verbs of an amendment: to word anew, to take out, to put in.
_TO_DO, _DONE = ("изложить", "исключить", "включить"), ("изложив", "исключив", "включив")


def _amendment(each, verbs):
    """«раздел «Условия работы» изложить в следующей редакции: «…»»; ``verbs`` are _TO_DO or _DONE."""
    reword, remove, add = verbs
    was, now = each.was.rstrip(". "), each.now.rstrip(". ")
    if each.event == "":
        return f"{remove} из плана мероприятие «{was}»" if was else f"{add} в план мероприятие «{now}»"
    place = f"раздел «{capitalized(each.label)}»"
    if each.event:
        place = f"позицию «{capitalized(each.name)}» мероприятия «{each.event}»"
    return f"{reword} {place} в следующей редакции: «{now}»" if now else f"{remove} {place}"


def program_annexes(order, changes):
    """The list of a longer order."""
    if len(changes) <= IN_SENTENCES:
        return ()
    terms = regulation_on(order.organization, order.signed_on or order.organization.today()).terms
    columns = (
        Column("№", 5, "short"),
        Column("Программа", 20),
        Column(capitalized(terms.mentor.nominative), 20, "name"),
        Column(capitalized(terms.mentee.nominative), 20, "name"),
        Column("Изменение", 19),
        Column("Основание", 16),
    )
    rows = tuple(
        (
            str(number),
            f"«{change.application.program.title}»",
            card_of(change.mentorship.mentor_entry.employment),
            cards_of(change.mentees),
            _cell(change.application),
            cause_cell(change),
        )
        for number, change in enumerate(changes, start=1)
    )
    return (Annex("Изменения персонализированных программ наставничества", Table(columns, (RowGroup(rows),))),)


def _cell(application):
    last = date_numeric(application.new_ends_on) if application.new_ends_on else ""
    words = {_K.EXTENSION: f"продлить по {last}", _K.SHORTENING: f"сократить, последний день {last}"}
    changed = ""
    if application.kind == _K.CORRECTION:
        changed = "\n".join(ended(capitalized(_amendment(each, _TO_DO))) for each in _changed(application))
    return words.get(application.kind, changed or "изменить содержание и план мероприятий")
