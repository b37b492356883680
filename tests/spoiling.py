"""Hostile text that got in by a road without a guard, and what it must not become."""

import io
import re
from zipfile import ZipFile

from django.db.models import CharField, TextField

from people.banks.models import Competence, Direction, MenteeEntry, MentorEntry
from people.staff.models import Employment, Person
from programs.models import Mentorship, Program
from tests.world import CANARY

# Starts like a formula, loads a file and a page, and is short enough for the shortest column of words.
SHOWN = "=cmd|'/C calc'!A0 <img src=file:///etc/passwd><img src=http://a.example/x>"
PICTURE = "<img src=file"
SPOILED = (Person, Employment, MentorEntry, MenteeEntry, Mentorship, Program, Competence, Direction)
CODES = ("form", "mode", "search_key", "end_reason", "category", "phone", "email", "number")


def spoil():
    """Write the hostile text into every column that holds words, but where it tells the other organization."""
    for model in SPOILED:
        for column in model._meta.concrete_fields:
            if isinstance(column, TextField | CharField) and not column.choices and column.name not in CODES:
                rows = model._base_manager.exclude(**{f"{column.name}__contains": CANARY})
                rows.update(**{column.name: SHOWN[: column.max_length]})


def text_of_workbook(content):
    """The sheets of a workbook as they are written."""
    with ZipFile(io.BytesIO(content)) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/"))
    assert b"<c " in sheets
    return sheets.decode()


def formulas(sheets):
    """Formulas in the sheets of a workbook that somebody's text made."""
    return {formula for formula in re.findall(r"<f\b.*?</f>", sheets, re.DOTALL) if "cmd" in formula}
