"""Lengths of a style sheet as points."""

POINTS = {"pt": 1, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "px": 0.75}


def length(tokens, em=12, whole=None):
    """The first length among tokens in points, None where there is none («auto»); a share is of ``whole``."""
    return next((each for each in lengths(tokens, em, whole)), None)


def lengths(tokens, em=12, whole=None):
    """All lengths among tokens in points."""
    found = []
    for token in tokens:
        if token.type == "dimension":
            unit = token.lower_unit
            found.append(token.value * (em if unit in ("em", "rem") else POINTS.get(unit, 0)))
        elif token.type == "number" and token.value == 0:
            found.append(0.0)
        elif token.type == "percentage" and whole is not None:
            found.append(token.value * whole / 100)
    return found


def of(value, room):
    """A length, or a share («42%») of the room, in points; nothing for no length."""
    if isinstance(value, str):
        return float(value[:-1]) * room / 100
    return value or 0.0
