"""Declension of posts: only the head declines, with the adjectives before it."""

import re

from pymorphy3.analyzer import Parse

from .cases import Case, Gender, Overrides, overridden
from .morphology import inflect, nominative_parses

_ADJECTIVES = {"ADJF", "PRTF"}
PERSONS_HELD_FOR_THINGS = frozenset({"модератор", "медиатор"})
# Words for persons the dictionary does not have, each with one that declines the same way.
DECLINED_LIKE = {"электроник": "техник"}
_GENDERS = {Gender.MALE: "masc", Gender.FEMALE: "femn"}


def decline_post(
    post: str, case: Case | str, gender: Gender | str | None = None, overrides: Overrides | None = None
) -> str:
    """Return the post in the case: «заместителя директора по УВР», «заведующую», «педагога-психолога».

    Posts after a comma or a dash decline too. `gender` only chooses between readings, it does not change the
    word: a woman appointed «заведующий» stays «заведующего». `overrides` holds whole posts corrected by hand,
    and wins. What has no head in the nominative («и. о. директора») is returned unchanged. Raises ValueError
    for an unknown gender or case.
    """
    case = Case(case)
    gender = Gender(gender) if gender else None
    if corrected := overridden(overrides, case):
        return corrected
    if case == Case.NOMINATIVE:
        return post
    first, *others = re.split(r"([,;]\s+|\s+[-–—]\s+)", post)
    declined = [_decline_one(first, case, gender, adjective_may_head=True)]
    for text in others:
        declined.append(_decline_one(text, case, gender, adjective_may_head=False))
    return "".join(declined)


def _decline_one(text: str, case: Case, gender: Gender | None, *, adjective_may_head: bool) -> str:
    pieces = re.split(r"(\s+)", text)
    words = pieces[::2]
    head = _find_head(words)
    if head is None or not (adjective_may_head or _noun(words[head], gender)):
        return text
    pieces[: 2 * head : 2] = [_inflect_adjective(word, case) for word in words[:head]]
    pieces[2 * head] = _inflect_head(words[head], case, gender)
    return "".join(pieces)


def _find_head(words: list[str]) -> int | None:
    """Return the number of the word that declines as the head: the last of the leading nominative words."""
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        if _stands_before_head(word) and _is_nominative(following):
            continue
        return number if _is_nominative(word) else None
    return None


def _stands_before_head(word: str) -> bool:
    return word.lower() == "временно" or _adjective(word) is not None


def _is_nominative(word: str) -> bool:
    return _adjective(word) is not None or any(_noun(part, None) for part in word.split("-"))


def _adjective(word: str) -> Parse | None:
    return next((parse for parse in nominative_parses(word) if parse.tag.POS in _ADJECTIVES), None)


def _noun(word: str, gender: Gender | None) -> Parse | None:
    """Return the reading as a noun for a person, of the given gender if there is a choice."""
    people = [parse for parse in nominative_parses(word) if _names_a_person(parse)]
    fitting = [parse for parse in people if gender and _GENDERS[gender] in parse.tag]
    return next(iter(fitting or people), None)


def _names_a_person(parse: Parse) -> bool:
    """Tell a person from a thing; the dictionary holds some professions for things («модератор»)."""
    return "NOUN" in parse.tag and ("anim" in parse.tag or parse.normal_form in PERSONS_HELD_FOR_THINGS)


def _inflect_adjective(word: str, case: Case) -> str:
    parse = _adjective(word)
    return inflect(parse, case, word) if parse else word


def _inflect_head(word: str, case: Case, gender: Gender | None) -> str:
    """Decline each part of a compound that names a person: «учителя-логопеда», but «пресс-секретаря»."""
    return "-".join(_inflect_noun(part, case, gender) for part in word.split("-"))


def _inflect_noun(word: str, case: Case, gender: Gender | None) -> str:
    if model := DECLINED_LIKE.get(word.lower()):
        return word + _inflect_noun(model, case, gender).removeprefix(model)
    noun = _noun(word, gender) or _adjective(word)
    return inflect(noun, case, word) if noun else word
