"""One cell that says two things: the post and the subject."""

import re

from people.staff.services.cells import is_teaching_post, tidy_post
from people.staff.services.wordings import OTHER_POSTS, SUBJECTS

_TEACHES = re.compile(r"(?:учител\w+|преподавател\w+)\s+(.+)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"([^()]+)\(([^()]+)\)")
_PARTED = re.compile(r"\s*(?:,|;|:|\s[-–—])\s*")
_SUBJECTS = {name.casefold(): name for name in SUBJECTS}
_TAUGHT = {genitive.casefold(): name for name, genitive in SUBJECTS.items()}
_NO_SUBJECT = re.compile(r"\d|ставк|декрет|отпуск|врем|осн|и\.\s?о\.", re.IGNORECASE)


def looks_like_post(text):
    """Whether the text begins as a post of a school does."""
    return is_teaching_post(text) or text.casefold().startswith(OTHER_POSTS)


def split_post(text):
    """(post, subject or "") of «Учитель (физика)», «учитель, математика», «учитель математики».

    The last one keeps the whole post, as orders write it. Of several subjects each is told: «физика, астрономия».
    """
    text = tidy_post(text)
    if taught := _taught(text):
        return text, taught
    if found := _IN_BRACKETS.fullmatch(text):
        return _with_aside(text, found[1].strip(), found[2].strip())
    post, *rest = [part for part in _PARTED.split(text) if part] or [text]
    if rest and is_teaching_post(post) and all(map(_subject, rest)):
        return post, ", ".join(map(_subject, rest))
    return text, ""


def _with_aside(text, post, aside):
    """A subject or group in brackets leaves the post; anything else in them stays."""
    if _NO_SUBJECT.search(aside) or looks_like_post(aside) or not is_teaching_post(post):
        return text, ""
    return post, ", ".join(_subject(each) or each for each in _PARTED.split(aside))


def _subject(text):
    """The subject or group a part of a cell names, or ""."""
    if text.casefold().startswith(("группа", "объединение", "кружок", "студия")):
        return text
    return _SUBJECTS.get(text.casefold()) or _TAUGHT.get(text.casefold(), "")


def _taught(post):
    """The subjects of «учитель физики и астрономии», or "" if one of them is not known."""
    found = _TEACHES.fullmatch(post)
    if not found:
        return ""
    subjects = [known for each in _PARTED.split(found[1]) for known in _known(each)]
    return ", ".join(subjects) if all(subjects) else ""


def _known(text):
    if whole := _TAUGHT.get(text.casefold()):
        return [whole]
    return [_TAUGHT.get(each, "") for each in text.casefold().split(" и ")]
