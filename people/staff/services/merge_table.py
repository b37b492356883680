"""What refers to a person, a staff card or a bank entry, and what becomes of it when two of them become one.

Every reference of every app has its line here; a reference that nobody has thought of fails a test and stops a
merge. Rooms above this one are named by their labels, since this room may not import them.
"""

from dataclasses import dataclass
from enum import Enum

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from mentoring.lib.statements import answers


class Fate(Enum):
    """``MOVES``: to the one that stays. ``FOLDS``: moves unless the same stands there. ``OWN``: a step of its own."""

    MOVES = 1
    FOLDS = 2
    OWN = 3


@dataclass(frozen=True)
class Decision:
    """``same``: the columns that make two rows of a folding table the same; ``prefers``: the flag that outweighs."""

    fate: Fate
    label: str = ""
    same: tuple = ()
    prefers: str = ""
    clash: str = ""


TWO_PEOPLE = _(
    "Both take part in one pair or group, so for the system these are two people. Leave both cards; if one is not "
    "needed, note the leaving on it."
)
HELD_TWICE = _(
    "Both wait for a mentor, each with a support case of its own. Keep both cards as separate works of one person."
)
NAMED_TWICE = _("Both are named in one order in different roles. Keep both cards as separate works of one person.")
HEADED = ("people.Person", "people.Employment", "people.MentorEntry", "people.MenteeEntry")
TABLE = {
    "people.User.person": Decision(Fate.OWN),
    "people.Employment.person": Decision(Fate.OWN),
    "people.Consent.person": Decision(Fate.OWN, _("consents")),
    "programs.Member.mentor_person": Decision(Fate.MOVES, clash=TWO_PEOPLE),
    "programs.Member.mentee_person": Decision(Fate.MOVES, clash=TWO_PEOPLE),
    "people.MentorEntry.employment": Decision(Fate.OWN, _("cards in the bank of mentors")),
    "people.MenteeEntry.employment": Decision(Fate.OWN, _("cards in the bank of mentees")),
    "people.Membership.stands_in_for": Decision(Fate.MOVES, _("duties handed over")),
    "people.Invitation.employment": Decision(Fate.MOVES, _("invitations to the system")),
    "people.Head.employment": Decision(Fate.MOVES, _("periods as the head")),
    "people.ImportRow.employment": Decision(Fate.MOVES, _("rows of staff lists")),
    "people.Invitee.employment": Decision(Fate.FOLDS, _("surveys"), same=("campaign",), prefers="has_answered"),
    "people.Campaign_chosen.employment": Decision(Fate.FOLDS, same=("campaign",)),
    "people.Agreement.employment": Decision(Fate.MOVES, _("supplementary agreements")),
    "programs.Appointment.employment": Decision(Fate.FOLDS, _("duties by orders"), same=("order", "duty", "code")),
    "programs.OrderSubject.employment": Decision(
        Fate.FOLDS, _("mentions in orders"), same=("order", "role"), clash=NAMED_TWICE
    ),
    "programs.OrderVisa.employment": Decision(Fate.FOLDS, same=("order",)),
    "programs.OrderedChange.about": Decision(Fate.MOVES),
    "programs.OrderedPerson.employment": Decision(Fate.MOVES, _("lines of orders")),
    "programs.OrderedPerson.substitute": Decision(Fate.MOVES, _("substitutions by orders")),
    "programs.ApplicationConsent.employment": Decision(Fate.FOLDS, same=("application",)),
    "programs.ItemDuty.employment": Decision(Fate.FOLDS, _("items of the roadmap"), same=("item",)),
    "programs.Helper.employment": Decision(Fate.FOLDS, _("help with events"), same=("program", "state")),
    "programs.Attendance.employment": Decision(Fate.FOLDS, _("meetings"), same=("meeting",)),
    "reports.IssuedPaper.about": Decision(Fate.MOVES, _("certificates and other issued papers")),
    "reports.Commissioner.employment": Decision(Fate.FOLDS, _("commissions"), same=("paper",), prefers="is_chair"),
    "programs.Meeting.chair": Decision(Fate.MOVES),
    "programs.Meeting.secretary": Decision(Fate.MOVES),
    "people.MentorCompetence.entry": Decision(Fate.FOLDS, same=("competence",)),
    "people.Difficulty.entry": Decision(Fate.FOLDS, same=("competence",)),
    "people.EntryResult.mentor_entry": Decision(Fate.MOVES),
    "people.EntryResult.mentee_entry": Decision(Fate.FOLDS, same=("key",)),
    "programs.PlanLine.mentee_entry": Decision(Fate.FOLDS, same=("plan",)),
    "programs.PlanLine.mentor_entry": Decision(Fate.MOVES),
    "programs.PlanLine.computed_mentor": Decision(Fate.MOVES),
    "people.NetworkOffer.entry": Decision(Fate.FOLDS, _("opening for the network")),
    "people.NetworkGrant.entry": Decision(Fate.MOVES, _("work for other organizations")),
    "people.NetworkGrant.guest": Decision(Fate.MOVES, _("work for other organizations")),
    "programs.Mentorship.mentor_entry": Decision(Fate.MOVES, _("pairs and groups")),
    "programs.MatchChoice.mentee_entry": Decision(Fate.MOVES),
    "programs.MatchChoice.mentor_entry": Decision(Fate.MOVES),
    "programs.SupportCase.mentee_entry": Decision(Fate.MOVES, _("support while a mentor is sought"), clash=HELD_TWICE),
    "programs.Member.mentee_entry": Decision(Fate.MOVES, _("pairs and groups"), clash=TWO_PEOPLE),
}
ELSE = _("A part of the second card does not fit on the first. Keep both cards as separate works of one person.")
JOINED = gettext_noop("Joined with a double of this card")


@dataclass(frozen=True)
class Relation:
    """One column of one table that refers to a person, a card or an entry."""

    model: type
    column: str

    @property
    def key(self):
        return f"{self.model._meta.label}.{self.column}"

    @property
    def stands_in(self):
        """The column as the database calls it."""
        return self.model._meta.get_field(self.column).column

    @property
    def decision(self):
        """Raises KeyError for a reference nobody has decided on."""
        return TABLE[self.key]

    def rows(self, thing):
        """The rows that refer to ``thing``."""
        return self.model._base_manager.filter(**{self.column: thing.pk})

    def doubles(self, stays, goes):
        """For each row of ``goes`` its equal at ``stays`` or None: [(row, equal)]."""
        rows = list(self.rows(goes))
        if not rows or self.decision.fate != Fate.FOLDS:
            return [(row, None) for row in rows]
        names = [self.model._meta.get_field(name).attname for name in self.decision.same]
        there = {tuple(getattr(row, name) for name in names): row for row in self.rows(stays)}
        return [(row, there.get(tuple(getattr(row, name) for name in names))) for row in rows]

    def clash(self, stays, goes):
        """Why the rows of ``goes`` cannot refer to ``stays``, in words; "" if they can."""
        for row, equal in self.doubles(stays, goes):
            if equal is not None:
                continue
            setattr(row, self.column, stays)
            try:
                row.validate_constraints()
            except ValidationError:
                return self.decision.clash or ELSE
        return ""

    def take_over(self, stays, goes):
        """Let the rows of ``goes`` refer to ``stays``; of two equal rows the weightier one is left."""
        for row, equal in self.doubles(stays, goes):
            if equal is not None:
                light = equal if self._weight(row) > self._weight(equal) else row
                light.delete()
                if light is row:
                    continue
            self.model._base_manager.filter(pk=row.pk).update(**{self.column: stays.pk})

    def _weight(self, row):
        """Whether a row has been answered or acted on, and how much hangs on it."""
        flag = bool(self.decision.prefers) and getattr(row, self.decision.prefers)
        hanging = [
            each.related_model._base_manager.filter(**{each.field.name: row.pk}) for each in row._meta.related_objects
        ]
        return flag, sum(rows.count() for rows in hanging)


def relations_of(model):
    """Every column of every table that refers to ``model``, hidden ones and tables in between too."""
    for each in model._meta.get_fields(include_hidden=True):
        if each.auto_created and not each.concrete and not each.many_to_many:
            yield Relation(each.related_model, each.field.name)


def undecided():
    """References to a person, a card or an entry without a line in the table: their labels, sorted."""
    found = {relation.key for label in HEADED for relation in relations_of(apps.get_model(label))}
    return sorted(found - TABLE.keys())


def referring(thing):
    """How many rows refer to ``thing``, by relation, those of none left out: one question."""
    relations, quote = list(relations_of(type(thing))), connection.ops.quote_name
    counts = [
        (f"SELECT {n}, COUNT(*) FROM {quote(each.model._meta.db_table)} WHERE {quote(each.stands_in)} = %s", [thing.pk])
        for n, each in enumerate(relations)
    ]
    return {relations[n]: count for n, count in answers(counts) if count}


def moving(thing):
    """The references to ``thing`` that have no step of their own."""
    found = referring(thing)
    return [each for each in relations_of(type(thing)) if each.decision.fate != Fate.OWN and each in found]
