"""Which duties there can be at all: one question about everything the duties of an actor stand on."""

from dataclasses import dataclass
from functools import cache

from django.db.models import CharField, Value

from mentoring.lib.statements import answers, said
from people.models import (
    Agreement,
    Campaign,
    Consent,
    MenteeEntry,
    MentorEntry,
    NetworkGrant,
    Proposal,
    RegulationVersion,
    StaffImport,
)
from programs.models import (
    Application,
    CounterProposal,
    MatchPlan,
    Meeting,
    Mentorship,
    Order,
    PairVote,
    Program,
    Roadmap,
)
from reports.issued.models import IssuedPaper

# Where a row of each kind keeps the organization whose duty it is.
PLACES = {
    Agreement: "organization",
    Application: "organization",
    Campaign: "organization",
    Consent: "organization",
    CounterProposal: "mentorship__organization",
    IssuedPaper: "organization",
    MatchPlan: "organization",
    Meeting: "organization",
    MenteeEntry: "employment__organization",
    MentorEntry: "employment__organization",
    Mentorship: "organization",
    NetworkGrant: "host",
    Order: "organization",
    PairVote: "mentorship__organization",
    Program: "mentorship__organization",
    Proposal: "response__invitee__campaign__organization",
    RegulationVersion: "organization",
    Roadmap: "organization",
    StaffImport: "organization",
}


# Stands for the organization in a statement that is put together once for all of them.
HERE = -1


@dataclass(frozen=True)
class Standing:
    """Rows of a model in one of the states."""

    model: type
    states: tuple


def standing(model, *states):
    return Standing(model, states)


def needs(*grounds):
    """A duty that nobody can have without one of ``grounds``.

    A ground is a ``standing`` of the organization or a function ``(actor, day)`` that gives rows. It may hold without
    the duty; it may not fail where the duty is.
    """

    def marked(collect):
        collect.grounds = grounds
        return collect

    return marked


def possible(collectors, actor, day):
    """Those of ``collectors`` whose grounds hold: one query, however many they are."""
    grounds = dict.fromkeys(ground for collect in collectors for ground in getattr(collect, "grounds", ()))
    held = _held(list(grounds), actor, day) if grounds else set()
    return [one for one in collectors if not hasattr(one, "grounds") or not held.isdisjoint(one.grounds)]


def _held(grounds, actor, day):
    """Those of ``grounds`` for which there are rows."""
    wanted, others = {}, []
    for ground in grounds:
        if isinstance(ground, Standing):
            wanted.setdefault(ground.model, set()).update(ground.states)
        else:
            others.append(ground)
    parts = [_of_states(model, tuple(sorted(states)), actor.organization) for model, states in wanted.items()]
    parts += [said(_any(rows(actor, day), str(n))) for n, rows in enumerate(others)]
    found = set(answers(parts))
    held = {rows for n, rows in enumerate(others) if (str(n), "") in found}
    names = {ground: ground.model._meta.label for ground in grounds if isinstance(ground, Standing)}
    return held | {ground for ground, name in names.items() if any((name, state) in found for state in ground.states)}


def _of_states(model, states, organization):
    sql, params = _states(model, states)
    return sql, [organization.pk if value == HERE else value for value in params]


@cache
def _states(model, states):
    rows = model.objects.filter(**{PLACES[model]: HERE, "state__in": states})
    return said(rows.order_by().values_list(_word(model._meta.label), "state").distinct())


def _any(rows, name):
    """One line, ``name``, if there are any ``rows``."""
    return rows.order_by().values_list(_word(name), _word("")).distinct()


def _word(text):
    return Value(text, CharField())
