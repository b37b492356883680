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
from people.staff.services.merge_check import forbidding, forbidding_one_card, what_moves
from people.staff.services.merging import merge_cards
from people.staff.services.photos import forget_hidden_photos, keep_photo, remove_photo
from people.staff.services.posts import add_post
from people.staff.services.reading import choose_columns, column_name, start_import
from people.staff.services.undoing import undo_import

__all__ = [
    "add_post",
    "choose_columns",
    "column_name",
    "computed_forms",
    "correct_forms",
    "create_employment",
    "decide",
    "drop_import",
    "end_employment",
    "forbidding",
    "forbidding_one_card",
    "forget_hidden_photos",
    "keep_photo",
    "load_import",
    "merge_cards",
    "progress_of",
    "remove_photo",
    "request_load",
    "start_import",
    "undo_end",
    "undo_import",
    "update_contacts",
    "update_employment",
    "what_moves",
]
