"""Declension of people's names by explicit gender.

The rules are those of petrovich; what it misses stands before it, as data in `name_rules` and as the short
rules below. Reference books disagree about some names (Айгуль); for those callers keep corrected forms.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from pytrovich.enums import Case as RuleCase
from pytrovich.enums import Gender as RuleGender
from pytrovich.enums import NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from . import name_rules as rules
from .cases import Case, Gender, Overrides, overridden
from .morphology import inflect, keep_letters, nominative_parses

NBSP = "\u00a0"
OBLIQUE = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
_VOWELS = "аеёиоуыэюя"
_CYRILLIC = re.compile(r"[А-яЁёҐ-ӿ'’]+")


class FullName(NamedTuple):
    """A name in one case; `patronymic` is empty when there is none."""

    last: str
    first: str
    patronymic: str

    @property
    def full(self) -> str:
        """«Иванову Анну Петровну», joined by plain spaces."""
        return " ".join(filter(None, self))

    @property
    def short(self) -> str:
        """«Иванову А. П.», joined by non-breaking spaces."""
        return short_name(*self)


def decline_name(
    last: str,
    first: str,
    patronymic: str | None,
    gender: Gender | str,
    case: Case | str,
    overrides: Overrides | None = None,
) -> FullName:
    """Return the name in the case.

    `overrides` holds whole names corrected by hand («Иванову Анну Петровну») by case, and wins. Words in
    Latin letters stay unchanged. Raises ValueError for an unknown gender or case.
    """
    gender, case = Gender(gender), Case(case)
    name = FullName(*(" ".join((part or "").split()) for part in (last, first, patronymic)))
    if corrected := overridden(overrides, case):
        return _split_like(name, corrected)
    if case == Case.NOMINATIVE:
        return name
    return FullName(
        _decline_part(name.last, NamePart.LASTNAME, gender, case),
        _decline_part(name.first, NamePart.FIRSTNAME, gender, case),
        _decline_part(name.patronymic, NamePart.MIDDLENAME, gender, case),
    )


def short_name(last: str, first: str, patronymic: str | None = "") -> str:
    """Return «Иванова А. П.» joined by non-breaking spaces; what is absent is left out."""
    return NBSP.join(filter(None, (last.strip(), _initial(first), _initial(patronymic))))


def initials_first(last: str, first: str, patronymic: str | None = "") -> str:
    """Return «А. П. Иванова», as under a signature, joined by non-breaking spaces."""
    return NBSP.join(filter(None, (_initial(first), _initial(patronymic), last.strip())))


def _initial(name: str | None) -> str:
    words = (name or "").split()
    return "-".join(f"{part[0].upper()}." for part in words[0].split("-") if part) if words else ""


def _split_like(name: FullName, corrected: str) -> FullName:
    """Cut a hand-corrected name into parts with as many words as the nominative has in each."""
    words = corrected.split()
    in_last, in_first = len(name.last.split()) or 1, len(name.first.split())
    cuts = (words[:in_last], words[in_last : in_last + in_first], words[in_last + in_first :])
    return FullName(*(" ".join(cut) for cut in cuts))


@lru_cache(maxsize=4096)
def _decline_part(text: str, part: NamePart, gender: Gender, case: Case) -> str:
    pieces = re.split(r"([\s-]+)", text)
    words = pieces[::2]
    if rules.FREEZING_PARTICLES & {word.lower() for word in words[1:]}:
        return text
    last = len(words) - 1
    pieces[::2] = [
        word
        if number < last and _stays_before(word.lower(), words[number + 1].lower())
        else _decline_word(word, part, gender, case)
        for number, word in enumerate(words)
    ]
    return "".join(pieces)


def _stays_before(word: str, following: str) -> bool:
    return word in rules.UNCHANGING_FIRST_PARTS or following in rules.UNCHANGING_BEFORE


def _decline_word(word: str, part: NamePart, gender: Gender, case: Case) -> str:
    if not _CYRILLIC.fullmatch(word):
        return word
    own_rule = {NamePart.LASTNAME: _surname, NamePart.FIRSTNAME: _first_name}.get(part)
    form = own_rule(word.lower(), gender, case) if own_rule else None
    return keep_letters(word, form or _by_petrovich(word.lower(), part, gender, case))


def _surname(word: str, gender: Gender, case: Case) -> str | None:
    """Return the form of a surname petrovich would miss, or None."""
    if word in rules.INDECLINABLE_SURNAMES or (gender == Gender.FEMALE and word[-1] not in "ая"):
        return word
    if word[-1] in "ая":
        return _surname_in_a(word, case)
    return _adjective_or_noun_in_i_kratkoye(word, case) or _noun_of_the_second_declension(word, case)


def _surname_in_a(word: str, case: Case) -> str | None:
    if word in rules.NOUN_SURNAMES_OF_WOMEN:
        return _with_ending(word[:-1], rules.ENDINGS_A, case)
    if word in rules.NOUN_SURNAMES_IN_AYA:
        return _with_ending(word[:-1], rules.ENDINGS_YA, case)
    if word[-2:] in ("жа", "ша", "ча", "ща", "ца") and case == Case.INSTRUMENTAL:
        return word[:-1] + ("ой" if word in rules.STRESSED_FEMININE_ENDING else "ей")
    return None


def _adjective_or_noun_in_i_kratkoye(word: str, case: Case) -> str | None:
    if not word.endswith("й"):
        return None
    one_syllable = not any(letter in _VOWELS for letter in word[:-2])
    unchanged = _by_petrovich(word, NamePart.LASTNAME, Gender.MALE, case) == word
    if unchanged or (one_syllable and word not in rules.ONE_SYLLABLE_ADJECTIVES):
        return _with_ending(word[:-1], rules.ENDINGS_I_KRATKOYE, case)
    if word.endswith("ой") and word[-3] in "гкхжшчщ":
        return _with_ending(word[:-2], rules.ENDINGS_ADJECTIVE_AFTER_VELAR, case)
    return None


def _noun_of_the_second_declension(word: str, case: Case) -> str | None:
    if word[-1] in _VOWELS:
        return None
    if word.endswith(("енок", "ёнок")):
        return _with_ending(word[:-2] + "к", rules.ENDINGS_CONSONANT, case)
    if noun := _common_noun(word):
        return inflect(noun, case, word)
    if word in rules.DECLINABLE_SURNAMES_IN_IKH:
        return _with_ending(word, rules.ENDINGS_CONSONANT, case)
    return _instrumental_in_om(word) if case == Case.INSTRUMENTAL else None


def _instrumental_in_om(word: str) -> str | None:
    """Return the form in -ом where petrovich hears no stress (Драчом) or a Russian suffix (Коэном)."""
    if word in rules.STRESSED_MASCULINE_ENDING:
        return re.sub("ем$", "ом", _by_petrovich(word, NamePart.LASTNAME, Gender.MALE, Case.INSTRUMENTAL))
    return f"{word}ом" if word.endswith(("эн", "льн")) else None


def _common_noun(word: str):
    """Return the reading as a common noun, whose fleeting vowel the surname shares (Заяц – Зайца), or None.

    Names of living beings count, and things in -ок, -ень (Волчок, Ремень); other things keep their vowel as
    surnames (Лоб – Лоба).
    """
    for parse in nominative_parses(word):
        living = "anim" in parse.tag or word.endswith(("ок", "ёк", "ень"))
        proper = {"Name", "Surn", "Patr", "Geox", "Orgn"} & parse.tag.grammemes
        if parse.is_known and living and not proper and {"NOUN", "masc"} in parse.tag:
            return parse
    return None


def _first_name(word: str, gender: Gender, case: Case) -> str | None:
    """Return the form of a first name petrovich would miss, or None."""
    if word in rules.NAMES_IN_STRESSED_IYA:
        return _with_ending(word[:-2], rules.ENDINGS_STRESSED_IYA, case)
    if word[-2:] in ("жа", "ша", "ча", "ща"):
        return _with_ending(word[:-1], rules.ENDINGS_A_AFTER_SIBILANT, case)
    return _name_of_man(word, case) if gender == Gender.MALE else _name_of_woman(word, case)


def _name_of_man(word: str, case: Case) -> str | None:
    if word in rules.NAMES_OF_MEN_IN_A:
        return _with_ending(word[:-1], rules.ENDINGS_A, case)
    if word.endswith("ек"):
        return _with_ending(word, rules.ENDINGS_CONSONANT, case)
    return f"{word}ем" if word.endswith("ц") and case == Case.INSTRUMENTAL else None


def _name_of_woman(word: str, case: Case) -> str | None:
    if word in rules.NAMES_WITH_SHORT_STEM_IN_IYA:
        return _with_ending(word[:-2], rules.ENDINGS_SHORT_IYA, case)
    return word if word.endswith("ь") and word not in rules.DECLINABLE_NAMES_IN_SOFT_SIGN else None


def _with_ending(stem: str, endings: tuple[str, ...], case: Case) -> str:
    return stem + endings[OBLIQUE.index(case)]


def _by_petrovich(word: str, part: NamePart, gender: Gender, case: Case) -> str:
    return _petrovich().make(part, RuleGender[gender.name], RuleCase[case.name], word)


@cache
def _petrovich() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()
