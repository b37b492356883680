"""Pair and group, agreement of both sides, replacement, resignation."""
