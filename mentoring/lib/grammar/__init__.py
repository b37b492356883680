"""Russian word forms for papers and pages: names and posts by case, agreement, plural forms."""

from .cases import Case, Gender, Overrides
from .genders import guess_gender
from .names import FullName, decline_name, initials_first, short_name
from .posts import decline_post
from .things import decline_thing, genitive_from, is_plural_thing
from .words import PLURAL, agree, in_working_days, plural

__all__ = [
    "PLURAL",
    "Case",
    "FullName",
    "Gender",
    "Overrides",
    "agree",
    "decline_name",
    "decline_post",
    "decline_thing",
    "genitive_from",
    "guess_gender",
    "in_working_days",
    "initials_first",
    "is_plural_thing",
    "plural",
    "short_name",
]
