"""Writing workbooks that can be printed and handed in as they are: specifications in, XLSX bytes out.

Knows nothing of what the figures mean. No text ever becomes a formula.
"""

from collections.abc import Sequence

from mentoring.lib.sheets.specs import ChartSpec, Column, Section, SheetSpec, Signature

__all__ = ["ChartSpec", "Column", "Section", "SheetSpec", "Signature", "write_workbook"]


def write_workbook(specs: Sequence[SheetSpec], *, title: str = "", author: str = "") -> bytes:
    """Write the sheets, in their order, and return the bytes of the XLSX file: see ``writer``."""
    # Half of what starting costs, and few processes ever write one.
    from mentoring.lib.sheets import writer

    return writer.write_workbook(specs, title=title, author=author)
