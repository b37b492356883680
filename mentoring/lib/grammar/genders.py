from .cases import Gender
from .morphology import parses
from .name_rules import FEMALE_PARTICLES, MALE_PARTICLES

_MALE_SURNAME_ENDINGS = ("ов", "ев", "ёв", "ский", "цкий")
_FEMALE_SURNAME_ENDINGS = ("ова", "ева", "ёва", "ская", "цкая")


def guess_gender(last: str, first: str, patronymic: str | None = "") -> Gender | None:
    """Guess the gender by the patronymic, else by the first name, else by a plain surname ending.

    Returns None when unsure (Саша Ким): then a person has to be asked.
    """
    return _by_patronymic(patronymic or "") or _by_first_name(first) or _by_surname(last)


def _by_patronymic(patronymic: str) -> Gender | None:
    word = patronymic.strip().lower()
    if word.endswith(("ич", "ыч", *MALE_PARTICLES)):
        return Gender.MALE
    if word.endswith(("вна", "чна", "шна", *FEMALE_PARTICLES)):
        return Gender.FEMALE
    return None


def _by_first_name(first: str) -> Gender | None:
    words = first.replace("-", " ").split()
    names = [parse.tag for parse in parses(words[0]) if {"Name", "nomn"} in parse.tag] if words else []
    found = {"ms-f" if "ms-f" in tag else tag.gender for tag in names}
    return {"masc": Gender.MALE, "femn": Gender.FEMALE}.get(found.pop()) if len(found) == 1 else None


def _by_surname(last: str) -> Gender | None:
    word = last.strip().lower()
    if word.endswith(_FEMALE_SURNAME_ENDINGS):
        return Gender.FEMALE
    if word.endswith(_MALE_SURNAME_ENDINGS):
        return Gender.MALE
    return None
