"""Who leads whom at work, as posts and subjects of the staff cards say it."""

import re

from mentoring.lib.text import search_key

HEAD, DEPUTY, NOBODY = 2, 1, 0
# As much of a word as tells a subject: «математика», «математики» begin alike, and so do «физика», «физики».
_STEM, _ENDING = 6, "аеиоуыэюяьй"
_ACTING = r"^(?:и\.?\s?о\.?\s)?"
_PARTS_OF_A_SCHOOL = "кафедр|библиотек|хозяйств|кабинет|отдел|склад"
_HEAD = re.compile(rf"{_ACTING}(?:директор|заведующ\w+\b(?! (?:{_PARTS_OF_A_SCHOOL}))|начальник\b|ректор)")
_DEPUTY = re.compile(rf"{_ACTING}заместител")
# Deputies who lead no teachers: the building, safety, money.
_APART = re.compile(r"хозяйств|\bахч\b|\bахр\b|безопасн|финанс|эконом|\bит\b|информатизац")
_BODY = r"шмо|мо\b|методическ\w+ объединени\w+|кафедр\w+|отдел\w*"
_LEADS = re.compile(rf"(?:руководител|председател|заведующ)\w+\s+(?:\w+\s)?(?:{_BODY})(.*)")
_TEACHERS = re.compile(r"\b(?:учител|педагог|воспитател|предмет|цикл)\w*")


def beginnings(text):
    """The beginnings of the words of ``text`` that tell a subject, whatever the case."""
    words = re.findall(r"[a-zа-я]+", search_key(text))
    return frozenset(word[:_STEM].rstrip(_ENDING) for word in words if len(word) > 2)


# Words that stand beside many subjects and tell none.
_EMPTY = beginnings("учитель педагог группа группы классы культура язык школа предмет кружок секция")


def read_subjects(text):
    """The subjects of ``text`` as beginnings of their words: «история, обществознание» → {истор, общест}."""
    return beginnings(text) - _EMPTY


def rank_of(post, *, is_head=False, is_external=False):
    """Who stands above whom: HEAD, DEPUTY or NOBODY. A post held elsewhere puts nobody above the staff here."""
    key = search_key(post)
    if is_external:
        return NOBODY
    if is_head or _HEAD.match(key):
        return HEAD
    return DEPUTY if _DEPUTY.match(key) and not _APART.search(key) else NOBODY


def led_subjects(post, subject, *, is_external=False):
    """The subjects whose teachers somebody leads: «руководитель ШМО учителей физики», or of the own subject."""
    found = None if is_external else _LEADS.search(search_key(post))
    if not found:
        return frozenset()
    return read_subjects(_TEACHERS.sub(" ", found[1])) or read_subjects(subject)


def is_above(rank, leads, other_rank, other_subjects):
    """Whether the first leads the second: by the post, or as the leader of the teachers of the subject."""
    return rank > other_rank or bool(leads & other_subjects)


def is_line_manager(mentor, mentee, head):
    """Whether the employment ``mentor`` leads the employment ``mentee``; ``head`` is the head's employment or None."""
    ranks = [
        rank_of(work.post, is_head=head is not None and work.pk == head.pk, is_external=work.is_external)
        for work in (mentor, mentee)
    ]
    leads = led_subjects(mentor.post, mentor.subject, is_external=mentor.is_external)
    return is_above(ranks[0], leads, ranks[1], read_subjects(mentee.subject))
