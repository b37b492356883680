"""The regulation as a paper, written out from the settings of one version.

The sentences are ours; terms, lists, numbers and days are those of the settings. Every chapter says what the
system does by the settings, so that the paper and the work cannot part.
"""

from reports.documents.regulation.paper import (
    adoption_by,
    approved_before,
    chapters_of,
    is_confirmed,
    regulation_annex,
    regulation_paper,
    release_number,
    settings_of,
)
from reports.documents.regulation.stamps import missing_stamp, stamps_of

__all__ = [
    "adoption_by",
    "approved_before",
    "chapters_of",
    "is_confirmed",
    "missing_stamp",
    "regulation_annex",
    "regulation_paper",
    "release_number",
    "settings_of",
    "stamps_of",
]
