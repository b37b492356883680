"""Declension of names of bodies: «рабочую группу», «методического объединения наставников»."""

import re

from .cases import Case
from .morphology import GRAMMEMES, keep_letters, parses

_ADJECTIVES = {"ADJF", "PRTF"}
_NUMBERS = ("sing", "plur")


def decline_thing(name: str, case: Case | str) -> str:
    """Return the name of a body in the case: its first noun and the adjectives before it; the rest stays.

    «социальные сети» is declined as the plural it is. A name without a noun in the nominative is returned unchanged.
    Raises ValueError for an unknown case.
    """
    case = Case(case)
    pieces = re.split(r"(\s+)", name)
    words = pieces[::2]
    number, noun, place = _read(words)
    if noun is None:
        return name
    gender = noun.tag.gender if number == "sing" else None
    for at in range(place):
        adjective = _reading(words[at], _ADJECTIVES, number, gender)
        pieces[2 * at] = _inflect(adjective, case, number, gender, words[at]) if adjective else words[at]
    pieces[2 * place] = _inflect(noun, case, number, gender, words[place])
    return "".join(pieces)


def is_plural_thing(name: str) -> bool:
    """Whether the name is one of several things: «локальные акты», but not «положение»."""
    return _read(name.split())[0] == "plur"


def _read(words):
    """The number of the name, its first noun and the place of it; the singular is the likelier reading."""
    found = ((number, _head(words, number)) for number in _NUMBERS)
    return next(((number, *head) for number, head in found if head), (None, None, 0))


def _head(words, number):
    """The first word that is a noun and no adjective, with its place; None where there is none."""
    for place, word in enumerate(words):
        noun = _reading(word, {"NOUN"}, number)
        adjective = _reading(word, _ADJECTIVES, number)
        if noun and not adjective:
            return noun, place
        if not adjective:
            break
    return None


def _reading(word, parts_of_speech, number, gender=None):
    """The likeliest reading as a nominative of the number and the gender that agree."""
    readings = (parse for parse in parses(word) if {"nomn", number} in parse.tag and parse.tag.POS in parts_of_speech)
    return next((parse for parse in readings if gender is None or parse.tag.gender == gender), None)


def _inflect(parse, case, number, gender, written):
    """One word in the case; the accusative of things is their nominative, but for feminine ones in the singular."""
    if case == Case.ACCUSATIVE and gender != "femn":
        return written
    form = parse.inflect({GRAMMEMES[case], number})
    return keep_letters(written, form.word) if form else written


def genitive_from(name: str, case: Case | str) -> str:
    """Return in the genitive the name of a body written in ``case``: «педагогическим советом» of an instrumental.

    The words up to the first noun change, the rest stays; "" where there is no such noun. Raises ValueError for an
    unknown case.
    """
    grammemes = {GRAMMEMES[Case(case)], "sing"}
    pieces = re.split(r"(\s+)", name)
    for at in range(0, len(pieces), 2):
        readings = [parse for parse in parses(pieces[at]) if grammemes in parse.tag]
        reading = next((parse for parse in readings if parse.tag.POS in {"NOUN", *_ADJECTIVES}), None)
        if reading is None:
            return ""
        pieces[at] = _inflect(reading, Case.GENITIVE, "sing", reading.tag.gender, pieces[at])
        if reading.tag.POS == "NOUN":
            return "".join(pieces)
    return ""
