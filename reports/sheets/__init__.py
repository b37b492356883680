"""Every workbook."""
