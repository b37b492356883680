"""Individual educational route of several years."""
