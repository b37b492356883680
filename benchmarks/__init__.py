"""Measurements beside something everybody knows, each in one run: `python -m benchmarks.search_people`."""
