"""Reading the tables people upload: XLSX and CSV in, rows of plain cells out.

Knows nothing of what the rows mean. A file is judged by its content, never by its name or by what it
declares about itself; whatever cannot be read is refused with a sentence that says what to do.
"""

from mentoring.lib.tabular.heading import (
    Heading,
    HeadingCell,
    find_heading,
    match_labels,
    normalize_label,
    numbers_columns,
    prepare_wordings,
)
from mentoring.lib.tabular.reader import read_table
from mentoring.lib.tabular.refusals import TableError
from mentoring.lib.tabular.table import Cell, Row, Table, column_letter

__all__ = [
    "Cell",
    "Heading",
    "HeadingCell",
    "Row",
    "Table",
    "TableError",
    "column_letter",
    "find_heading",
    "match_labels",
    "normalize_label",
    "numbers_columns",
    "prepare_wordings",
    "read_table",
]
