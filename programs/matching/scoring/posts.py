"""In which forms of the regulation («руководитель – педагог») somebody may take part, as the post says it."""

import re

_STUDENT, _YOUNG = re.compile(r"студент|стаж[её]р"), re.compile(r"молод|начинающ")
_OUTSIDE = re.compile(r"работодател|вуз|колледж|ссуз|университет|институт|преподаватель")
_BOSS = re.compile(r"руководител|директор|заведующ|администрац")
_DASH = re.compile(r"\s[-–—]\s")


def is_young_category(label):
    """Whether a category of mentees is that of young teachers."""
    return bool(_YOUNG.search(label.casefold()))


def is_student_category(label):
    """Whether a category of mentees is that of students and trainees."""
    return bool(_STUDENT.search(label.casefold()))


def forms_of_mentor(labels, *, is_boss, is_external):
    """Of {code: label} of the forms «кто – кого» the codes of those whose first side is such a mentor."""
    own = "outside" if is_external else "boss" if is_boss else "teacher"
    return {code for code, label in labels.items() if _first_side(label) == own}


def _first_side(label):
    words = _DASH.split(label.casefold())[0]
    return "boss" if _BOSS.search(words) else "outside" if _OUTSIDE.search(words) else "teacher"


def forms_of_mentee(labels, *, is_young, is_student):
    """(possible, named): codes of forms whose second side is such a mentee; ``named`` name the category itself."""
    belongs = {"young": is_young, "student": is_student}
    sides = {code: _second_side(label) for code, label in labels.items()}
    named = {code for code, side in sides.items() if belongs.get(side, False)}
    return {code for code, side in sides.items() if not side} | named, named


def _second_side(label):
    words = _DASH.split(label.casefold())[-1]
    return "student" if _STUDENT.search(words) else "young" if _YOUNG.search(words) else ""
