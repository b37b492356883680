"""Every write of the room: cards and lists."""

from people.staff.services.cards import (
    computed_forms,
    correct_forms,
    create_employment,
    end_employment,
    undo_end,
    update_contacts,
    update_employment,
)
from people.staff.services.jobs import progress_of, request_load
from people.staff.services.loading import decide, drop_import, load_import
from people.staff.services.reading import choose_columns, column_name, start_import
from people.staff.services.undoing import undo_import

__all__ = [
    "choose_columns",
    "column_name",
    "computed_forms",
    "correct_forms",
    "create_employment",
    "decide",
    "drop_import",
    "end_employment",
    "load_import",
    "progress_of",
    "request_load",
    "start_import",
    "undo_end",
    "undo_import",
    "update_contacts",
    "update_employment",
]
