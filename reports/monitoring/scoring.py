"""Scores of the regulation: its indicators that stand for a computed figure and give points by bands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """An indicator of the regulation beside its figure; ``band`` is None below all bands or without a share."""

    label: str
    band: object


def scores_of(figure, settings):
    """What the regulation's indicators with bands give for the figure; empty for a number that is no share."""
    if not figure.is_share:
        return []
    scored = [each for each in settings.monitoring.indicators if each.figure == figure.code and each.bands]
    # Multiplied first: 57 of 100 is 57 per cent, while 100 · 0.57 falls short of it.
    percent = 100 * figure.numerator / figure.denominator if figure.denominator else None
    return [Score(each.label, None if percent is None else each.band_of(percent)) for each in scored]
