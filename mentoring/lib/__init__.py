"""Tools that know no school: grammar, dates, papers, tables, search, moves. Imports no app."""
