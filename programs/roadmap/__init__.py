"""Stages and items of the year."""
