"""Reads of the room."""

from people.staff.selectors.cards import (
    experience_years,
    in_active_pair,
    is_young,
    left_before,
    look_alikes,
    present_staff,
    rows_left_out,
    staff_counts,
    verdict_counts,
    works_on,
    young_grounds,
)
from people.staff.selectors.leaving import last_day_words
from people.staff.selectors.likeness import merge_candidates
from people.staff.selectors.periods import (
    career_of,
    category_until,
    main_works,
    merged_into,
    other_posts,
    path_of,
    periods_of,
    years_here,
)
from people.staff.selectors.photos import may_show_photo

__all__ = [
    "career_of",
    "category_until",
    "experience_years",
    "in_active_pair",
    "is_young",
    "last_day_words",
    "left_before",
    "look_alikes",
    "main_works",
    "may_show_photo",
    "merge_candidates",
    "merged_into",
    "other_posts",
    "path_of",
    "periods_of",
    "present_staff",
    "rows_left_out",
    "staff_counts",
    "verdict_counts",
    "works_on",
    "years_here",
    "young_grounds",
]
