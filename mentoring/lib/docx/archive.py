"""The file itself: the same content gives the same bytes."""

import struct
import zipfile
from datetime import UTC, datetime
from io import BytesIO

# The first moment a ZIP archive can name, and where it stands in the head of a part and in its line of the list.
EPOCH = b"\x00\x00\x21\x00"
IN_HEAD, IN_LIST = 10, 12
# How long a line of the list is without the three texts at its end, and where their lengths stand.
LINE, LENGTHS = 46, "<28x3H"
# What the properties of a file take.
MOST_LETTERS = 255
NOWHEN = datetime(2000, 1, 1, tzinfo=UTC)


def packed(document, *, title, author="", created_on=None, lang="ru"):
    """Return the bytes of a python-docx document under its title, without the moment it was made at."""
    about = document.core_properties
    about.title, about.author, about.comments, about.language = title[:MOST_LETTERS], author[:MOST_LETTERS], "", lang
    about.last_modified_by, about.revision = "", 1
    moment = datetime(created_on.year, created_on.month, created_on.day, tzinfo=UTC) if created_on else NOWHEN
    about.created = about.modified = moment
    made = BytesIO()
    document.save(made)
    return _undated(made)


def _undated(made):
    """The archive with every part dated by the first moment: to pack it anew would take as long as to make it."""
    content = bytearray(made.getvalue())
    with zipfile.ZipFile(made) as archive:
        line, heads = archive.start_dir, [entry.header_offset for entry in archive.infolist()]
    for head in heads:
        _date(content, head + IN_HEAD)
        _date(content, line + IN_LIST)
        line += LINE + sum(struct.unpack_from(LENGTHS, content, line))
    return bytes(content)


def _date(content, at):
    content[at : at + len(EPOCH)] = EPOCH
