"""Reading what people wrote: shared words, colleagues named in wishes, ages, ways of working."""

import re
from itertools import product

from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import clean_text, search_key

# As much of a word as survives declension: «проекты» and «проектов» begin alike.
STEM = 6
# Words shorter than this say little («урок» is everywhere in a school).
SHORTEST = 5
_ENDING = "аеиоуыэюяьй"
_NO = re.compile(r"\b(?:не|кроме|без)\b", re.IGNORECASE)
# How far before a name a «не» still belongs to it.
_REACH = 30
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+(?:-[A-Za-zА-Яа-яЁё]+)*")
_COMMON_WORDS = """
школьный школьник ученик ученики класс классы классов детей детьми предмет прием приемы материал
хочу хотел хотела хотелось хорошо нужно можно могу умею люблю помощь помогать помочь наставник наставника
наставничество коллега коллеги работа работать работаю школа школе учитель педагог который которая которые
чтобы когда сразу очень больше первый первая вопросы занятия занятие уроки другой другие человек опытный
научиться учиться освоить быстро своих своего также только через после между каждый
"""
_COMMON = {search_key(word)[:STEM] for word in _COMMON_WORDS.split()}
WAYS = {
    "group": (_("work in a group"), r"\bгрупп[аеуы]\b"),
    "virtual": (_("at a distance"), r"расстоян|дистанц|онлайн|удален|переписк|звонк"),
    "situational": (_("advice when it is needed"), r"консульт|по мере необходим|когда появля"),
    "visits": (_("visiting lessons"), r"посещ|открыва\w+ (?:свои )?(?:заняти|урок)|приход\w+ на|на мои "),
    "together": (_("preparing together"), r"вместе готов|совместн|вдво[её]м"),
}
_WAYS = {code: re.compile(pattern) for code, (_label, pattern) in WAYS.items()}
_AGES = (
    (re.compile(r"(?:от|с)\s*(\d{2})\s*(?:до|по)\s*(\d{2})"), None),
    (re.compile(r"(\d{2})\s*[-–—]\s*(\d{2})"), None),
    (re.compile(r"(?:до|младше|моложе|не старше)\s*(\d{2})"), "most"),
    (re.compile(r"(?:от|старше|не младше|после)\s*(\d{2})"), "least"),
    (re.compile(r"молод"), "young"),
)
OLDEST = 120


def read_words(*texts):
    """The telling words of ``texts`` by their beginnings: long ones, without those that everybody writes."""
    said = [word for word in re.findall(r"[a-zа-я]+", search_key(*texts)) if len(word) >= SHORTEST]
    return {word[:STEM]: word for word in reversed(said) if word[:STEM] not in _COMMON}


def name_stem(last_name):
    """The part of a last name that all its cases share: «Соколова», «Соколовой» → «соколов»."""
    return "-".join(_stem(part) for part in search_key(last_name).split())


def _stem(name):
    stem = name.rstrip(_ENDING)
    return stem if len(stem) > 2 else name


def read_names(text):
    """Last names that may stand in ``text``: (wished, declined) sets of every beginning of the capitalized words.

    A name with «не», «кроме», «без» shortly before it is declined. Whether a beginning is somebody's name is known
    only where it meets ``name_stem`` of that person, see ``is_named``.
    """
    wished, declined = set(), set()
    said = clean_text(text)
    for found in _WORD.finditer(said):
        if found[0][0].isupper():
            before = re.split(r"[.;!?\n]", said[max(found.start() - _REACH, 0) : found.start()])[-1]
            (declined if _NO.search(before) else wished).update(_beginnings(found[0]))
    return frozenset(wished), frozenset(declined)


def _beginnings(word):
    """The word without endings of up to three letters, of both halves where it is double."""
    halves = [
        {half[:length] for length in range(max(len(half) - 3, 2), len(half) + 1)} for half in search_key(word).split()
    ]
    return {"-".join(each) for each in product(*halves)}


def read_ways(text):
    """The ways of working asked for in ``text``: codes of ``WAYS``."""
    said = clean_text(text).casefold()
    return frozenset(code for code, pattern in _WAYS.items() if pattern.search(said))


def read_ages(text, young):
    """The ages named in ``text`` as (from, to), or None; ``young`` is the age until which the regulation says so."""
    said = clean_text(text).casefold()
    for pattern, bound in _AGES:
        if found := pattern.search(said):
            if bound == "young":
                return 0, young
            numbers = sorted(int(number) for number in found.groups())
            return {"most": (0, numbers[-1]), "least": (numbers[0], OLDEST)}.get(bound, (numbers[0], numbers[-1]))
    return None
