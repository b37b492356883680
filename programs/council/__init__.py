"""Members of the methodical body, meetings, minutes, reviews."""
