"""Personalized program, its event plan, versions, journal."""
