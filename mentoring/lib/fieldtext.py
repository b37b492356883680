"""Texts with fields, «{{name}}»: filled in from values, and made again from a text that holds the values.

Nothing in a text is run: a field is a name between two braces, and its value is put in as it is, once.
"""

import re

from django.utils.text import capfirst

FIELD = re.compile(r"(?<!\{)\{\{\s*(\w+)\s*\}\}(?!\})")
# A value shorter than this may stand in a text for any reason.
SHORTEST = 4
_EMPTY = "\0"
# What a value must not stand against to be taken for one: a letter, or a brace the field would run into.
_BEFORE, _AFTER = r"(?<![\w{])", r"(?![\w}])"


def field(name):
    """«{{name}}»."""
    return "{{" + name + "}}"


def names_in(text):
    """The names of the fields of a text in their sequence, in small letters."""
    return [name.casefold() for name in FIELD.findall(text)]


def has_loose_braces(text):
    """Whether double braces are left that make no field: one not closed, or something else than a name between."""
    rest = FIELD.sub("", text)
    return "{{" in rest or "}}" in rest


def fill(text, values):
    """The text with its fields filled in; an empty value takes its gap and its comma along.

    A value at the very start gets a capital. Raises KeyError with the name of a field without a value.
    """

    def value_of(found):
        value = values[found[1].casefold()] or _EMPTY
        return capfirst(value) if found.start() == 0 else value

    filled = FIELD.sub(value_of, text)
    return _closed_up(filled) if _EMPTY in filled else filled


def unfill(text, values):
    """The text with every value of ``values`` turned into its field, the longest first; gaps of any kind are equal.

    ``fill`` of it gives the text again.
    """
    known = {" ".join(value.split()): name for name, value in reversed(values.items()) if len(value) >= SHORTEST}
    if not known:
        return text
    words = sorted(known, key=len, reverse=True)
    start = [capfirst(word) for word in words]
    pattern = f"^(?:{_any_of(start)}){_AFTER}|(?<!^){_BEFORE}(?:{_any_of(words)}){_AFTER}"
    capital = dict(zip(start, words, strict=True))

    def name_of(found):
        said = " ".join(found[0].split())
        return field(known[capital[said] if found.start() == 0 else said])

    return re.sub(pattern, name_of, text)


def _any_of(words):
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


def _closed_up(text):
    """Without the places of empty values, and the commas and gaps that stood around them."""
    text = re.sub(rf"(?:\s*,)?\s*{_EMPTY}(?=\s*[,.;:]|\s*$)", "", text)
    text = re.sub(rf"{_EMPTY},?\s*", "", text).strip(" ,")
    return capfirst(text)
