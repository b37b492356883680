"""The questionnaires an organization starts from: one file each, Russian data, free to be edited in the browser.

What is asked follows the questionnaires of the ministry's methodical letter (R-145, annexes); the words are our own.
"""

import tomllib
from functools import cache
from importlib.resources import files

# In the order of a year.
CODES = ("requests", "readiness", "mentee_before", "mentor_before", "mentee_after", "mentor_after", "self_check")


@cache
def template(code):
    """The template ``code``: {"title", "intro", "questions": […], …}; KeyError for one that does not exist."""
    if code not in CODES:
        raise KeyError(code)
    return tomllib.loads((files("people.surveys") / "sheets" / f"{code}.toml").read_text(encoding="utf-8"))


def templates():
    """All templates: [(code, template), …]."""
    return [(code, template(code)) for code in CODES]


def usual_audience(questionnaire):
    """Whom a questionnaire is usually put to, or None for one's own."""
    return template(questionnaire.template).get("audience") if questionnaire.template in CODES else None
