"""The columns of both banks: what the screen may show, and the ministry's form of the base."""

from people.banks.tables.base import Frame, frame_of, list_columns, prefetch_for, shown_rows
from people.banks.tables.mentees import MENTEE_COLUMNS
from people.banks.tables.mentors import MENTOR_COLUMNS
from people.banks.tables.workbook import form_workbook, screen_workbook

__all__ = [
    "MENTEE_COLUMNS",
    "MENTOR_COLUMNS",
    "Frame",
    "form_workbook",
    "frame_of",
    "list_columns",
    "prefetch_for",
    "screen_workbook",
    "shown_rows",
]
