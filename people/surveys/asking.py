"""A question as it stands on a page, and what comes back from there: pure reading, nothing is written here.

Stored answers: scale – the mark; yes or no – true or false; one of several – the number of the option from zero;
several – such numbers, or keys of the catalog; text – the text; table – {"row": column}, both from zero.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from mentoring.lib.fields import LONGEST_TEXT
from people.banks.selectors import catalog
from people.surveys.states import HIGHEST, LOWEST, Kind

YES, NO = "yes", "no"


@dataclass(frozen=True)
class Option:
    """One thing to choose: ``value`` is what the page sends."""

    value: str
    label: str
    checked: bool = False


@dataclass
class Asked:
    """One question on a page: its options, what was answered and what is wrong with it."""

    question: object
    number: int
    value: object = None
    error: str = ""
    catalog: list = field(default_factory=list)

    @property
    def name(self):
        return f"q-{self.question.code}"

    @property
    def kind(self):
        return self.question.kind

    @property
    def is_answered(self):
        return is_answered(self.question, self.value)

    @property
    def options(self):
        """What can be chosen, with what is chosen marked."""
        chosen = self._chosen()
        return [Option(value, label, value in chosen) for value, label in options_of(self.question, self.catalog)]

    @property
    def groups(self):
        """The options by direction where they come from the catalog: [(direction, [Option, …])]."""
        chosen = self._chosen()
        return [
            (direction, [Option(str(each.pk), each.name, str(each.pk) in chosen) for each in competences])
            for direction, competences in self.catalog
        ]

    @property
    def table(self):
        """The rows of a table: [(name of the field, label, [Option, …])]."""
        values = self.value if isinstance(self.value, dict) else {}
        columns = list(enumerate(self.question.options))
        return [
            (
                f"{self.name}-{row}",
                label,
                [Option(str(column), words, values.get(str(row)) == column) for column, words in columns],
            )
            for row, label in enumerate(self.question.rows)
        ]

    @property
    def words(self):
        return words_of(self.question, self.value, self.catalog)

    def _chosen(self):
        if self.value is None:
            return set()
        if self.kind == Kind.YES_NO:
            return {YES if self.value else NO}
        values = self.value if isinstance(self.value, list) else [self.value]
        return {str(value) for value in values}


def catalog_for(questions, organization):
    """The catalog of ``organization`` where a question asks for it: [(direction, [competence, …])]."""
    return catalog(organization) if any(question.source for question in questions) else []


def options_of(question, groups):
    """What a question offers: [(value sent, label), …]."""
    if question.kind == Kind.SCALE:
        return [(str(mark), str(mark)) for mark in range(LOWEST, HIGHEST + 1)]
    if question.kind == Kind.YES_NO:
        return [(YES, _("Yes")), (NO, _("No"))]
    if question.source:
        return [(str(each.pk), each.name) for _direction, competences in groups for each in competences]
    return [(str(place), label) for place, label in enumerate(question.options)]


def is_answered(question, value):
    """Whether ``value`` answers the question; of a table every row."""
    if question.kind == Kind.MATRIX:
        return isinstance(value, dict) and len(value) == len(question.rows)
    return value not in (None, "", [], {})


def ask(questions, answers, groups, errors=None):
    """The questions as a page shows them: [Asked, …]."""
    errors = errors or {}
    return [
        Asked(question, number, answers.get(question.code), errors.get(question.code, ""), groups)
        for number, question in enumerate(questions, start=1)
    ]


def read_answers(questions, sent, groups):
    """What a page sent, as (answers by code, errors by code); ``sent`` is a QueryDict.

    What is not among the options is an error and no answer; an empty answer is left out.
    """
    answers, errors = {}, {}
    for question in questions:
        value, error = _read(question, sent, groups)
        if error:
            errors[question.code] = error
        if value not in (None, "", [], {}):
            answers[question.code] = value
    return answers, errors


def missing(questions, answers):
    """Errors by code for the questions that need an answer and have none."""
    return {
        question.code: _("Mark every row, please.") if question.kind == Kind.MATRIX else _("Answer this one, please.")
        for question in questions
        if question.is_required and not is_answered(question, answers.get(question.code))
    }


def _read(question, sent, groups):
    name = f"q-{question.code}"
    if question.kind == Kind.TEXT:
        return _read_text(sent.get(name, ""))
    if question.kind == Kind.MATRIX:
        return _read_table(question, sent, name)
    offered = dict(options_of(question, groups))
    values = list(dict.fromkeys(value for value in sent.getlist(name) if value))
    if question.kind != Kind.SEVERAL:
        values = values[-1:]
    error = "" if all(value in offered for value in values) else _("Choose from what is offered.")
    known = [value for value in values if value in offered]
    if question.kind == Kind.SEVERAL:
        return [int(value) for value in known], error
    if not known:
        return None, error
    return (known[0] == YES if question.kind == Kind.YES_NO else int(known[0])), error


def _read_text(text):
    text = text.replace("\r\n", "\n").strip()
    if len(text) > LONGEST_TEXT:
        words = _("The text is too long: %(n)s characters at most. Shorten it.") % {"n": LONGEST_TEXT}
        return text, words
    return text, ""


def _read_table(question, sent, name):
    columns = {str(place): place for place in range(len(question.options))}
    given = {str(row): sent.get(f"{name}-{row}") for row in range(len(question.rows))}
    table = {row: columns[value] for row, value in given.items() if value in columns}
    wrong = any(value and value not in columns for value in given.values())
    return table, _("Choose from what is offered.") if wrong else ""


def words_of(question, value, groups):
    """An answer in words, lines for several; empty where there is none."""
    if value in (None, "", [], {}):
        return ""
    if question.kind == Kind.TEXT:
        return value
    if question.kind == Kind.MATRIX:
        return "\n".join(
            f"{label}: {question.options[value[str(row)]]}"
            for row, label in enumerate(question.rows)
            if str(row) in value
        )
    labels = dict(options_of(question, groups))
    if question.kind == Kind.YES_NO:
        return labels[YES if value else NO]
    values = value if isinstance(value, list) else [value]
    return "\n".join(labels[str(each)] for each in values if str(each) in labels)
