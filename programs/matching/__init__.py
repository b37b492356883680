"""Score with reasons, best assignment."""
