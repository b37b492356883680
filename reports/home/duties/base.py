"""One line of «Today»: a sentence, a button, and how urgent it is."""

import datetime
from dataclasses import dataclass

URGENT, WEEK, LATER = "red", "amber", "grey"
NOT_URGENT_YET = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Duty:
    """What waits for somebody: ``tone`` red is urgent, amber is for this week, grey can wait."""

    title: str
    action: str
    url: str
    detail: str = ""
    tone: str = WEEK
    method: str = "get"
    primary: bool = False


def waiting(since, day):
    """The tone of something that has waited since ``since``: urgent after a week."""
    return URGENT if day - since > NOT_URGENT_YET else WEEK
