"""What the orders made of lines share: the regulation of the day, people in lists, the responsible, the basis."""

import re

from mentoring.lib.grammar import Case
from people.organizations.selectors import legal_bases_on, regulation_on
from reports.documents.appointment import basis_of, by_our_regulation
from reports.documents.citing import citations
from reports.documents.lines.particulars import RESPONSIBLE
from reports.documents.wording import capitalized, listed, name_in, person_in, post_in
from reports.documents.writing import OrderText, curator_points, curator_words, day_in, point, subpoints

# So many people stand in the points by name; more go to an annex.
IN_POINTS = 6
BY_ANNEX = "согласно приложению к настоящему приказу"
# The article of the Labor Code on additional work for pay, as the title of an act names it.
ADDITIONAL_WORK = re.compile(r"\b60\.2\b")


class Writer:
    """The sentences of one order in the words of the regulation of ``day``.

    ``lines`` are rows of OrderedPerson, saved or not; ``curator`` is the employment of whoever keeps the work going.
    """

    kind = None
    heading = ""
    # Whether somebody does additional work for pay by this order, so that it rests on the article on that.
    has_additional_work = True

    def __init__(self, organization, particulars, lines, *, day, curator=None, campaigns=()):
        self.organization, self.particulars, self.today = organization, particulars, day
        self.settings = regulation_on(organization, day)
        self.curator, self.campaigns = curator, list(campaigns)
        self.responsible = next((line.employment for line in lines if line.code == RESPONSIBLE), None)
        self.lines = people_of(lines)

    def text(self):
        """The whole text, as the curator gets it to edit."""
        return OrderText(
            heading=self.heading,
            basis=self.basis(),
            points=self.points(),
            control=self.settings.orders.control,
            fields=self._common_words() | self.words(),
        )

    def words(self):
        """{name: words}: the fields of this kind that the organization's own wording may use."""
        raise NotImplementedError

    def _common_words(self):
        words = {"куратор_дат": curator_words(self.settings, self.curator), "законы": citations(self.acts)}
        if self.responsible:
            words["ответственный_вин"] = person_in(self.responsible, Case.ACCUSATIVE)
            words["ответственный_дат"] = person_in(self.responsible, Case.DATIVE)
        return words

    def points(self):
        raise NotImplementedError

    def basis(self, *grounds):
        """«В целях …, по итогам …, на основании Положения …»: what is particular stands before the regulation."""
        return basis_of(self.settings, self.acts, *filter(None, grounds), self.by_regulation())

    @property
    def acts(self):
        """The acts the order cites."""
        acts = legal_bases_on(self.organization, self.today, self.kind)
        return [act for act in acts if self.has_additional_work or not ADDITIONAL_WORK.search(act.title)]

    def by_regulation(self):
        return by_our_regulation(self.settings)

    def day(self, day):
        return day_in(self.settings, day)

    def people(self, case, employment=lambda line: line.employment):
        """«учителя математики Ковальчук Марию Петровну, …»: whom the lines are about, each once."""
        works = {work.pk: work for work in map(employment, self.lines) if work}
        return listed([person_in(work, case) for work in works.values()])

    def period(self, first, last):
        """«с 1 по …», one day as itself."""
        return self.day(first) if first == last else f"с {self.day(first)} по {self.day(last)}"

    @property
    def in_annex(self):
        return len(self.lines) > IN_POINTS

    def responsible_points(self, whereof, tasks):
        """«Назначить ответственным за … *кого*», then what they are to do."""
        if self.responsible is None:
            return []
        appointed = f"Назначить ответственным за {whereof} {person_in(self.responsible, Case.ACCUSATIVE)}"
        duty, said = capitalized(person_in(self.responsible, Case.DATIVE)), list(filter(None, tasks))
        if len(said) == 1:
            return [point(appointed), point(f"{duty} {said[0]}")]
        return [point(appointed), point(f"{duty}:"), *subpoints(said)]

    def for_curator(self, *tasks, **reading):
        return curator_points(self.settings, self.curator, *tasks, **reading)


def people_of(lines):
    """The lines without whoever only answers for the matter."""
    return [line for line in lines if line.code != RESPONSIBLE]


def card_of(employment):
    """«Ковальчук Мария Петровна, учитель математики» in a cell."""
    return f"{name_in(employment, Case.NOMINATIVE)}, {post_in(employment, Case.NOMINATIVE)}"


def hours(begins_at, ends_at=None):
    """«в 14:00», «с 10:00 до 14:00», «с 10:00», «до 14:00»; "" where no hour is given."""
    if begins_at and ends_at:
        return f"с {begins_at:%H:%M} до {ends_at:%H:%M}"
    if ends_at:
        return f"до {ends_at:%H:%M}"
    return f"в {begins_at:%H:%M}" if begins_at else ""
