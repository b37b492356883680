"""An uploaded Word file as the archive it is: not too big inside, and nothing in it that runs or reaches outside."""

import re
import zipfile
from io import BytesIO
from xml.parsers import expat

from django.utils.translation import gettext as _

from reports.documents.stationery.grammar import Refused

MOST_PARTS = 400
MOST_UNPACKED = 40 * 2**20
MOST_TIMES = 150
SWELLS_FROM = 4 * 2**20
TYPES = "[Content_Types].xml"
DOCUMENT_TYPE = "wordprocessingml.document.main+xml"
# What a relationship of Word may point to outside of the file: an address to click, and nothing that is loaded.
CLICKED = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
OBJECTS = ("oleobject", "package", "control", "activexcontrolbinary", "afchunk", "subdocument")
FETCHING = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b")
INSTRUCTION = re.compile(r"<w:(?:instrText|fldSimple)\b[^>]*>[^<]*")


def check_parcel(content):
    """Raise Refused unless the bytes are a plain DOCX: measured first, then looked through part by part."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _measure(archive)
            _look_through(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zipfile.zlib.error) as error:
        raise Refused(_("The file is damaged or protected by a password. Save it anew as DOCX.")) from error


def _measure(archive):
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    swells = unpacked > SWELLS_FROM and unpacked / packed > MOST_TIMES
    if swells or unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise Refused(_("The file unpacks to more than a paper can hold. Save the text anew in an empty document."))


def _look_through(archive):
    names = archive.namelist()
    types = archive.read(TYPES).decode("utf-8", "replace") if TYPES in names else ""
    if "macroEnabled" in types or any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise Refused(_("The file holds macros. Save it in Word as “Word Document (*.docx)”: that leaves them out."))
    if DOCUMENT_TYPE not in types:
        raise Refused(_("This is no Word document. Save it in Word or LibreOffice as DOCX."))
    if any(name.lower().startswith(("word/embeddings/", "word/activex/")) for name in names):
        raise _objects()
    for name in names:
        if name.endswith((".xml", ".rels")):
            _check_part(name, archive.read(name))


def _check_part(name, part):
    """A part of XML: no declarations of entities, no ties to the outside, no field that fetches."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if name.endswith(".rels"):
        parser.StartElementHandler = _check_tie
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise Refused(_("The file is damaged or protected by a password. Save it anew as DOCX.")) from error
    if name.startswith("word/") and any(
        FETCHING.search(each) for each in INSTRUCTION.findall(part.decode("utf-8", "replace"))
    ):
        raise Refused(_("A field of the file fetches text from elsewhere. Put the text itself in its place."))


def _refuse_doctype(*_declaration):
    raise Refused(_("The file is written in a way Word does not write. Save it anew as DOCX."))


def _check_tie(element, attributes):
    if not element.endswith("Relationship"):
        return
    kind = attributes.get("Type", "").rpartition("/")[2].lower()
    target = attributes.get("Target", "")
    if kind in OBJECTS:
        raise _objects()
    outside = attributes.get("TargetMode", "").lower() == "external"
    if outside and kind == "attachedtemplate":
        raise Refused(
            _(
                "The file is tied to the template “%(target)s” on a computer. "
                "Paste the text into an empty document and save it as DOCX."
            )
            % {"target": target[:80]}
        )
    if outside and not (kind == "hyperlink" and CLICKED.match(target)):
        raise Refused(
            _("The file loads something from “%(target)s”. Put the picture or the text itself in its place.")
            % {"target": target[:80]}
        )


def _objects():
    return Refused(_("The file holds an object of another program. Put a picture or a table in its place."))
