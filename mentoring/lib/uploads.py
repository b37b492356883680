"""Files from outside: size, ending and content checked together, stored under a name nobody can guess."""

import secrets
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageFile

from mentoring.lib.text import clean_text

MEGABYTE = 1024 * 1024
# Ending → the bytes a file of this kind starts with, and its content type.
KINDS = {
    ".pdf": ((b"%PDF-",), "application/pdf"),
    ".jpg": ((b"\xff\xd8\xff",), "image/jpeg"),
    ".jpeg": ((b"\xff\xd8\xff",), "image/jpeg"),
    ".png": ((b"\x89PNG\r\n\x1a\n",), "image/png"),
    ".docx": ((b"PK\x03\x04",), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".xlsx": ((b"PK\x03\x04",), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".pptx": ((b"PK\x03\x04",), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
}
SCANS = (".pdf", ".jpg", ".jpeg", ".png")
PICTURES = (".png", ".jpg", ".jpeg")
# Four times what a letterhead prints at 300 dots an inch.
LONGEST_SIDE = 3000
DOCUMENTS = (*SCANS, ".docx", ".xlsx", ".pptx")


def check_upload(file, endings, *, limit=10 * MEGABYTE):
    """Raise ValidationError unless the uploaded ``file`` is of an allowed kind inside and out and not too big.

    ``endings`` are keys of KINDS. Returns the file, rewound.
    """
    ending = PurePath(file.name).suffix.lower()
    allowed = ", ".join(dict.fromkeys(each.lstrip(".").upper() for each in endings))
    if ending not in endings:
        raise ValidationError(
            _("A file of this type is not accepted. Choose one of: %(allowed)s."), params={"allowed": allowed}
        )
    if file.size > limit:
        raise ValidationError(
            _("The file is %(size)s. Choose one of %(limit)s at most, for example scanned in grey."),
            params={"size": filesizeformat(file.size), "limit": filesizeformat(limit)},
        )
    file.seek(0)
    if not file.read(16).startswith(KINDS[ending][0]):
        raise ValidationError(
            _("The content of the file is not %(kind)s, whatever its name says. Save it anew as one of: %(allowed)s."),
            params={"kind": ending.lstrip(".").upper(), "allowed": allowed},
        )
    file.seek(0)
    return file


def content_type_of(name):
    """The content type of a stored file by the ending of its name."""
    return KINDS.get(PurePath(name).suffix.lower(), ((), "application/octet-stream"))[1]


def shown_name(file, limit=150):
    """The name under which a file came, without folders and invisible characters; the ending survives the cut."""
    path = PurePath(clean_text(file.name).replace("\\", "/").replace("\n", " ").replace("\t", " "))
    return path.stem[: limit - len(path.suffix)] + path.suffix


def random_name(folder, name):
    """A path for storing: the folder, a name nobody can guess and the ending of ``name``."""
    return f"{folder}/{secrets.token_urlsafe(24)}{PurePath(name).suffix.lower()}"


def check_picture(file, *, limit, longest=LONGEST_SIDE):
    """Raise ValidationError unless ``file`` is a PNG or JPEG that opens whole, with sides of ``longest`` dots at most.

    The header alone tells width and height, so a small file that unfolds into gigabytes is never unfolded.
    """
    check_upload(file, PICTURES, limit=limit)
    # The library of the papers lets half pictures pass as soon as it is loaded.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(file, formats=["PNG", "JPEG"]) as picture:
            if max(picture.size) > longest:
                message = _("The picture is %(width)s × %(height)s dots. Choose one of %(most)s at most on each side.")
                width, height = picture.size
                raise ValidationError(message, params={"width": width, "height": height, "most": longest})
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(_("The picture is damaged. Open it in an image editor and save it anew.")) from error
    file.seek(0)
    return file
