"""Order O4, on the assignment of mentoring pairs and groups: its text composed from the data, and its paper.

The text is Russian and legal: it is composed once, edited by the curator and stored with the order. The annex,
the head, the signature and those to be acquainted are always taken from the data.
"""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from mentoring.lib.dates import date_numeric, date_words
from mentoring.lib.grammar import PLURAL, Case, agree, decline_post
from people.organizations.regulations import agreement_required
from people.organizations.selectors import head_on, regulation_on
from programs.mentorships.selectors import Regulations
from programs.mentorships.states import Structure
from programs.orders.selectors import mentorships_of, subjects_of
from programs.orders.states import OrderKind
from reports.documents.heads import letterhead_of, signatory_of
from reports.documents.papers import (
    Acquainted,
    Annex,
    Column,
    GostEdition,
    OrderPaper,
    Point,
    RowGroup,
    Table,
)
from reports.documents.wording import capitalized, listed, name_in, person_in, post_in, small

# Up to so many pairs stand in the points as sentences; more go to an annex.
IN_SENTENCES = 3
DAYS_FOR_PROGRAMS = 14


@dataclass(frozen=True)
class AssignmentText:
    """What the curator gets to edit; ``points`` as the order stores them."""

    heading: str
    basis: str
    points: list
    control: str


def programs_due_on(mentorships, day):
    """The day proposed for the programs: two weeks after the work starts, or after ``day`` if it began before."""
    return max(day, min(row.starts_on for row in mentorships)) + timedelta(days=DAYS_FOR_PROGRAMS)


def compose_assignment(organization, mentorships, *, day, curator=None, due_on=None):
    """Compose the text of O4 for ``mentorships`` by the regulation in force on ``day``.

    ``curator`` is the employment of whoever keeps the work going (None leaves the name out), ``due_on`` the last
    day for the programs. Source of the points: domain.md §2.1 O4, §4; acts cited: the regulation's own list.
    """
    settings = regulation_on(organization, day)
    write = _Writer(settings, Regulations(organization), mentorships)
    points = [*write.assignments(), *write.programs(due_on or programs_due_on(mentorships, day))]
    points += [*write.agreements(day), *write.curator(curator)]
    return AssignmentText(
        heading=f"О закреплении {_what(mentorships, 'genitive')}",
        basis=_basis(settings, mentorships),
        points=points,
        control=settings.orders.control,
    )


class _Writer:
    """The points in the words of one regulation."""

    def __init__(self, settings, regulations, mentorships):
        self.settings, self.regulations, self.mentorships = settings, regulations, mentorships

    def day(self, day):
        return date_words(day) if self.settings.orders.date_style == "words" else date_numeric(day)

    @property
    def curators_title(self):
        return decline_post(self.settings.curator.title_text, Case.DATIVE)

    def assignments(self):
        if len(self.mentorships) <= IN_SENTENCES:
            return [_point(self.sentence(row)) for row in self.mentorships]
        mentors = self.settings.terms.mentor.plural_genitive
        where = _what(self.mentorships, "prepositional")
        return [_point(f"Закрепить {mentors} в {where} согласно приложению к настоящему приказу.")]

    def sentence(self, mentorship):
        """«Закрепить за учителем физики Черных Львом Львовичем наставника – учителя … на период с … по …»."""
        mentees = listed([person_in(each, Case.INSTRUMENTAL) for each in _mentees(mentorship)])
        mentor = person_in(mentorship.mentor_entry.employment, Case.ACCUSATIVE)
        kinds = ", ".join(small(label) for label in self.regulations.kind_labels(mentorship))
        period = f"на период с {self.day(mentorship.starts_on)} по {self.day(mentorship.ends_on)}"
        assignment = f"Закрепить за {mentees} {self.settings.terms.mentor.genitive} – {mentor} {period}"
        form = self.regulations.form_label(mentorship)
        return f"{_ended(assignment)} Форма наставничества: «{form}»; {kinds}."

    def programs(self, due_on):
        """A single meeting («скоростное») needs no program."""
        working = [row for row in self.mentorships if not self._is_single_meeting(row)]
        if not working:
            return []
        mentor, mentee = self.settings.terms.mentor, self.settings.terms.mentee
        people = len(working) > 1
        mentors = mentor.plural_genitive if people else mentor.genitive
        mentees = mentee.plural_genitive if people or len(_mentees(working[0])) > 1 else mentee.genitive
        which, them = ("персонализированных", "программ") if people else ("персонализированной", "программы")
        return [
            _point(
                f"Возложить на {mentors} разработку с участием {mentees} {which} {them} наставничества "
                f"и представление {them} {self.curators_title} в срок до {self.day(due_on)}"
            )
        ]

    def _is_single_meeting(self, mentorship):
        settings = self.regulations.on(mentorship.starts_on)
        single = {item.code for item in settings.kinds.items if item.single_meeting}
        return set(mentorship.kinds) <= single

    def agreements(self, day):
        """Labor Code art. 351.8: the work of a mentor stands in the contract or a supplementary agreement."""
        if not agreement_required(self.settings, day):
            return []
        mentors = {row.mentor_entry_id for row in self.mentorships}
        word = self.settings.terms.mentor
        if len(mentors) == 1:
            return [_point(f"Оформить дополнительное соглашение к трудовому договору {word.genitive}.")]
        return [_point(f"Оформить дополнительные соглашения к трудовым договорам {word.plural_genitive}.")]

    def curator(self, employment):
        duty = capitalized(self.curators_title)
        if employment:
            duty += f", {person_in(employment, Case.DATIVE)}"
        pairs = _what(self.mentorships, "genitive")
        return [
            _point(f"{duty}:"),
            _point("ознакомить с настоящим приказом названных в нём лиц;", 2),
            _point(f"обеспечить организационное и методическое сопровождение {pairs};", 2),
            _point("контролировать выполнение персонализированных программ наставничества.", 2),
        ]


def _point(text, depth=1):
    return {"text": _ended(text), "depth": depth}


def _ended(text):
    """With a full stop, unless a date in words («2026 г.») or a list brought one."""
    return text if text.endswith((".", ";", ":")) else f"{text}."


def _basis(settings, mentorships):
    """«В целях …, в соответствии со статьёй …, на основании Положения … и письменных согласий …»."""
    said = [settings.orders.purpose, *(act.phrase for act in settings.legal_bases_for(OrderKind.ASSIGNMENT))]
    adoption = settings.regulation
    ours = f"на основании Положения {adoption.about}"
    if adoption.order_number and adoption.order_on:
        day = date_words if settings.orders.date_style == "words" else date_numeric
        ours += f", утверждённого приказом от {day(adoption.order_on)} № {adoption.order_number},"
    said.append(f"{ours} и {_consents(settings, mentorships)}")
    return capitalized(", ".join(filter(None, said)))


def _consents(settings, mentorships):
    mentor, mentee = settings.terms.mentor, settings.terms.mentee
    several = len(mentorships) > 1
    people = [mentor.plural_genitive if several else mentor.genitive]
    if settings.consent.mentee_required:
        many = several or len(_mentees(mentorships[0])) > 1
        people.append(mentee.plural_genitive if many else mentee.genitive)
    what = "письменных согласий" if several or len(people) > 1 else "письменного согласия"
    return f"{what} {' и '.join(people)}"


def _what(mentorships, case):
    """«наставнической пары», «наставнических групп»; pairs and groups together always in the plural."""
    words = {
        "genitive": {Structure.PAIR: ("пары", "пар"), Structure.GROUP: ("группы", "групп")},
        "prepositional": {Structure.PAIR: ("паре", "парах"), Structure.GROUP: ("группе", "группах")},
    }
    several = len(mentorships) > 1
    present = {row.structure for row in mentorships}
    nouns = [forms[several] for structure, forms in words[case].items() if structure in present]
    return f"{'наставнических' if several else 'наставнической'} {' и '.join(nouns)}"


def _mentees(mentorship):
    return [member.mentee_entry.employment for member in mentorship.current_members]


def assignment_paper(order):
    """The order as a paper: a draft is marked so, a registered one carries number, date and the signature's mark."""
    organization = order.organization
    day = order.signed_on or organization.today()
    settings = regulation_on(organization, day)
    mentorships = mentorships_of(order)
    subjects = list(subjects_of(order))
    return OrderPaper(
        letterhead=letterhead_of(organization),
        kind=(settings.orders.series_title or "Приказ").upper(),
        heading=order.heading,
        basis=tuple(line for line in order.basis.splitlines() if line.strip()),
        points=_paper_points(order.points),
        control=order.control,
        signatory=signatory_of(head_on(organization, day), _mark(order)),
        dated_on=order.signed_on,
        number=order.number_text,
        place=organization.place,
        name_in_genitive=organization.name_genitive or organization.short_name,
        acquainted_title=_acquainted_title(subjects),
        acquainted=tuple(Acquainted(one.employment.person.full_name, small(one.employment.post)) for one in subjects),
        annexes=_annexes(organization, settings, mentorships),
        acquainted_on_sheet=settings.orders.acquaintance == "table",
        numeric_date=settings.orders.date_style == "numeric",
        draft=not order.is_registered,
        edition=GostEdition(settings.gost_edition),
    )


def _paper_points(points):
    """Points with their subpoints below them."""
    nested = []
    for point in points:
        if point["depth"] == 2 and nested:
            nested[-1][1].append(Point(point["text"]))
        else:
            nested.append((point["text"], []))
    return tuple(Point(text, tuple(below)) for text, below in nested)


def _mark(order):
    """The mark of the simple electronic signature (63-FZ art. 5, 9): who and when by the organization's clock."""
    if not order.is_registered:
        return ()
    local = order.signed_at.astimezone(ZoneInfo(order.organization.time_zone))
    return ("Подписано простой электронной подписью", str(order.signer), f"{local:%d.%m.%Y %H:%M}")


def _acquainted_title(subjects):
    genders = [subject.employment.person.gender for subject in subjects]
    agreement = genders[0] if len(genders) == 1 else PLURAL
    return f"С приказом {agree(agreement, 'ознакомлен', 'ознакомлена', 'ознакомлены')}:"


def _annexes(organization, settings, mentorships):
    if len(mentorships) <= IN_SENTENCES:
        return ()
    regulations = Regulations(organization)
    rows = tuple(_row(number, row, regulations) for number, row in enumerate(mentorships, start=1))
    columns = (
        Column("№", 5, "short"),
        Column(f"{capitalized(settings.terms.mentor.nominative)}", 23, "name"),
        Column(f"{capitalized(settings.terms.mentee.nominative)} (группа)", 25, "name"),
        Column("Форма", 15),
        Column("Вид" if settings.kinds.print_as == "виды" else "Вид (форма)", 19),
        Column("Период", 17, "short"),
    )
    return (Annex(f"Список {_what(mentorships, 'genitive')}", Table(columns, (RowGroup(rows),))),)


def _row(number, mentorship, regulations):
    def card(employment):
        return f"{name_in(employment, Case.NOMINATIVE)}, {post_in(employment, Case.NOMINATIVE)}"

    mentees = [card(each) for each in _mentees(mentorship)]
    listed_mentees = (
        mentees if len(mentees) == 1 else [f"{place}) {text}" for place, text in enumerate(mentees, start=1)]
    )
    first, last = date_numeric(mentorship.starts_on), date_numeric(mentorship.ends_on)
    return (
        str(number),
        card(mentorship.mentor_entry.employment),
        "\n".join(listed_mentees),
        regulations.form_label(mentorship),
        ", ".join(regulations.kind_labels(mentorship)),
        f"с {first}\nпо {last}",
    )
