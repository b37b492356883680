"""The words of one regulation, in the forms its sentences need."""

from babel import Locale

from mentoring.lib.grammar import Case, decline_post, decline_thing, plural
from reports.documents.papers import Clause
from reports.documents.wording import listed, small

# The document by its kind: nominative with «настоящий», genitive and accusative.
THIS = {
    "regulation": ("настоящее Положение", "настоящего Положения", "Положение"),
    "program": ("настоящая Программа", "настоящей Программы", "Программу"),
    "procedure": ("настоящий Порядок", "настоящего Порядка", "Порядок"),
}
ATTACHED = {"regulation": "прилагаемое", "program": "прилагаемую", "procedure": "прилагаемый"}
ROLES = {
    "director": "руководитель",
    "curator": "куратор",
    "council": "совет наставников",
    "psychologist": "педагог-психолог",
    "sysadmin": "системный администратор",
    "staff": "педагогические работники",
}


class Words:
    """Ready forms of the words a regulation uses again and again."""

    def __init__(self, settings):
        self.settings = settings
        terms = settings.terms
        self.mentor, self.mentee, self.teacher = terms.mentor, terms.mentee, terms.teacher
        self.head, self.difficulty, self.organization = terms.head, terms.difficulty, terms.organization
        self.this, self.of_this, self.accusative = THIS[settings.regulation.kind]
        self.document = self.accusative if settings.regulation.kind != "program" else "Программа"

    def role(self, code):
        """The one who holds a role, as this organization says it."""
        own = {"director": self.head.nominative, "mentor": self.mentor.nominative, "mentee": self.mentee.nominative}
        return (own | {"council": self.settings.council.label}).get(code) or ROLES[code]

    def of_role(self, code):
        """The same in the genitive."""
        own = {"director": self.head.genitive, "mentor": self.mentor.genitive, "mentee": self.mentee.genitive}
        if code == "council":
            return decline_thing(self.settings.council.label, Case.GENITIVE)
        return own.get(code) or decline_post(ROLES[code], Case.GENITIVE)

    @property
    def to_mentor(self):
        return decline_post(self.mentor.nominative, Case.DATIVE)

    @property
    def by_head(self):
        return decline_post(self.head.nominative, Case.INSTRUMENTAL)


def clause(text, items=(), *, proper=False, alone=""):
    """A clause with a full stop, or with its items: «…;», the last one ended; a single item stays in the line.

    ``proper`` items are names of acts and bodies and keep their capitals. ``alone`` is the sentence a single item
    stands in («Куратором может быть {}»), where it is not that of a list.
    """
    texts = [item.rstrip(".;") if proper else small(item.rstrip(".;")) for item in items if item]
    if not texts:
        return Clause(text if text.endswith((".", ":")) else f"{text}.")
    if len(texts) == 1:
        return Clause(f"{alone.format(texts[0]) if alone else f'{text}: {texts[0]}'}.")
    *others, last = texts
    return Clause(f"{text.rstrip('.:')}:", (*(f"{item};" for item in others), f"{last}."))


def labels(items):
    """The labels of a list of choices."""
    return [item.label for item in items]


def years(number):
    """«5 лет», «1 года»: as after «не менее»."""
    return f"{number} {plural(number, 'года', 'лет', 'лет')}"


def months(number):
    """«12 месяцев», «1 месяца»: as after «до» and «от»."""
    return f"{number} {plural(number, 'месяца', 'месяцев', 'месяцев')}"


def plain_months(number):
    """«12 месяцев», «3 месяца»: as a length by itself."""
    return f"{number} {plural(number, 'месяц', 'месяца', 'месяцев')}"


def months_between(least, most):
    """«от 3 до 12 месяцев»."""
    return f"от {least} до {months(most)}"


def working_days(number):
    """«10 рабочих дней», «1 рабочего дня»: as after «в течение»."""
    return f"{number} {plural(number, 'рабочего дня', 'рабочих дней', 'рабочих дней')}"


def month_names(numbers):
    """«сентябре и январе»: as after «в»."""
    names = Locale("ru").months["stand-alone"]["wide"]
    return listed([decline_thing(names[number], Case.PREPOSITIONAL) for number in numbers])
