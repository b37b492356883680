"""Order O4, on the assignment of mentoring pairs and groups: its text composed from the data, and its paper.

The text is Russian and legal: it is composed once, edited by the curator and stored with the order. The annex,
the head, the signature and those to be acquainted are always taken from the data.
"""

from datetime import timedelta

from mentoring.lib.dates import NBSP, add_working_days, date_numeric
from mentoring.lib.grammar import Case, decline_post
from people.organizations.regulations import agreement_required
from people.organizations.selectors import legal_bases_on, regulation_on
from programs.mentorships.selectors import Regulations, mentor_word
from programs.mentorships.states import Structure
from programs.orders.selectors import mentorships_of
from programs.orders.states import OrderKind
from reports.documents.approval import approved_document
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import capitalized, listed, name_in, person_in, post_in, small
from reports.documents.writing import (
    OrderText,
    agreements_order,
    curator_words,
    day_in,
    ended,
    kinds_words,
    order_paper_of,
    point,
    tagged,
)

# Up to so many pairs stand in the points as sentences; more go to an annex.
IN_SENTENCES = 3
DAYS_FOR_PROGRAMS = 14


def programs_due_on(mentorships, day, within=None):
    """The day proposed for the programs of an order of ``day``.

    ``within`` working days after the order where the regulation says so (``program.plan_within``); otherwise two
    weeks after the work starts, or after ``day`` if it began before.
    """
    if within:
        return add_working_days(day, within)
    return max(day, min(row.starts_on for row in mentorships)) + timedelta(days=DAYS_FOR_PROGRAMS)


def compose_assignment(organization, mentorships, *, day, curator=None, due_on=None):
    """Compose the text of O4 for ``mentorships`` by the regulation in force on ``day``.

    ``curator`` is the employment of whoever keeps the work going (None leaves the name out), ``due_on`` the last
    day for the programs. Source of the points: domain.md §2.1 O4, §4; acts cited: the regulation's own list
    with those of the authorities.
    """
    settings = regulation_on(organization, day)
    write = _Writer(settings, Regulations(organization), mentorships)
    due_on = due_on or programs_due_on(mentorships, day, settings.program.plan_within)
    points = tagged("закрепление", write.assignments()) + tagged("программы", write.programs(due_on))
    points += tagged("соглашения", write.agreements(day)) + tagged("выплата", write.payment())
    points += tagged("куратор", write.curator(curator))
    cited = documents_cited(settings, mentorships)
    return OrderText(
        heading=_heading(mentorships),
        basis=_basis(settings, legal_bases_on(organization, day, OrderKind.ASSIGNMENT), mentorships),
        points=points,
        control=settings.orders.control,
        fields={
            "куратор_дат": curator_words(settings, curator),
            "положение": ", ".join(cited),
            "согласия": _consents(settings, mentorships),
            "срок_программ": day_in(settings, due_on),
        },
    )


def _heading(mentorships):
    """«О закреплении наставнических пар», «О включении в наставническую группу», or both."""
    new, joining = _new(mentorships), [row for row in mentorships if row.is_joining]
    into = f"включении в {'наставнические группы' if len(joining) > 1 else 'наставническую группу'}"
    said = [f"закреплении {_what(new, 'genitive')}"] if new else []
    return f"О {' и '.join(said + ([into] if joining else []))}"


def _new(mentorships):
    """The pairs and groups that begin; whoever joins a group at work is not one."""
    return [row for row in mentorships if not row.is_joining]


class _Writer:
    """The points in the words of one regulation."""

    def __init__(self, settings, regulations, mentorships):
        self.settings, self.regulations, self.mentorships = settings, regulations, mentorships

    def day(self, day):
        return day_in(self.settings, day)

    @property
    def curators_title(self):
        return decline_post(self.settings.curator.title_text, Case.DATIVE)

    def assignments(self):
        if len(self.mentorships) <= IN_SENTENCES:
            return [point(self.sentence(row)) for row in self.mentorships]
        mentors, mentees = self.settings.terms.mentor.plural_genitive, self.settings.terms.mentee.plural_genitive
        new, points = _new(self.mentorships), []
        if new:
            where = _what(new, "prepositional")
            points.append(point(f"Закрепить {mentors} в {where} согласно приложению к настоящему приказу."))
        if len(new) < len(self.mentorships):
            words = f"Включить {mentees} в действующие наставнические группы согласно приложению к настоящему приказу."
            points.append(point(words))
        return points

    def sentence(self, mentorship):
        if mentorship.is_joining:
            return self.joining(mentorship)
        return assignment_sentence(self.settings, self.regulations, mentorship)

    def joining(self, mentorship):
        """«Включить в действующую наставническую группу (наставник – учитель …) учителя химии … на период с … по …»."""
        mentees = listed([person_in(each, Case.ACCUSATIVE) for each in _mentees(mentorship)])
        word = mentor_word(self.settings, mentorship).nominative
        mentor = person_in(mentorship.mentor_entry.employment, Case.NOMINATIVE)
        period = f"на период с {self.day(mentorship.starts_on)} по {self.day(mentorship.ends_on)}"
        return ended(f"Включить в действующую наставническую группу ({word} – {mentor}) {mentees} {period}")

    def programs(self, due_on):
        """A single meeting («скоростное») needs no program, and a group at work has one."""
        working = [row for row in _new(self.mentorships) if not self._is_single_meeting(row)]
        if not working:
            return []
        mentor, mentee = self.settings.terms.mentor, self.settings.terms.mentee
        people = len(working) > 1
        mentors = mentor.plural_genitive if people else mentor.genitive
        mentees = mentee.plural_genitive if people or len(_mentees(working[0])) > 1 else mentee.genitive
        which, them = ("персонализированных", "программ") if people else ("персонализированной", "программы")
        return [
            point(
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
        order = agreements_order(self.settings, min(row.starts_on for row in self.mentorships), day)
        if len(mentors) == 1:
            return [point(f"{order} дополнительное соглашение к трудовому договору {word.genitive}.")]
        return [point(f"{order} дополнительные соглашения к трудовым договорам {word.plural_genitive}.")]

    def payment(self):
        """What the mentors are paid: the conditions stand in the agreement (Labor Code art. 351.8), the sum here."""
        rule = self.settings.payment
        if rule.kind == "none":
            return []
        whose = f" за каждого {self.settings.terms.mentee.genitive}" if rule.per_mentee else ""
        return [point(f"Установить {payment_words(rule)}{whose} на период наставничества")]

    def curator(self, employment):
        duty = capitalized(curator_words(self.settings, employment))
        new = _new(self.mentorships)
        pairs = _what(new, "genitive") if new else _groups(self.mentorships)
        one = len(self.mentorships) == 1
        programs = "персонализированной программы" if one else "персонализированных программ"
        return [
            point(f"{duty}:"),
            point("ознакомить с настоящим приказом названных в нём лиц;", 2),
            point(f"обеспечить организационное и методическое сопровождение {pairs};", 2),
            point(f"контролировать выполнение {programs} наставничества.", 2),
        ]


def assignment_sentence(settings, regulations, mentorship, since=None):
    """«Закрепить за учителем физики Черных Львом Львовичем наставника – учителя … на период с … по …».

    ``since`` is the first day where it is not that of the period.
    """
    mentees = listed([person_in(each, Case.INSTRUMENTAL) for each in _mentees(mentorship)])
    mentor = person_in(mentorship.mentor_entry.employment, Case.ACCUSATIVE)
    kinds = kinds_words(settings, [small(label) for label in regulations.kind_labels(mentorship)])
    first = day_in(settings, since or mentorship.starts_on)
    period = f"на период с {first} по {day_in(settings, mentorship.ends_on)}"
    word = mentor_word(settings, mentorship).genitive
    form = regulations.form_label(mentorship)
    return f"{ended(f'Закрепить за {mentees} {word} – {mentor} {period}')} Форма наставничества: «{form}»{kinds}."


def payment_words(rule):
    """«доплату за наставничество в размере 3 000 рублей в месяц», «15 процентов …», «коэффициент 0,5 …»."""
    number = f"{rule.amount.normalize():,f}".replace(",", NBSP).replace(".", ",")
    if rule.kind == "coefficient":
        return f"за наставничество коэффициент {number} к должностному окладу"
    forms = ("рубль", "рубля", "рублей") if rule.kind == "sum" else ("процент", "процента", "процентов")
    # «в размере» asks for the genitive; a fraction takes the singular: «12,5 процента».
    whole = rule.amount == int(rule.amount)
    noun = (
        (forms[1] if int(rule.amount) % 10 == 1 and int(rule.amount) % 100 != 11 else forms[2]) if whole else forms[1]
    )
    unit = "в месяц" if rule.kind == "sum" else "должностного оклада"
    return f"доплату за наставничество в размере {number} {noun} {unit}"


def _basis(settings, acts, mentorships):
    """«В целях …, в соответствии со статьёй …, на основании Положения … и письменных согласий …»."""
    said = [settings.orders.purpose, *(act.phrase for act in acts)]
    cited = documents_cited(settings, mentorships)
    ours = f"на основании {', '.join(cited)}{',' if ', утвержд' in cited[-1] else ''}"
    said.append(f"{ours} и {_consents(settings, mentorships)}")
    return capitalized(", ".join(filter(None, said)))


def documents_cited(settings, mentorships):
    """The regulations the pairs are run by, in the genitive, each once: «Положения о …, утверждённого …»."""
    documents = {document.title: document for document in map(settings.document_for, _forms(mentorships))}
    return [approved_document(settings, document) for document in documents.values()]


def _forms(mentorships):
    """The forms of the pairs, each once, in the order of the pairs."""
    return list(dict.fromkeys(row.form for row in mentorships))


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


def _groups(joinings):
    return "наставнических групп" if len(joinings) > 1 else "наставнической группы"


def _mentees(mentorship):
    return [member.mentee_entry.employment for member in mentorship.current_members]


def assignment_paper(order):
    """The order as a paper; many pairs stand in an annex."""
    organization = order.organization
    settings = regulation_on(organization, order.signed_on or organization.today())
    annexes = _annexes(organization, settings, mentorships_of(order)) if order.lines.count() > IN_SENTENCES else ()
    return order_paper_of(order, annexes)


def _annexes(organization, settings, mentorships):
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
    new = _new(mentorships)
    listed_pairs = _what(new, "genitive") if new else _groups(mentorships)
    return (Annex(f"Список {listed_pairs}", Table(columns, (RowGroup(rows),))),)


def _kinds_cell(labels):
    """«Ситуационное наставничество, традиционная форма»: a capital for the first only."""
    return ", ".join([label if place == 0 else small(label) for place, label in enumerate(labels)])


def _row(number, mentorship, regulations):
    def card(employment):
        return f"{name_in(employment, Case.NOMINATIVE)}, {post_in(employment, Case.NOMINATIVE)}"

    mentees = [card(each) for each in _mentees(mentorship)]
    role = f" ({regulations.mentor_word(mentorship).nominative})" if mentorship.mentor_role else ""
    listed_mentees = (
        mentees if len(mentees) == 1 else [f"{place}) {text}" for place, text in enumerate(mentees, start=1)]
    )
    if mentorship.is_joining:
        listed_mentees = [f"{text} – включить в действующую группу" for text in mentees]
    first, last = date_numeric(mentorship.starts_on), date_numeric(mentorship.ends_on)
    return (
        str(number),
        card(mentorship.mentor_entry.employment) + role,
        "\n".join(listed_mentees),
        f"«{regulations.form_label(mentorship)}»",
        _kinds_cell(regulations.kind_labels(mentorship)),
        f"с {first}\nпо {last}",
    )
