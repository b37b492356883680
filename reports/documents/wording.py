"""People and places in the sentences of papers: the words in the case the sentence needs."""

import re

from mentoring.lib.grammar import Case, decline_name, decline_post, decline_thing

# What the sentences of orders ask for; domain.md §4 «Cases needed».
CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)
# The word of the recommendation in the names of its indicators; a regulation may have its own one for it.
DIFFICULTIES = "затруднений"
# One is «на» these, and «в» whatever else tells of something.
SURFACES = {"сайт", "страница", "страничка", "доска", "стенд", "портал", "канал", "платформа", "площадка"}


def name_in(employment, case):
    """«Ковальчук Марию Петровну», corrected by hand where the person's card says so."""
    person = employment.person
    name = (person.last_name, person.first_name, person.patronymic)
    return decline_name(*name, person.gender, case, person.case_forms).full


def post_in(employment, case):
    """«учителя математики»: small at the start, for it stands inside a sentence."""
    return small(decline_post(employment.post, case, employment.person.gender, employment.post_case_forms))


def person_in(employment, case):
    """«учителя математики Ковальчук Марию Петровну»."""
    return f"{post_in(employment, case)} {name_in(employment, case)}".strip()


def listed(words):
    """«а», «а и б», «а, б и в»; nothing of nothing."""
    if not words:
        return ""
    *first, last = words
    return f"{', '.join(first)} и {last}" if first else last


def listed_closed(words):
    """``listed``, with a participle before the last «и» closed: «в орган, ведающий образованием, и в центр»."""
    *first, before, last = ["", *words]
    return listed([*filter(None, first), f"{before}," if "," in before else before, last]) if before else last


def in_accordance(acts):
    """«в соответствии с локальными нормативными актами» of «локальные нормативные акты»: a list of kinds of acts."""
    return f"в соответствии с {listed([decline_thing(act.strip(), Case.INSTRUMENTAL) for act in acts.split(',')])}"


def where(place):
    """«на сайте школы», «в социальных сетях»: a place of publication with its preposition, without its brackets."""
    place = small(re.sub(r"\s*\([^)]*\)", "", place))
    preposition = "на" if SURFACES & set(place.split()) else "в"
    names = [decline_thing(name, Case.PREPOSITIONAL) for name in place.split(" или ")]
    return f"{preposition} {' или '.join(names)}"


def indicator_label(approved, terms):
    """The name of an indicator of the regulation in the words of the house: «Изменение дефицитов»."""
    return approved.label.replace(DIFFICULTIES, terms.difficulty.plural_genitive)


def capitalized(text):
    """The text with a capital at the start, the rest untouched."""
    return text[:1].upper() + text[1:]


def after_colon(text):
    """What somebody typed, after a colon: small at the start, but a name of two words keeps its capitals."""
    words = text.split(maxsplit=2)
    return text if len(words) > 1 and words[1][:1].isupper() else small(text)


def small(text):
    """The text as it stands inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
