"""Writing workbooks that can be printed and handed in as they are: specifications in, XLSX bytes out.

Knows nothing of what the figures mean. No text ever becomes a formula.
"""

from mentoring.lib.sheets.specs import ChartSpec, Column, Section, SheetSpec, Signature
from mentoring.lib.sheets.writer import write_workbook

__all__ = ["ChartSpec", "Column", "Section", "SheetSpec", "Signature", "write_workbook"]
