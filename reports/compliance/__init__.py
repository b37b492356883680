"""Duties of regulation and law held against the data."""
