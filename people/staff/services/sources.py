"""The rows of an uploaded file kept with its preview, and the columns chosen for headings like these."""

import datetime
import hashlib
import json
import zlib

from mentoring.lib.dates import now
from mentoring.lib.tabular import Row, normalize_label
from people.staff.models import ImportMapping, ImportSource


def keep_source(staff_import, rows):
    """Keep the rows of the file, packed."""
    plain = [[row.number, [_plain(cell) for cell in row.cells]] for row in rows]
    content = zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 1)
    ImportSource.objects.create(staff_import=staff_import, content=content)


def rows_of_source(staff_import):
    """The rows of the file as they were read."""
    content = ImportSource.objects.get(staff_import=staff_import).content
    return [Row(number, [_cell(value) for value in cells]) for number, cells in json.loads(zlib.decompress(content))]


def drop_source(staff_import):
    """Nothing is read anew once a list is loaded or put aside."""
    ImportSource.objects.filter(staff_import=staff_import).delete()


def _plain(cell):
    """A cell as JSON keeps it: a day is a list of one text."""
    return [cell.isoformat()] if isinstance(cell, datetime.date) else cell


def _cell(value):
    return datetime.date.fromisoformat(value[0]) if isinstance(value, list) else value


def mapping_key(columns):
    """What lists of one program have in common: their headings, or their width where there are none."""
    words = [normalize_label(label) for label in columns.labels] if columns.heading_row else [str(len(columns.labels))]
    return hashlib.sha256("|".join(words).encode()).hexdigest()


def remembered_fields(organization, columns):
    """{field: column index} chosen here for such headings before, or None."""
    found = ImportMapping.objects.filter(organization=organization, key=mapping_key(columns)).first()
    return found and found.fields


def remember_fields(organization, columns):
    """Propose these columns for the next list with such headings."""
    ImportMapping.objects.update_or_create(
        organization=organization,
        key=mapping_key(columns),
        defaults={"fields": columns.fields, "at": now()},
    )
