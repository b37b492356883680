"""Extracts, journals, registers and the route: what is read out of the data as a table."""
