"""What an answer would write in a bank: pure reading of answers by the codes the templates give their questions."""

from dataclasses import dataclass, field

from people.banks.models import MenteeEntry, MentorEntry
from people.banks.states import EntryState, Level
from people.surveys.asking import words_of
from people.surveys.states import Bank

MODELS = {Bank.MENTEES: MenteeEntry, Bank.MENTORS: MentorEntry}
ENTRIES = {Bank.MENTEES: "mentee_entry", Bank.MENTORS: "mentor_entry"}
# The question that says whether the person wants to be in the bank, and the answers that mean no.
WANTS = {Bank.MENTEES: ("wants", (False,)), Bank.MENTORS: ("ready", (2,))}
# The question whose options are competences, and the level they are written with until somebody sets another.
LEVELS = {Bank.MENTEES: ("difficulties", Level.UNSURE), Bank.MENTORS: ("competences", Level.CONFIDENT)}
# Column of the card ← codes of the questions whose words go there.
COLUMNS = {
    Bank.MENTEES: {
        "request": ("request",),
        "strengths": ("strengths",),
        "wishes": ("wishes", "form"),
        "time_resource": ("time",),
    },
    Bank.MENTORS: {
        "achievements": ("achievements",),
        "interests": ("interests",),
        "wishes": ("wishes", "form"),
        "time_resource": ("time",),
    },
}
SHORT = "time_resource"


@dataclass
class Card:
    """The columns and levels a card would have; ``added`` says which of them are new, by column name."""

    bank: str
    entry: object = None
    values: dict = field(default_factory=dict)
    levels: list = field(default_factory=list)
    added: dict = field(default_factory=dict)
    added_levels: list = field(default_factory=list)

    @property
    def is_new(self):
        """Whether the person would enter the bank: never in it, or in its archive."""
        return self.entry is None or self.entry.state == EntryState.ARCHIVED

    @property
    def lines(self):
        """What would be new in the card: [(name of the column, words), …]."""
        model = MODELS[self.bank]
        return [(model._meta.get_field(name).verbose_name, words) for name, words in self.added.items()]

    @property
    def changes_nothing(self):
        return not (self.is_new or self.added or self.added_levels)


def asks_for_card(bank, questions, answers):
    """Whether the answers mean that the person wants to be in the bank."""
    code, refusals = WANTS[bank]
    if code in answers:
        return answers[code] not in refusals
    return bool(answers.get(LEVELS[bank][0]))


def card_of(bank, employment, questions, answers, groups, *, most_places=None):
    """The card of ``employment`` as it would stand with ``answers`` added to what it says; nothing is lost of it.

    ``groups`` is the catalog, ``most_places`` the most mentees the regulation gives a mentor.
    """
    entry = getattr(employment, ENTRIES[bank], None)
    by_code = {question.code: question for question in questions}
    card = Card(bank, entry)
    for column, codes in COLUMNS[bank].items():
        said = "\n".join(
            words for code in codes if code in by_code and (words := words_of(by_code[code], answers.get(code), groups))
        )
        _add_words(card, column, said)
    if bank == Bank.MENTORS:
        _add_places(card, by_code.get("capacity"), answers.get("capacity"), most_places)
    _add_levels(card, answers, groups)
    return card


def _add_words(card, column, said):
    """New words below the old ones; one's own short line stays if there is one."""
    present = getattr(card.entry, column, "")
    card.values[column] = present
    if not said or said in present or (column == SHORT and present):
        return
    said = said[:200] if column == SHORT else said
    card.values[column] = f"{present}\n{said}" if present else said
    card.added[column] = said


def _add_places(card, question, chosen, most):
    """Places are said by whoever enters the bank; a card that stands there keeps its own."""
    if not card.is_new:
        return
    places = chosen + 1 if question is not None and isinstance(chosen, int) else 1
    card.values["capacity"] = card.added["capacity"] = min(places, most) if most else places


def _add_levels(card, answers, groups):
    code, level = LEVELS[card.bank]
    rows = {} if card.entry is None else {row.competence_id: row for row in _levels(card)}
    column = "level_before" if card.bank == Bank.MENTEES else "level"
    card.levels = [(row.competence, getattr(row, column)) for row in rows.values()]
    chosen = set(answers.get(code) or ())
    for _direction, competences in groups:
        for competence in competences:
            if competence.pk in chosen and competence.pk not in rows:
                card.levels.append((competence, level))
                card.added_levels.append(competence)


def _levels(card):
    related = card.entry.needs if card.bank == Bank.MENTEES else card.entry.strengths
    return related.select_related("competence")
