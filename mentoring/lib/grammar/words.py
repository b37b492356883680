from typing import Literal

from babel import Locale

from .cases import Gender

PLURAL: Literal["plural"] = "plural"


def agree(gender_or_plural: Gender | str, male: str, female: str, plural: str) -> str:
    """Choose the form that agrees: agree(Gender.FEMALE, "ознакомлен", "ознакомлена", "ознакомлены").

    Takes a Gender or PLURAL; raises ValueError for anything else, for an empty gender has no form.
    """
    if gender_or_plural == PLURAL:
        return plural
    return male if Gender(gender_or_plural) == Gender.MALE else female


def plural(n: int, one: str, few: str, many: str) -> str:
    """Choose the form that goes with a whole number: plural(3, "пара", "пары", "пар") → «пары»."""
    return {"one": one, "few": few, "many": many}[Locale("ru").plural_form(abs(n))]


def in_working_days(n: int) -> str:
    """«3 рабочих дня»: as after «за»."""
    return f"{n} {plural(n, 'рабочий день', 'рабочих дня', 'рабочих дней')}"
