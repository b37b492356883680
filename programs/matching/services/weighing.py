"""Changing what the parts of the score count in an organization."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import save_version
from people.history.services import record
from programs.matching.models import MatchWeights
from programs.matching.scoring import DEFAULTS, PARTS, full

CHANGED = gettext_noop("Weights changed")


@transaction.atomic
def save_weights(organization, weights, *, by, expected_version=None, deed=CHANGED):
    """Set the weights of ``organization`` by the code of the part, from 0 to 10; the history says who changed what.

    Raises MoveRefused where nothing would count, StaleSave if somebody saved meanwhile (``expected_version``).
    Returns (before, after).
    """
    after = full(weights)
    if not any(after.values()):
        raise MoveRefused(_("With zeros alone everybody would be alike. Give at least one part a weight."))
    row = MatchWeights.objects.select_for_update().filter(organization=organization).first()
    if row is None:
        row = MatchWeights.objects.create(organization=organization, weights=dict(DEFAULTS), previous=dict(DEFAULTS))
    before = full(row.weights)
    if before == after:
        return before, after
    row.previous, row.weights = before, after
    save_version(row, ["weights", "previous"], expected=row.version if expected_version is None else expected_version)
    record(row, deed, by=by, reason=_changes(before, after))
    return before, after


def _changes(before, after):
    return "; ".join(
        f"{part.label}: {before[code]} → {after[code]}" for code, part in PARTS.items() if before[code] != after[code]
    )


def take_weights_back(organization, *, by):
    """Bring back what held before the last change. Returns (before, after), see save_weights."""
    row = MatchWeights.objects.filter(organization=organization).first()
    return save_weights(organization, row.previous if row else {}, by=by, deed=gettext_noop("Weights taken back"))


def reset_weights(organization, *, by):
    """Set the weights everybody starts from. Returns (before, after), see save_weights."""
    return save_weights(organization, DEFAULTS, by=by, deed=gettext_noop("Weights set to the initial ones"))
