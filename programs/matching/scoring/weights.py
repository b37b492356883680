"""How much every part counts: from 0 (not at all) to 10, the same for all pairs of one organization."""

LEAST, MOST = 0, 10
DEFAULTS = {
    "needs": 10,
    "subject": 6,
    "form": 3,
    "places": 4,
    "time": 5,
    "workplace": 3,
    "experience": 5,
    "wishes": 6,
    "history": 4,
}


def full(given):
    """``given`` weights with the default in place of whatever is missing or is no weight; unknown codes go."""
    return {code: given[code] if _is_weight(given.get(code)) else default for code, default in DEFAULTS.items()}


def _is_weight(value):
    return isinstance(value, int) and not isinstance(value, bool) and LEAST <= value <= MOST


def weigh(values, weights):
    """The weighted mean of ``values`` by code, from 0 to 100; works on numbers and on arrays alike.

    Without any weight nothing tells the pairs apart, and all of them get 0.
    """
    whole = sum(weights[code] for code in values)
    if not whole:
        return sum(values.values()) * 0.0
    return 100 * sum(value * weights[code] for code, value in values.items()) / whole
