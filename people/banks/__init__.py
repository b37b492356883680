"""Mentor and mentee entries, competences and difficulties, refresh."""
