"""The page of all papers and the printing of many at once."""
