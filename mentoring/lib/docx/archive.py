"""The file itself: the same content gives the same bytes."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

# The first day a ZIP archive can name.
EPOCH = (1980, 1, 1, 0, 0, 0)
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
    draft, made = BytesIO(), BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(zipfile.ZipInfo(entry.filename, EPOCH), source.read(entry), zipfile.ZIP_DEFLATED)
    return made.getvalue()
