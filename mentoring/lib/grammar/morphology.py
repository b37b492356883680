"""The morphological dictionary, loaded once per process at first use, and letter-keeping helpers."""

from functools import cache, lru_cache
from itertools import takewhile

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

from .cases import Case

GRAMMEMES = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}


@cache
def _analyzer() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=2048)
def nominative_parses(word: str) -> tuple[Parse, ...]:
    """Return the readings of the word as a nominative singular, the likeliest first."""
    return tuple(parse for parse in _analyzer().parse(word) if {"nomn", "sing"} in parse.tag)


def parses(word: str) -> list[Parse]:
    """Return every reading of the word, the likeliest first."""
    return _analyzer().parse(word)


def inflect(parse: Parse, case: Case, written: str) -> str:
    """Return the singular form of a person's word in the case, spelled with the letters of `written`.

    The accusative of masculine words in a consonant is their genitive, for people are animate even where the
    dictionary doubts it («тьютор»).
    """
    animate = case == Case.ACCUSATIVE and "masc" in parse.tag and parse.word[-1] not in "ая"
    grammeme = GRAMMEMES[Case.GENITIVE if animate else case]
    form = parse.inflect({grammeme, "sing"})
    return keep_letters(written, form.word) if form else written


def keep_letters(written: str, form: str) -> str:
    """Give a dictionary form the capitals of the written word and its «е» where the stem was written so."""
    pairs = list(takewhile(lambda pair: _plain(pair[0]) == _plain(pair[1]), zip(written, form, strict=False)))
    stem = "".join(_like(letter, in_form) for letter, in_form in pairs)
    kept = stem + form[len(pairs) :]
    return kept.upper() if written.isupper() and len(written) > 1 else kept


def _like(letter: str, in_form: str) -> str:
    kept = _plain(in_form) if letter in "еЕ" else in_form
    return kept.upper() if letter.isupper() else kept


def _plain(letter: str) -> str:
    return letter.lower().replace("ё", "е")
